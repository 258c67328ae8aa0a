"""What must hold whatever comes in: taken and kept to the letter, or refused by an error of our own in one line."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tiestui.archive import Archive, open_archive
from tiestui.errors import TiestuiError
from tiestui.model.documents import Document
from tiestui.model.jsonform import dumps, loads, to_json
from tiestui.model.records import AnyRecord
from tiestui.reading import Limits, frontmatter, read_all_bytes, read_bytes

from .mutations import FRONT, WORDS

LIMITS = Limits(size=2_000_000, text=500_000, seconds=5)


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


@cache
def _archive() -> Archive:
    """A small archive of a few records, for queries to run on."""
    from tiestui.extraction import extract

    path = Path(tempfile.mkdtemp(prefix="tiestui-fuzz-")) / "fuzz.db"
    archive = open_archive(path, "write")
    document = read_bytes((FRONT + WORDS * 3 + "China and France signed a treaty in 2013.").encode(), "a.txt")
    archive.add(document, extract(document))
    return archive


def check_view(text: str) -> None:
    """A query that the database answers in every order, or a refusal; never an SQL error."""
    from tiestui.query.view import PANES, SORTS, View

    archive = _archive()
    for pane, sort in ((PANES[0], SORTS[0]), (PANES[1], SORTS[1]), (PANES[0], SORTS[2])):
        try:
            view = View(pane=pane, query=text, sort=sort)
            count = archive.count(view)
        except TiestuiError:
            return
        assert len(list(archive.stream(view, ("id", "date")))) == count


def check_import(data: bytes) -> None:
    """Records, and rows that are named with their line."""
    from tiestui.views.intake import parcels_in

    complaints: list[str] = []
    with refusals():
        for parcel in parcels_in(io.BytesIO(data), "a", complaints.append):
            assert all(line > 0 for line, _ in parcel.problems)
    for complaint in complaints:
        assert complaint.startswith("a:")
        assert "\n" not in complaint


def check_edit(case: tuple[AnyRecord, Mapping[str, str | None]]) -> None:
    """A record that its JSON gives again, or a refusal."""
    from tiestui.chronology.editing import edited

    record, changes = case
    changed = None
    with refusals():
        changed = edited(record, changes)
    if changed is not None:
        again = dumps(to_json(changed, explain=True))
        again.encode()
        assert loads(again) == changed


def check_decision(data: dict[str, Any]) -> None:
    """A decision that its JSON gives again, or a refusal."""
    from tiestui.chronology.decisions import decision_from_json, decision_to_json

    decision = None
    with refusals():
        decision = decision_from_json(data)
    if decision is not None:
        assert decision_from_json(decision_to_json(decision)) == decision


def check_correction(changes: Mapping[str, str | None]) -> None:
    """Corrections of a source that can be stored, or a refusal."""
    from tiestui.archive.correcting import read_corrections

    with refusals():
        dumps(read_corrections(changes)).encode()
