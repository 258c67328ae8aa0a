from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.dates.builders import (
    approximate,
    century_date,
    day_date,
    decade_date,
    interval,
    month_date,
    part_of,
    part_of_month,
    part_of_year,
    season_date,
    week_date,
    year_date,
)
from tiestui.dates.edtf import full_date, parse_edtf
from tiestui.dates.partial import PartialDate
from tiestui.errors import FieldError

YEARS = st.integers(min_value=1, max_value=9998)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))
SIMPLE = st.one_of(
    DAYS.map(day_date),
    st.builds(month_date, YEARS, st.integers(1, 12)),
    YEARS.map(year_date),
    YEARS.map(decade_date),
    YEARS.map(century_date),
    st.builds(season_date, YEARS, st.sampled_from([21, 22, 23, 24])),
).flatmap(lambda found: st.sampled_from([found, approximate(found)]))


def ordered(first: PartialDate, last: PartialDate) -> PartialDate:
    try:
        return interval(first, last)
    except FieldError:
        return first


DATES = st.one_of(SIMPLE, st.builds(ordered, SIMPLE, SIMPLE))


@given(DATES)
def test_what_is_built_reads_back_equal(found: PartialDate) -> None:
    assert parse_edtf(found.edtf) == found
    assert found.earliest <= found.latest


@given(DATES, DATES)
def test_what_is_contained_allows_no_more_days(one: PartialDate, other: PartialDate) -> None:
    assert not one.contains(other) or other.days <= one.days


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        found = parse_edtf(text)
    except FieldError:
        return
    assert parse_edtf(found.edtf) == found


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2005", date(2005, 1, 1), date(2005, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2023-03-01", date(2023, 3, 1), date(2023, 3, 1)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2004-21", date(2004, 3, 1), date(2004, 5, 31)),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
        ("1972~", date(1972, 1, 1), date(1972, 12, 31)),
        ("2019-01/2019-04", date(2019, 1, 1), date(2019, 4, 30)),
        ("1992/..", date(1992, 1, 1), date.max),
        ("../2015", date.min, date(2015, 12, 31)),
    ],
)
def test_the_days_that_a_text_allows(text: str, earliest: date, latest: date) -> None:
    found = parse_edtf(text)
    assert (found.edtf, found.earliest, found.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    ("text", "canonical"), [("2022-XX", "2022"), ("2022-09-XX?", "2022-09?"), ("2019/2019", "2019")]
)
def test_several_ways_to_write_a_date_have_one_canonical_text(text: str, canonical: str) -> None:
    assert parse_edtf(text).edtf == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022-13",
        "2022-9",
        "2022-02-30",
        "22",
        "0000",
        "2022/2021",
        "/",
        "../..",
        "199X-02",
        "2022-21-01",
        "May",
        "20222",
        "2022-XX-01",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="is no date"):
        parse_edtf(text)


def test_parts_of_a_year_a_month_and_a_decade() -> None:
    assert part_of_year("early", 2019).edtf == "2019-01/2019-04"
    assert part_of_year("mid", 2019).edtf == "2019-05/2019-08"
    assert part_of_year("late", 2019).edtf == "2019-09/2019-12"
    assert part_of_month("late", 2023, 2).edtf == "2023-02-21/2023-02-28"
    assert part_of("early", decade_date(1990)).edtf == "1990/1993"
    assert part_of("quarter 3", year_date(2021)).edtf == "2021-07/2021-09"
    assert part_of("early", day_date(date(2020, 1, 1))).edtf == "2020-01-01"


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert week_date(date(2023, 3, 2)).edtf == "2023-02-27/2023-03-05"


@pytest.mark.parametrize(
    "text",
    ["2023-03-01", "0001-01-01", "2023-02-29", "2023-03", "20230301", "2023-W09-3", "2023-03-01~", " 2023-03-01"],
)
def test_full_date_is_told_quickly_or_not_at_all(text: str) -> None:
    day = full_date(text)
    if day is not None:
        assert parse_edtf(text) == PartialDate(text, day, day)
    assert (day is not None) == (text in ("2023-03-01", "0001-01-01"))
