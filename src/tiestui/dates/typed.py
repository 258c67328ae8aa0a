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
_BEFORE = frozenset({"in", "on", "the", "from", "between", "circa", "around", "about"})
_CLOCK = re.compile(
    r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:\s?[+-][0-9:]{2,6}|\s?[A-Z]{1,4})?$", re.ASCII
)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[/.]([0-9]{4})", re.ASCII)
_ISO_OTHERWISE = re.compile(r"(?:1[0-9]|20)[0-9]{2}(?:[0-9]{4}|-?W[0-9]{2}-?[1-7]|-[0-9]{3})", re.ASCII)
_OPEN = re.compile(r"(since|from|until|till)\s(.+)", re.IGNORECASE)
_SHORT_MONTH = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?", re.IGNORECASE)
_MONTH_WORD = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)
_RANGE_OF_YEARS = re.compile(r"([0-9]{4})\s?(?:[-\u2013]|\.\.)\s?([0-9]{4})", re.ASCII)
_LED = re.compile(r"(?:in|on|between|from)\s", re.IGNORECASE)
_ABOUT = re.compile(r"(?:c\.|~)\s?(?=[0-9])", re.IGNORECASE)


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
    plain = _WEEKDAY.sub("", _CLOCK.sub("", typed), count=1)
    if years := _RANGE_OF_YEARS.fullmatch(plain):
        return _checked(f"{years[1]}/{years[2]}", typed)
    if found := _YEAR_FIRST.fullmatch(plain):
        year, month, day = found.groups()
        if day is None and int(month) == (int(year) + 1) % 100 and int(month) > 12:
            return _checked(f"{year}/{int(year) + 1}", typed)
        return _checked(f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else ""), typed)
    if found := _MONTH_AND_YEAR.fullmatch(plain):
        return _checked(f"{found[2]}-{found[1]:0>2}", typed)
    if _ISO_OTHERWISE.fullmatch(plain):
        return _iso_day(plain, typed)
    return _in_words(_ABOUT.sub("about ", plain, count=1), typed)


def _iso_day(plain: str, typed: str) -> PartialDate:
    """The day of a compact date, an ISO week date ("2023-W09-3") or an ordinal date ("2023-060")."""
    from dateutil.parser import isoparse

    try:
        return parse_edtf(isoparse(plain).date().isoformat())
    except (ValueError, OverflowError) as error:
        raise DateError(typed) from error


def _checked(edtf: str, typed: str) -> PartialDate:
    try:
        return parse_edtf(edtf)
    except FieldError as error:
        raise DateError(typed) from error


def _in_words(words: str, typed: str) -> PartialDate:
    """The one expression of prose that fills all that was typed, "in" before a bare year making it one."""
    from tiestui.dates.grammar import Reference, find_dates

    words = _MONTH_WORD.sub(lambda month: month[0].capitalize(), words)
    words = _SHORT_MONTH.sub(lambda month: month[1].capitalize() + ".", words).removesuffix(".")
    prose = words if _LED.match(words) else f"in {words}"
    found = find_dates(prose, 0, len(prose), Reference())
    if len(found) != 1 or found[0].date is None or found[0].end != len(prose) or found[0].basis != "stated":
        return _open_ended(words, typed)
    before = prose[: found[0].start].strip().lower().split()
    if not set(before) <= _BEFORE:
        return _open_ended(words, typed)
    date = found[0].date
    if before == ["from"] and "/" not in date.edtf:
        return _open_ended(words, typed)
    return PartialDate(date.edtf, date.earliest, date.latest)


def _open_ended(words: str, typed: str) -> PartialDate:
    """Such as "since 1992" and "until May 2015"."""
    led = _OPEN.fullmatch(words)
    if led is None or _OPEN.match(led[2]):
        raise DateError(typed)
    end = _in_words(led[2], typed)
    if "/" in end.edtf:
        raise DateError(typed)
    return parse_edtf(f"{end.edtf}/.." if led[1].lower() in ("since", "from") else f"../{end.edtf}")
