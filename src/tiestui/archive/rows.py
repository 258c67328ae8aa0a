"""Rows for a list on screen: what is shown of a record, read for the few keys that are in sight."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple


class Row(NamedTuple):
    """A record as a list shows it. Dates are EDTF text or None; `text` and `who` are one line each.

    who: the speaker, or the parties. start, end: the first evidence's code points in `source`, or None without any.
    Fields that the record's type lacks are None (fields: empty).
    """

    key: int
    id: str
    type: str
    date: str | None
    pair: str | None
    modality: str
    review: str
    starred: bool
    noted: bool
    conflicting: bool
    corroboration: int
    text: str
    who: str
    speaker: str | None
    role: str | None
    country: str | None
    mode: str | None
    via: str | None
    status: str | None
    instrument: str | None
    fields: tuple[str, ...]
    action: str | None
    level: str | None
    modifiers: tuple[str, ...]
    rank: int | None
    kind: str | None
    source: str | None
    start: int | None
    end: int | None
    title: str = ""


def rows_at(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Row]:
    """The rows of the keys, in their order; a key whose record is gone or has moved is left out."""
    sql = (
        "SELECT display.key, display.id, display.pair, display.who, display.words, content.json FROM display "
        "CROSS JOIN content ON content.key = display.key WHERE display.key = ?"
    )
    return [_row(*row) for key in keys if (row := connection.execute(sql, (key,)).fetchone()) is not None]


def _row(key: int, record_id: str, pair: str, who: str, words: str, line: str) -> Row:
    data: dict[str, Any] = json.loads(line)
    speaker = data.get("speaker") or {}
    first = data["evidence"][0] if data["evidence"] else {}
    return Row(
        key=key,
        id=record_id,
        type=data["type"],
        date=data["date"],
        pair=pair or None,
        modality=data["modality"],
        review=data["review"],
        starred=data["starred"],
        noted=bool(data["note"]),
        conflicting=bool(data["conflicts"]),
        corroboration=data["corroboration"],
        text=words if data["type"] == "statement" else " ".join(data["title"].split()),
        who=who,
        speaker=speaker.get("name"),
        role=speaker.get("role"),
        country=speaker.get("country"),
        mode=data.get("mode"),
        via=data.get("via"),
        status=data.get("status"),
        instrument=data.get("instrument"),
        fields=tuple(data.get("fields", ())),
        action=data.get("action"),
        level=data.get("level"),
        modifiers=tuple(data.get("modifiers", ())),
        rank=data.get("rank"),
        kind=data.get("kind"),
        source=first.get("source"),
        start=first.get("start"),
        end=first.get("end"),
        title=data["title"],
    )
