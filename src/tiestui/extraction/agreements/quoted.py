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


def find_quoted(frame: Frame, index: int) -> Iterator[Found]:
    """The commitments of two sides that are quoted in sentence `index`; what one person promises is none."""
    sentence = frame.analysis.sentences[index]
    at = sentence.masked.find(MASK)
    while at >= 0:
        start, end = sentence.start + at, sentence.start + at + _length(sentence.masked, at)
        for match in _TOGETHER.finditer(frame.text, start, end):
            first, last = next(s for s in find_sentences(frame.text, start, end) if s[0] <= match.start() < s[1])
            for found in find_commitments(frame.text, first, last, frame.genre, together_before=False):
                if match.start() <= found.verb < match.end():
                    yield replace(found, rule=QUOTED)
        at = sentence.masked.find(MASK, end - sentence.start)


def _length(masked: str, at: int) -> int:
    """How long the mask is that begins at `at`; the stop that ends a quotation stays outside of it."""
    return len(masked) - at - len(masked[at:].lstrip(MASK))
