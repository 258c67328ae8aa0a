"""An archive seen from above: speakers, the ladder, facets, the histogram of years, spans of a source."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tiestui.archive.keys import UNDATED, first_key, year_of
from tiestui.archive.listing import stream
from tiestui.archive.selecting import segment_sql, segments, select
from tiestui.archive.tokens import CODES
from tiestui.archive.values import SEPARATOR
from tiestui.query.view import View


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker of the view's statements. first, last: EDTF dates of the first and last dated one, or None."""

    name: str | None
    role: str | None
    country: str | None
    kind: str | None
    statements: int
    direct: int
    first: str | None
    last: str | None

    def to_json(self) -> dict[str, Any]:
        """The speaker as the contract has it."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the ladder: an upgrade of the view that did happen. title: its level in the text's words."""

    date: str | None
    action: str
    level: str
    modifiers: tuple[str, ...]
    rank: int
    id: str
    pair: str | None
    title: str = ""

    def to_json(self) -> dict[str, Any]:
        """The step as the contract has it."""
        data = {name: getattr(self, name) for name in ("date", "action", "level", "modifiers", "rank", "id")}
        return data | {"modifiers": list(self.modifiers)}


def ladder(connection: sqlite3.Connection, view: View) -> list[Step]:
    """The upgrades of the view in order of date, without planned and denied ones."""
    steps = []
    for (line,) in stream(connection, view.with_filter("kind", "upgrade").with_pane("timeline"), ["json"]):
        data = json.loads(line)
        if data["type"] == "upgrade" and data["modality"] == "actual":
            pair = "-".join(data["pair"]) if data["pair"] else None
            modifiers = tuple(data["modifiers"])
            named = (data["date"], data["action"], data["level"], modifiers, data["rank"], data["id"])
            steps.append(Step(*named, pair, data["title"]))
    return steps


def _grouped(connection: sqlite3.Connection, view: View, columns: str, group: str) -> list[tuple[Any, ...]]:
    """Rows of GROUP BY over the view, one query for each segment."""
    selection = select(connection, view.expression())
    rows: list[tuple[Any, ...]] = []
    for segment in segments(selection, newest_first=False):
        sql, parameters = segment_sql(selection, segment, columns, ("record",), ordered=False)
        rows += connection.execute(f"{sql} GROUP BY {group}", parameters)
    return rows


def speakers(connection: sqlite3.Connection, view: View) -> list[SpeakerRow]:
    """The speakers of the view's statements, the busiest first; statements without a known speaker in one row."""
    columns = (
        f"record.speaker, record.role, count(*), sum(record.mode = {CODES['mode']['direct']}), "
        f"min(record.key), max(CASE WHEN record.key < {UNDATED} THEN record.key END)"
    )
    found: dict[int | None, list[Any]] = {}
    for speaker, role, many, direct, first, last in _grouped(
        connection, view.with_pane("speakers"), columns, "record.speaker, record.role"
    ):
        entry = found.setdefault(shown_speaker(connection, speaker), [0, 0, Counter(), first, last])
        entry[0] += many
        entry[1] += direct or 0
        entry[2][role] += many
        entry[3] = min(entry[3], first)
        entry[4] = max((key for key in (entry[4], last) if key is not None), default=None)
    rows = [_speaker_row(connection, number, entry) for number, entry in found.items()]
    rows.sort(key=lambda row: (-row.statements, row.name is None, row.name or "", row.country or ""))
    return rows if view.limit is None else rows[: view.limit]


def shown_speaker(connection: sqlite3.Connection, number: int | None) -> int | None:
    """The speaker under whose name another goes."""
    row = connection.execute("SELECT coalesce(shown, id) FROM speaker WHERE id = ?", (number,)).fetchone()
    return int(row[0]) if row else None


def _speaker_row(connection: sqlite3.Connection, number: int | None, entry: list[Any]) -> SpeakerRow:
    many, direct, roles, first, last = entry
    name = country = kind = None
    if number is not None:
        name, country, kind = connection.execute(
            "SELECT name, country, kind FROM speaker WHERE id = ?", (number,)
        ).fetchone()
    roles.pop(None, None)
    texts = {_text(connection, role): count for role, count in roles.items()}
    role = min(texts, key=lambda text: (-texts[text], text)) if texts else None
    return SpeakerRow(name, role, country, kind, many, direct, _moment(connection, first), _moment(connection, last))


def _moment(connection: sqlite3.Connection, key: int | None) -> str | None:
    if key is None or key >= UNDATED:
        return None
    return str(connection.execute("SELECT moment FROM display WHERE key = ?", (key,)).fetchone()[0])


def _text(connection: sqlite3.Connection, number: int) -> str:
    return str(connection.execute("SELECT text FROM value WHERE id = ?", (number,)).fetchone()[0])


_CODED = {"kind", "action", "instrument", "status", "event", "mode", "modality", "review"}
_OPEN = {"pair": "pair", "speaker": "speaker", "via": "via", "level": "level"}
_MANY = {"country": ("countries", ","), "source": ("sources", "\n")}


def facets(connection: sqlite3.Connection, view: View, field: str, limit: int | None) -> list[tuple[str, int]]:
    """The values that the view's records have in `field` with how many have each, the most frequent first.

    The view's own filter on the field is left out, so that several values can be chosen. field: any closed field,
    topic, pair, speaker, via, level, country, source, or year (years in their order).
    """
    view = view.without_filter(field if field != "year" else "date")
    counts: Counter[str] = Counter()
    if field == "topic":
        counts = _topics(connection, view)
    elif field == "year":
        counts = Counter({str(year): many for year, many, _ in histogram(connection, view)})
    elif field in _CODED:
        words = {number: word for word, number in CODES[field].items()}
        for number, many in _grouped(connection, view, f"record.{field}, count(*)", f"record.{field}"):
            if number:
                counts[words[number]] += many
    else:
        column, separator = _MANY.get(field, (_OPEN.get(field, field), None))
        for number, many in _grouped(connection, view, f"record.{column}, count(*)", f"record.{column}"):
            if number:
                shown = shown_speaker(connection, number) if field == "speaker" else None
                text = _text(connection, shown or number)
                name = text.split(SEPARATOR)[0] if field == "speaker" else text
                for one in name.split(separator) if separator else (name,):
                    counts[one] += many
    order = (lambda item: item[0]) if field == "year" else (lambda item: (-item[1], item[0]))
    return sorted(counts.items(), key=order)[:limit]


def _topics(connection: sqlite3.Connection, view: View) -> Counter[str]:
    counts: Counter[str] = Counter()
    sums = ", ".join(f"total(record.topics >> {number - 1} & 1)" for number in CODES["topic"].values())
    selection = select(connection, view.expression())
    for segment in segments(selection, newest_first=False):
        sql, parameters = segment_sql(selection, segment, sums, ("record",), ordered=False)
        for topic, many in zip(CODES["topic"], connection.execute(sql, parameters).fetchone(), strict=True):
            if many:
                counts[topic] += int(many)
    return counts


def histogram(connection: sqlite3.Connection, view: View) -> list[tuple[int, int, int]]:
    """(year, records, upgrades) of every year that has any, by the records' earliest day."""
    upgrade = CODES["kind"]["upgrade"]
    totals: dict[int, list[int]] = {}
    for day, many, upgrades in _grouped(
        connection, view, f"record.key >> 20, count(*), sum(record.kind = {upgrade})", "record.key >> 20"
    ):
        year = year_of(first_key(day))
        if year is not None:
            total = totals.setdefault(year, [0, 0])
            total[0] += many
            total[1] += upgrades
    return [(year, many, upgrades) for year, (many, upgrades) in sorted(totals.items())]


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of a source that a record has as evidence. mode: of a statement, else None."""

    start: int
    end: int
    type: str
    id: str
    mode: str | None
    key: int


def spans(connection: sqlite3.Connection, slug: str) -> list[Span]:
    """All passages of a source that records which are not rejected stand on, in order."""
    kinds = {number: word for word, number in CODES["kind"].items()}
    modes = {number: word for word, number in CODES["mode"].items()}
    sql = (
        "SELECT span.start, span.end, record.kind, display.id, record.mode, span.key FROM value "
        "CROSS JOIN span ON span.source = value.id CROSS JOIN record ON record.key = span.key "
        "CROSS JOIN display ON display.key = span.key "
        f"WHERE value.field = 'source' AND value.text = ? AND record.review <> {CODES['review']['rejected']} "
        "ORDER BY span.start, span.end"
    )
    return [
        Span(start, end, kinds[kind], record_id, modes.get(mode), key)
        for start, end, kind, record_id, mode, key in connection.execute(sql, (slug,))
    ]
