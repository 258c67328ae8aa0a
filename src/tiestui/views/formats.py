"""The formats: name, writer module, the kinds of listing that each can show. Writers are imported when needed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from tiestui.errors import UsageError, quoted
from tiestui.light import NamedTuple
from tiestui.views.listing import Kind, Listing, Piece
from tiestui.views.style import Style

_EVERY: tuple[Kind, ...] = ("records", "sources", "speakers", "ladder")
_RECORDS: tuple[Kind, ...] = ("records",)
_SOURCES: tuple[Kind, ...] = ("sources",)


class Format(NamedTuple):
    """One format. `module` is its writer's; `suffix` what its files are called."""

    name: str
    suffix: str
    module: str
    kinds: tuple[Kind, ...] = _EVERY

    def write(self, listing: Listing, style: Style) -> Iterator[Piece]:
        """The text of the listing, in pieces."""
        writer = importlib.import_module(f"tiestui.views.writers.{self.module}")
        pieces: Iterator[Piece] = writer.write(listing, style)
        return pieces


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("text", ".txt", "text"),
        Format("markdown", ".md", "markdown"),
        Format("csv", ".csv", "csv"),
        Format("tsv", ".tsv", "tsv"),
        Format("json", ".json", "json"),
        Format("jsonl", ".jsonl", "jsonl"),
        Format("html", ".html", "html"),
        Format("timelinejs", ".json", "timelinejs", _RECORDS),
        Format("timesketch", ".jsonl", "timesketch", _RECORDS),
        Format("ics", ".ics", "ics", _RECORDS),
        Format("lines", ".txt", "lines", _RECORDS),
        Format("bibtex", ".bib", "bibtex", _SOURCES),
        Format("csl-json", ".json", "csl_json", _SOURCES),
    )
}


def formats_of(kind: Kind) -> tuple[str, ...]:
    """The names of the formats that can show a kind of listing."""
    return tuple(form.name for form in FORMATS.values() if kind in form.kinds)


def find_format(name: str, kind: Kind) -> Format:
    """The format of that name; raises `UsageError`, which names those that there are for the kind."""
    form = FORMATS.get(name)
    if form is None or kind not in form.kinds:
        what = "is no format" if form is None else "is no format for this view"
        raise UsageError(f"{quoted(name)} {what}; there are {', '.join(formats_of(kind))}")
    return form
