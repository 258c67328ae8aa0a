"""Blocks that are merged side by side: what of their records and mentions has to be written, what is there already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from tiestui.archive.keeping import HeldBlock
from tiestui.archive.mentions import Held, Stored
from tiestui.chronology import Merged
from tiestui.model.records import AnyRecord


class Place(NamedTuple):
    """A mention, and the block that it is in."""

    number: int
    block: HeldBlock
    mention: Held


class Tied:
    """The blocks by their numbers, and the records that they are to have.

    home: for every mention's id the record that it is in now. led: those that it was not in before.
    """

    def __init__(self, blocks: dict[int, HeldBlock], wanted: Sequence[Merged]) -> None:
        self._first = next(iter(blocks.items()))
        self.wanted = {one.record.id: one for one in wanted}
        self.home = {name: one.record.id for one in wanted for name in (one.record.id, *one.aliases)}
        before = dict(chain.from_iterable(block.home.items() for block in blocks.values()))
        self.led = {name: target for name, target in self.home.items() if before.get(name) != target}
        self._stored = {name: (block, block.records[name]) for block in blocks.values() for name in block.records}
        self._members: defaultdict[str, list[Place]] = defaultdict(list)
        for number, block in blocks.items():
            block.home = self.home
            for mention in block.rows:
                self._members[self.home.get(mention.record.id, mention.record.id)].append(Place(number, block, mention))
        self._alone = {name: _alone(self._members[name], one.record) for name, one in self.wanted.items()}

    def stored(self, name: str) -> Stored | None:
        """What is stored of the record, None when it is not."""
        return self._stored[name][1] if name in self._stored else None

    def alone(self, name: str) -> int | None:
        """The source of a record that is nothing but its one mention, None for others."""
        return self._alone[name]

    def drop_old(self) -> set[str]:
        """Let the records go that there are no more; gives their ids."""
        gone = self._stored.keys() - self.wanted.keys()
        for name in gone:
            del self._stored[name][0].records[name]
        return gone

    def put(self, name: str) -> int:
        """A record is to be stored as it is now; gives its block."""
        if name in self._stored:
            del self._stored[name][0].records[name]
        number, block = self._members[name][0][:2] if self._members[name] else self._first
        block.records[name] = Stored(self._alone[name], self.wanted[name])
        return number

    def without_rows(self) -> list[Place]:
        """The mentions that need a row and have none: those that no record stands for."""
        told = [own for name, own in self._members.items() if self._alone.get(name) is None]
        return [place for own in told for place in own if place.block.rows[place.mention] is None]

    def needless_rows(self) -> list[int]:
        """The numbers of the rows of mentions that a record stands for; they have none from now on."""
        places = [own[0] for name, own in self._members.items() if self._alone.get(name) is not None]
        numbers = [place.block.rows[place.mention] for place in places]
        for place in places:
            place.block.rows[place.mention] = None
        return [number for number in numbers if number is not None]


def _alone(members: list[Place], record: AnyRecord) -> int | None:
    """The source of the only mention, if the record as it is stored says all that it does: no bound of a date."""
    if len(members) != 1:
        return None
    mention = members[0].mention
    whole = mention.record == record and (record.date is None or record.date.bound is None)
    return mention.source if whole else None
