"""Every format of every kind of listing against its golden file; `tests.views.regenerate` writes them anew."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.views.awkward import RECORDS, listing
from tiestui.model.jsonform import loads
from tiestui.views.formats import FORMATS
from tiestui.views.safe import visible
from tiestui.views.style import PIPED, Style

GOLDEN = Path(__file__).parent / "golden"
STYLES = {"piped": PIPED, "pretty": Style(pretty=True, width=72), "colour": Style(pretty=True, color=True, width=60)}
CASES = [
    (kind, form.name, style)
    for form in FORMATS.values()
    for kind in form.kinds
    for style in (STYLES if form.name == "text" else ("piped",))
]


def golden_path(kind: str, name: str, style: str) -> Path:
    styled = "" if style == "piped" else f"-{style}"
    return GOLDEN / f"{kind}-{name}{styled}{FORMATS[name].suffix}"


def written(kind: str, name: str, style: str = "piped") -> str:
    pieces = FORMATS[name].write(listing(kind), STYLES[style])
    return "".join(piece.decode() if isinstance(piece, bytes) else piece for piece in pieces)


@pytest.mark.parametrize(("kind", "name", "style"), CASES)
def test_format_is_as_its_golden_file(kind: str, name: str, style: str) -> None:
    expected = golden_path(kind, name, style).read_bytes().decode()
    assert written(kind, name, style) == expected


@pytest.mark.parametrize(("kind", "name", "style"), CASES)
def test_no_format_passes_on_what_a_terminal_obeys(kind: str, name: str, style: str) -> None:
    text = re.sub(r"\x1b\[[\d;]+m", "", written(kind, name, style)) if style == "colour" else written(kind, name, style)
    assert visible(text) == text


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, name, style in CASES if name in ("csv", "tsv")])
def test_tables_have_cells_under_every_name_and_none_is_a_formula(kind: str, name: str) -> None:
    text = written(kind, name)
    if name == "csv":
        rows = list(csv.reader(io.StringIO(text, newline="")))
    else:
        rows = [line.split("\t") for line in text.splitlines()]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_json_and_json_lines_give_back_the_records() -> None:
    lines = written("records", "jsonl").splitlines()
    assert [loads(line) for line in lines] == list(RECORDS)
    assert json.loads(written("records", "json")) == [json.loads(line) for line in lines]


def test_piped_text_is_a_record_a_line_with_the_same_fields() -> None:
    lines = written("records", "text").split("\n")[:-1]
    assert len(lines) == len(RECORDS)
    assert {line.count("\t") for line in lines} == {6}


def test_markdown_items_do_not_act() -> None:
    text = written("records", "markdown")
    assert "\\[/bold\\]" in text
    assert "\\<script\\>" in text


def test_html_lets_nothing_act_or_load() -> None:
    text = written("records", "html")
    assert "<script" not in text
    assert "default-src 'none'; style-src 'sha256-" in text
    assert "unsafe-inline" not in text


def test_calendar_lines_are_folded_at_75_bytes_and_end_in_crlf() -> None:
    text = written("records", "ics")
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20210501\r\nDTEND;VALUE=DATE:20210601" in unfolded
    assert "May 2021\\, day not known" in unfolded
