"""An archive in memory for the browser's tests: records and texts in lists, the plainest search there is."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from tiestui.archive.keys import MOST_A_DAY, UNDATED, first_key
from tiestui.archive.overview import Span, Step, placed
from tiestui.archive.rows import Row
from tiestui.errors import ArchiveError
from tiestui.model import Agreement, AnyRecord, Event, Evidence, Statement, Upgrade
from tiestui.query import Dates, Field, Term, View
from tiestui.query.ast import And, Not, Or
from tiestui.query.fields import fold


def row_of(key: int, record: AnyRecord) -> Row:
    own: dict[str, Any] = dict.fromkeys(
        ("speaker", "role", "country", "mode", "via", "status", "instrument", "action", "level", "rank", "kind")
    )
    own |= {"fields": (), "modifiers": ()}
    text, who = record.title, ", ".join(record.parties)
    match record:
        case Statement():
            text, who = record.quote, record.speaker.name if record.speaker else "unknown"
            own |= {"mode": record.mode, "via": record.via}
            if record.speaker:
                own |= {name: getattr(record.speaker, name) for name in ("role", "country")} | {"speaker": who}
        case Agreement():
            own |= {"status": record.status, "instrument": record.instrument, "fields": record.fields}
        case Upgrade():
            own |= {"action": record.action, "level": record.level, "rank": record.rank, "modifiers": record.modifiers}
        case Event():
            own |= {"kind": record.kind}
    first = record.evidence[0] if record.evidence else None
    return Row(
        key=key, id=record.id, type=record.type, date=record.date.edtf if record.date else None,
        pair="-".join(record.pair) if record.pair else None, modality=record.modality, review=record.review,
        starred=record.starred, noted=bool(record.note), conflicting=bool(record.conflicts),
        corroboration=record.corroboration, text=text, who=who, title=record.title,
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

    def reader(self, cache_kib: int | None = None) -> Memory:
        return self

    def interrupt(self) -> None:
        self.interrupted.set()

    def close(self) -> None:
        return

    def keys(self, view: View) -> Iterator[array[int]]:
        found = self._found(view)
        for start in range(0, len(found), self.chunk):
            yield array("q", found[start : start + self.chunk])

    def keys_around(self, view: View, key: int, most: int) -> array[int]:
        found = self._found(view)
        at = found.index(key) if view.sort == "oldest" and key in found else None
        return array("q") if at is None else array("q", found[max(0, at - most) : at + most])

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

    def rows_at(self, keys: Sequence[int]) -> list[Row]:
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

    def sources(self, view: View | None = None) -> list[Any]:
        return [self.source(slug) for slug in self.texts]

    def spans(self, slug: str) -> list[Span]:
        return [
            Span(e.start, e.end, record.type, record.id, getattr(record, "mode", None), key)
            for key, record in self.by_key.items()
            for e in record.evidence
            if e.source == slug
        ]

    def facets(
        self, view: View, field: str, limit: int | None = None, *, most: int | None = None
    ) -> list[tuple[str, int]]:
        counts: dict[str, int] = {}
        for key in self._found(view.without_filter(field))[:most]:
            for value in _values(self.by_key[key], field):
                counts[value] = counts.get(value, 0) + 1
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]

    def ladder(self, view: View) -> list[Step]:
        return placed([
            Step(
                record.date.edtf, record.action, record.level, record.modifiers, record.rank, record.id,
                "-".join(record.pair) if record.pair else None,
            )
            for record in self.records
            if isinstance(record, Upgrade) and record.date
        ])  # fmt: skip


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
            text = fold(f" {row.text} {row.speaker or ''} ")
            return (" " + fold(expression.text) + ("" if expression.prefix or expression.phrase else " ")) in text
        case Field():
            found = [fold(value) for value in _values(record, expression.name)]
            return any(fold(expression.value) in value for value in found)
        case Dates():
            if record.date is None:
                return False
            after = expression.first is None or record.date.latest >= expression.first
            return after and (expression.last is None or record.date.earliest <= expression.last)
    raise AssertionError(expression)


def evidence_in(text: str, words: str, source: str = "talks") -> Evidence:
    start = text.index(words)
    return Evidence(source, start, start + len(words), words)
