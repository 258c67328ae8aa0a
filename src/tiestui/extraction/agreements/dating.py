"""When an agreement was made: by its own clause, by what opens the sentence, else by what the document gives."""

from __future__ import annotations

import re

from tiestui.dates.grammar import FoundDate
from tiestui.extraction.agreements.deals import WELCOMED
from tiestui.extraction.agreements.found import PASSIVE, Found
from tiestui.extraction.frame import Frame
from tiestui.extraction.reach import in_one_breath
from tiestui.extraction.standing import Standing
from tiestui.extraction.when import UNDATED, Dated

_LEAD = 2
_LONGEST = 366
# "The 2014 treaty" tells when it was made, not when it was ratified or ended.
_MADE = ("signed", "agreed", "issued")
_RENEWING = ("renew", "extend", "prolong", "amend", "updat", "moderni", "revis", "upgrad")
_PERFECT = re.compile(r"\b(?:have|has|had)\s+(?:\w+\s+){0,2}$")
_INDEFINITE = re.compile(r"[Aa]n?\s")
_STAGE_BEFORE = re.compile(
    r"\b(?:initial+ed|signed|concluded|negotiated|drafted|agreed|reached|proposed|drawn\s+up|adopted)\b(?:\s+[\w.’'-]+){0,6}\s+$"
)
_STAGE_REACH = 60
_WHEN = re.compile(r"\bwhen\s+$")
# "Pledged to train", "agreed that": what follows has times of its own.
_DEED_BEHIND = re.compile(r"\b(?:to|that|will|shall|would)\s+(?:\w+ly\s+|not\s+)?$")


def when_made(frame: Frame, index: int, item: Found, span: tuple[int, int], told: Standing) -> Dated:
    """The date of an agreement found in `span` of sentence `index`, told as done or as planned."""
    own = _own(frame, index, item, span, told)
    if own.date is not None:
        return own
    dating = frame.dating
    front = dating.front(index)
    if front.date is not None:
        return front
    shared = dating.only(index)
    told_here = told == "actual" and frame.genre != "communiqué"
    if told_here and shared.found is not None and in_one_breath(frame.text, shared.found, item.verb):
        return shared
    if told == "planned" or dating.is_untold(index, (span[0], item.title[0] if item.is_commitment else span[1])):
        return UNDATED
    if frame.genre == "history":
        return dating.of_narrative(index)
    if index < _LEAD and frame.genre == "news" and not item.background:
        return dating.of_document()
    if item.background and frame.genre == "news" and _INDEFINITE.match(frame.text, item.start):
        return dating.of_document()
    perfect = _PERFECT.search(frame.text[max(span[0], item.verb - 30) : item.verb])
    if item.background or (perfect is not None and (frame.genre != "communiqué" or perfect[0].startswith("had"))):
        return UNDATED
    return dating.of_document()


def _own(frame: Frame, index: int, item: Found, span: tuple[int, int], told: Standing) -> Dated:
    """The date of the agreement's own clause."""
    dating = frame.dating
    if item.rule == WELCOMED:
        return UNDATED
    if item.is_commitment:
        return _of_commitment(frame, index, item, span)
    own = dating.pick(index, span, (item.verb, max(item.end, item.verb)), forward=told == "planned")
    if own.found is not None and item.rule == PASSIVE and _is_of_earlier_stage(frame.text, item, own.found):
        own = UNDATED
    made = item.status in _MADE and not item.words[0].startswith(_RENEWING)
    if own.found is not None and own.found.kind == "attributive" and not made:
        own = UNDATED
    if own.found is not None and own.date is not None and own.found.lead == "from" and own.date.days > _LONGEST:
        # "Signed an arrangement on loans from 2020 to 2024".
        own = UNDATED
    if own.date is None and item.rule == PASSIVE and _WHEN.search(frame.text, max(0, span[0] - 6), span[0] + 5):
        return dating.before(index, span[0])
    return own


def _is_of_earlier_stage(text: str, item: Found, found: FoundDate) -> bool:
    """Whether a date is that of another stage: "the treaty initialled in 1997 was signed as well"."""
    if not item.title[0] < found.start < found.end <= item.verb:
        return False
    return _STAGE_BEFORE.search(text, max(item.title[0], found.start - _STAGE_REACH), found.start) is not None


def _of_commitment(frame: Frame, index: int, item: Found, span: tuple[int, int]) -> Dated:
    """A commitment's date stands before what is promised, behind it only when that is no deed."""
    dating = frame.dating
    if item.form == "participle":
        return dating.pick(index, span, (item.verb, item.end))
    after_and = frame.text[max(0, item.start - 4) : item.start].strip() == "and"
    low, high = max(span[0], item.start) if after_and else span[0], min(span[1], item.title[0])
    anchor = (item.verb, item.verb + len(item.words[0]))
    own = dating.pick(index, (low, high), anchor)
    if own.date is None and not _DEED_BEHIND.search(frame.text, item.verb, item.title[0]):
        behind = dating.pick(index, (low, span[1]), (anchor[0], max(anchor[1], item.title[0])))
        if behind.found is not None and _tells_when(behind.found) and _is_past(frame, behind):
            return behind
    return own


def _tells_when(found: FoundDate) -> bool:
    """Whether a date behind what is promised says when that was done: "in March", "last week"."""
    return found.lead in ("in", "on") or found.kind in ("relative", "weekday")


def _is_past(frame: Frame, when: Dated) -> bool:
    published = frame.dating.published
    return when.date is not None and (published is None or when.date.earliest <= published.latest)
