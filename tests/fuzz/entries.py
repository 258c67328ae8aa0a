"""Every place where outside data comes in, with a strategy for it and what must hold whatever comes.

An entry passes when its function takes the value or refuses it by an error of our own, in one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any

from hypothesis import strategies as st

from tiestui.errors import TiestuiError
from tiestui.model.documents import Document
from tiestui.model.jsonform import dumps, loads, to_json
from tiestui.reading import Limits, frontmatter, read_all_bytes, read_bytes

from .mutations import SEEDS, damaged
from .strategies import ANY_TEXT, DATE, FRONT_MATTER, PROSE, QUERY, record_lines

LIMITS = Limits(size=2_000_000, text=500_000, seconds=5)


@dataclass(frozen=True, slots=True)
class Entry:
    """One way in: what to try there, and the function that raises when a promise is broken."""

    name: str
    values: st.SearchStrategy[Any]
    check: Callable[[Any], None]


def _check_document(document: Document) -> None:
    """Text that can be stored, blocks in order that hold all of it."""
    document.text.encode()
    assert "\0" not in document.text
    place = 0
    for block in document.blocks:
        assert place <= block.start < block.end <= len(document.text)
        assert not document.text[place : block.start].strip()
        place = block.end
    assert not document.text[place:].strip()
    for value in (document.metadata.title, document.metadata.byline, document.metadata.outlet):
        assert value is None or (value.strip() and "\n" not in value)


def reads(name: str) -> Callable[[bytes], None]:
    """A check that reads bytes as a file of this name."""

    def check(data: bytes) -> None:
        complaints: list[TiestuiError] = []
        documents = list(read_all_bytes(data, name, complaints.append, limits=LIMITS))
        assert documents or complaints
        for complaint in complaints:
            _check_message(complaint, "standard input" if name == "-" else name)
        for document in documents:
            _check_document(document)

    return check


def _check_message(error: TiestuiError, start: str = "") -> None:
    assert error.message.startswith((start, "-")), error.message
    assert "\n" not in error.message
    assert "\r" not in error.message


@contextmanager
def refusals() -> Iterator[None]:
    """Lets an error of our own pass, if its message is one line."""
    try:
        yield
    except TiestuiError as error:
        _check_message(error)


def check_extraction(text: str) -> None:
    """Records whose evidence and quotations stand in the text at their places, and that merge."""
    from tiestui.chronology import merge
    from tiestui.extraction import extract

    document = None
    with refusals():
        document = read_bytes(text.encode(), "a.txt", limits=LIMITS)
    if document is None:
        return
    mentions = extract(document)
    for mention in mentions:
        for evidence in mention.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.text
        if mention.type == "statement":
            assert document.text[mention.quote_start : mention.quote_end] == mention.quote
    for record in merge(mentions):
        assert loads(dumps(to_json(record, explain=True))) == record


def check_front_matter(text: str) -> None:
    """Split off and read, or refused; what is left is the end of the text."""
    with refusals():
        yaml_text, rest = frontmatter.split(text)
        assert text.endswith(rest)
        frontmatter.read(yaml_text or "")


def check_date(text: str) -> None:
    """A date that prints as EDTF and is read back, or a refusal."""
    from tiestui.dates.edtf import parse_edtf
    from tiestui.dates.typed import read_date

    found = None
    with refusals():
        found = read_date(text)
    if found is not None:
        assert parse_edtf(found.edtf).edtf == found.edtf
        assert found.earliest <= found.latest


def check_query(text: str) -> None:
    """A query, or a refusal (which shows the place on lines of its own)."""
    from tiestui.query import parse_query

    try:
        parse_query(text)
    except TiestuiError:
        return


def check_record(line: str) -> None:
    """A record whose JSON gives it again, or a refusal."""
    record = None
    with refusals():
        record = loads(line)
    if record is not None:
        again = dumps(to_json(record, explain=True))
        again.encode()
        assert loads(again) == record


ENTRIES = {
    entry.name: entry
    for entry in (
        *(Entry(f"reader {kind}", damaged(seeds), reads(f"a.{kind}")) for kind, seeds in SEEDS.items()),
        Entry("reader of anything", st.binary(max_size=600) | damaged([*chain(*SEEDS.values())]), reads("-")),
        Entry("extraction", PROSE, check_extraction),
        Entry("front matter", FRONT_MATTER, check_front_matter),
        Entry("date", DATE | ANY_TEXT, check_date),
        Entry("query", QUERY | ANY_TEXT, check_query),
        Entry("record", record_lines(), check_record),
    )
}  # fmt: skip
