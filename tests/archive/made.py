"""Documents and mentions made by hand for the archive's tests: a line of a text is a mention.

`document("a.txt", lines)` makes a document of these lines and the mentions in it. A line is `TYPE date | words`, such
as "upgrade 2013 | strategic partnership" or "statement 2014-05-06 | Ana Ito: trade will grow".
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from tiestui.dates.edtf import parse_edtf
from tiestui.model.documents import Block, Document, Metadata
from tiestui.model.records import Agreement, AnyRecord, Event, Evidence, Speaker, Statement, Upgrade

PAIR = ("FRA", "JPN")


def document(
    name: str, lines: Iterable[str], *, outlet: str | None = None, **shared: Any
) -> tuple[Document, tuple[AnyRecord, ...]]:
    """A document whose text is the lines, and the mention of each."""
    lines = list(lines)
    text = "\n".join(lines) + "\n"
    mentions = []
    start = 0
    for line in lines:
        mentions.append(mention(line, name, start, **shared))
        start += len(line) + 1
    title = PurePath(name).stem.title()
    metadata = Metadata(title=title, outlet=outlet, published=parse_edtf("2020-01-02"), published_basis="flag")
    digest = sha256(text.encode()).hexdigest()
    return Document(name, text, metadata, (Block(0, len(text), "body"),), digest), tuple(mentions)


def mention(line: str, source: str = "a.txt", start: int = 0, **shared: Any) -> AnyRecord:
    """The mention of one line that stands at `start` of the source."""
    head, _, words = line.partition(" | ")
    kind, _, date = head.partition(" ")
    values: dict[str, Any] = {
        "pair": PAIR,
        "parties": PAIR,
        "title": words,
        "date": parse_edtf(date) if date else None,
        "date_basis": "stated" if date else "none",
        "evidence": (Evidence(source, start, start + len(line), line),),
        **shared,
    }
    match kind:
        case "upgrade":
            return Upgrade(level=words, rank=4, **values)
        case "agreement":
            return Agreement(instrument="treaty", status="signed", **values)
        case "event":
            return Event(kind="visit", **values)
    name, _, quote = words.rpartition(": ")
    place = start + line.index(quote)
    who = Speaker(name, role="Minister", country="JPN") if name else None
    return Statement(speaker=who, mode="direct", quote=quote, quote_start=place, quote_end=place + len(quote), **values)


LINES = (
    "upgrade 2005 | strategic partnership",
    "upgrade 2013-06-07 | exceptional partnership",
    "statement 2013-06-07 | Ana Ito: trade with Éire will grow",
    "statement 2014 | Jun Mori: the silk road is long",
    "statement 2014-02 | Ana Ito: we will open the silk market",
    "statement | nobody is named here",
    "agreement 2014-05-06 | treaty on fisheries",
    "event 2015-09-01/2015-09-03 | visit to Kyoto",
)
