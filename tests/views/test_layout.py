"""Wrapping, passages in context, charts: nothing is lost, nothing runs over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.views.awkward import LADDER, SOURCES
from tiestui.archive.overview import Step
from tiestui.model.safe import line
from tiestui.views.chart import by_pair, marks_of, note_on, step_chart
from tiestui.views.citation import source_citation
from tiestui.views.context import passage_at
from tiestui.views.wrapping import cells, marked, painted, wrap

texts = st.text().map(line)


@given(texts, st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    rows = list(wrap(text, width))
    assert all(cells(row) <= width for row in rows)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")


def test_wide_characters_take_two_cells_and_combining_ones_none() -> None:
    assert cells("两国") == 4
    assert cells("e\u0301") == 1


@given(texts, st.data(), st.integers(4, 40))
def test_paint_never_runs_over_a_line(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for row in painted(wrap(marked(text, start, end), width), "<on>"):
        assert row.count("<on>") == row.count("\x1b[0m")


@given(st.text("ab .!?\n", max_size=900), st.data())
def test_passage_stands_in_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start, len(text)))
    found = passage_at(text, start, end, around=40)
    assert found.passage == text[start:end]
    assert text[:start].endswith(found.before)
    assert text[end:].startswith(found.after)
    assert len(found.before) <= 40 or not found.cut_before
    assert found.line == 1 + text[:start].count("\n")


def step(year: int, rank: int, *, suspended: bool = False) -> Step:
    return Step(f"{year:04}", "upgraded", "x", (), rank, f"up-{year}", "A-B", standing=rank, suspended=suspended)


@given(st.lists(st.tuples(st.integers(1000, 2100), st.integers(0, 7)), max_size=60).map(sorted), st.integers(40, 100))
def test_chart_fits_and_shows_every_step(pairs: list[tuple[int, int]], width: int) -> None:
    marks = marks_of([step(year, rank) for year, rank in pairs])
    rows = step_chart(marks, width)
    assert all(len(row) <= width for row in rows)
    if rows and len(marks) <= 26:
        drawn = "".join(rows[:-2])
        assert all(drawn.count(mark.letter) == 1 for mark in marks)


def test_pairs_never_share_a_chart_and_undated_steps_stand_on_none() -> None:
    groups = dict(by_pair(LADDER))
    assert list(groups) == ["FJI-PER", ""]
    assert marks_of(groups[""]) == []


def test_chart_by_hand() -> None:
    assert step_chart(marks_of([step(1990, 1), step(2000, 3)]), 30) == [
        " 3 │                   ╭b─────",
        " 2 │                   │",
        " 1 │ a─────────────────╯",
        "   └──────────────────────────",
        "     1990               2000",
    ]


def test_a_chart_shows_what_is_suspended_as_a_broken_line() -> None:
    steps = [step(1990, 2), step(2000, 2, suspended=True), step(2004, 1)]
    assert step_chart(marks_of(steps), 30) == [
        " 2 │ a────────────b╌╌╌╌╮",
        " 1 │                   ╰c─────",
        "   └──────────────────────────",
        "     1990         2000  2004",
    ]
    assert step_chart(marks_of(steps), 30, ascii_only=True)[0] == " 2 | a------------b~~~~."
    assert "suspended" in note_on(steps)
    assert "suspended" not in note_on(steps[:1])


def test_citations_tell_what_is_known() -> None:
    assert [source_citation(source) for source in SOURCES[1:]] == [
        "“=Formula <b>bold</b>\x1b[2J | piped”, Suva \u202eYliad, 1999",
        "notes, early 2019",
        "Xi Yu, “About then”, about 1972",
    ]
