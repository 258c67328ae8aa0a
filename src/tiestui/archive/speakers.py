"""Speakers of an archive under all their names: which names are one speaker, by `chronology.speakers`.

`speaker.shown` is the speaker under whose name another goes. It is worked out when speakers came since the last time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tiestui.chronology.speakers import Joined, group_speakers
from tiestui.model.records import Speaker


def settle_speakers(
    connection: sqlite3.Connection, joined: Sequence[Joined] = (), apart: Sequence[frozenset[str]] = ()
) -> None:
    """Say of every speaker under whose name it goes, if any is new. joined, apart: what the reader decided of names."""
    if connection.execute("SELECT 1 FROM speaker WHERE shown IS NULL LIMIT 1").fetchone() is None:
        return
    rows = connection.execute("SELECT id, name, country, kind, shown FROM speaker").fetchall()
    speakers = {Speaker(name, country=country, kind=kind): number for number, name, country, kind, _ in rows}
    before = {number: shown for number, _, _, _, shown in rows}
    changed = []
    by_group: dict[int, list[tuple[Speaker, int]]] = {}
    groups = group_speakers(speakers, joined, apart)
    for speaker, number in speakers.items():
        by_group.setdefault(id(groups[speaker]), []).append((speaker, number))
    for members in by_group.values():
        group = groups[members[0][0]]
        named = [(one.country is None, number) for one, number in members if one.name == group.speaker.name]
        shown = min(named)[1]
        changed += [(shown, number) for _, number in members if before[number] != shown]
    connection.executemany("UPDATE speaker SET shown = ? WHERE id = ?", changed)


def names_of(connection: sqlite3.Connection, name: str) -> list[str]:
    """Every name that goes as one speaker with this one, in order of name, itself among them."""
    sql = (
        "SELECT DISTINCT other.name FROM speaker AS own JOIN speaker AS other "
        "ON coalesce(other.shown, other.id) = coalesce(own.shown, own.id) WHERE own.name = ? ORDER BY other.name"
    )
    return [str(row[0]) for row in connection.execute(sql, (name,))]
