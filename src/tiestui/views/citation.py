"""Citations: how a passage, a record or a document is named so that somebody else finds it."""

from __future__ import annotations

from typing import Protocol

from tiestui.model.records import AnyRecord, Evidence, Statement
from tiestui.views.dating import spoken


class Cited(Protocol):
    """What is told of a document: the archive's own source has it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def byline(self) -> str | None: ...  # noqa: D102
    @property
    def outlet(self) -> str | None: ...  # noqa: D102
    @property
    def published(self) -> str | None: ...  # noqa: D102
    @property
    def duplicate_of(self) -> str | None: ...  # noqa: D102


def source_citation(source: Cited) -> str:
    """Byline, title, outlet, day of publication, as far as they are known; the slug when nothing is."""
    parts = [
        source.byline,
        f"“{source.title}”" if source.title else source.id,
        source.outlet,
        spoken(source.published) if source.published else "undated",
    ]
    return ", ".join(part for part in parts if part)


def position(evidence: Evidence) -> str:
    """Where a passage stands: "xi-2023, characters 10–52"."""
    return f"{evidence.source}, characters {evidence.start}–{evidence.end}"


def record_citation(record: AnyRecord, source: Cited | None) -> str:
    """One line to paste: date, who and what, and the document with the place of the first evidence.

    source: the document of the first evidence, or None when it is not held.
    """
    date = spoken(record.date.edtf if record.date else None)
    if isinstance(record, Statement):
        speaker = record.speaker.name if record.speaker else "unknown speaker"
        marked = f"“{record.quote}”" if record.mode == "direct" else record.quote
        said = f"{speaker}: {marked}"
    else:
        said = record.title
    if record.modality != "actual":
        said = f"{said} ({record.modality})"
    if not record.evidence:
        return f"{date}, {said} (no source)"
    first = record.evidence[0]
    where = f"{source_citation(source)}, characters {first.start}–{first.end}" if source else position(first)
    return f"{date}, {said} ({where})"
