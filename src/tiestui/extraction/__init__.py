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
from tiestui.model import Agreement, AnyRecord, Document, Upgrade

__all__ = ["Analysis", "Sentence", "analyse", "extract"]


def extract(document: Document) -> tuple[AnyRecord, ...]:
    """Every mention of a record in the document, unmerged and without ids: upgrades, agreements, events, statements."""
    analysis = analyse(document)
    frame = build_frame(analysis)
    statements = find_statements(analysis, frame.genre, frame.parties.pair, partial(place, frame))
    upgrades = tuple(find_upgrades(frame))
    agreements = (found for found in find_agreements(frame) if not _is_upgrade(found, upgrades))
    told: tuple[AnyRecord, ...] = (*upgrades, *agreements)
    return (*told, *find_events(frame, told), *statements)


def _is_upgrade(found: Agreement, upgrades: tuple[Upgrade, ...]) -> bool:
    """Whether a commitment only says what an upgrade tells: "agreed to resume diplomatic relations"."""
    if found.instrument != "commitment":
        return False
    promise = found.evidence[0]
    return any(
        upgrade.evidence[0].start < promise.end
        and promise.start < upgrade.evidence[0].end
        and upgrade.why is not None
        and found.title.lower().startswith(upgrade.why.words[0])
        for upgrade in upgrades
    )
