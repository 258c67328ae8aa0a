"""A Document becomes records: pure functions over lexicons."""

from __future__ import annotations

from functools import partial

from tiestui.extraction.agreements import find_agreements
from tiestui.extraction.analysis import Analysis, Sentence, analyse
from tiestui.extraction.events import find_events
from tiestui.extraction.frame import build_frame
from tiestui.extraction.placing import place
from tiestui.extraction.statements import find_statements
from tiestui.extraction.upgrades import find_upgrades
from tiestui.model import AnyRecord, Document

__all__ = ["Analysis", "Sentence", "analyse", "extract"]


def extract(document: Document) -> tuple[AnyRecord, ...]:
    """Every mention of a record in the document, unmerged and without ids: upgrades, agreements, events, statements."""
    analysis = analyse(document)
    frame = build_frame(analysis)
    statements = find_statements(analysis, frame.genre, frame.parties.pair, partial(place, frame))
    told: tuple[AnyRecord, ...] = (*find_upgrades(frame), *find_agreements(frame))
    return (*told, *find_events(frame, told), *statements)
