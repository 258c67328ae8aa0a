"""The reader's decisions as an archive keeps them: made, taken back, listed, exported and applied.

Rows of the table `decision` are only ever added (an undo is one too). What a decision does to records is worked out by
`tiestui.chronology.deciding` whenever their blocks are merged, so that it holds for whatever is extracted later.
"""

from __future__ import annotations

import getpass
import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import permutations

from tiestui.archive.lookup import current_id
from tiestui.chronology import Merged
from tiestui.chronology.deciding import DecisionBook, Held
from tiestui.chronology.decisions import Decision, decision_from_json, decision_to_json, in_force
from tiestui.chronology.naming import Naming, naming_of
from tiestui.errors import ArchiveError, quoted
from tiestui.model.jsonform import dumps


@dataclass(frozen=True, slots=True)
class Logged:
    """A decision of the log. holds: it is in force (not taken back, and no undoing itself)."""

    decision: Decision
    holds: bool


class DecisionLog:
    """Reads and writes the table of decisions within one connection; what it read is kept until `forget`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._book: DecisionBook | None = None

    def forget(self) -> None:
        """Read the table anew when next asked."""
        self._book = None

    def all(self) -> list[Decision]:
        """Every decision in the order in which they were written here."""
        lines = self._connection.execute("SELECT payload FROM decision ORDER BY seq")
        return [decision_from_json(json.loads(line)) for (line,) in lines]

    def log(self) -> list[Logged]:
        """Every decision in order of time, and whether it holds."""
        every = self.all()
        holding = {decision.id for decision in in_force(every)}
        ordered = sorted(every, key=lambda one: (one.when, one.id))
        return [Logged(decision, decision.id in holding) for decision in ordered]

    @property
    def book(self) -> DecisionBook:
        """The decisions in force."""
        if self._book is None:
            self._book = DecisionBook(in_force(self.all()))
        return self._book

    def write(self, decision: Decision) -> bool:
        """Add a decision; False when it is there already."""
        target = decision.targets[0].ids[0] if decision.targets else decision.field("decision") or ""
        row = (decision.when, decision.who, decision.kind, target, dumps(decision_to_json(decision)))
        known = self._connection.execute(
            "SELECT 1 FROM decision WHERE target = ? AND payload = ?", (row[3], row[4])
        ).fetchone()
        if known is None:
            sql = "INSERT INTO decision(at, who, kind, target, payload) VALUES(?,?,?,?,?)"
            self._connection.execute(sql, row)
            self.forget()
        return known is None

    def decide(self, merged: Sequence[Merged], duplicates: Mapping[str, str], held: Held) -> Sequence[Merged]:
        """What the decisions in force make of the records of one merging."""
        return self.book.apply(merged, duplicates, held)

    def tied_anew(self, names: Collection[str]) -> set[int]:
        """Tie the blocks of records merged by hand, as far as these ids concern them; gives those newly tied."""
        blocks: set[int] = set()
        for decision in self.book.decisions:
            if decision.kind == "merge" and any(name in names for anchor in decision.targets for name in anchor.ids):
                found = blocks_of(self._connection, decision)
                if tie(self._connection, found):
                    blocks |= found
        return blocks

    def speakers(self) -> Naming:
        """The names that the reader joined, and those kept apart; decisions about records are not read for it."""
        sql = "SELECT payload FROM decision WHERE kind IN ('same-speaker', 'other-speaker', 'undo') ORDER BY seq"
        told = [decision_from_json(json.loads(line)) for (line,) in self._connection.execute(sql)]
        return naming_of(in_force(told))


def blocks_of(connection: sqlite3.Connection, decision: Decision) -> set[int]:
    """The blocks of the records that a decision is about now."""
    return blocks_of_ids(connection, [name for anchor in decision.targets for name in anchor.ids])


def blocks_of_ids(connection: sqlite3.Connection, ids: Iterable[str]) -> set[int]:
    """The blocks of the records that these ids lead to."""
    sql = (
        "SELECT record.block FROM display CROSS JOIN record ON record.key = display.key WHERE display.id IN "
        "(SELECT ?1 UNION SELECT target FROM alias WHERE id = ?1)"
    )
    return {row[0] for name in ids for row in connection.execute(sql, (name,))}


def tie(connection: sqlite3.Connection, blocks: Iterable[int]) -> bool:
    """Have these blocks merged side by side from now on; False when they are already."""
    pairs = list(permutations(sorted(blocks), 2))
    before = connection.total_changes
    connection.executemany("INSERT OR IGNORE INTO bond(block, other) VALUES(?, ?)", pairs)
    return connection.total_changes > before


def named_record(connection: sqlite3.Connection, word: str) -> str:
    """The id that a word stands for; raises `ArchiveError` when no record has it."""
    found = current_id(connection, word)
    if found is None or connection.execute("SELECT 1 FROM display WHERE id = ?", (found,)).fetchone() is None:
        raise ArchiveError(f"the archive has no record {quoted(word)}; each line of tiestui timeline ends with one")
    return found


def now() -> str:
    """The time of a decision made now: UTC, to the microsecond, so that decisions keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def user_name() -> str:
    """The name of the person at the machine, as the log keeps it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def signed(who: str | None, when: str | None) -> tuple[str, str]:
    """Who decides and when: by default the user, now."""
    return who or user_name(), when or now()
