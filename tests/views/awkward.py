"""Records, sources, speakers and levels with all that a format can stumble over; and listings of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tiestui.archive.overview import SpeakerRow, Step, placed
from tiestui.archive.sources import Source
from tiestui.dates.edtf import parse_edtf
from tiestui.model import Agreement, AnyRecord, Conflict, Event, Evidence, Speaker, Statement, Upgrade
from tiestui.model.jsonform import dumps
from tiestui.views.columns import Row
from tiestui.views.listing import Listing
from tiestui.views.rows import row_of

PAIR = ("FJI", "PER")
NASTY = "a\tb\r\nc \x1b]52;c;aGk=\x07 \u202egnp.exe\u202c zero\u200bwidth [/bold] <script>alert('1')</script> `x` | y"


def evidence(text: str, source: str = "lima-2021", start: int = 10) -> tuple[Evidence, ...]:
    return (Evidence(source, start, start + len(text), text),)


def statement(quote: str, **values: object) -> Statement:
    fields: dict[str, object] = {
        "pair": PAIR,
        "parties": PAIR,
        "title": quote,
        "quote": quote,
        "evidence": evidence(quote),
        "quote_start": 10,
        "quote_end": 10 + len(quote),
    }
    return Statement(**(fields | values))  # type: ignore[arg-type]


RECORDS: tuple[AnyRecord, ...] = (
    Upgrade(
        id="up-decade",
        pair=PAIR,
        parties=PAIR,
        date=parse_edtf("197X"),
        date_basis="stated",
        title="diplomatic relations",
        action="established",
        level="diplomatic relations",
        rank=1,
        evidence=evidence("ties, in the 1970s"),
    ),
    Upgrade(
        id="up-about",
        pair=PAIR,
        parties=PAIR,
        date=parse_edtf("1972~"),
        date_basis="stated",
        title="embassy",
        action="established",
        level="embassy",
        rank=1,
        evidence=evidence("an embassy about 1972"),
        modality="denied",
        conflicts=(Conflict("date", "1974", "suva, 1999"),),
        corroboration=2,
        review="accepted",
        starred=True,
    ),
    Upgrade(
        id="up-month",
        pair=PAIR,
        parties=PAIR,
        date=parse_edtf("2021-05"),
        date_basis="stated",
        rank=7,
        title="all-weather comprehensive strategic partnership",
        action="upgraded",
        modifiers=("all-weather", "in the new era"),
        level="comprehensive strategic partnership",
        evidence=evidence("an all-weather partnership"),
        modality="planned",
    ),
    statement(
        '=HYPERLINK("http://x", "they said ""go""")',
        id="st-formula",
        mode="direct",
        cue="said",
        speaker=Speaker("Ana d'Costa-Núñez", "Prime Minister", 'Union, "Old"', "PER"),
        date=parse_edtf("2021-05-03"),
        date_basis="stated",
        speaker_start=0,
        speaker_end=3,
        topics=("trade", "law"),
    ),
    statement(
        NASTY,
        id="st-nasty",
        mode="direct",
        speaker=Speaker("@Evil\x1b[31m Bob"),
        via="The\nOutlet",
        date=parse_edtf("2021-05-03"),
        date_basis="document",
        note="look; again, \\ here\nand there",
    ),
    statement(
        "两国人民的友谊 will last, said the ministers; שלום; e\u0301te\u0301 & 100 % of $5 #1 ~ {x}_y^z",
        id="st-wide",
        speaker=Speaker("Li Na and Adi Vula", kind="group"),
        date=parse_edtf("2021-05-03/2021-05-05"),
        date_basis="relative",
    ),
    statement(
        "Nobody knows who said that. " * 12 + "x" * 130, id="st-long", date=parse_edtf("2021-07"), date_basis="document"
    ),
    Agreement(
        id="ag-treaty",
        pair=PAIR,
        parties=(*PAIR, "NZL"),
        date=parse_edtf("2021-01/2021-04"),
        date_basis="stated",
        title="treaty of *friendship* & [co-operation]",
        instrument="treaty",
        status="in force",
        fields=("fishing", "customs"),
        evidence=(*evidence("the treaty of friendship"), *evidence("that treaty", "suva-1999", 3)),
        corroboration=2,
    ),
    Event(
        id="ev-visit",
        pair=PAIR,
        parties=PAIR,
        date=parse_edtf("2022-21"),
        date_basis="stated",
        kind="visit",
        title="-state visit",
        evidence=evidence("a state visit in spring"),
        review="rejected",
    ),
    Event(
        id="ev-hand",
        parties=("PER",),
        title="a meeting that no source tells",
        kind="meeting",
        origin="by hand",
        review="edited",
        corroboration=0,
    ),
)


def source(slug: str, title: str | None, byline: str | None = None, outlet: str | None = None, **more: Any) -> Source:
    values: dict[str, Any] = {
        "published": None,
        "published_basis": "none",
        "language": None,
        "origin": None,
        "sha256": "0" * 64,
        "pairs": (),
        "records": 0,
        "duplicate_of": None,
        "note": None,
    }
    return Source(id=slug, title=title, byline=byline, outlet=outlet, **(values | more))


SOURCES = (
    source(
        "lima-2021",
        "Costs & benefits: 100 % of {what} we_know #1 \\ ~",
        'Ana d\'Costa, "Bo" Ek',
        "The Lima Post",
        published="2021-05-04",
        published_basis="front matter",
        language="en",
        pairs=("FJI-PER", "NZL-PER"),
        origin="https://lima.example/a?b=c&d=[e]",
        records=9,
    ),
    source(
        "suva-1999",
        "=Formula <b>bold</b>\x1b[2J | piped",
        None,
        "Suva \u202eYliad",
        published="1999",
        published_basis="text",
        origin="/tmp/suva.txt",
        records=1,
        duplicate_of="lima-2021",
    ),
    source("notes", None, published="2019-01/2019-04", published_basis="flag"),
    source("old", "About then", "Xi Yu", published="1972~", published_basis="flag", language="fr"),
)


SPEAKERS = (
    SpeakerRow(None, None, None, None, 3, 1, "2021", "2021"),
    SpeakerRow("Ana d'Costa-Núñez", "Prime Minister", "PER", "person", 12, 7, "2019-05-03", "2021-05-03"),
    SpeakerRow("+Evil\x1b[31m Bob", None, None, "person", 1, 1, None, None),
    SpeakerRow(
        "外交部", "a ministry with a rather long role " * 4, "CHN", "body", 1234, 0, "199X", "2021-05-03/2021-05-05"
    ),
)


LADDER = placed(
    (
        Step("197X", "established", "diplomatic relations", (), 1, "up-decade", "FJI-PER"),
        Step("2021-05", "upgraded", "comprehensive strategic partnership", ("all-weather",), 7, "up-month", "FJI-PER"),
        Step(None, "severed", "diplomatic relations", (), 0, "up-cut", None),
    )
)

_OBJECTS: dict[str, Sequence[object]] = {"sources": SOURCES, "speakers": SPEAKERS, "ladder": LADDER}


def listing(kind: str, title: str = "Awkward <title> & *more*") -> Listing:
    """A listing of the awkward things; its complaints are kept nowhere."""
    return Listing(kind, lambda columns: _rows(kind, columns), lambda: title, made=1_700_000_000.0)  # type: ignore[arg-type]


def _rows(kind: str, columns: Sequence[str]) -> Iterator[Row]:
    if kind == "records":
        return (row_of(record, columns) for record in RECORDS)
    from tiestui.views.archived import row_of_summary

    return (row_of_summary(summary, kind, columns) for summary in _OBJECTS[kind])  # type: ignore[arg-type]


__all__ = ["LADDER", "NASTY", "RECORDS", "SOURCES", "SPEAKERS", "dumps", "evidence", "listing", "statement"]
