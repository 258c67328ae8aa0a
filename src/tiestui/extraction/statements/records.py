"""Drafts become records: the quoted text, its title, its evidence."""

from __future__ import annotations

import re
from collections.abc import Callable

from tiestui.extraction.analysis import Analysis
from tiestui.extraction.footnotes import without_footnotes
from tiestui.extraction.placing import Place
from tiestui.extraction.segment import strip_span
from tiestui.extraction.statements.parts import Draft
from tiestui.model import Evidence, Speaker, Statement, Why

_LONGEST_TITLE = 80
_SAYS_ANYTHING = re.compile(r"[^\W_]")


Placing = Callable[[int, int, Speaker | None], Place]
"""From the code points of what was said, and its speaker, to the date, the parties and the topics."""


def nowhere(start: int, end: int, speaker: Speaker | None) -> Place:
    """No date, no parties, no topics."""
    return Place()


def as_record(analysis: Analysis, draft: Draft, place: Placing = nowhere) -> Statement | None:
    """The statement of a draft; None when nothing is left of what was said."""
    text = analysis.text
    start, end = strip_span(text, draft.start, draft.end)
    if end <= start or _SAYS_ANYTHING.search(text, start, end) is None:
        return None
    begins, ends = min(draft.evidence_start, start), max(draft.evidence_end, end)
    quote = text[start:end]
    placed = place(start, end, draft.voice.speaker)
    return Statement(
        title=title_of(quote),
        evidence=(Evidence(analysis.document.name, begins, ends, text[begins:ends]),),
        why=Why(draft.rule, draft.words),
        speaker=draft.voice.speaker,
        mode=draft.mode,
        quote=quote,
        quote_start=start,
        quote_end=end,
        cue=draft.cue,
        speaker_start=draft.voice.start if draft.voice.end is not None else None,
        speaker_end=draft.voice.end if draft.voice.start is not None else None,
        via=draft.via,
        date=placed.date,
        date_basis=placed.basis,
        parties=placed.parties,
        pair=placed.pair,
        topics=placed.topics,
    )


def title_of(quote: str) -> str:
    """The quote on one line, cut at a word to 80 code points with "…" when it is longer."""
    line = " ".join(without_footnotes(quote).split())
    if len(line) <= _LONGEST_TITLE:
        return line
    cut = line[: _LONGEST_TITLE - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:—–-") + "…"
