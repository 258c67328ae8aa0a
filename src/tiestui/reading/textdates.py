"""Days written out in a document's own lines: "21 March 1980", "Wednesday, January 18, 2012", "2023/03/01".

Only dates with a year are read; a day and month alone say nothing without knowledge from elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tiestui.dates.partial import PartialDate
from tiestui.patterns import lazily

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY_FIRST = rf"(?P<d1>\d\d?)(?:st|nd|rd|th)?\.?[\s-]+(?:of\s+)?{_MONTH.format('m1')},?[\s-]+(?P<y1>\d{{4}})"
_MONTH_FIRST = rf"{_MONTH.format('m2')}\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
_NUMBERS = r"(?P<y3>\d{4})(?P<sep>[-/.])(?P<m3>\d\d?)(?P=sep)(?P<d3>\d\d?)"
DATE_PATTERN = rf"{_WEEKDAY}(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMBERS})(?!\d)"
_DATE = lazily(DATE_PATTERN, re.IGNORECASE)
_FIRST_YEAR = 1000


@dataclass(frozen=True, slots=True)
class TextDate:
    """A day found in a text: code points `start` to `end` (exclusive)."""

    start: int
    end: int
    date: PartialDate


def full_date(text: str, start: int, end: int | None = None) -> TextDate | None:
    """The day that is written out at `start` of `text`, or None."""
    found = _DATE.match(text, start) if end is None else _DATE.match(text, start, end)
    day = _day(found) if found else None
    return TextDate(found.start(), found.end(), day) if found and day else None


def find_full_date(text: str, start: int, end: int) -> TextDate | None:
    """The first day that is written out between `start` and `end` of `text`, or None."""
    for found in _DATE.finditer(text, start, end):
        if day := _day(found):
            return TextDate(found.start(), found.end(), day)
    return None


def _day(found: re.Match[str]) -> PartialDate | None:
    for n in "123":
        if found[f"y{n}"]:
            month = found[f"m{n}"]
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
            return calendar_day(int(found[f"y{n}"]), number, int(found[f"d{n}"]))
    return None


def calendar_day(year: int, month: int, day: int) -> PartialDate | None:
    """The day as a date, or None when the calendar has none such."""
    try:
        known = date(year, month, day)
    except ValueError:
        return None
    return PartialDate(known.isoformat(), known, known) if year >= _FIRST_YEAR else None
