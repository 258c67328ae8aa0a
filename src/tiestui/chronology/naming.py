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
            joined = [kept for one in joined if len((kept := _without(one, names)).names) > 1]
            apart |= dict.fromkeys(pairs)
    return Naming(joined, list(apart))


def _without(joined: Joined, parted: list[str]) -> Joined:
    """The joined names with at most one of those that are different speakers: the shown one, else the first told."""
    inside = [name for name in parted if name in joined.names]
    if len(inside) < 2:
        return joined
    kept = joined.name if joined.name in inside else inside[0]
    return Joined(joined.name, joined.names - (set(inside) - {kept}))
