"""The unmerged mentions of an archive: in the table `mention`, or as a record that is nothing but its mention."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tiestui.model.jsonform import dumps, loads, to_json
from tiestui.model.records import AnyRecord, Why


@dataclass(frozen=True, slots=True)
class Held:
    """A mention with its id, and the number of its source (0: imported or by hand)."""

    source: int
    record: AnyRecord


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it is stored: its key, its JSON line, and the source whose only mention it is (None: of several)."""

    key: int
    json: str
    alone: int | None


class HeldMentions:
    """Reads and writes mentions within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of_block(self, block: int) -> list[Held]:
        """The mentions of a block."""
        run = self._connection.execute
        found = [Held(source, loads(line)) for source, line in run(_MENTIONS.format("block"), (block,))]
        found += [
            Held(row[0], record_in(*row[1:]))
            for row in run(_ALONE.format("block = ? AND record.alone IS NOT NULL"), (block,))
        ]
        return found

    def of_source(self, source: int) -> list[Held]:
        """The mentions of a source."""
        run = self._connection.execute
        found = [Held(number, loads(line)) for number, line in run(_MENTIONS.format("source"), (source,))]
        return found + [
            Held(row[0], record_in(*row[1:])) for row in run(_ALONE.format("alone = ? AND record.alone > 0"), (source,))
        ]

    def blocks_of(self, source: int) -> set[int]:
        """The blocks that the mentions of a source are in."""
        sql = (
            "SELECT block FROM mention WHERE source = ?1 "
            "UNION SELECT block FROM record WHERE alone = ?1 AND record.alone > 0"
        )
        return {row[0] for row in self._connection.execute(sql, (source,))}

    def blocks_with_documents(self, blocks: Iterable[int]) -> set[int]:
        """Of these blocks those that mentions of documents are in."""
        if self._connection.execute("SELECT 1 FROM source LIMIT 1").fetchone() is None:
            return set()
        sql = (
            "SELECT DISTINCT record.block FROM json_each(?) CROSS JOIN record ON record.block = json_each.value "
            "WHERE record.alone IS NULL OR record.alone > 0"
        )
        return {row[0] for row in self._connection.execute(sql, (dumps(sorted(blocks)),))}

    def records_of(self, blocks: Sequence[int]) -> dict[str, Stored]:
        """The records of the blocks by their ids."""
        sql = (
            "SELECT display.id, record.key, content.json, record.alone FROM record "
            "CROSS JOIN display ON display.key = record.key CROSS JOIN content ON content.key = record.key "
            "WHERE record.block = ?"
        )
        return {row[0]: Stored(*row[1:]) for block in blocks for row in self._connection.execute(sql, (block,))}

    def blocks_of_ids(self, ids: Iterable[str]) -> set[int]:
        """The blocks of the records with these ids."""
        sql = "SELECT block FROM display CROSS JOIN record ON record.key = display.key WHERE display.id = ?"
        return {row[0] for name in ids for row in self._connection.execute(sql, (name,))}

    def write(self, blocks: Sequence[int], mentions: Iterable[tuple[int, Held]]) -> None:
        """Make these the rows of the table `mention` for the blocks."""
        wanted = {
            (one.record.id, block, one.source, dumps(to_json(one.record, explain=one.record.why is not None)))
            for block, one in mentions
        }
        for block in blocks:
            sql = "SELECT number, id, block, source, json FROM mention WHERE block = ?"
            for number, *row in self._connection.execute(sql, (block,)).fetchall():
                if tuple(row) in wanted:
                    wanted.discard(tuple(row))
                else:
                    self._connection.execute("DELETE FROM mention WHERE number = ?", (number,))
        if wanted:
            self._connection.executemany("INSERT INTO mention(id, block, source, json) VALUES(?,?,?,?)", sorted(wanted))


_MENTIONS = "SELECT source, json FROM mention WHERE {} = ?"
_ALONE = (
    "SELECT record.alone, content.json, content.why FROM record CROSS JOIN content ON content.key = record.key "
    "WHERE record.{}"
)


def record_in(line: str, why: str | None) -> AnyRecord:
    """The record of a stored JSON line, with what made it."""
    record = loads(line)
    if why is None:
        return record
    rule, *words = json.loads(why)
    return replace(record, why=Why(rule, tuple(words)))
