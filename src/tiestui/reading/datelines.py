"""Datelines: the place, day and agency that open a report ("MINSK, 5 March (Agency) - The ministers …").

A dateline is recognised by its shape: a place in capitals or with a day or an agency beside it, and a mark that parts
it from the sentence. When the shape is in doubt there is none, and the text stays body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiestui.dates.partial import PartialDate
from tiestui.patterns import lazily
from tiestui.reading.textdates import DATE_PATTERN, find_full_date

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+"
_UPPER_PLACE = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_LINK = r"(?:(?:de|del|la|of|the|al|el|es|da)[ -])?"
_NAMED_PLACE = rf"(?!{_WEEKDAY}){_NAME}(?:[ /]{_LINK}{_NAME}){{0,3}}"
_WITHIN = r"(?:, (?:[A-Z][\w.'’]+)(?: [A-Z][\w.'’]+)?)?"
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SHORT_DAY = rf"(?:{_MONTH_NAME} \d\d?|\d\d? {_MONTH_NAME})"
_ANY_DAY = rf"(?i:{re.sub(r'[?]P<[a-z0-9]+>', '?:', DATE_PATTERN).replace('(?P=sep)', '[-/.]')}|{_SHORT_DAY})(?!\w)"
_AGENCY = r"[A-Z][\w.&'’-]*(?:[ /][\w.&'’-]+){0,4}"
_MARK = r"\s*(?:[—–―]|--+|-(?=\s))\s*"
_DAY_PART = rf"(?:,?\s+\(?(?P<day>{_ANY_DAY})\)?[.,]?)"
_AGENCY_PART = rf"(?:,?\s*(?:\((?P<agency>{_AGENCY})\)|/(?P<slashed>{_AGENCY})/))"

# "Chile - Ghana relations" is a pair, no dateline.
_PAIRED = (
    rf"{_NAME}(?: {_NAME})?(?::|\s+(?:[a-z]+\s+)?(?:relations|ties|cooperation|trade|talks|summit|border|treaty)\b)"
)

_FULL = lazily(
    rf"(?P<place>{_UPPER_PLACE}|{_NAMED_PLACE}){_WITHIN}{_DAY_PART}?{_AGENCY_PART}?"
    rf"(?:{_MARK}|\.\s+(?=[A-Z“\"‘])|\s*:\s+|\s+/+\s+|(?P<space>\s+)(?=[A-Z“\"‘]))",
)
_PLACE_ONLY = lazily(rf"(?P<place>{_UPPER_PLACE}){_WITHIN}(?P<mark>{_MARK}|\s*:\s+)(?=\S)")
_NAMED_ONLY = lazily(rf"(?P<place>{_NAMED_PLACE}){_WITHIN}(?P<mark>\s+(?:[—–―]|--|-(?!\s+{_PAIRED}))\s+)(?=[A-Z“\"])")
_AGENCY_ONLY = lazily(rf"(?:\((?P<agency>{_AGENCY})\))(?:{_MARK})(?=\S)")
_ALONE = lazily(
    rf"(?:(?P<place>{_UPPER_PLACE}|{_NAMED_PLACE}){_WITHIN}(?:,\s+|\s+))?\(?(?P<day>{_ANY_DAY})\)?"
    rf"(?:[,\s]+\d\d?[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{{2,4}}(?:[+-]\d+)?)?)?"
    rf"(?:\s*\((?P<agency>{_AGENCY})\))?\.?",
)
_PUBLISHED = lazily(
    r"(?i:(?:first |last )?(?:published|posted|updated|modified|released?|issued|date)(?: on| at)?\s*:?\s+|"
    r"for immediate release:?\s*)",
)
_SPEAKERS = lazily(
    r"\b(?:Q|A|QUESTION|ANSWER|MODERATOR|REPORTER|HOST|PRESIDENT|SECRETARY|MINISTER|AMBASSADOR|SENATOR|MR|MRS|MS|DR|"
    r"SPOKESPERSON|SPOKESMAN|SPOKESWOMAN|CHAIR|CHAIRMAN|INTERVIEWER|NOTE|UPDATE|UPDATED|BREAKING|WATCH|EXCLUSIVE|"
    r"ANALYSIS|OPINION|EDITORIAL|ABSTRACT|SUMMARY|CORRECTION|GENERAL|PRIME)\b",
)
_LONGEST = 160
_SHORTEST_REPORT = 80


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline of a text, to the start of the sentence after it.

    end: where the body begins (code point). place: where from, or None. date: the full day, or None when the year is
    not said. agency: who reports ("Reuters"), or None.
    """

    end: int
    place: str | None
    date: PartialDate | None
    agency: str | None


def opening_dateline(text: str, start: int, end: int, *, bare: bool) -> Dateline | None:
    """The dateline at the start of the paragraph `start` to `end`, or None.

    bare: whether a place with nothing beside it ("MINSK —") may be one, as it may in a document's first paragraphs.
    """
    stop = min(end, start + _LONGEST)
    found = _FULL.match(text, start, stop)
    if found and not _is_full(found):
        found = None
    if not found and bare:
        found = _bare(text, start, stop)
        if found and end - found.end() < _SHORTEST_REPORT:
            return None
    if not found or found.end() >= end:
        return None
    groups = found.groupdict()
    day = find_full_date(text, found.start(), found.end()) if groups.get("day") else None
    return Dateline(
        found.end(),
        groups.get("place"),
        day.date if day else None,
        groups.get("agency") or groups.get("slashed"),
    )


def _is_full(found: re.Match[str]) -> bool:
    """Whether a day or an agency stands beside the place; both, where no mark parts them from the sentence."""
    told = bool(found["day"]) + bool(found["agency"] or found["slashed"])
    return told == 2 if found["space"] else told > 0


def _bare(text: str, start: int, stop: int) -> re.Match[str] | None:
    found = _PLACE_ONLY.match(text, start, stop)
    if found and not _SPEAKERS.search(found["place"]):
        return found
    return _AGENCY_ONLY.match(text, start, stop) or _NAMED_ONLY.match(text, start, stop)


def lone_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the whole paragraph is ("Wellington, 21 March 1980", "Published: 1 March 2023"), or None."""
    if end - start > _LONGEST:
        return None
    label = _PUBLISHED.match(text, start, end)
    place = label.end() if label else start
    found = _ALONE.fullmatch(text, place, end)
    if not found:
        return None
    day = find_full_date(text, found.start("day"), found.end("day"))
    if day is None and not label and not found["place"]:
        return None
    return Dateline(end, found["place"], day.date if day else None, found["agency"])
