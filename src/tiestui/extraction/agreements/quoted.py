"""What the parties are quoted to have agreed: «We agreed to open a joint school», a minister said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tiestui.extraction.agreements.commitments import find_commitments
from tiestui.extraction.agreements.found import QUOTED, Found
from tiestui.extraction.frame import Frame
from tiestui.extraction.segment import MASK, find_sentences

_TOGETHER = re.compile(
    r"\b(?:[Ww]e|[Bb]oth\s\w+|[Tt]he\s+two\s+\w+)\s+(?:(?:have|had|also|\w+ly)\s+){0,2}"
    r"(?:(?:agreed|decided)\s+(?:to|on|upon|that)|agree\s+to)\b"
)
# "The joint statement said:", "the declaration reads".
_OF_INSTRUMENT = re.compile(
    r"\b(?:(?:joint|common)\s+(?:\w+\s+)?statement|declaration|communiqu[eé]|agreement|treaty|accord|memorandum|document)\b"
    r"[^.;]{0,60}?\b(?:said|says|stated|states|reads?|declared|declares|added|adds)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_BEFORE = 140


def find_quoted(frame: Frame, index: int) -> Iterator[Found]:
    """The commitments of two sides that are quoted in sentence `index`; what one person promises is none."""
    sentence = frame.analysis.sentences[index]
    at = sentence.masked.find(MASK)
    while at >= 0:
        start, end = sentence.start + at, sentence.start + at + _length(sentence.masked, at)
        if _OF_INSTRUMENT.search(frame.text, max(sentence.start, start - _BEFORE), start):
            yield from _of_instrument(frame, start, end)
        else:
            yield from _of_leaders(frame, start, end)
        at = sentence.masked.find(MASK, end - sentence.start)


def _of_instrument(frame: Frame, start: int, end: int) -> Iterator[Found]:
    """What the parties undertake in an instrument's own words."""
    for first, last in find_sentences(frame.text, start, end):
        for found in find_commitments(frame.text, first, last, "communiqué", together_before=True):
            yield replace(found, rule=QUOTED)


def _of_leaders(frame: Frame, start: int, end: int) -> Iterator[Found]:
    """What two sides are said to have agreed."""
    for first, last in find_sentences(frame.text, start, end):
        told = [match.span() for match in _TOGETHER.finditer(frame.text, first, last)]
        if not told:
            continue
        for found in find_commitments(frame.text, first, last, frame.genre, together_before=False):
            if any(low <= found.verb < high for low, high in told):
                yield replace(found, rule=QUOTED)


def _length(masked: str, at: int) -> int:
    """How long the mask is that begins at `at`; the stop that ends a quotation stays outside of it."""
    return len(masked) - at - len(masked[at:].lstrip(MASK))
