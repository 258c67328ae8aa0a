"""Dates in running text: `find_dates` reads every date expression of a stretch of text against a reference.

It hands on `FoundDate`s in the order of the text, not overlapping. An expression that names a date which cannot be
resolved ("that day" without a narrative day, "several years ago") is handed on with no date: it is never guessed at.
The rules are in `grammar_calendar` and `grammar_relative`, what stands before a date in `lead`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tiestui.dates import grammar_calendar, grammar_relative
from tiestui.dates.edtf import interval
from tiestui.dates.grammar_calendar import Hit, Reader, Rule
from tiestui.dates.lead import Lead, is_attributive, is_year, read_lead, with_lead
from tiestui.dates.partial import Basis, PartialDate
from tiestui.dates.reference import Reference
from tiestui.errors import FieldError

__all__ = ["FoundDate", "Reference", "find_dates"]

Kind = Literal["calendar", "weekday", "relative", "offset", "anniversary", "span", "attributive"]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression of a text.

    start, end: code points of the date's own words ("early 2019", "12-13 May 2023"), without a preposition.
    date: what it says, or None when it cannot be known from the text and the reference.
    basis: "stated" when the calendar date stands there, "relative" when it was worked out.
    kind: calendar; weekday; relative (yesterday, last week, this year); offset (two days earlier, ten years ago);
    anniversary (`date` is the year that it counts from); span (the past five years; for "in the ten years since" `date`
    is the year that they began); attributive ("the 2014 agreement": it dates the noun after it).
    lead: the preposition before it in lower case ("in", "by", "since", ...), or "".
    """

    start: int
    end: int
    date: PartialDate | None
    basis: Basis
    kind: Kind
    lead: str


_TRIGGER = re.compile(
    r"(?P<digit>[0-9])|(?P<month>[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)[.a-z\s])"
    r"|(?P<weekday>[MTWFS][a-z]{2,5}day)|(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
    r"|(?P<day>[Tt]o(?:day|night|morr)|yesterday|Yesterday|(?:last\snight|Last\snight)|(?:orning|fternoon|vening))"
    r"|(?P<unit>day|week|month|year|decade|centur|anniversar|fortnight)"
)
_BEFORE_MATTERS = frozenset({"year", "joined year", "year range", "dashed years"})
_DEPENDENT = re.compile(r"[A-Za-z0-9_.,:/$€£¥#-]")


def find_dates(text: str, start: int, end: int, reference: Reference) -> list[FoundDate]:
    """The date expressions of `text[start:end]`, read against `reference`; offsets are those of `text`."""
    needs = {matched.lastgroup for matched in _TRIGGER.finditer(text, start, end)}
    if not needs:
        return []
    needs |= {"unit"} & ({"unit"} if needs & {"weekday", "season", "month"} else set())
    hits: list[Hit] = []
    for rule_needs, pattern, read in _compiled():
        if rule_needs in needs:
            for matched in pattern.finditer(text, start, end):
                if not _is_cut(text, start, matched):
                    hits.extend(_read(read, matched, reference))
    return list(_found(text, start, end, hits))


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    rules: tuple[Rule, ...] = (*grammar_calendar.RULES, *grammar_relative.RULES)
    return tuple((rule.needs, re.compile(rule.pattern), rule.read) for rule in rules)


def _read(read: Reader, matched: re.Match[str], reference: Reference) -> list[Hit]:
    try:
        return list(read(matched, reference))
    except (ValueError, OverflowError, FieldError):
        return []


def _is_cut(text: str, low: int, matched: re.Match[str]) -> bool:
    """Whether a match begins inside a word or a number, such as 5 in "1.5" or 2016 in "$2016"."""
    at = matched.start()
    if at <= low:
        return False
    before = text[at - 1]
    if not _DEPENDENT.match(before):
        return False
    if before in "-/.,:" and (at - 1 <= low or not text[at - 2].isdigit()):
        return before == "/" and text[at].isdigit()
    return True


def _found(text: str, low: int, high: int, hits: list[Hit]) -> Iterator[FoundDate]:
    """The longest hits from left to right, with what stands before each of them."""
    chosen: list[tuple[Hit, Lead]] = []
    covered = low
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start < covered:
            continue
        lead = read_lead(text, covered, hit.start)
        if hit.shape in _BEFORE_MATTERS and not (
            hit.shape == "joined year" and chosen and _follows(chosen[-1][0], hit)
        ):
            if not is_year(text, low, high, hit, lead):
                continue
        elif hit.shape == "bare month" and not _is_month(text, high, hit, lead):
            continue
        covered = hit.end
        if chosen and lead.preposition == "and" and chosen[-1][1].preposition == "between":
            joined = _joined(chosen[-1][0], hit)
            if joined is not None:
                chosen[-1] = (joined, chosen[-1][1])
                continue
        chosen.append((hit, lead))
    for hit, lead in chosen:
        kind = "attributive" if is_attributive(text, high, hit, lead) else hit.kind
        whole = with_lead(hit, lead)
        yield FoundDate(whole.start, whole.end, whole.date, whole.basis, kind, lead.preposition)  # type: ignore[arg-type]


def _follows(first: Hit, second: Hit) -> bool:
    return first.shape == "year" and second.start - first.end <= 8


def _joined(first: Hit, second: Hit) -> Hit | None:
    """One interval for such as "between 1990 and 1995", or None when the two do not make one."""
    if first.date is None or second.date is None or first.date.earliest > second.date.earliest:
        return None
    try:
        return replace(first, end=second.end, date=interval(first.date, second.date), shape=first.shape + " range")
    except FieldError:
        return None


def _is_month(text: str, high: int, hit: Hit, lead: Lead) -> bool:
    """Whether a month's name that stands alone is one: not Theresa May, not "May I", not a verb."""
    word = text[hit.start : hit.end]
    if lead.part or lead.preposition not in ("", "to", "with", "than", "under", "at", "and", "or"):
        return (
            word != "May" or lead.preposition not in ("by", "after", "for", "of", "from", "before") or bool(lead.part)
        )
    return word.rstrip(".") not in ("May", "March", "April", "June", "August", "Jan", "Mar", "Dec", "Sept", "Sep") and (
        lead.preposition in ("and", "or", "to") or len(word) > 4
    )
