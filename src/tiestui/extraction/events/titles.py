"""Titles of events: the clause that tells one with its subject, or the noun phrase that names it beside another act."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tiestui.dates.words import FULL_MONTH
from tiestui.extraction.agreements.wording import sentence_title
from tiestui.extraction.clauses import clause_start
from tiestui.extraction.events.happening import Happening
from tiestui.extraction.frame import Frame
from tiestui.extraction.story import ENTRY

# "The foreign ministry said the two will meet": who says so is no part of what happens.
_ATTRIBUTED = re.compile(
    r"[^,;:]{3,110}?\s(?:(?:said|says|confirmed)(?:\s+(?:on\s+)?\w+day)?(?:\s+that)?|(?:announced|reported|added|told\s+\w+)(?:\s+(?:on\s+)?\w+day)?\s+that)"
    r"\s+(?=(?:the|both|two|its|their|his|her|an?)\s|[A-Z])"
)
# What opens a sentence before its subject: "In 1998", "On Monday,", "Meanwhile,".
_FRONTED = re.compile(
    r"^(?:(?:On|In|By)\s+(?:(?:early|mid|late)[\s-])?(?:\d{1,2}\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:\d{1,2},?\s+)?\d{4},?\s+"
    r"(?=(?:[A-Z]|the|an?|his|her|their|its)\b|[A-Z])"
    r"|(?:(?:On|In|By|At|During|Since)\s+[^,]{3,40}\d[^,]*(?:,\s+\d{4})?|Later|Earlier(?:\s+(?:this|that|in|on|today)\b[^,]{0,20})?|Today|Yesterday|Meanwhile"
    r"|(?:On\s+)?\w+day|In\s+(?:early\s+|mid-|late\s+)?[A-Z][a-z]{2,8}|(?:Last|This|Next|Earlier\s+this)\s+(?:week|month|year)|In\s+addition|In\s+response|Also|However),\s+)"
)
# "Was appointed on 4 May", "presented his credentials": what a title cannot begin with.
_NO_SUBJECT = re.compile(
    r"(?:was|were|is|are|has|have|had|been|will|would|shall|then(?!\s+(?:[a-z-]+\s+){0,2}?(?:minister|president|secretary|premier|chancellor|leader|king)\b)|later|it|he|she|they|which|who|where)\b|[a-z]{3,}ed\s+(?:his|her|its|their|the|a|in|on)\b"
)
_LONG_TITLE = 220
_ENTRY_REACH = 4
_LONGEST_SUBJECT = 120
_LONGEST_PHRASE = 160
_FEWEST_WORDS = 2
_YEAR_BEHIND = re.compile(r"\s*\([^()]*\d{4}[^()]*\)[^\w]*$")
_JOINING = re.compile(r"[\s,;:]*(?:(?:that|and|but|while|when|whereas|although|where|because|after|before|since)\s+)?")
_POINTS_BACK = re.compile(r"^(?:(?:where|and|but)\s+)?(?:he|she|they|it|which|who)\s+", re.IGNORECASE)
_WHO = re.compile(r"who\b")
_PRONOUN = re.compile(r"(?:he|she|they|it|who|which)\b", re.IGNORECASE)
# Where a noun phrase that names a visit or talks begins, read from its noun to the left: "... signed it during | ...".
_PHRASE_BEGINS = re.compile(
    r".*\b(?P<before>during|at|after|before|following|in|on|amid|of|ahead\s+of|upon|for|since|until|with|from|to(?=\s+(?:the|an?|his|her|their|its|this)\s|\s+[A-Z]))\s+",
    re.DOTALL,
)
_OFFICE_OF = re.compile(
    r"(?:minister|president|king|queen|secretary|ministry|speaker|chair\w*|members?|heads?|emperor|leaders?|governor|republic"
    r"|kingdom|state|chief|director|court|house|union)\s+of\s+$",
    re.IGNORECASE,
)
_VERB = re.compile(r",|\s(?:was|were|is|are|has|had|have|will|would|[a-z]{2,}ed)\s+(?!visit|trip|tour|talks|meeting)")
_PHRASE_ENDS = re.compile(
    r"[,;:()]|\s(?:which|who|that|when|where|while|after|before|since|during|and\s+\w+ed|was|were|is|are|has|had|have|will|would|as|exchanged|discussed|agreed|said|told|signed|expressed|pledged|stressed|met|held)\b"
    r"|\s(?:on|in|last|this)\s+(?=\w+day\b|\d|(?:"
    rf"{FULL_MONTH}"
    r")\b|week|month|year)"
)


def title_of(frame: Frame, item: Happening, span: tuple[int, int], others: Iterable[Happening]) -> str:
    """The title of the happening told in `span`; `others` are those of its sentence, in order."""
    if item.form == "noun" and (item.kind in ("visit", "meeting") or item.rule == "press conference"):
        phrase = _phrase(frame, item, span[1])
        if phrase is not None:
            return sentence_title(phrase)
    start, end = _behind_entry(frame, span[0]), span[1]
    if item.form != "noun" and (said := _ATTRIBUTED.match(frame.text, start, item.verb)) is not None:
        start = said.end()
    words = _without_front(frame.text[start:end])
    if item.rule.endswith("in a list"):
        return sentence_title(_YEAR_BEHIND.sub("", words))
    if start == item.verb or _NO_SUBJECT.match(frame.text, start, end):
        subject = _subject(frame, item, others)
        if subject is not None:
            return sentence_title(f"{subject} {_POINTS_BACK.sub('', words)}")
        sentence = frame.analysis.sentences[frame.analysis.sentence_at(start) or 0]
        if _NO_SUBJECT.match(frame.text, start, end) and end - sentence.start <= _LONG_TITLE:
            words = _without_front(frame.text[min(start, sentence.start) : end])
    return sentence_title(words.removeprefix("to "))


def _behind_entry(frame: Frame, start: int) -> int:
    """Where what a chronology's line tells begins: behind its date, "1972: ..."."""
    index = frame.analysis.sentence_at(start)
    found = frame.dating.found(index) if index is not None else []
    if not found or not start <= found[0].start <= start + _ENTRY_REACH:
        return start
    parting = ENTRY.match(frame.text, found[0].end)
    return parting.end() if parting is not None else start


def _without_front(words: str) -> str:
    return _FRONTED.sub("", " ".join(words.split()))


def _subject(frame: Frame, item: Happening, others: Iterable[Happening]) -> str | None:
    """The subject of an act that shares it with one told before: "Ek paid a visit and met the king"."""
    earlier = [other for other in others if other.verb < item.verb and other.form in ("past", "present")]
    for other in earlier[::-1]:
        sentence = frame.analysis.sentences[frame.analysis.sentence_at(other.verb) or 0]
        begin = clause_start(frame.text, sentence.start, other.verb)
        joining = _JOINING.match(frame.text, begin, other.verb)
        low = joining.end() if joining is not None else begin
        relative = _WHO.match(frame.text, low, other.verb)
        words = frame.text[sentence.start : begin] if relative is not None else frame.text[low : other.verb]
        subject = _without_front(words)
        if subject and len(subject) <= _LONGEST_SUBJECT and not _PRONOUN.match(subject) and subject[0].isalpha():
            return subject.rstrip(" ,")
    return None


def _phrase(frame: Frame, item: Happening, end: int) -> str | None:
    """The noun phrase that names a visit or talks when it only goes with another act; None when it is told itself."""
    sentence = frame.analysis.sentences[frame.analysis.sentence_at(item.verb) or 0]
    low = max(sentence.start, item.verb - _LONGEST_PHRASE)
    head = frame.text[low : item.verb]
    begins = _PHRASE_BEGINS.match(head)
    while begins is not None and begins["before"] == "of" and _OFFICE_OF.search(head[: begins.end()]):
        begins = _PHRASE_BEGINS.match(head[: begins.start("before")])
    if begins is None:
        return None
    start = low + begins.end()
    if _VERB.search(frame.text, start, item.verb):
        return None
    ends = _PHRASE_ENDS.search(frame.text, item.end, end)
    words = " ".join(frame.text[start : ends.start() if ends is not None else end].split())
    words = words.strip(' ,;.“”"')
    return words if words.count(" ") >= _FEWEST_WORDS else None
