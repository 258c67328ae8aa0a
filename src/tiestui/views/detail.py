"""One record in full: its fields, every piece of evidence in context, conflicts side by side, and what made it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tiestui.countries import country_name
from tiestui.model.records import Agreement, AnyRecord, Event, Evidence, Statement, Upgrade
from tiestui.model.safe import line, visible
from tiestui.model.wording import beside
from tiestui.views.citation import Cited, record_citation, source_citation
from tiestui.views.context import passage_at
from tiestui.views.dating import spoken
from tiestui.views.style import Style
from tiestui.views.wrapping import cells, marked, padded, painted, wrap

_NAME_WIDTH, _SOURCE_WIDTH = 14, 20


class Held(NamedTuple):
    """A document that the archive holds: its metadata and its stored text."""

    source: Cited
    text: str


FindSource = Callable[[str], Held | None]


def detail(record: AnyRecord, find_source: FindSource, style: Style) -> Iterator[str]:
    """The record as lines of text; `find_source` gives the document of a slug, None when it is not held."""
    mode = record.mode if isinstance(record, Statement) else None
    glyph = style.paint(style.glyph(record.type, mode), style.colour(record.type))
    flag = "" if record.modality == "actual" else f" ({record.modality})"
    yield f"{glyph} {style.paint(record.type + flag, 'bold')}  {record.id}\n"
    held = {slug: find_source(slug) for slug in dict.fromkeys(evidence.source for evidence in record.evidence)}
    for name, value in _fields(record, _reprints(held)):
        yield from _field(name, value, style)
    first = held[record.evidence[0].source] if record.evidence else None
    yield from _field("cite as", record_citation(record, first.source if first else None), style)
    if record.conflicts:
        yield from _conflicts(record, style)
    for number, evidence in enumerate(record.evidence, 1):
        yield "\n" + style.paint(f"Evidence {number} of {len(record.evidence)}", "bold") + "\n"
        yield from _evidence(evidence, held[evidence.source], style)
    if not record.evidence:
        made = "typed in by hand" if record.origin == "by hand" else record.origin
        yield f"\nNo evidence: the record was {made}\n"


def _reprints(held: Mapping[str, Held | None]) -> int:
    """How many of the documents say what another one says word for word, and so are not counted."""
    return sum(one is not None and one.source.duplicate_of in held for one in held.values())


def _fields(record: AnyRecord, reprints: int) -> Iterator[tuple[str, str]]:
    yield "date", _date(record)
    match record:
        case Statement():
            yield "speaker", _speaker(record)
            yield "speech", f"{record.mode}{f', cue “{record.cue}”' if record.cue else ''}"
            yield "via", record.via or ""
            yield "quote", f"“{record.quote}”" if record.mode == "direct" else record.quote
        case Upgrade():
            yield "action", record.action
            yield "level", f"{beside(record.action, record.title)} (rank {record.rank})"
            yield "modifiers", "; ".join(record.modifiers)
        case Agreement():
            yield "instrument", f"{record.instrument}, {record.status}"
            yield "title", record.title
            yield "fields", "; ".join(record.fields)
        case Event():
            yield "kind", record.kind
            yield "title", record.title
    yield "parties", ", ".join(f"{country_name(code)} ({code})" for code in record.parties)
    yield "pair", "-".join(record.pair) if record.pair else ""
    yield "topics", "; ".join(record.topics)
    uncounted = f" (and {reprints} reprint{'' if reprints == 1 else 's'}, not counted)" if reprints else ""
    yield "sources", f"{record.corroboration}{uncounted}"
    yield "review", record.review + (", starred" if record.starred else "")
    yield "origin", record.origin
    yield "note", record.note or ""
    if record.why:
        yield "rule", f"{record.why.rule}, by {', '.join(f'“{word}”' for word in record.why.words)}"


def _date(record: AnyRecord) -> str:
    if record.date is None:
        return "undated"
    words = spoken(record.date.edtf)
    exact = "" if words == record.date.edtf else f"{record.date.edtf}; "
    bound = f"; the text says “{record.date.bound}”" if record.date.bound else ""
    return f"{words} ({exact}{record.date_basis}{bound})"


def _speaker(record: Statement) -> str:
    if record.speaker is None:
        return "unknown"
    speaker = record.speaker
    country = country_name(speaker.country) if speaker.country else None
    known = [part for part in (speaker.role, speaker.affiliation, country) if part]
    kind = "" if speaker.kind == "person" else f" [{speaker.kind}]"
    about = f" ({', '.join(known)})" if known else ""
    return f"{speaker.name}{about}{kind}"


def _field(name: str, value: str, style: Style) -> Iterator[str]:
    if not value:
        return
    label = style.paint(f"  {name:{_NAME_WIDTH}}", "dim")
    for at, text in enumerate(_wrapped(line(value), style, _NAME_WIDTH + 2)):
        yield f"{' ' * (_NAME_WIDTH + 2) if at else label}{text}\n"


def _wrapped(text: str, style: Style, indent: int) -> Iterator[str]:
    return wrap(text, max(20, style.width - indent)) if style.pretty else iter((text,))


def _conflicts(record: AnyRecord, style: Style) -> Iterator[str]:
    """The values side by side, each with the sources that give it and what they say."""
    passages = {evidence.source: evidence.text for evidence in reversed(record.evidence)}
    for field in dict.fromkeys(conflict.field for conflict in record.conflicts):
        yield "\n" + style.paint(f"In conflict: {field}", "bold", "red") + "\n"
        others = [conflict for conflict in record.conflicts if conflict.field == field]
        against = {conflict.source for conflict in others}
        own = record.date.edtf if field == "date" and record.date else str(getattr(record, field, "") or "")
        rows = _own_rows(record, own, [source for source in reversed(passages) if source not in against])
        for value, source in (*rows, *((conflict.value, conflict.source) for conflict in others)):
            yield from _beside(value, source, passages.get(source, ""), style)


def _own_rows(record: AnyRecord, own: str, sources: Sequence[str]) -> list[tuple[str, str]]:
    """The record's own value beside the source that gives it; the others agree, with what words nobody knows here.

    A reader's edit stands for itself: which value each source gives is not known then.
    """
    if record.review == "edited":
        return [(own, "edited"), *(("", source) for source in sources)]
    first = record.evidence[0].source if record.evidence else None
    if first is None or first not in sources:
        return [(own, "this record"), *(("agrees", source) for source in sources)]
    return [(own, first), *(("agrees", source) for source in sources if source != first)]


def _beside(value: str, source: str, passage: str, style: Style) -> Iterator[str]:
    """One value, its source and its passage as three columns; the passage wraps on a terminal."""
    said = f"“{line(passage)}”" if passage else ""
    head = f"  {padded(line(value), _NAME_WIDTH)}{padded(line(source), _SOURCE_WIDTH)}  "
    indent = cells(head)
    for at, text in enumerate(_wrapped(said, style, indent)):
        yield f"{' ' * indent if at else head}{text}".rstrip() + "\n"


def _evidence(evidence: Evidence, held: Held | None, style: Style) -> Iterator[str]:
    place = f"{evidence.source}:{evidence.start}-{evidence.end}"
    if held is None:
        yield f"  {style.paint(line(place), 'dim')}, a source that this archive does not hold\n"
        yield from _quoted(evidence.text, style)
        return
    passage = passage_at(held.text, evidence.start, evidence.end)
    yield f"  {line(source_citation(held.source))}\n"
    twin = held.source.duplicate_of
    reprint = f"; a reprint of {twin}" if twin else ""
    where = f"{place}, paragraph {passage.paragraph}, line {passage.line}{reprint}"
    yield "  " + style.paint(line(where), "dim") + "\n"
    opening, closing = ("", "") if style.color else ("⟦", "⟧")
    before = ("… " if passage.cut_before else "") + passage.before
    after = passage.after + (" …" if passage.cut_after else "")
    yield from _quoted(f"{before}{opening}{passage.passage}{closing}{after}", style, len(before), len(passage.passage))


def _quoted(text: str, style: Style, start: int = 0, length: int = 0) -> Iterator[str]:
    """The text indented; with colour, `length` characters from `start` are painted."""
    shown = visible(text)
    if style.color and length:
        shown = marked(shown, start, start + length)
    rows = (row for piece in shown.splitlines() for row in _wrapped(line(piece), style, 4))
    for row in painted(rows, "\x1b[1;33m"):
        yield f"    {row}\n"
