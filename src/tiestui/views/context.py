"""A passage in its surroundings: the sentences before and after it in the stored text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AROUND = 300
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]»]*\s")
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """Text before, the passage itself, and text after; `cut_before` and `cut_after` when the paragraph goes on.

    paragraph, line: where the passage begins, counted from one.
    """

    before: str
    passage: str
    after: str
    cut_before: bool
    cut_after: bool
    paragraph: int
    line: int


def passage_at(text: str, start: int, end: int, around: int = _AROUND) -> Passage:
    """The passage with at most about `around` characters of its own paragraph on each side."""
    first, last = _paragraph(text, start, end)
    before_from = _begin(text, max(first, start - around), start) if start - first > around else first
    after_to = _finish(text, end, min(last, end + around)) if last - end > around else last
    return Passage(
        before=text[before_from:start],
        passage=text[start:end],
        after=text[end:after_to],
        cut_before=before_from > first,
        cut_after=after_to < last,
        paragraph=1 + len(_PARAGRAPH.findall(text[:start].lstrip())),
        line=1 + text.count("\n", 0, start),
    )


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    begins = [found.end() for found in _PARAGRAPH.finditer(text, 0, start)]
    after = _PARAGRAPH.search(text, end)
    last = after.start() if after else len(text)
    return (begins[-1] if begins else 0), max(end, len(text[:last].rstrip()))


def _begin(text: str, low: int, start: int) -> int:
    """The first sentence or word that begins in the window."""
    sentence = _SENTENCE_END.search(text, low, start)
    if sentence:
        return sentence.end()
    space = text.find(" ", low, start)
    return space + 1 if space >= 0 else low


def _finish(text: str, end: int, high: int) -> int:
    """The last sentence or word that ends in the window."""
    ends = [found.end() - 1 for found in _SENTENCE_END.finditer(text, end, high)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", end, high)
    return space if space >= 0 else high
