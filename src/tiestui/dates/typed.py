"""Dates as a person types them: in a query, a flag, a correction, the front matter of a document.

EDTF is tried first, then a time stamp, then what the grammar of prose reads, in any case and without a preposition:
"2016", "sep 2022", "1 march 2023", "early 2019", "about 1972", "the 1990s". An expression that needs to know today
("yesterday") is refused: a command must mean the same tomorrow. So is a number too far ahead to be a year (8304).
"""

from __future__ import annotations

import re

from tiestui.dates.edtf import parse_edtf
from tiestui.dates.partial import PartialDate
from tiestui.errors import FieldError

_LONGEST = 64
_LAST_YEAR = 2199
_TIME_STAMP = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,9})?\s?\S{0,6}", re.ASCII
)
_SLASHED = re.compile(r"([0-9]{4})/([0-9]{1,2})(?:/([0-9]{1,2}))?", re.ASCII)
_SHORT_MONTH = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?", re.IGNORECASE)
_MONTH_WORD = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)
_RANGE_OF_YEARS = re.compile(r"([0-9]{4})\s?[-\u2013]\s?([0-9]{4})", re.ASCII)


class DateError(FieldError):
    """What was typed is no date that can be read."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "date", f"{text!r} is no date; write one such as 2016, 2022-09, 1 March 2023, the 1990s or early 2019"
        )


def read_date(text: str) -> PartialDate:
    """The date that a person typed; raises `DateError` when it is none, or leans on an unknown day."""
    typed = " ".join(text.split())
    if not typed or len(typed) > _LONGEST:
        raise DateError(typed[:_LONGEST])
    try:
        found = parse_edtf(typed)
    except FieldError:
        found = _spelled(typed)
    if found.earliest.year > _LAST_YEAR:
        raise DateError(typed)
    return found


def _spelled(typed: str) -> PartialDate:
    if stamp := _TIME_STAMP.fullmatch(typed):
        return _checked(stamp[1], typed)
    if slashed := _SLASHED.fullmatch(typed):
        year, month, day = slashed.groups()
        return _checked(f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else ""), typed)
    if years := _RANGE_OF_YEARS.fullmatch(typed):
        return _checked(f"{years[1]}/{years[2]}", typed)
    return _in_words(typed)


def _checked(edtf: str, typed: str) -> PartialDate:
    try:
        return parse_edtf(edtf)
    except FieldError as error:
        raise DateError(typed) from error


def _in_words(typed: str) -> PartialDate:
    """The one expression of prose that fills all that was typed, "in" before a bare year making it one."""
    from tiestui.dates.grammar import Reference, find_dates

    words = _MONTH_WORD.sub(lambda month: month[0].capitalize(), typed)
    words = _SHORT_MONTH.sub(lambda month: month[1].capitalize() + ".", words)
    prose = "in " + words.removesuffix(".")
    found = find_dates(prose, 0, len(prose), Reference())
    if len(found) != 1 or found[0].date is None or found[0].end != len(prose):
        raise DateError(typed)
    before = prose[3 : found[0].start].strip().lower()
    if before not in ("", "the", "in", "on", "circa", "around", "about") or found[0].basis != "stated":
        raise DateError(typed)
    return PartialDate(found[0].date.edtf, found[0].date.earliest, found[0].date.latest)
