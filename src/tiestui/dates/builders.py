"""Partial dates built from numbers: what the grammar and the chronology make them with.

Every builder returns a canonical `PartialDate`; one that the calendar does not have raises
`ValueError` or `FieldError`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from tiestui.dates.edtf import interval, last_day_of_month, parse_edtf
from tiestui.dates.partial import Bound, PartialDate

Part = Literal["early", "mid", "late", "half 1", "half 2", "quarter 1", "quarter 2", "quarter 3", "quarter 4"]

_MONTHS_OF_PART: dict[str, tuple[int, int]] = {
    **{"early": (1, 4), "mid": (5, 8), "late": (9, 12), "half 1": (1, 6), "half 2": (7, 12)},
    **{f"quarter {number}": (number * 3 - 2, number * 3) for number in (1, 2, 3, 4)},
}
_DAYS_OF_PART = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "half 1": (1, 15), "half 2": (16, 31)}
_YEARS_OF_PART = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "half 1": (0, 4), "half 2": (5, 9)}
_YEARS_OF_CENTURY = {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "half 1": (0, 49), "half 2": (50, 99)}


@lru_cache(maxsize=4096)
def day_date(day: date) -> PartialDate:
    """One day."""
    return PartialDate(day.isoformat(), day, day)


@lru_cache(maxsize=4096)
def month_date(year: int, month: int) -> PartialDate:
    """A month: `2022-09`."""
    first = date(year, month, 1)
    return PartialDate(first.isoformat()[:7], first, last_day_of_month(year, month))


@lru_cache(maxsize=1024)
def year_date(year: int) -> PartialDate:
    """A year: `2005`."""
    return PartialDate(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))


def season_date(year: int, code: int) -> PartialDate:
    """A season by its EDTF code, 21 (spring) to 24 (winter, which runs into the next year): `2004-21`."""
    return parse_edtf(f"{year:04d}-{code}")


def decade_date(year: int) -> PartialDate:
    """The decade of a year: `199X`."""
    return parse_edtf(f"{year // 10:03d}X")


def century_date(year: int) -> PartialDate:
    """The hundred years that share the first two digits of a year: `19XX`."""
    return parse_edtf(f"{year // 100:02d}XX")


def months_date(year: int, first: int, last: int) -> PartialDate:
    """From one month of a year to another: `2019-01/2019-04`."""
    return interval(month_date(year, first), month_date(year, last))


def days_date(first: date, last: date) -> PartialDate:
    """From one day to another: `2023-05-12/2023-05-13`."""
    return interval(day_date(first), day_date(last))


def week_date(day: date) -> PartialDate:
    """The week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return days_date(monday, monday + timedelta(days=6))


def part_of_year(part: Part, year: int) -> PartialDate:
    """A part of a year: "early" is January to April, "mid" May to August, "late" September to December."""
    return months_date(year, *_MONTHS_OF_PART[part])


def part_of_month(part: Part, year: int, month: int) -> PartialDate:
    """A part of a month: "early" is the 1st to the 10th, "mid" the 11th to the 20th, "late" the rest."""
    first, last = _DAYS_OF_PART[part]
    end = last_day_of_month(year, month)
    return days_date(date(year, month, first), end.replace(day=min(last, end.day)))


def part_of(part: Part, whole: PartialDate) -> PartialDate:
    """The part of a year, month, decade or century; any other date, or a part it does not have, comes back whole."""
    text, start = whole.edtf, whole.earliest
    if len(text) == 7 and text[5] in "01" and part in _DAYS_OF_PART:
        return part_of_month(part, start.year, start.month)
    if text.endswith("XX") and part in _YEARS_OF_CENTURY:
        first, last = _YEARS_OF_CENTURY[part]
    elif text.endswith("X") and part in _YEARS_OF_PART:
        first, last = _YEARS_OF_PART[part]
    else:
        return part_of_year(part, start.year) if len(text) == 4 and text.isdigit() else whole
    return interval(year_date(start.year + first), year_date(start.year + last))


def approximate(partial: PartialDate) -> PartialDate:
    """The same date with "about" before it: `1972~`. Intervals and already qualified dates stay as they are."""
    if "/" in partial.edtf or partial.edtf[-1] in "~?%":
        return partial
    return replace(partial, edtf=partial.edtf + "~")


def bounded(partial: PartialDate, bound: Bound | None) -> PartialDate:
    """The same date with the bound that the prose put on it."""
    return partial if partial.bound == bound else replace(partial, bound=bound)
