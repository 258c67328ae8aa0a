"""Keeps the records of an archive what the chronology makes of all its mentions, block by block.

A block is what `chronology.block_key` says can merge at all. When mentions come or go, their blocks are merged anew
from all mentions that are held, so that the result never depends on the order in which documents came. Ids that a block
gave before and gives no more become aliases.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

from tiestui.archive.indexing import Entry, Index
from tiestui.model.jsonform import dumps, loads, to_json
from tiestui.model.records import AnyRecord

try:
    from tiestui.chronology import Merged, block_key, mention_id, merge_groups
except ImportError:
    from tiestui.archive._standin import Merged, block_key, mention_id, merge_groups

Decide = Callable[[Sequence[Merged]], Sequence[Merged]]
"""What the reader's decisions make of the merged records of one block."""


def block_number(record: AnyRecord) -> int:
    """The block of a mention as a signed 64-bit number."""
    return int.from_bytes(blake2b(block_key(record).encode(), digest_size=8).digest(), "big", signed=True)


class Merger:
    """Takes mentions in and out and brings the records of their blocks up to date."""

    def __init__(self, connection: sqlite3.Connection, index: Index, decide: Decide | None = None) -> None:
        self._connection = connection
        self._index = index
        self._decide = decide

    def put(self, mentions: Iterable[AnyRecord], source: int) -> set[int]:
        """Store the mentions of a source (0: of none); gives the blocks that they touch."""
        blocks: set[int] = set()
        rows = []
        for mention in mentions:
            block = block_number(mention)
            blocks.add(block)
            rows.append((mention.id or mention_id(mention), block, source, dumps(to_json(mention, explain=True))))
        self._connection.executemany("INSERT INTO mention(id, block, source, json) VALUES(?,?,?,?)", rows)
        return blocks

    def take(self, source: int) -> set[int]:
        """Drop the mentions of a source; gives the blocks that they touched."""
        rows = self._connection.execute("SELECT DISTINCT block FROM mention WHERE source = ?", (source,)).fetchall()
        self._connection.execute("DELETE FROM mention WHERE source = ?", (source,))
        return {row[0] for row in rows}

    def update(self, blocks: Iterable[int], *, anew: bool = False) -> int:
        """Merge the blocks again and store what changed; `anew`: index everything again. Gives how many changed."""
        duplicates = self._duplicates()
        outlets = dict(self._connection.execute("SELECT slug, outlet FROM source WHERE outlet IS NOT NULL").fetchall())
        changed = 0
        for block in sorted(blocks):
            changed += self._update_block(block, duplicates, outlets, anew)
        return changed

    def _duplicates(self) -> Mapping[str, str]:
        sql = "SELECT slug, duplicate_of FROM source WHERE duplicate_of IS NOT NULL"
        return dict(self._connection.execute(sql).fetchall())

    def _update_block(self, block: int, duplicates: Mapping[str, str], outlets: Mapping[str, str], anew: bool) -> int:
        mentions = [loads(row[0]) for row in self._mentions(block)]
        merged: Sequence[Merged] = merge_groups(mentions, duplicates) if mentions else ()
        if self._decide is not None:
            merged = self._decide(merged)
        held = {row[0]: row[1:] for row in self._connection.execute(_HELD, (block,))}
        wanted = {one.record.id: one for one in merged}
        unchanged = {
            one for one in wanted if not anew and one in held and held[one][1] == dumps(to_json(wanted[one].record))
        }
        self._index.delete(held[one][0] for one in held if one not in unchanged)
        self._index.insert(
            [
                Entry(one.record, block, _outlets(one.record, outlets))
                for one in merged
                if one.record.id not in unchanged
            ]
        )
        self._aliases(held.keys() - wanted.keys(), merged)
        return len(wanted) - len(unchanged)

    def _mentions(self, block: int) -> list[tuple[str]]:
        # The order in which mentions came must not matter; a fixed one makes that sure.
        sql = (
            "SELECT json FROM mention LEFT JOIN source ON source.id = mention.source WHERE block = ? "
            "ORDER BY slug, mention.id, json"
        )
        return self._connection.execute(sql, (block,)).fetchall()

    def _aliases(self, gone: Iterable[str], merged: Sequence[Merged]) -> None:
        run = self._connection.execute
        home = {alias: one.record.id for one in merged for alias in (one.record.id, *one.aliases)}
        for old in gone:
            members = [row[0] for row in run("SELECT id FROM alias WHERE target = ? ORDER BY id", (old,))]
            target = home.get(old) or next((home[member] for member in members if member in home), None)
            if target is not None:
                run("UPDATE alias SET target = ? WHERE target = ?", (target, old))
                run("INSERT OR REPLACE INTO alias(id, target) VALUES(?, ?)", (old, target))
        for one in merged:
            run("DELETE FROM alias WHERE id = ?", (one.record.id,))
            self._connection.executemany(
                "INSERT OR REPLACE INTO alias(id, target) VALUES(?, ?)", [(a, one.record.id) for a in one.aliases]
            )


_HELD = (
    "SELECT display.id, record.key, content.json FROM record CROSS JOIN display ON display.key = record.key "
    "CROSS JOIN content ON content.key = record.key WHERE record.block = ?"
)


def _outlets(record: AnyRecord, outlets: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outlets[e.source] for e in record.evidence if e.source in outlets))
