"""Lines that a heading makes visits or meetings: "President Ana Rojas (2004)" under "Visits from Chile to Ghana"."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping

from tiestui.extraction.events.happening import Happening
from tiestui.extraction.frame import Frame
from tiestui.model.records import EventKind

_OF_HEADING: tuple[tuple[re.Pattern[str], EventKind], ...] = (
    (re.compile(r"\bvisits\b", re.IGNORECASE), "visit"),
    (re.compile(r"\b(?:meetings|summits|consultations)\b", re.IGNORECASE), "meeting"),
)
_LINE = re.compile(r"\W*(?:[A-Z]|the\s)[^.;]{3,160}\(\D{0,16}\d{4}[^()]{0,16}\)(?:\[\d+\])*\W*")


def kinds_by_heading(frame: Frame) -> Mapping[int, EventKind]:
    """The kind of happening that the heading above a paragraph announces, by the paragraph's number; most have none."""
    analysis = frame.analysis
    headings = deque(block for block in analysis.document.blocks if block.role == "heading")
    found: dict[int, EventKind] = {}
    if not headings:
        return found
    kind: EventKind | None = None
    for number, (start, _) in enumerate(analysis.paragraphs):
        while headings and headings[0].start < start:
            block = headings.popleft()
            words = analysis.text[block.start : block.end]
            kind = next((kind for pattern, kind in _OF_HEADING if pattern.search(words)), None)
        if kind is not None:
            found[number] = kind
    return found


def listed(frame: Frame, index: int, kinds: Mapping[int, EventKind]) -> list[Happening]:
    """The happening that a whole line is, under such a heading."""
    sentence = frame.analysis.sentences[index]
    kind = kinds.get(sentence.paragraph)
    if kind is None or not _LINE.fullmatch(frame.text, sentence.start, sentence.end):
        return []
    span = (sentence.start, sentence.end, sentence.start)
    return [Happening(*span, "past", kind, "telling", True, f"{kind} in a list", (kind,))]
