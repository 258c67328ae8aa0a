"""Dates that are open on a side: shown at the day that is known, never in the year 1 or 9999."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive.made import mention
from tiestui.archive import Archive, open_archive
from tiestui.query import View
from tiestui.views.archived import listing_of
from tiestui.views.briefing.content import gather
from tiestui.views.briefing.markdown import write as briefing
from tiestui.views.chart import marks_of
from tiestui.views.dating import date_parts
from tiestui.views.formats import FORMATS, find_format
from tiestui.views.style import Style

LINES = ["upgrade ../1990 | old partnership", "event 1995 | visit", "event 1998/.. | fair", "upgrade 1999 | alliance"]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.db", "write") as archive:
        archive.bulk_import(mention(line, origin="imported") for line in LINES)
        yield archive


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if "records" in form.kinds])
def test_no_format_shows_a_year_that_nobody_told(archive: Archive, name: str) -> None:
    for style in (Style(), Style(pretty=True)):
        pieces = find_format(name, "records").write(listing_of(archive, View(), "records"), style)
        text = "".join(piece if isinstance(piece, str) else piece.decode() for piece in pieces)
        assert "old partnership" in text
        assert not any(wrong in text for wrong in ("0001-01", "../1\n", '"year":1,', "00010101", "99991231"))


def test_headings_titles_and_charts_have_the_end(archive: Archive) -> None:
    markdown = "".join(find_format("markdown", "records").write(listing_of(archive, View(), "records"), Style()))
    assert [row for row in markdown.splitlines() if row.startswith("## ")] == [
        "## until 1990",
        "## 1995",
        "## 1998",
        "## 1999",
    ]
    assert "".join(briefing(gather(archive, View()))).startswith("# France – Japan, 1990–1999\n")
    assert [mark.year for mark in marks_of(archive.ladder(View()))] == [1990, 1999]


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        ("../1990", ((1990, 12, 31), None)),
        ("1990/..", ((1990, 1, 1), None)),
        ("1990/1991", ((1990, 1, 1), (1991, 12, 31))),
        ("1990-05", ((1990, 5), None)),
    ],
)
def test_parts_of_a_date(edtf: str, parts: object) -> None:
    assert date_parts(edtf) == parts
