"""The passage that tells a happening: its clause, without what follows it and with the date that opens the sentence."""

from __future__ import annotations

from tiestui.extraction.clauses import narrowed
from tiestui.extraction.events.happening import Happening
from tiestui.extraction.frame import Frame
from tiestui.extraction.when import Dated
from tiestui.patterns import lazily

Span = tuple[int, int]

_FRONT = 12
_PHRASE_REACH = 50
_PHRASE = lazily(
    r"(?:(?:[Tt]he|[Aa]n?|[A-Z][\w.-]+|\d{4}(?:[-–]\d{2,4})?|[a-z]+-[a-z]+|[a-z]{3,}al|declaration\s+of)\s+){0,5}$"
)
# "A riot between miners and soldiers".
_AMONG = lazily(
    r"\s+(?:between|among|against)\s+[^,;.()]{3,70}?(?=\s*(?:[,;.()]|$)|\s(?:was|were|in|on|at|had|which|that|led|broke|over|by)\b)"
)
# What follows a happening and is no part of it: an apposition, the main clause behind "During the meeting with ...,".
_ASIDE = lazily(
    r",\s+(?:an?\s|the\s+(?:first|second|latest|biggest|largest)\b|(?:(?:[A-Z][\w.’'-]+\s+){1,3}|the\s+"
    r"\w+\s+(?:\w+\s+)?|he\s+|she\s+|they\s+|it\s+)"
    r"(?:also\s+|\w+ly\s+)?(?:[a-z]+ed|said|told|met|held|made|took|gave|spoke|has|had|was|were|is|are)\b)"
)


def passage(frame: Frame, index: int, item: Happening, span: Span, own: Dated) -> Span:
    """The clause that tells the happening, with the date that opens the sentence or stands behind it."""
    last = item.end
    if own.found is not None and span[0] <= own.found.start < span[1]:
        last = max(last, own.found.end)
    start, end = narrowed(frame.text, span, item.verb, last)
    aside = _ASIDE.search(frame.text, last, end) if item.kind != "trade" else None
    end = aside.start() if aside is not None else end
    colon = frame.text.find(": ", last, end)
    end = colon if colon >= 0 else end
    if item.need == "near date":
        phrase = _PHRASE.search(frame.text, max(span[0], item.start - _PHRASE_REACH), item.start)
        start = phrase.start() if phrase is not None else item.start
        among = _AMONG.match(frame.text, item.end, end)
        end = min(end, max(last, among.end() if among is not None else last))
    start = min(start, item.start)
    if own.found is not None and own.found.start < start:
        opens = (span[0], frame.analysis.sentences[index].start)
        start = next((at for at in opens if 0 <= own.found.start - at <= _FRONT), start)
    return start, end
