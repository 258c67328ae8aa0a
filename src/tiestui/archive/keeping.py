"""Blocks as an archive holds them, kept from one batch of documents to the next so that they are not read again.

What is kept is true only while nobody else writes: `Keeper.resume` lets it go when another connection did, or this one
did besides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from tiestui.archive.mentions import Held, HeldMentions, Stored
from tiestui.chronology import Merged
from tiestui.chronology.block import Block
from tiestui.chronology.mention import Mention, sources_of

MOST_KEPT = 100_000
"""So many mentions are kept at most: about 300 MB of them."""


class HeldBlock:
    """A block: its mentions in a fixed order, each with the number of its row (None: it has none), and its records.

    home: where ids led when it was merged last.
    """

    def __init__(self, rows: dict[Held, int | None], records: dict[str, Stored]) -> None:
        self.rows = rows
        self.records = records
        self.home: dict[str, str] = {}
        self._mentions: dict[Held, Mention] = {}
        self._block = Block()

    def change(self, is_gone: Callable[[Held], bool], come: Iterable[Held]) -> list[int]:
        """Let mentions go and others come; gives the numbers of the rows of those that went."""
        before = self.rows
        kept = _without_repeated([*(one for one in before if not is_gone(one)), *come])
        self.rows = {one: before.get(one) for one in kept}
        return [number for one, number in before.items() if number is not None and one not in self.rows]

    def merged(self, duplicates: Mapping[str, str]) -> list[Merged]:
        """The records that the mentions make; those that are as the last time are the same objects."""
        before, self._mentions = self._mentions, {}
        for one in self.rows:
            known, sources = before.get(one), sources_of(one.record, duplicates)
            same = known is not None and known.sources == sources
            self._mentions[one] = known if known and same else Mention(one.record, one.record.id, sources)
        return self._block.merged(list(self._mentions.values()))


class Keeper:
    """The blocks that were read or merged last."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held = HeldMentions(connection)
        self._blocks: dict[int, HeldBlock] = {}
        self._sizes: dict[int, int] = {}
        self._many = 0
        self._is_keeping = False
        self._version = -1
        self._changes = -1

    def resume(self) -> None:
        """Keep blocks from now on until `pause`; within a transaction, so that nobody writes unseen."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if (version, self._connection.total_changes) != (self._version, self._changes):
            self.forget()
        self._version = version
        self._is_keeping = True

    def pause(self) -> None:
        """What this connection writes from now on is not followed."""
        self._changes = self._connection.total_changes
        self._is_keeping = False

    def forget(self) -> None:
        """Let all blocks go."""
        self._blocks.clear()
        self._sizes.clear()
        self._many = 0

    def block(self, number: int) -> HeldBlock:
        """The block with that number, as it stands in the archive."""
        found = self._blocks.get(number) if self._is_keeping else None
        return found if found is not None else HeldBlock(self._held.rows_of(number), self._held.records_of(number))

    def mentions(self, number: int) -> Iterable[Held]:
        """The mentions of the block with that number."""
        found = self._blocks.get(number) if self._is_keeping else None
        return found.rows if found is not None else self._held.of_block(number)

    def keep(self, number: int, block: HeldBlock) -> None:
        """Keep a block, if there is room for it; it is what the archive holds of it once the transaction is kept."""
        size = len(block.rows)
        self._many += size - self._sizes.pop(number, 0)
        if self._is_keeping and self._many <= MOST_KEPT:
            self._blocks[number] = block
            self._sizes[number] = size
        else:
            self._many -= size
            self._blocks.pop(number, None)


def _without_repeated(mentions: list[Held]) -> list[Held]:
    """In a fixed order, whatever that in which they came; of imported mentions with one id the last only."""
    imported = {one.record.id: one for one in mentions if one.source == 0}
    found = [one for one in mentions if one.source != 0] + list(imported.values())
    found.sort(key=lambda one: (one.record.id, one.record.evidence[0].source if one.record.evidence else ""))
    return [one for place, one in enumerate(found) if place == 0 or not _is_same(one, found[place - 1])]


def _is_same(one: Held, other: Held) -> bool:
    return one.source == other.source and one.record.id == other.record.id and one.record == other.record
