"""Rows, the strip and the ladder as lines: what stands where."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

import pytest

from tests.tui.memory import row_of
from tests.tui.stories import NOTE, TALKS, records
from tiestui.archive.keys import first_key
from tiestui.tui import chart, rows
from tiestui.tui.glyphs import ASCII, UNICODE
from tiestui.tui.lines import line_width, plain
from tiestui.tui.listing import Group
from tiestui.tui.marking import Terms, hits
from tiestui.tui.passages import wrapped
from tiestui.tui.spans import Span, SpanMap
from tiestui.tui.widgets.masthead import rounded
from tiestui.tui.widgets.record_list import Draw

LOOK = rows.Look(UNICODE)
ROWS = {record.id: row_of(number, record) for number, record in enumerate(records())}


@pytest.mark.parametrize(
    ("edtf", "with_year", "without"),
    [
        ("2016", "2016", ""),
        ("2022-09", "2022-09", "09"),
        ("2023-03-01", "2023-03-01", "03-01"),
        ("2019-01/2019-04", "2019-01/04", "01/04"),
        ("2023-05-12/2023-05-13", "2023-05-12/13", "05-12/13"),
        ("199X", "1990s", "1990s"),
        ("19XX", "19XX", "19XX"),
        ("2019-21", "2019-spring", "spring"),
        ("1972~", "1972~", "~"),
        ("../2015", "–2015", "–2015"),
        ("1877/1878", "1877/1878", "–1878"),
        ("1992/..", "1992–", "–"),
        ("1992-03/..", "1992-03–", "03–"),
        (None, "", ""),
    ],
)
def test_dates_at_their_own_precision(edtf: str | None, with_year: str, without: str) -> None:
    assert rows.short_date(edtf, year_above=False) == with_year
    assert rows.short_date(edtf, year_above=True) == without


@pytest.mark.parametrize("cells", [20, 40, 61, 100, 160])
@pytest.mark.parametrize("record_id", list(ROWS))
@pytest.mark.parametrize("draw", [rows.timeline, rows.agreement])
def test_no_row_is_wider_than_its_list(record_id: str, cells: int, draw: object) -> None:
    line = draw(ROWS[record_id], cells, LOOK)  # type: ignore[operator]
    assert line_width(line) <= cells


@pytest.mark.parametrize(
    ("title", "action", "shown"),
    [
        ("diplomatic relations established", "established", "▲ diplomatic relations established"),
        ("diplomatic relations severed", "severed", "▲ diplomatic relations severed"),
        ("strategic partnership", "suspended", "▲ suspended  strategic partnership"),
    ],
)
def test_what_was_done_is_said_once(title: str, action: str, shown: str) -> None:
    row = ROWS["up-aaaa2222"]._replace(text=title, action=action)
    assert plain(rows.timeline(row, 90, LOOK)).split("▲", 1)[1].startswith(shown[1:])


@pytest.mark.parametrize("draw", [rows.timeline, rows.quote, rows.agreement, rows.agreement_of_status])
def test_rows_say_the_pair_only_among_several_and_with_room(draw: Draw) -> None:
    several = rows.Look(UNICODE, pairs=True)
    row = ROWS["ag-cccc1111"]
    assert "NOR-PER" in plain(draw(row, 80, several))
    assert "NOR-PER" not in plain(draw(row, 40, several))
    assert "NOR-PER" not in plain(draw(row, 80, LOOK))
    without = plain(draw(row._replace(pair=None), 80, several))
    assert without.index("memorandum") == plain(draw(row, 80, several)).index("memorandum")


@pytest.mark.parametrize(
    ("title", "instrument", "cells", "shown"),
    [
        ("cooperate on cold-water fish", "commitment", 70, "2023-03-07 cooperate"),
        ("cooperate on cold-water fish", "protocol", 70, "2023-03-07 protocol  cooperate"),
        ("Protocol on cold-water fish", "protocol", 70, "2023-03-07 Protocol on"),
        ("Protocol on cold-water fish", "protocol", 120, "2023-03-07 protocol              Protocol on"),
    ],
)
def test_the_title_of_an_agreement_has_the_room(title: str, instrument: str, cells: int, shown: str) -> None:
    row = ROWS["ag-cccc1111"]._replace(text=title, instrument=instrument)
    assert shown in plain(rows.agreement_of_status(row, cells, rows.Look(UNICODE, year_above=False)))


def test_direct_and_reported_speech_are_told_apart() -> None:
    direct = plain(rows.timeline(ROWS["st-bbbb1111"], 90, LOOK))
    reported = plain(rows.timeline(ROWS["st-bbbb2222"], 90, LOOK))
    assert "❝ Ada Berg  “We keep our ports open,”  via The Paper" in direct
    assert "› Ada Berg  the fishing accord would hold" in reported
    assert "unknown" in plain(rows.timeline(ROWS["st-bbbb3333"], 90, LOOK))


def test_what_must_not_be_missed_stands_at_the_right() -> None:
    assert plain(rows.timeline(ROWS["up-aaaa2222"], 60, LOOK)).endswith("≠×2 ")
    assert plain(rows.agreement(ROWS["ag-cccc2222"], 90, LOOK)).endswith("planned  ")


def test_review_and_star_stand_in_the_margin() -> None:
    row = ROWS["up-aaaa1111"]._replace(review="accepted", starred=True)
    assert plain(rows.timeline(row, 60, LOOK)).startswith("★✓")
    assert plain(rows.timeline(row, 60, rows.Look(ASCII))).startswith("*+")


def test_the_first_hit_is_in_sight_however_long_the_text() -> None:
    row = ROWS["st-bbbb2222"]._replace(text="word " * 60 + "lighthouse at the end")
    line = rows.timeline(row, 60, rows.Look(UNICODE, Terms("lighthouse")))
    assert ("lighthouse", "hit") in line
    assert "…" in plain(line)


def test_a_cut_quotation_keeps_its_mark() -> None:
    line = plain(rows.timeline(ROWS["st-bbbb1111"]._replace(text="word " * 60), 60, LOOK))
    assert line.rstrip().endswith("…”")


def test_headings_say_who_and_how_many() -> None:
    assert plain(rows.heading(Group(0, "Ada Berg", 1200), 50, LOOK, "President")).split() == [
        "Ada", "Berg", "President", "1,200",
    ]  # fmt: skip
    assert "unknown" in plain(rows.heading(Group(0, None, 1), 30, LOOK))
    assert "no date" in plain(rows.heading(Group(0, "undated", 1), 30, LOOK))


def key(year: int, month: int = 1) -> int:
    return first_key(date(year, month, 1).toordinal())


def counted(keys: list[int]) -> chart.Count:
    return lambda low, high: bisect_left(keys, high) - bisect_left(keys, low)


@pytest.mark.parametrize(
    ("first", "last", "most", "stretches"),
    [((1999, 1), (2024, 1), 40, 26), ((1999, 1), (2024, 1), 10, 9), ((2023, 2), (2023, 11), 40, 12)],
)
def test_the_strip_takes_months_years_or_more(
    first: tuple[int, int], last: tuple[int, int], most: int, stretches: int
) -> None:
    keys = [key(*first), key(*last)]
    found = chart.buckets(keys, counted(keys), [keys[0]], most)
    assert len(found) == stretches
    assert sum(bucket.records for bucket in found) == 2
    assert sum(bucket.upgrades for bucket in found) == 1
    assert "here" in [style for _, style in chart.strip(found, keys[0], UNICODE)]


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0"), (999, "999"), (1499, "1k"), (699_849, "700k"), (999_499, "999k"), (1_250_001, "1.3M")],
)
def test_large_numbers_are_rounded_where_room_is_short(count: int, shown: str) -> None:
    assert rounded(count) == shown


def test_the_strip_of_nothing_is_nothing() -> None:
    assert chart.buckets([], counted([]), [], 20) == []


STEPS = [
    chart.Step(key(1999), "a", 1, "1999", "diplomatic relations"),
    chart.Step(key(2007), "b", 4, "2007", "strategic partnership"),
    chart.Step(key(2015, 9), "c", 5, "2015-09", "comprehensive strategic partnership"),
    chart.Step(key(2016), "d", 5, "2016", "mutual trust"),
    chart.Step(key(2020), "e", 0, "2020", "severed"),
]


@pytest.mark.parametrize("cells", [24, 60, 100, 200])
@pytest.mark.parametrize("height", [4, 7, 12])
def test_the_ladder_fits_and_has_a_step_for_each_upgrade(cells: int, height: int) -> None:
    drawn = chart.ladder(STEPS, cells, height, UNICODE, here="b")
    assert all(line_width(line) == cells for line in drawn.lines)
    assert [number for _, _, number in drawn.spots] == [0, 1, 2, 3, 4]
    columns = [column for _, column, _ in drawn.spots]
    assert columns == sorted(set(columns))
    ranks = [line for line, _, _ in drawn.spots]
    assert ranks[1] < ranks[0]
    assert ranks[4] > ranks[3]


@pytest.mark.parametrize("cells", [12, 24, 40, 100])
def test_every_step_of_a_crowded_ladder_that_has_a_cell_is_in_sight(cells: int) -> None:
    crowd = [chart.Step(key(2000 + n // 12, n % 12 + 1), str(n), n % 5, str(2000 + n // 12), "x") for n in range(60)]
    drawn = chart.ladder(crowd, cells, 8, UNICODE)
    columns = [column for _, column, _ in drawn.spots]
    assert columns == sorted(set(columns))
    assert 0 <= columns[0] <= columns[-1] < cells
    assert drawn.spots[-1][2] == 59


def test_what_is_suspended_rests_on_its_rung_until_it_is_taken_up_again() -> None:
    steps = [
        chart.Step(key(1985), "a", 4, "1985", "strategic partnership"),
        chart.Step(key(1999), "b", 4, "1999", "suspended", suspended=True),
        chart.Step(key(2009), "c", 4, "2009", "resumed"),
    ]
    drawn = chart.ladder(steps, 120, 6, UNICODE)
    line = plain(drawn.lines[0])
    (_, first, _), (_, halt, _), (_, again, _) = drawn.spots
    assert "─" in line[first:halt]
    assert "┄" not in line[first:halt]
    assert line[halt] == "○"
    assert "┄" in line[halt:again]
    assert "─" not in line[halt:again]
    assert line[again] == "●"


def test_a_label_of_wide_characters_and_marks_keeps_the_width() -> None:
    steps = [chart.Step(key(1999), "a", 1, "1999", "전략적 동반자 e\u0301"), *STEPS[1:]]
    assert all(line_width(line) == 100 for line in chart.ladder(steps, 100, 8, UNICODE).lines)


def test_the_ladder_names_rungs_levels_and_years() -> None:
    text = "\n".join(plain(line) for line in chart.ladder(STEPS, 160, 12, UNICODE).lines)
    for words in ("5 comprehensive strategic", "0 none, or severed", "strategic partnership", "1999", "2015"):
        assert words in text


def test_wrapped_lines_hang_under_their_label() -> None:
    lines = [plain(line) for line in wrapped([("label    ", "muted"), ("some words that are long", "plain")], 20, 9)]
    assert lines == ["label    some words", "         that are", "         long"]


def test_the_innermost_span_wins_and_the_current_one_stands_out() -> None:
    spans = SpanMap([Span(0, 20, "outer", "agreement"), Span(5, 10, "inner", "upgrade")])
    assert spans.spans[spans.at(7) or 0].record_id == "inner"
    assert spans.spans[spans.at(12) or 0].record_id == "outer"
    styles = {style: text for text, style in spans.runs(TALKS[:20], 0, 20, spans.of_record("inner"))}
    assert styles["passage-upgrade"] == TALKS[5:10]
    assert spans.nearest(5, 10) == 1
    assert spans.at(25) is None


def test_hits_do_not_mind_case_and_accents() -> None:
    assert [NOTE[a:b] for a, b in hits(NOTE, Terms("PÉRU OR ferry"))] == ["Peru", "ferry"]
    assert hits(NOTE, Terms("-peru")) == []
