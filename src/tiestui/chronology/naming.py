"""What the reader decided of speakers' names: which are one speaker, which are different ones; the later word holds."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from tiestui.chronology.decisions import Decision
from tiestui.chronology.speakers import Joined


class Naming(NamedTuple):
    """For `group_speakers`: the names that are one speaker, and pairs of names that are two."""

    joined: list[Joined]
    apart: list[frozenset[str]]


def naming_of(decisions: Iterable[Decision]) -> Naming:
    """The decisions in force, in order of time, as what holds after the last of them."""
    joined: list[Joined] = []
    apart: dict[frozenset[str], None] = {}
    for decision in decisions:
        names = [name for name in (decision.field("names") or "").split("\n") if name]
        pairs = [frozenset(pair) for pair in combinations(names, 2)]
        if decision.kind == "same-speaker":
            apart = {pair: None for pair in apart if pair not in pairs}
            joined.append(Joined(decision.field("name") or "", frozenset(names)))
        elif decision.kind == "other-speaker":
            apart |= dict.fromkeys(pairs)
    return Naming(joined, list(apart))
