"""A record as the evidence pane shows it: what it says, where it stands in its sources, what contradicts it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tiestui.errors import ArchiveError
from tiestui.light import NamedTuple
from tiestui.model import Agreement, AnyRecord, Event, Evidence, Statement, Upgrade
from tiestui.tui.glyphs import Glyphs
from tiestui.tui.lines import MUTED, PLAIN, Line, Run, flat, joined, pad, plain, safe
from tiestui.tui.marking import Terms, hits, marked
from tiestui.tui.provider import Reader
from tiestui.tui.wrapping import wrap
from tiestui.views.context import passage_at
from tiestui.views.dating import spoken

if TYPE_CHECKING:
    from tiestui.archive.sources import Source

LABEL_CELLS = 9
BASES = {
    "stated": "stated",
    "relative": "worked out from the text",
    "document": "the day of the document",
    "none": "",
}


class Cited(NamedTuple):
    """A piece of evidence with the words around it. `citation` names its source and the place in it."""

    evidence: Evidence
    before: str
    after: str
    citation: str


class Card(NamedTuple):
    """A record and its passages, read to be shown."""

    record: AnyRecord
    passages: tuple[Cited, ...]


def card_of(reader: Reader, record_id: str) -> Card:
    """The card of a record; evidence whose source is not held stands without context and says so."""
    record = reader.record(record_id)
    return Card(record, tuple(_cited(reader, evidence) for evidence in record.evidence))


def _cited(reader: Reader, evidence: Evidence) -> Cited:
    try:
        source, text = reader.source(evidence.source), reader.text(evidence.source)
    except ArchiveError:
        return Cited(evidence, "", "", f"{evidence.source}, which this archive does not hold")
    passage = passage_at(text, evidence.start, evidence.end)
    before = "… " * passage.cut_before + passage.before
    after = passage.after + " …" * passage.cut_after
    return Cited(evidence, before, after, citation(source, passage.paragraph))


def citation(source: Source, paragraph: int) -> str:
    """Byline, outlet, day of publication and paragraph, as far as they are known."""
    published = spoken(source.published) if source.published else None
    if published and source.published_basis == "text":
        published += " (inferred)"
    name = joined((source.byline, source.outlet, published), ", ") or source.title or source.id
    return f"{name}, paragraph {paragraph}"


def wrapped(runs: Sequence[Run], cells: int, indent: int = 0) -> list[Line]:
    """Runs as lines of at most `cells`, the later ones indented."""
    text = plain(runs)
    spans = wrap(text, max(8, cells))
    if indent and len(spans) > 1:
        begin = spans[0][1]
        spans = [
            spans[0],
            *((begin + first, begin + last) for first, last in wrap(text[begin:], max(8, cells - indent))),
        ]
    lines: list[Line] = []
    for number, (start, end) in enumerate(spans):
        line = sliced(runs, start, end)
        lines.append([(" " * indent, PLAIN), *line] if indent and number else line)
    return lines


def sliced(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs between two offsets of their joined text, without a space at the end."""
    out: list[Run] = []
    at = 0
    for text, style in runs:
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            out.append((text[first:last], style))
        at += len(text)
    if out:
        out[-1] = (out[-1][0].rstrip(" "), out[-1][1])
    return out


def card_lines(
    card: Card, cells: int, glyphs: Glyphs, terms: Terms, name_of_country: Callable[[str], str] = str
) -> list[Line]:
    """The lines of the evidence pane."""
    record = card.record
    style = record.type if not isinstance(record, Statement) else ("direct" if record.mode == "direct" else "reported")
    sign = glyphs.kind(record.type, getattr(record, "mode", None))
    head: list[Run] = [(f"{sign} {_kind_name(record)}", style)]
    if record.date:
        head.append((f"  {spoken(record.date.edtf)}", "heading"))
    if record.modality != "actual":
        head.append((f"  {record.modality}", record.modality))
    lines: list[Line] = [head, []]
    lines += wrapped(_words(record, glyphs, terms), cells)
    lines.append([])
    for label, value, name in _facts(record, name_of_country):
        runs = [(pad(label, LABEL_CELLS), MUTED), *marked(flat(value), name, hits(flat(value), terms))]
        lines += wrapped(runs, cells, LABEL_CELLS)
    count = len(card.passages)
    for number, passage in enumerate(card.passages, 1):
        lines += [[], [(f"EVIDENCE {number} of {count}" if count > 1 else "EVIDENCE", "heading")]]
        lines += passage_lines(passage, style, cells, terms)
    if not count:
        lines += [[], [("No evidence: " + record.origin, MUTED)]]
    return lines


def passage_lines(passage: Cited, style: str, cells: int, terms: Terms) -> list[Line]:
    """The passage within its context, and the citation under it."""
    before, after = safe(passage.before), safe(passage.after)
    shown = flat(passage.evidence.text)
    runs = [
        *marked(before, MUTED, hits(before, terms)),
        *marked(shown, f"passage-{style}", hits(shown, terms)),
        *marked(after, MUTED, hits(after, terms)),
    ]
    return [*wrapped(runs, cells), *wrapped([(flat(passage.citation), "citation")], cells)]


def _kind_name(record: AnyRecord) -> str:
    if isinstance(record, Statement):
        return "QUOTE" if record.mode == "direct" else "REPORTED"
    return record.type.upper()


def _words(record: AnyRecord, glyphs: Glyphs, terms: Terms) -> list[Run]:
    style = "denied" if record.modality == "denied" else "strong"
    if isinstance(record, Statement):
        text = flat(record.quote)
        runs = marked(text, style, hits(text, terms))
        if record.mode == "direct":
            runs = [(glyphs.open_quote, MUTED), *runs, (glyphs.close_quote, MUTED)]
        return runs
    text = flat(record.title)
    return marked(text, style, hits(text, terms))


def _facts(record: AnyRecord, name: Callable[[str], str]) -> list[tuple[str, str, str]]:
    facts: list[tuple[str, str | None, str]] = []
    match record:
        case Upgrade():
            facts += [
                ("level", f"{record.level} ({record.rank})", "level"),
                ("with", "; ".join(record.modifiers) or None, PLAIN),
                ("action", record.action, PLAIN),
            ]
        case Statement():
            speaker = record.speaker
            facts += [
                ("speaker", speaker.name if speaker else "unknown", "speaker" if speaker else MUTED),
                ("role", joined((speaker.role, speaker.affiliation), ", ") or None if speaker else None, PLAIN),
                ("country", name(speaker.country) if speaker and speaker.country else None, PLAIN),
                ("via", record.via, PLAIN),
            ]
        case Agreement():
            facts += [
                ("status", record.status, "agreement"),
                ("kind", record.instrument, PLAIN),
                ("fields", ", ".join(record.fields) or None, PLAIN),
            ]
        case Event():
            facts.append(("kind", record.kind, PLAIN))
    facts += [
        ("date", f"{record.date}, {BASES[record.date_basis]}" if record.date else "not known", PLAIN),
        ("parties", ", ".join(map(name, record.parties)) or None, PLAIN),
        ("topics", ", ".join(record.topics) or None, PLAIN),
        ("sources", str(record.corroboration) if record.corroboration > 1 else None, PLAIN),
    ]
    facts += [("conflict", f"{c.field} {c.value} in {c.source}", "conflict") for c in record.conflicts]
    facts += [
        ("review", record.review, record.review if record.review != "unreviewed" else MUTED),
        ("origin", record.origin if record.origin != "extracted" else None, PLAIN),
        ("note", record.note, PLAIN),
        ("id", record.id, MUTED),
    ]
    return [(label, value, style) for label, value, style in facts if value]
