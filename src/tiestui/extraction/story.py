"""Where a document's story stands: the day that it has reached, and the heading or chronology entry it stands under.

A year that stands alone as a heading dates what follows it ("1963", then "On 3 May ties were established"), a date that
opens a line of a chronology the whole line ("1981: State visit to Lima. A pact is signed."), and after "In March 1970,"
the days and months of the paragraph are of that year.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from tiestui.dates.builders import bounded
from tiestui.dates.grammar import FoundDate, Reference, find_dates
from tiestui.dates.partial import PartialDate
from tiestui.extraction.analysis import Analysis, Sentence
from tiestui.extraction.genre import Genre

_STORY_KINDS = frozenset({"calendar", "offset", "weekday"})
_LEANS = re.compile(r"\b(?:same|that|later|earlier|following|previous|after|before)\b")
# A date behind such words is of something else than what the sentence tells.
_ASIDE = re.compile(r"\b(?:since|had)\b")
_WHEN = re.compile(r",?\s+when\b")
_AROUND = re.compile(r"[\W_]*")
ENTRY = re.compile(r"\]?\)?(?:\s*[:|\t–—]|\s+-\s|\.\s+(?=[A-Z]))")
"""What parts the date that opens a line of a chronology from what it tells."""
_OPENS = re.compile(
    r"[\W_]*(?:\d{1,2}[.)]\s+)?(?:(?:on|in|by|at|during|from|around|about|late|early|mid|the|of|year|month"
    r"|and|but|then|meanwhile|also"
    r"|just|only|as|again|finally|later|earlier|yet|already|so)[\s,-]+)*",
    re.IGNORECASE,
)
_FRONT = 60
_LONGEST_HEADING = 60
_LONG_AGO = 2
_MONTH_DAYS = 31
_NEAR_DAYS = 60


class Standpoint(NamedTuple):
    """Where the story stands as a sentence begins.

    day: the last date told, or None. heading: the date of the heading or the chronology entry, which holds for what is
    told under it, or None. own_year: whether days and months without a year are of its year.
    """

    day: PartialDate | None = None
    heading: PartialDate | None = None
    own_year: bool = False


def leans(text: str, item: FoundDate) -> bool:
    """Whether an expression leans by its words on a day told before it ("that May", "a week later")."""
    return _LEANS.search(text, max(0, item.start - 12), item.end + 9) is not None


def opens_sentence(text: str, sentence: Sentence, item: FoundDate) -> bool:
    """Whether a date stands before all that its sentence tells: "In 1996, ...", "By May 2010 the ..."."""
    if item.lead == "since" or item.start - sentence.start > _FRONT:
        return False
    before = text[sentence.start : item.start]
    return _OPENS.fullmatch(before) is not None and (text[item.end : item.end + 1] == "," or len(before.split()) <= 1)


class Story:
    """The standpoints of a document's sentences, told in order: `before` a sentence, then `tell` its dates."""

    def __init__(self, analysis: Analysis, genre: Genre) -> None:
        self._analysis = analysis
        self._published = analysis.document.metadata.published
        self._always_own = genre == "history"
        self._headings = deque(b for b in analysis.document.blocks if b.role in ("heading", "headline"))
        self._at = Standpoint()
        self._section: PartialDate | None = None
        self._paragraph = -1

    def before(self, sentence: Sentence) -> Standpoint:
        """Where the story stands as the sentence begins, the headings above it read."""
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            self._read_headings(sentence.start)
            own = self._always_own or self._section is not None
            self._at = Standpoint(self._at.day, self._section, own)
        return self._at

    def _read_headings(self, until: int) -> None:
        while self._headings and self._headings[0].start < until:
            block = self._headings.popleft()
            self._section = None
            if block.end - block.start <= _LONGEST_HEADING:
                reference = Reference(self._published, self._at.day, own_year=self._at.own_year)
                found = find_dates(self._analysis.text, block.start, block.end, reference)
                self._stands_alone(found, block.start, block.end)

    def _stands_alone(self, found: Sequence[FoundDate], start: int, end: int) -> bool:
        """Whether a line is nothing but a date, which then holds for what follows."""
        text = self._analysis.text
        if len(found) != 1 or found[0].date is None or found[0].kind not in ("calendar", "attributive"):
            return False
        item, date = found[0], found[0].date
        if not (_AROUND.fullmatch(text, start, item.start) and _AROUND.fullmatch(text, item.end, end)):
            return False
        if self._is_reports(date):
            return False
        self._section = date
        self._at = self._at._replace(day=date)
        return True

    def tell(self, sentence: Sentence, found: Sequence[FoundDate]) -> None:
        """Go on to where the story stands behind a sentence with these dates."""
        if not found or self._stands_alone(found, sentence.start, sentence.end):
            return
        text = self._analysis.text
        first = found[0]
        if self._opens_entry(sentence, first):
            self._at = self._at._replace(heading=first.date, own_year=True)
        elif self._opens_old_story(sentence, first):
            self._at = self._at._replace(own_year=True)
        last, at = None, sentence.start
        for item in found:
            told = item.kind in _STORY_KINDS or (item.kind == "relative" and leans(text, item))
            if item.date is None or not told or (item.lead in ("until", "since") and not _WHEN.match(text, item.end)):
                continue
            if last is None or not _ASIDE.search(text, at, item.start):
                last = item
            at = item.end
        if last is not None and last.date is not None and not (last.kind == "relative" and self._is_within(last.date)):
            self._at = Standpoint(bounded(last.date, None), self._at.heading, self._at.own_year)

    def _is_within(self, date: PartialDate) -> bool:
        """Whether the day reached lies in a date, so that "later that year" tells no more than it."""
        day = self._at.day
        return day is not None and date.earliest <= day.earliest and day.latest <= date.latest

    def _opens_entry(self, sentence: Sentence, item: FoundDate) -> bool:
        """Whether a date opens a line of a chronology: "1972: ...", "5 March 1991 - ...", "| 2004 | ... |"."""
        paragraph = self._analysis.paragraphs[sentence.paragraph]
        dated = item.date is not None and item.kind == "calendar" and (item.basis == "stated" or self._at.own_year)
        if not dated or sentence.start != paragraph[0] or self._is_reports(item.date):
            return False
        text = self._analysis.text
        opens = _AROUND.fullmatch(text, sentence.start, item.start) is not None
        return opens and ENTRY.match(text, item.end, sentence.end) is not None

    def _is_reports(self, date: PartialDate | None) -> bool:
        """Whether a date that stands alone is the report's own dateline."""
        if date is None or self._published is None or date.days > _MONTH_DAYS:
            return False
        return abs((date.earliest - self._published.earliest).days) <= _NEAR_DAYS

    def _opens_old_story(self, sentence: Sentence, item: FoundDate) -> bool:
        """Whether a report begins to tell of long ago: "In March 1970, ..."."""
        if item.basis != "stated" or item.date is None or item.kind != "calendar" or self._published is None:
            return False
        long_ago = item.date.latest.year <= self._published.earliest.year - _LONG_AGO
        return long_ago and item.date.days <= _MONTH_DAYS and opens_sentence(self._analysis.text, sentence, item)
