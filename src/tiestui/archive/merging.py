"""Keeps the records of an archive what the chronology makes of all its mentions, block by block.

A block is what `chronology.block_key` says can merge at all. When mentions come or go, their blocks are merged anew
from all mentions that are held, so that the result never depends on the order in which documents came. Blocks that a
decision ties together are merged side by side. Ids that were given before and are given no more become aliases.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from tiestui.archive.aliases import redirect
from tiestui.archive.decisions import DecisionLog, blocks_of_ids
from tiestui.archive.indexing import Entry, Index
from tiestui.archive.keeping import Keeper
from tiestui.archive.mentions import Held, HeldMentions, record_in
from tiestui.archive.preparing import Prepared, numbered, prepare_record
from tiestui.archive.tying import Tied
from tiestui.chronology import block_key, chronological
from tiestui.chronology.identity import identified
from tiestui.model.records import AnyRecord

Named = tuple[AnyRecord, int]
"""A mention with its id, and its block."""


def block_number(record: AnyRecord) -> int:
    """The block of a mention as a signed 64-bit number."""
    return numbered(block_key(record))


def named(mention: AnyRecord) -> Named:
    """A mention under its id, and its block."""
    name, block = identified(mention)
    return mention if mention.id else replace(mention, id=name), numbered(block)


@dataclass(slots=True)
class _Changes:
    """What an update will do: entries to put in, in what order, ids that are gone, ids that lead somewhere.

    led: those of `home` that led elsewhere, as far as is known.
    """

    entries: list[Entry] = field(default_factory=list)
    order: dict[str, tuple[object, ...]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    home: dict[str, str] = field(default_factory=dict)
    led: dict[str, str] = field(default_factory=dict)


class Merger:
    """Takes mentions in and out and brings the records of their blocks up to date."""

    def __init__(self, connection: sqlite3.Connection, index: Index, decisions: DecisionLog | None = None) -> None:
        self._connection = connection
        self._index = index
        self._decisions = decisions
        self._held = HeldMentions(connection)
        self.keeper = Keeper(connection)
        """Keeps blocks from one update to the next when told to."""
        self._pending: defaultdict[int, list[Held]] = defaultdict(list)
        self._taken: set[int] = set()
        self._taken_ids: set[str] = set()
        self.changed: Counter[str] = Counter()
        """How many records changed, by the source of their first evidence, since somebody cleared it."""

    def put(self, mentions: Iterable[AnyRecord], source: int) -> set[int]:
        """Take in the mentions of a source (0: of none) with the next update; gives the blocks that they touch."""
        return self.put_named(map(named, mentions), source)

    def put_named(self, mentions: Iterable[Named], source: int) -> set[int]:
        """The same for mentions with their ids and blocks."""
        blocks: set[int] = set()
        for mention, block in mentions:
            self._pending[block].append(Held(source, mention))
            blocks.add(block)
        return blocks

    def put_imported(self, records: Iterable[tuple[Prepared, int]]) -> set[int]:
        """Take in imported records, each with its block; those that nothing held can be one with are stored at once.

        Imported records are never one with each other, so only blocks with mentions of documents in them are merged.
        Gives the blocks that are left to update.
        """
        records = list(records)
        mixed = self._held.blocks_with_documents({block for _, block in records}) | self._pending.keys()
        plain = [Entry(record, block, 0) for record, block in records if block not in mixed]
        self._index.insert(plain)
        redirect(self._connection, (), {entry.record.id: entry.record.id for entry in plain}, {})
        return self.put((record_in(one.json, one.why) for one, block in records if block in mixed), 0)

    def take(self, source: int) -> set[int]:
        """Drop the mentions of a source with the next update; gives the blocks that they touched."""
        self._taken.add(source)
        blocks = self._held.blocks_of(source)
        for block, waiting in self._pending.items():
            kept = [one for one in waiting if one.source != source]
            if len(kept) < len(waiting):
                self._pending[block] = kept
                blocks.add(block)
        return blocks

    def take_imported(self, ids: Iterable[str]) -> set[int]:
        """Drop imported mentions by their ids with the next update; gives the blocks that they touched."""
        names = set(ids)
        self._taken_ids |= names
        return self._held.blocks_of_ids(names)

    def take_strays(self, mentions: Iterable[Named]) -> set[int]:
        """Drop imported records that are these mentions but stand in another block; gives the blocks they touched."""
        return self.take_imported(self._held.strays({one.id: block for one, block in mentions}))

    def forget(self) -> None:
        """Drop what was put and taken without an update: the transaction was given up."""
        self._settled()
        self.keeper.forget()

    def _settled(self) -> None:
        self._pending.clear()
        self._taken.clear()
        self._taken_ids.clear()

    def update(
        self, blocks: Iterable[int], successors: Mapping[str, str] | None = None, anew: Collection[int] = ()
    ) -> int:
        """Merge the blocks again and store what changed; gives how many records are new or other than before.

        successors: ids that the caller knows to lead to others. anew: blocks whose records are all written and indexed
        again.
        """
        changes = _Changes()
        duplicates = self._pairs_of("SELECT slug, duplicate_of FROM source WHERE duplicate_of IS NOT NULL")
        for group in self._tied(blocks):
            self._merge(group, duplicates, changes, any(block in anew for block in group))
        self._settled()
        self._store(changes)
        redirect(self._connection, changes.gone, changes.home, successors or {}, changes.led)
        self.changed.update(next(iter(entry.record.sources), "") for entry in changes.entries)
        together = self._decisions.tied_anew(changes.home) if self._decisions else None
        return len(changes.entries) + (self.update(together) if together else 0)

    def _pairs_of(self, sql: str) -> dict[str, str]:
        return dict(self._connection.execute(sql).fetchall())

    def _tied(self, blocks: Iterable[int]) -> list[list[int]]:
        """The blocks with those that decisions tie to them, each group once."""
        groups: list[list[int]] = []
        seen: set[int] = set()
        tied = self._connection.execute("SELECT 1 FROM bond LIMIT 1").fetchone() is not None
        for block in sorted(blocks):
            if block in seen:
                continue
            group = [block]
            seen.add(block)
            for member in group if tied else ():  # grows while it is walked
                for (other,) in self._connection.execute("SELECT other FROM bond WHERE block = ?", (member,)):
                    if other not in seen:
                        seen.add(other)
                        group.append(other)
            groups.append(group)
        return groups

    def _merge(self, blocks: list[int], duplicates: Mapping[str, str], changes: _Changes, anew: bool) -> None:
        held = {number: self.keeper.block(number) for number in blocks}
        for number, block in held.items():
            self._held.delete(block.change(self._is_taken, self._pending.get(number, ())))
        merged = [one for block in held.values() for one in block.merged(duplicates)]
        merged.sort(key=lambda one: chronological(one.record))
        decided = self._decisions.decide(merged, duplicates, self._is_elsewhere) if self._decisions else merged
        tied = Tied(held, decided)
        changes.home |= tied.home
        changes.led |= tied.led
        changes.gone |= tied.drop_old()
        for name, result in tied.wanted.items():
            stored = tied.stored(name)
            if stored is not None and not anew and stored.alone == tied.alone(name) and stored.says(result):
                stored.said = result
                continue
            changes.entries.append(Entry(prepare_record(result.record), tied.put(name), tied.alone(name)))
            changes.order[name] = chronological(result.record)
        self._held.delete(tied.needless_rows())
        without = tied.without_rows()
        rows = self._held.insert([(place.number, place.mention) for place in without])
        for place, row in zip(without, rows, strict=True):
            place.block.rows[place.mention] = row
        for number, block in held.items():
            self.keeper.keep(number, block)

    def _is_taken(self, one: Held) -> bool:
        return one.source in self._taken or (one.source == 0 and one.record.id in self._taken_ids)

    def _is_elsewhere(self, ids: Collection[str]) -> bool:
        """Whether a mention with one of these ids is held, in whatever block."""
        blocks = blocks_of_ids(self._connection, ids) | self._pending.keys()
        return any(one.record.id in ids for block in blocks for one in self._mentions(block))

    def _mentions(self, block: int) -> list[Held]:
        """The mentions that the block has with this update."""
        here = [one for one in self.keeper.mentions(block) if not self._is_taken(one)]
        return [*here, *self._pending.get(block, ())]

    def _store(self, changes: _Changes) -> None:
        outlets = self._pairs_of("SELECT slug, outlet FROM source WHERE outlet IS NOT NULL")
        keys = self._held.keys_of([*sorted(changes.gone), *changes.order])
        for entry in changes.entries:
            entry.old_key = keys.get(entry.record.id)
            entry.outlets = tuple(dict.fromkeys(outlets[one] for one in entry.record.sources if one in outlets))
        self._index.delete(keys.values())
        changes.entries.sort(key=lambda entry: changes.order[entry.record.id])
        self._index.insert(changes.entries)
