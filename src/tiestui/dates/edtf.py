"""EDTF text to `PartialDate` and back: the subset of ISO 8601-2:2019 that records use.

Read: `2023-03-01`, `2022-09`, `2005`, seasons `2004-21` (spring) to `2004-24` (winter), decades `199X`, centuries
`19XX`, an unspecified month or day (`2022-XX`, `2022-09-XX`: read as the year, the month), a qualifier after any of
these (`~` about, `?` uncertain, `%` both), and intervals of two of them (`2019-01/2019-04`) of which one end may be
open (`1992/..`, `../2015`) or unknown (`1992/`). `PartialDate.edtf` is always the canonical text: parsing it gives an
equal value.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tiestui.dates.partial import PartialDate
from tiestui.errors import FieldError

FIRST_MONTH_OF_SEASON = {21: 3, 22: 6, 23: 9, 24: 12}
_SIMPLE = re.compile(r"([0-9]{2}(?:[0-9]{2}|[0-9]X|XX))(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)", re.ASCII)
_OPEN_ENDS = ("", "..")
_LONGEST = 32


def parse_edtf(text: str) -> PartialDate:
    """The date of an EDTF text; raises `FieldError` (field "date") with what is wrong when it is none."""
    text = text.strip()
    if len(text) > _LONGEST:
        raise _no_date(text[:_LONGEST] + "…", "it is too long")
    if "/" not in text:
        return _simple(text)
    first, _, last = text.partition("/")
    if first in _OPEN_ENDS and last in _OPEN_ENDS:
        raise _no_date(text, "both of its ends are open")
    if first in _OPEN_ENDS:
        end = _simple(last)
        return PartialDate(f"{first}/{end.edtf}", date.min, end.latest)
    if last in _OPEN_ENDS:
        start = _simple(first)
        return PartialDate(f"{start.edtf}/{last}", start.earliest, date.max)
    return interval(_simple(first), _simple(last))


def full_date(text: str) -> date | None:
    """The day that is written out in full in canonical EDTF, as most dates are; None for all else. Far quicker."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def interval(first: PartialDate, last: PartialDate) -> PartialDate:
    """From the first day of `first` to the last day of `last`; raises `FieldError` when that runs backwards."""
    if first.edtf == last.edtf:
        return first
    if first.earliest > last.earliest or first.latest > last.latest:
        raise _no_date(f"{first.edtf}/{last.edtf}", "it ends before it begins")
    return PartialDate(f"{first.edtf}/{last.edtf}", first.earliest, last.latest)


def last_day_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _simple(text: str) -> PartialDate:
    matched = _SIMPLE.fullmatch(text)
    if matched is None:
        raise _no_date(text, "a date looks like 2005, 2022-09, 2023-03-01, 199X or 2019-01/2019-04")
    year, month, day, qualifier = matched.groups()
    try:
        if "X" in year:
            plain = _unspecified_years(text, year, month)
        elif month in (None, "XX"):
            if day not in (None, "XX"):
                raise _no_date(text, "it has a day but no month")
            plain = PartialDate(year, date(int(year), 1, 1), date(int(year), 12, 31))
        elif int(month) > 12:
            plain = _season(text, int(year), int(month), day)
        elif day in (None, "XX"):
            plain = PartialDate(
                f"{year}-{month}", date(int(year), int(month), 1), last_day_of_month(int(year), int(month))
            )
        else:
            exact = date(int(year), int(month), int(day))
            plain = PartialDate(exact.isoformat(), exact, exact)
    except (ValueError, OverflowError) as error:
        raise _no_date(text, str(error)) from error
    return PartialDate(plain.edtf + qualifier, plain.earliest, plain.latest) if qualifier else plain


def _unspecified_years(text: str, year: str, month: str | None) -> PartialDate:
    if month is not None:
        raise _no_date(text, "a decade or a century has no month")
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return PartialDate(year, date(max(first, 1), 1, 1), date(last, 12, 31))


def _season(text: str, year: int, code: int, day: str | None) -> PartialDate:
    if code not in FIRST_MONTH_OF_SEASON or day is not None:
        raise _no_date(text, "months are 01 to 12, seasons 21 (spring) to 24 (winter), and a season has no day")
    month = FIRST_MONTH_OF_SEASON[code]
    if month == 12 and year == date.max.year:
        raise _no_date(text, "it runs past the year 9999")
    latest = last_day_of_month(year + 1, 2) if month == 12 else last_day_of_month(year, month + 2)
    return PartialDate(f"{year:04d}-{code}", date(year, month, 1), latest)


def _no_date(text: str, why: str) -> FieldError:
    return FieldError("date", f"{text!r} is no date: {why}")
