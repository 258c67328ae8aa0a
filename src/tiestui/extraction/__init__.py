"""A Document becomes records: pure functions over lexicons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
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
    told: tuple[AnyRecord, ...] = (*upgrades, *_without_upgrades(find_agreements(frame), upgrades))
    return (*told, *find_events(frame, told), *statements)


_OPENING_WORDS = 3
"""How many words of a promise may stand before its verb and with it: "formally elevate"."""


def _without_upgrades(agreements: Iterable[Agreement], upgrades: tuple[Upgrade, ...]) -> Iterator[Agreement]:
    """The agreements that are more than the promise of an upgrade told: "agreed to resume diplomatic relations"."""
    told = sorted(upgrades, key=lambda upgrade: upgrade.evidence[0].start)
    starts = [upgrade.evidence[0].start for upgrade in told]
    longest = max((upgrade.evidence[0].end - upgrade.evidence[0].start for upgrade in told), default=0)
    for found in agreements:
        promise = found.evidence[0]
        near = told[bisect_left(starts, promise.start - longest) : bisect_left(starts, promise.end)]
        if found.instrument != "commitment" or not any(_is_upgrade(found, upgrade) for upgrade in near):
            yield found


def _is_upgrade(found: Agreement, upgrade: Upgrade) -> bool:
    """Whether a commitment only says what an upgrade tells."""
    return (
        found.evidence[0].start < upgrade.evidence[0].end
        and upgrade.why is not None
        and upgrade.why.words[0] in found.title.lower().split()[:_OPENING_WORDS]
    )
