"""Where a relationship stands after each of its steps, which is not always the rank of the step's own level.

An embassy that opens beside a partnership does not bring the partnership down to an embassy; what is suspended is still
that level, but not in force. Hands on what a ladder draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_DIPLOMATIC = 1
"""The highest rank of relations, missions and recognition, which go on beside any partnership."""


class Act(NamedTuple):
    """A dated step of one pair. level: without modifiers; rank: of that level."""

    action: str
    level: str
    rank: int


class Standing(NamedTuple):
    """The rank that the relationship has after a step, and whether it is suspended there."""

    rank: int
    suspended: bool = False


def standings(acts: Iterable[Act]) -> Iterator[Standing]:
    """The standing after each of the acts of one pair, which are given in order of date."""
    now, halted = Standing(0), ""
    for act in acts:
        now = _after(act, now, halted)
        if act.action == "suspended":
            halted = act.level
        elif not now.suspended:
            halted = ""
        yield now


def _after(act: Act, before: Standing, halted: str) -> Standing:
    """halted: the level that is suspended, or ""."""
    if act.action == "suspended":
        return Standing(act.rank, True)
    if act.action == "severed":
        return Standing(act.rank)
    if act.action == "resumed" and halted.endswith(act.level):
        return Standing(max(act.rank, before.rank))
    if act.rank > _DIPLOMATIC:
        return Standing(act.rank)
    if act.action == "downgraded":
        return Standing(max(act.rank, before.rank), before.suspended)
    return Standing(max(act.rank, before.rank))
