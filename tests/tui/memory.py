"""An archive in memory for the browser's tests: records and texts in lists, the plainest search there is."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from tiestui.archive.keys import MOST_A_DAY, UNDATED, first_key
from tiestui.errors import ArchiveError
from tiestui.model import Agreement, AnyRecord, Event, Evidence, Statement, Upgrade
from tiestui.query import Dates, Field, Term, View
from tiestui.query.ast import And, Not, Or
from tiestui.tui.marking import folded


@dataclass(frozen=True)
class MemoryRow:
    key: int
    id: str
    type: str
    date: str | None
    pair: str | None
    modality: str
    review: str
    starred: bool
    conflicting: bool
    corroboration: int
    text: str
    speaker: str | None = None
    role: str | None = None
    country: str | None = None
    mode: str | None = None
    via: str | None = None
    status: str | None = None
    instrument: str | None = None
    fields: Sequence[str] = ()
    action: str | None = None
    level: str | None = None
    rank: int | None = None
    kind: str | None = None
    source: str | None = None
    start: int | None = None
    end: int | None = None


def row_of(key: int, record: AnyRecord) -> MemoryRow:
    own: dict[str, Any] = {}
    text = record.title
    match record:
        case Statement():
            speaker = record.speaker
            text = record.quote
            own = {"mode": record.mode, "via": record.via}
            if speaker:
                own |= {"speaker": speaker.name, "role": speaker.role, "country": speaker.country}
        case Agreement():
            own = {"status": record.status, "instrument": record.instrument, "fields": record.fields}
        case Upgrade():
            own = {"action": record.action, "level": record.level, "rank": record.rank}
        case Event():
            own = {"kind": record.kind}
    first = record.evidence[0] if record.evidence else None
    return MemoryRow(
        key, record.id, record.type, record.date.edtf if record.date else None,
        "-".join(record.pair) if record.pair else None, record.modality, record.review, record.starred,
        bool(record.conflicts), record.corroboration, text,
        source=first.source if first else None, start=first.start if first else None, end=first.end if first else None,
        **own,
    )  # fmt: skip


@dataclass
class Memory:
    """Answers what `tiestui.tui.provider.Reader` asks."""

    records: Sequence[AnyRecord]
    texts: dict[str, str] = field(default_factory=dict)
    chunk: int = 64
    interrupted: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        taken: dict[int, int] = {}
        self.by_key: dict[int, AnyRecord] = {}
        for record in self.records:
            base = UNDATED if record.date is None else first_key(record.date.earliest.toordinal())
            taken[base] = taken.get(base, -1) + 1
            assert taken[base] < MOST_A_DAY
            self.by_key[base + taken[base]] = record

    def reader(self) -> Memory:
        return self

    def interrupt(self) -> None:
        self.interrupted.set()

    def close(self) -> None:
        return

    def keys(self, view: View) -> Iterator[array[int]]:
        found = self._found(view)
        for start in range(0, len(found), self.chunk):
            yield array("q", found[start : start + self.chunk])

    def _found(self, view: View) -> list[int]:
        expression = view.expression()
        found = sorted(key for key, record in self.by_key.items() if expression is None or _holds(record, expression))
        if view.sort == "newest":
            found = sorted((k for k in found if k < UNDATED), reverse=True) + [k for k in found if k >= UNDATED]
        return found[: view.limit]

    def groups(self, view: View, field: str) -> Iterator[tuple[str | None, array[int]]]:
        groups: dict[str | None, array[int]] = {}
        for key in self._found(view):
            groups.setdefault(getattr(row_of(key, self.by_key[key]), field), array("q")).append(key)
        yield from sorted(groups.items(), key=lambda group: -len(group[1]))

    def rows_at(self, keys: Sequence[int]) -> list[MemoryRow]:
        return [row_of(key, self.by_key[key]) for key in keys if key in self.by_key]

    def key_of(self, record_id: str) -> int | None:
        return next((key for key, record in self.by_key.items() if record.id == record_id), None)

    def record(self, record_id: str) -> AnyRecord:
        key = self.key_of(record_id)
        if key is None:
            raise ArchiveError(f"there is no record {record_id}")
        return self.by_key[key]

    def source(self, slug: str) -> Any:
        if slug not in self.texts:
            raise ArchiveError(f"there is no source {slug}")
        return SimpleNamespace(
            id=slug, title=f"Title of {slug}", byline="A. Writer", outlet="The Paper", published="2023-03-02",
            published_basis="text", origin=None, records=len(self.spans(slug)), note=None,
        )  # fmt: skip

    def text(self, slug: str) -> str:
        self.source(slug)
        return self.texts[slug]

    def sources(self, view: View) -> list[Any]:
        return [self.source(slug) for slug in self.texts]

    def spans(self, slug: str) -> list[tuple[int, int, str, str, str | None]]:
        return [
            (e.start, e.end, record.type, record.id, getattr(record, "mode", None))
            for record in self.records
            for e in record.evidence
            if e.source == slug
        ]

    def facets(self, view: View, field: str, limit: int) -> list[tuple[str, int]]:
        counts: dict[str, int] = {}
        for key in self._found(view.without_filter(field)):
            for value in _values(self.by_key[key], field):
                counts[value] = counts.get(value, 0) + 1
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]

    def ladder(self, view: View) -> list[Any]:
        return [
            SimpleNamespace(
                id=record.id, date=record.date.edtf if record.date else None, rank=record.rank, level=record.level,
                modifiers=record.modifiers, action=record.action, pair=record.pair,
            )
            for record in self.records
            if isinstance(record, Upgrade) and record.date
        ]  # fmt: skip


def _values(record: AnyRecord, field: str) -> Sequence[str]:
    row = row_of(0, record)
    match field:
        case "kind":
            return [record.type]
        case "topic":
            return record.topics
        case "country":
            return record.parties
        case "year":
            return [str(record.date.earliest.year)] if record.date else []
        case "pair":
            return [row.pair] if row.pair else []
        case _:
            value = getattr(row, field, None)
            return [str(value)] if value else []


def _holds(record: AnyRecord, expression: Any) -> bool:
    match expression:
        case And():
            return all(_holds(record, part) for part in expression.parts)
        case Or():
            return any(_holds(record, part) for part in expression.parts)
        case Not():
            return not _holds(record, expression.part)
        case Term():
            row = row_of(0, record)
            text = folded(f" {row.text} {row.speaker or ''}")
            return (" " + folded(expression.text)) in text
        case Field():
            found = [folded(value) for value in _values(record, expression.name)]
            return any(folded(expression.value) in value for value in found)
        case Dates():
            if record.date is None:
                return False
            after = expression.first is None or record.date.latest >= expression.first
            return after and (expression.last is None or record.date.earliest <= expression.last)
    raise AssertionError(expression)


def evidence_in(text: str, words: str, source: str = "talks") -> Evidence:
    start = text.index(words)
    return Evidence(source, start, start + len(words), words)
