"""Dates in running text: `find_dates` reads every date expression of a stretch of text against a reference.

It hands on `FoundDate`s in the order of the text, not overlapping. An expression that names a date which cannot be
resolved ("that day" without a narrative day, "several years ago") is handed on with no date: it is never guessed at.
The rules are in `grammar_calendar`, `grammar_relative` and `grammar_mixed`, what stands before a date in `lead`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from tiestui.dates import grammar_calendar, grammar_mixed, grammar_relative
from tiestui.dates.builders import day_date
from tiestui.dates.edtf import interval
from tiestui.dates.grammar_calendar import DIGIT, MONTH_NAME, Hit, Kind, Reader
from tiestui.dates.lead import Lead, is_attributive, is_year, read_lead, with_lead
from tiestui.dates.partial import Basis, PartialDate
from tiestui.dates.reference import Reference
from tiestui.errors import FieldError
from tiestui.patterns import lazily

__all__ = ["FoundDate", "Reference", "find_dates"]


class FoundDate(NamedTuple):
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


_DIGIT = lazily(r"[0-9]")
_MONTH = lazily(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:\b|uary|ruary|ch|il|e\b|y\b|ust|t|ober|ember)")
_NUMBERS = frozenset({"year", "joined year", "year range", "dashed years"})
_AFTER_WEEKDAY = lazily(r"(?:,|\s(?:morning|afternoon|evening|night),?)?\s{1,3}(?:the\s)?")
_AND = lazily(r"\s{0,2}(?:,|,?\s{1,2}(?:and|or|&))\s{1,2}")
_ALSO_WORDS = frozenset("March April June August Jan Mar Dec Sept Sep".split())
_BEFORE_MAY = frozenset("in on since until till during between through starting beginning".split()) | {"back in"}
_BEFORE_MONTHS = _BEFORE_MAY | frozenset("by before after from of for throughout around".split())
# "The June dialogue", but not "the March on Rome".
_OF_MONTH = lazily(r"\s{1,2}(?!(?:of|on|to|in|at|from|by|for|and|or|that|which|who|was|is|were|are|has|had)\b)[a-z]")
_DEPENDENT = lazily(r"[A-Za-z0-9_.,:/$€£¥#-]")


def find_dates(text: str, start: int, end: int, reference: Reference) -> list[FoundDate]:
    """The date expressions of `text[start:end]`, read against `reference`; offsets are those of `text`."""
    hits: list[Hit] = []
    for hint, pattern, read in _rules_for(reduce(or_, map(_pieces_of, text[start:end].split()), 0)):
        if hint is None or hint.search(text, start, end):
            for matched in pattern.finditer(text, start, end):
                if not _is_cut(text, start, matched):
                    hits.extend(_read(read, matched, reference))
    if not hits:
        return []
    chosen = _chosen(text, start, end, hits)
    return [_found(text, end, hit, lead, reference) for hit, lead in chosen]


class _Ready(NamedTuple):
    """A rule with its patterns, compiled when they are first used."""

    hint: re.Pattern[str] | None
    pattern: re.Pattern[str]
    read: Reader


@cache
def _pieces() -> dict[str, int]:
    """The pieces of words that rules need, each with its bit; of those with a space around them the word."""
    rules = (*grammar_calendar.RULES, *grammar_relative.RULES, *grammar_mixed.RULES)
    words = dict.fromkeys(word for rule in rules for piece in (*rule.needs, *rule.also) for word in _words_of(piece))
    return {word: 1 << number for number, word in enumerate(words)}


@cache
def _any_piece() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _pieces())))


def _words_of(piece: str) -> list[str]:
    return [piece] if piece in (*DIGIT, *MONTH_NAME) else piece.split()[:1]


@lru_cache(maxsize=1 << 14)
def _pieces_of(word: str) -> int:
    """The pieces that a word between spaces holds, as bits; a digit and a month's name are pieces as well."""
    held = sum(bit for piece, bit in _pieces().items() if piece in word) if _any_piece().search(word) else 0
    held |= _bits(DIGIT) if _DIGIT.search(word) else 0
    return held | (_bits(MONTH_NAME) if _MONTH.search(word) else 0)


def _bits(pieces: tuple[str, ...]) -> int:
    return reduce(or_, (_pieces()[word] for piece in pieces for word in _words_of(piece)), 0)


@cache
def _rules() -> tuple[tuple[int, int, _Ready], ...]:
    """Every rule with the pieces of which it needs one, and those of which it needs another; 0 when it needs none."""
    return tuple(
        (
            _bits(rule.needs),
            _bits(rule.also),
            _Ready(lazily(rule.hint) if rule.hint else None, lazily(rule.pattern), rule.read),
        )
        for rule in (*grammar_calendar.RULES, *grammar_relative.RULES, *grammar_mixed.RULES)
    )


@lru_cache(maxsize=1 << 12)
def _rules_for(pieces: int) -> tuple[_Ready, ...]:
    """The rules that may find something in a text with these pieces."""
    return tuple(ready for needs, also, ready in _rules() if pieces & needs and (not also or pieces & also))


def _read(read: Reader, matched: re.Match[str], reference: Reference) -> list[Hit]:
    try:
        return list(read(matched, reference))
    except (ValueError, OverflowError, FieldError):
        return [Hit(matched.start(), matched.end(), None, "relative", "calendar", "impossible")]


def _is_cut(text: str, low: int, matched: re.Match[str]) -> bool:
    """Whether a match begins inside a word or a number, such as 5 in "1.5" or 2016 in "$2016"."""
    at = matched.start()
    if at <= low:
        return False
    before = text[at - 1]
    if not _DEPENDENT.match(before):
        return False
    if before == "_" and not text[max(low, at - 2) : at - 1].isalnum():
        return False
    if before in "-/.,:" and (at - 1 <= low or not text[at - 2].isdigit()):
        return before == "/" and text[at].isdigit()
    return True


def _chosen(text: str, low: int, high: int, hits: list[Hit]) -> list[tuple[Hit, Lead]]:
    """The longest hits from left to right that are dates where they stand, each with what stands before it."""
    chosen: list[tuple[Hit, Lead]] = []
    covered = low
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start < covered:
            continue
        lead = read_lead(text, covered, hit.start)
        last = chosen[-1] if chosen else None
        if not _is_date(text, low, high, hit, lead, last):
            continue
        covered = hit.end
        joined = _joined(text, last, hit, lead) if last else None
        if joined and last:
            chosen[-1] = (joined, last[1])
        else:
            chosen.append((hit, lead))
    return chosen


def _is_date(text: str, low: int, high: int, hit: Hit, lead: Lead, last: tuple[Hit, Lead] | None) -> bool:
    if hit.shape in _NUMBERS:
        if last and last[0].shape in _NUMBERS and _AND.fullmatch(text, last[0].end, hit.start):
            return True
        return is_year(text, low, high, hit, lead)
    if hit.shape == "bare month":
        if lead.article and _OF_MONTH.match(text, hit.end, high):
            return True
        named = lead.article and text[hit.end : hit.end + 2].strip().istitle()
        return not named and _is_month(text[hit.start : hit.end], lead)
    return hit.shape != "the unit" or lead.part is not None


def _found(text: str, high: int, hit: Hit, lead: Lead, reference: Reference) -> FoundDate:
    kind = "attributive" if is_attributive(text, high, hit, lead) else hit.kind
    whole = with_lead(hit, lead)
    found, published = whole.date, reference.published
    if found and published and hit.shape == "turn" and lead.start < hit.start and found.days == 7:
        side = text[lead.start : lead.start + 5].lower()
        if side == "earli" and found.earliest <= published.latest <= found.latest:
            found = interval(day_date(found.earliest), day_date(published.latest))
        elif side == "later" and found.earliest <= published.earliest <= found.latest:
            found = interval(day_date(published.earliest), day_date(found.latest))
    return FoundDate(whole.start, whole.end, found, whole.basis, kind, lead.preposition)


def _joined(text: str, last: tuple[Hit, Lead], hit: Hit, lead: Lead) -> Hit | None:
    """One hit for such as "between 1990 and 1995" or "Wednesday, 1 March 2023", or None when they are two dates."""
    first = last[0]
    if (
        first.shape == "weekday"
        and hit.shape in ("day", "numeric")
        and _AFTER_WEEKDAY.fullmatch(text, first.end, hit.start)
    ):
        return hit._replace(start=first.start)
    if not (last[1].preposition == "between" and lead.preposition == "and"):
        return None
    if first.date is None or hit.date is None or first.date.earliest > hit.date.earliest:
        return None
    try:
        return first._replace(end=hit.end, date=interval(first.date, hit.date), shape=first.shape + " range")
    except FieldError:
        return None


def _is_month(word: str, lead: Lead) -> bool:
    """Whether a month's name that stands alone is one: not Theresa May, not "March on", not Jan as a name."""
    if word == "May":
        return bool(lead.part) or lead.preposition in _BEFORE_MAY
    if lead.part or lead.preposition in _BEFORE_MONTHS:
        return True
    return word.rstrip(".") not in _ALSO_WORDS and (lead.preposition in ("and", "or", "to") or len(word) > 4)
