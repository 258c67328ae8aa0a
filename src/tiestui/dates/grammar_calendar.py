"""Expressions of the calendar itself: days, months, years, decades, centuries, seasons and ranges of them.

A rule is a pattern and a reader; the reader turns a match into `Hit`s or into none when the calendar has no such date.
What stands before an expression ("early", "about", "by") is read by `tiestui.dates.lead`, not here. Patterns begin with
a character class or with literals, so that the engine skips quickly to where one can match, and every repetition is
bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from tiestui.dates.builders import century_date, day_date, days_date, decade_date, month_date, season_date, year_date
from tiestui.dates.edtf import interval
from tiestui.dates.partial import Basis, PartialDate
from tiestui.dates.reference import Reference, day_of_month_near, known_year, month_near
from tiestui.dates.words import DASH, DAY, MONTH, ORDINAL, SEASONS, SPACE, YEAR, day_number, month_number, ordinal_of

Kind = Literal["calendar", "weekday", "relative", "offset", "anniversary", "span", "attributive"]


class Hit(NamedTuple):
    """What a rule found: the span of its own words, the date or None, the basis, the kind, and the shape of the words.

    shape: "day", "month", "bare month", "year", "decade", ...: what the look at the words around it goes by.
    """

    start: int
    end: int
    date: PartialDate | None
    basis: Basis
    kind: Kind
    shape: str


Hits = Iterator[Hit]
Reader = Callable[["re.Match[str]", Reference], Hits]


DIGIT = ("a digit",)
MONTH_NAME = ("the name of a month",)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression: pieces of words of which one must stand in the text (or DIGIT, or MONTH_NAME), its reader.

    also: other pieces of which one must stand there as well. hint: a pattern that is found faster and must stand there.
    """

    needs: tuple[str, ...]
    pattern: str
    read: Reader
    also: tuple[str, ...] = ()
    hint: str = ""


_AND = rf"{SPACE}(?:and|or|&){SPACE}"
_TO = rf"(?:{DASH}|{SPACE}(?:to|until|till|through){SPACE})"
_JOIN = rf"(?:{DASH}|{SPACE}(?:to|until|till|through|and|or|&){SPACE})"
_NOT_COUNTED = rf"(?!{DAY}\s(?!in|at|for|to|on|with|when|by|as|and|of)[a-z])"
_OF = rf"(?:{SPACE}of)?{SPACE}"


def _in_year(name: str) -> str:
    return rf"(?:,?{SPACE}(?:of{SPACE}|in{SPACE})?(?P<{name}>{YEAR}))?"


DAY_FIRST = (
    rf"(?P<d1>{DAY})(?:(?P<j1>{_JOIN})(?P<d2>{DAY}))?{_OF}(?P<m1>{MONTH}){_in_year('y1')}"
    rf"(?:(?P<j2>{_JOIN})(?P<d3>{DAY}){_OF}(?P<m2>{MONTH}){_in_year('y2')})?"
)
MONTH_FIRST = (
    rf"(?P<m1>{MONTH})(?:{SPACE}(?P<d1>{DAY})(?!\s(?:am|pm|a\.m|p\.m|percent|per\s|million|billion)){_in_year('y1')}"
    rf"(?:(?P<j>{_TO}|{_AND}{_NOT_COUNTED})(?:(?P<m2>{MONTH}){SPACE})?(?P<d2>{DAY})(?!\s[ap]m){_in_year('y2')})?"
    rf"|{_in_year('y3')}(?:(?P<j3>{_JOIN})(?P<m3>{MONTH}){_in_year('y4')})?)"
)
YEARS = rf"(?P<y1>{YEAR})(?:(?P<j>{_TO}|/|{_AND})(?P<y2>{YEAR}|[0-9]{{2}}(?![0-9A-Za-z%-]|[,.][0-9])))?"
DECADE = r"(?P<decade>[12][0-9]{2}0|['’‘][2-9]0)['’]?s(?![A-Za-z])"
CENTURY = rf"(?P<century>{ORDINAL}){SPACE}centur(?:y|ies)(?![A-Za-z])"
SEASON_YEAR = (
    r"[SsAaFfWw](?:pring|ummer|utumn|all|inter)"
    rf"(?:{SPACE}(?:of|in))?,?{SPACE}(?P<y>{YEAR})(?:[-\u2013/](?:[0-9]{{2}}){{1,2}})?"
)
ISO_DAY = r"(?P<y>[12][0-9]{3})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9A-Za-z])"
DOTTED_DAY = r"(?P<d>[0-9]{1,2})(?P<s>[./])(?P<m>[0-9]{1,2})(?P=s)(?P<y>[12][0-9]{3})(?![0-9A-Za-z])"


def read_day_first(matched: re.Match[str], reference: Reference) -> Hits:
    """Readings such as "12-13 May 2023", "the 1st of March", "28 February to 2 March 2023"."""
    first_year = _year(matched["y1"])
    if matched["m2"] is None:
        yield from _days_of_one_month(matched, ("d1", "d2"), matched["m1"], first_year, matched["j1"], reference)
        return
    last_year = _year(matched["y2"])
    first = _day(matched["m1"], matched["d1"], first_year or _year_before(matched, last_year), reference)
    last = _day(matched["m2"], matched["d3"], last_year or first_year, reference)
    stated = bool(first_year or last_year)
    yield from _two(matched, first, last, matched["j2"], stated, "day", matched.start("d3"))


def read_month_first(matched: re.Match[str], reference: Reference) -> Hits:
    """Readings such as "March 1, 2023", "May 12-13", "June 30 to July 2, 2019", "March 2019", "March to May 2019"."""
    if matched["d1"] is None:
        yield from _months(matched, reference)
        return
    year = _year(matched["y2"]) or _year(matched["y1"])
    if matched["m2"] is None and matched["y1"] is None:
        yield from _days_of_one_month(matched, ("d1", "d2"), matched["m1"], year, matched["j"], reference)
        return
    first = _day(
        matched["m1"], matched["d1"], _year(matched["y1"]) or _year_before(matched, _year(matched["y2"])), reference
    )
    if matched["m2"] is None:
        yield _hit(matched.start(), matched.end("y1"), first, stated=True, shape="day")
        return
    last = _day(matched["m2"], matched["d2"], year, reference)
    yield from _two(matched, first, last, matched["j"], year is not None, "day", matched.start("m2"))


def read_years(matched: re.Match[str], reference: Reference) -> Hits:
    """A year, or a range of years such as "1990-1995", "1990-95", "2018/19" or "1990 to 1995"."""
    first = year_date(int(matched["y1"]))
    joint, second = matched["j"], matched["y2"]
    if second is None:
        yield _hit(matched.start(), matched.end(), first, stated=True, shape="year")
        return
    short = len(second) == 2
    last_year = int(matched["y1"][:2] + second) if short else int(second)
    if joint.strip() in ("and", "or", "&"):
        yield _hit(matched.start(), matched.end("y1"), first, stated=True, shape="year")
        if not short:
            yield _hit(matched.start("y2"), matched.end(), year_date(last_year), stated=True, shape="joined year")
        return
    spelled = joint.strip() in ("to", "until", "till", "through")
    if last_year <= first.earliest.year or (short and spelled):
        yield _hit(matched.start(), matched.end("y1"), first, stated=True, shape="year")
        return
    shape = "year range" if spelled else "dashed years"
    yield _hit(matched.start(), matched.end(), interval(first, year_date(last_year)), stated=True, shape=shape)


def read_decade(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "the 1990s" and "the '90s"."""
    digits = matched["decade"]
    year = int(digits) if digits[0].isdigit() else 1900 + int(digits[1:])
    yield _hit(matched.start(), matched.end(), decade_date(year), stated=True, shape="decade")


def read_century(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "the 19th century"."""
    number = ordinal_of(matched["century"].lower())
    if 10 < number <= 21:
        yield _hit(matched.start(), matched.end(), century_date(number * 100 - 100), stated=True, shape="century")


def read_season(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "the spring of 2004" and "winter 2004-05"."""
    code = SEASONS[re.split(r"[\s,]", matched[0], maxsplit=1)[0].lower()]
    yield _hit(matched.start(), matched.end(), season_date(int(matched["y"]), code), stated=True, shape="season")


def read_numeric_day(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "2022-09-15", "15.09.2022" and "15/09/2022"; day and month must not be open to doubt with slashes."""
    year, month, day = int(matched["y"]), int(matched["m"]), int(matched["d"])
    if "s" in matched.re.groupindex and matched["s"] == "/":
        if month > 12:
            month, day = day, month
        elif day <= 12 and day != month:
            return
    yield _hit(matched.start(), matched.end(), day_date(date(year, month, day)), stated=True, shape="numeric")


def _days_of_one_month(
    matched: re.Match[str],
    groups: tuple[str, str],
    month: str,
    year: int | None,
    joint: str | None,
    reference: Reference,
) -> Hits:
    first = _day(month, matched[groups[0]], year, reference)
    if matched[groups[1]] is None:
        yield _hit(matched.start(), matched.end(), first, stated=year is not None, shape="day")
        return
    near = year or (first.earliest.year if first else None)
    last = _day(month, matched[groups[1]], near, reference)
    yield from _two(matched, first, last, joint or "", year is not None, "day", matched.start(groups[1]))


def _months(matched: re.Match[str], reference: Reference) -> Hits:
    first_year, last_year = _year(matched["y3"]), _year(matched["y4"])
    month = month_number(matched["m1"])
    if matched["m3"] is None:
        shape = "month" if first_year else "bare month"
        yield _hit(matched.start(), matched.end(), _month(month, first_year, reference), bool(first_year), shape)
        return
    second = month_number(matched["m3"])
    first = _month(month, first_year or (last_year and last_year - (second < month)), reference)
    last = _month(second, last_year or first_year, reference)
    stated = bool(first_year or last_year)
    yield from _two(
        matched, first, last, matched["j3"], stated, "month" if stated else "bare month", matched.start("m3")
    )


def _two(
    matched: re.Match[str],
    first: PartialDate | None,
    last: PartialDate | None,
    joint: str,
    stated: bool,
    shape: str,
    middle: int,
) -> Hits:
    """A range, or two dates when they are joined by "and" and do not follow each other ("3 and 9 May")."""
    apart = joint.strip() in ("and", "or", "&")
    if first is None or last is None:
        yield _hit(matched.start(), matched.end(), None, stated, shape)
    elif apart and first.latest + timedelta(days=1) != last.earliest:
        yield _hit(matched.start(), middle - len(joint), first, stated, "joined " + shape)
        yield _hit(middle, matched.end(), last, stated, "joined " + shape)
    elif first.earliest <= last.earliest:
        whole = days_date(first.earliest, last.latest) if shape == "day" else interval(first, last)
        yield _hit(matched.start(), matched.end(), whole, stated, shape + " range")


def _hit(start: int, end: int, found: PartialDate | None, stated: bool, shape: str) -> Hit:
    return Hit(start, end, found, "stated" if stated else "relative", "calendar", shape)


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _year_before(matched: re.Match[str], last_year: int | None) -> int | None:
    """The year of a range's start when only its end has one: the year before for "December 30 to January 2, 2020"."""
    if last_year is None:
        return None
    return last_year - (month_number(matched["m2"]) < month_number(matched["m1"])) if matched["m2"] else last_year


def _direction(reference: Reference) -> str:
    if reference.tells:
        return "same year"
    return "ahead" if reference.forward else "back"


def _day(month: str, day: str, year: int | None, reference: Reference) -> PartialDate | None:
    number = day_number(day)
    if year is not None:
        return day_date(date(year, month_number(month), number))
    date(2000, month_number(month), number)
    return day_of_month_near(reference.calendar, month_number(month), number, _direction(reference))


def _month(month: int, year: int | None, reference: Reference) -> PartialDate | None:
    if year is not None:
        return month_date(year, month)
    if reference.tells:
        narrative = known_year(reference.narrative)
        return month_date(narrative, month) if narrative else None
    return month_near(reference.published, month, _direction(reference))


RULES = (
    Rule(DIGIT, ISO_DAY, read_numeric_day, also=("-",)),
    Rule(DIGIT, DOTTED_DAY, read_numeric_day, hint="[./][0-9]"),
    Rule(MONTH_NAME, DAY_FIRST, read_day_first),
    Rule(MONTH_NAME, MONTH_FIRST, read_month_first),
    Rule(DIGIT, DECADE, read_decade, hint="0['’]?s"),
    Rule(("centur",), CENTURY, read_century),
    Rule(("pring", "ummer", "utumn", " fall", "inter"), SEASON_YEAR, read_season),
    Rule(DIGIT, YEARS, read_years),
)
