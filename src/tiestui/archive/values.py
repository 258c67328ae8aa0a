"""Numbers for the open lists of an archive (pairs, speakers, sources, levels, ...): the table `value`."""

from __future__ import annotations

import sqlite3

from tiestui.archive.preparing import Speaking

_MOST_REMEMBERED = 300_000
SEPARATOR = "\x1f"


class Values:
    """The numbers of names within one writing connection; a name that is new gets the next number.

    What it remembers is only true within a transaction: `forget` before a new one (another process may have written in
    between) and when one was rolled back.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        """Read the numbers anew from the archive when next asked."""
        self._numbers.clear()

    def number(self, field: str, text: str) -> int:
        """The number of `text` among the values of `field`."""
        known = self._numbers.get((field, text))
        if known is not None:
            return known
        found = self._connection.execute("SELECT id FROM value WHERE field = ? AND text = ?", (field, text)).fetchone()
        if found is None:
            cursor = self._connection.execute("INSERT INTO value(field, text) VALUES(?, ?)", (field, text))
            found = (cursor.lastrowid,)
        number = int(found[0])
        if len(self._numbers) >= _MOST_REMEMBERED:
            self._numbers.clear()
        self._numbers[(field, text)] = number
        return number

    def speaker(self, speaker: Speaking) -> int:
        """The number of a speaker: one for a name, country and kind."""
        text = SEPARATOR.join((speaker.name, speaker.country or "", speaker.kind))
        known = self._numbers.get(("speaker", text))
        if known is not None:
            return known
        number = self.number("speaker", text)
        added = self._connection.execute(
            "INSERT OR IGNORE INTO speaker(id, name, country, kind) VALUES(?, ?, ?, ?)",
            (number, speaker.name, speaker.country, speaker.kind),
        )
        if added.rowcount:
            self._connection.execute("INSERT INTO speaker_search(rowid, name) VALUES(?, ?)", (number, speaker.name))
        return number
