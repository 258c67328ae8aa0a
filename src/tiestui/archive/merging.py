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
from tiestui.archive.mentions import Held, HeldMentions, record_in
from tiestui.archive.preparing import Prepared, numbered, prepare_record
from tiestui.chronology import Merged, block_key, chronological, mention_id, merge_groups
from tiestui.model.jsonform import dumps, to_json
from tiestui.model.records import AnyRecord


def block_number(record: AnyRecord) -> int:
    """The block of a mention as a signed 64-bit number."""
    return numbered(block_key(record))


@dataclass(slots=True)
class _Changes:
    """What an update will do: keys to take out, entries to put in, ids that are gone, ids that lead somewhere."""

    old_keys: list[int] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    order: dict[str, tuple[object, ...]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    home: dict[str, str] = field(default_factory=dict)


class Merger:
    """Takes mentions in and out and brings the records of their blocks up to date."""

    def __init__(self, connection: sqlite3.Connection, index: Index, decisions: DecisionLog | None = None) -> None:
        self._connection = connection
        self._index = index
        self._decisions = decisions
        self._held = HeldMentions(connection)
        self._pending: defaultdict[int, list[Held]] = defaultdict(list)
        self._taken: set[int] = set()
        self._taken_ids: set[str] = set()
        self.changed: Counter[str] = Counter()
        """How many records changed, by the source of their first evidence, since somebody cleared it."""

    def put(self, mentions: Iterable[AnyRecord], source: int) -> set[int]:
        """Take in the mentions of a source (0: of none) with the next update; gives the blocks that they touch."""
        blocks: set[int] = set()
        for mention in mentions:
            named = mention if mention.id else replace(mention, id=mention_id(mention))
            block = block_number(named)
            self._pending[block].append(Held(source, named))
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

    def forget(self) -> None:
        """Drop what was put and taken without an update: the transaction was given up."""
        self._pending.clear()
        self._taken.clear()
        self._taken_ids.clear()

    def update(self, blocks: Iterable[int], successors: Mapping[str, str] | None = None, *, anew: bool = False) -> int:
        """Merge the blocks again and store what changed; gives how many records are new or other than before.

        successors: ids that the caller knows to lead to others. anew: write and index every record of the blocks again.
        """
        changes = _Changes()
        duplicates = self._pairs_of("SELECT slug, duplicate_of FROM source WHERE duplicate_of IS NOT NULL")
        groups = self._tied(blocks)
        for group in groups:
            self._merge(group, duplicates, changes, anew)
        self._pending.clear()
        self._taken.clear()
        self._taken_ids.clear()
        self._store(changes)
        redirect(self._connection, changes.gone, changes.home, successors or {})
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
        merged: list[Merged] = []
        mentions: list[tuple[int, Held]] = []
        for block in blocks:
            here = self._mentions(block)
            mentions += [(block, one) for one in here]
            merged += merge_groups([one.record for one in here], duplicates)
        decided = self._decisions.decide(merged, duplicates, self._is_elsewhere) if self._decisions else merged
        wanted = {one.record.id: one for one in decided}
        home = {name: one.record.id for one in decided for name in (one.record.id, *one.aliases)}
        members: defaultdict[str, list[tuple[int, Held]]] = defaultdict(list)
        for block, one in mentions:
            members[home.get(one.record.id, one.record.id)].append((block, one))
        before = self._held.records_of(blocks)
        alone_ids: set[str] = set()
        for name, result in wanted.items():
            own = members[name]
            alone = own[0][1].source if len(own) == 1 and _is_whole(own[0][1].record, result.record) else None
            if alone is not None:
                alone_ids.add(name)
            old = before.get(name)
            if old is not None and not anew and old.alone == alone and old.json == dumps(to_json(result.record)):
                continue
            block = own[0][0] if own else blocks[0]
            changes.entries.append(Entry(prepare_record(result.record), block, alone, old.key if old else None))
            changes.order[name] = chronological(result.record)
        changes.old_keys += [old.key for name, old in before.items() if name not in wanted or name in changes.order]
        changes.gone |= before.keys() - wanted.keys()
        changes.home |= home
        self._held.write(
            blocks, [(block, one) for name, own in members.items() if name not in alone_ids for block, one in own]
        )

    def _is_taken(self, one: Held) -> bool:
        return one.source in self._taken or (one.source == 0 and one.record.id in self._taken_ids)

    def _mentions(self, block: int) -> list[Held]:
        """The mentions that the block has with this update."""
        here = [one for one in self._held.of_block(block) if not self._is_taken(one)]
        return _without_repeated([*here, *self._pending.get(block, ())])

    def _is_elsewhere(self, ids: Collection[str]) -> bool:
        """Whether a mention with one of these ids is held, in whatever block."""
        blocks = blocks_of_ids(self._connection, ids) | self._pending.keys()
        return any(one.record.id in ids for block in blocks for one in self._mentions(block))

    def _store(self, changes: _Changes) -> None:
        outlets = self._pairs_of("SELECT slug, outlet FROM source WHERE outlet IS NOT NULL")
        for entry in changes.entries:
            entry.outlets = tuple(dict.fromkeys(outlets[one] for one in entry.record.sources if one in outlets))
        self._index.delete(changes.old_keys)
        changes.entries.sort(key=lambda entry: changes.order[entry.record.id])
        self._index.insert(changes.entries)


def _without_repeated(mentions: list[Held]) -> list[Held]:
    """Of imported mentions with one id the last; in a fixed order, whatever the order in which they came."""
    imported = {one.record.id: one for one in mentions if one.source == 0}
    found = [one for one in mentions if one.source != 0] + list(imported.values())
    return sorted(found, key=lambda one: (one.record.id, one.record.evidence[0].source if one.record.evidence else ""))


def _is_whole(mention: AnyRecord, record: AnyRecord) -> bool:
    """Whether the record as it is stored says all that its mention does: a date's bound would be lost."""
    return mention == record and (mention.date is None or mention.date.bound is None)
