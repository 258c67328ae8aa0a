"""Numbers for the open lists of an archive (pairs, speakers, sources, levels, ...): the table `value`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import TypeVar

_MOST_REMEMBERED = 50_000
SEPARATOR = "\x1f"
K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V]):
    """What a function gives, found by its argument; too much of it is forgotten and asked for again."""

    def __init__(self, find: Callable[[K], V]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: K) -> V:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[key] = value = self._find(key)
        return value


class Values:
    """The numbers of names within one writing connection; a name that is new gets the next number.

    What it remembers is only true within a transaction: `forget` before a new one (another process may have written in
    between) and when one was rolled back.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, Remembered[str, int]] = {}

    def forget(self) -> None:
        """Read the numbers anew from the archive when next asked."""
        for numbers in self._numbers.values():
            numbers.clear()

    def of(self, field: str) -> Remembered[str, int]:
        """The numbers of the values of a field, each found when it is asked for. Speakers: see `_speaker`."""
        if field not in self._numbers:
            find = self._speaker if field == "speaker" else partial(self._number, field)
            self._numbers[field] = Remembered(find)
        return self._numbers[field]

    def number(self, field: str, text: str) -> int:
        """The number of `text` among the values of `field`."""
        return self.of(field)[text]

    def _number(self, field: str, text: str) -> int:
        found = self._connection.execute("SELECT id FROM value WHERE field = ? AND text = ?", (field, text)).fetchone()
        if found is None:
            found = (self._connection.execute("INSERT INTO value(field, text) VALUES(?, ?)", (field, text)).lastrowid,)
        return int(found[0])

    def _speaker(self, text: str) -> int:
        """The number of a speaker: name, country ("" for none) and kind, with `SEPARATOR` between them."""
        number = self._number("speaker", text)
        name, country, kind = text.rsplit(SEPARATOR, 2)
        added = self._connection.execute(
            "INSERT OR IGNORE INTO speaker(id, name, country, kind) VALUES(?, ?, ?, ?)",
            (number, name, country or None, kind),
        )
        if added.rowcount:
            self._connection.execute("INSERT INTO speaker_search(rowid, name) VALUES(?, ?)", (number, name))
        return number
