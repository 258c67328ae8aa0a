"""Events: visits, meetings, ceremonies, trade figures and other dated happenings between the parties."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from tiestui.extraction.events.ceremonies import find_ceremonies
from tiestui.extraction.events.dated import dated_clause
from tiestui.extraction.events.happening import RANKING, Happening
from tiestui.extraction.events.listed import kinds_by_heading, listed
from tiestui.extraction.events.meetings import find_meetings
from tiestui.extraction.events.others import find_others
from tiestui.extraction.events.records import EventWriter
from tiestui.extraction.events.taken import Taken
from tiestui.extraction.events.trade import find_trade
from tiestui.extraction.events.visits import find_visits
from tiestui.extraction.frame import Frame
from tiestui.extraction.gates import gate
from tiestui.model.records import AnyRecord, Event, EventKind

Finder = Callable[[str, int, int], Iterator[Happening]]
_FINDERS: tuple[tuple[EventKind, Finder], ...] = (
    ("trade", find_trade),
    ("visit", find_visits),
    ("meeting", find_meetings),
    ("ceremony", find_ceremonies),
)


def find_events(frame: Frame, told: Sequence[AnyRecord] = ()) -> Iterator[Event]:
    """The events of a document, in order of the text.

    told: the upgrades and agreements of the document; what one of them is made of is no event beside it.
    """
    writer = EventWriter(frame, Taken(frame, told))
    kinds = kinds_by_heading(frame)
    for index in range(len(frame.analysis.sentences)):
        found = _happenings(frame, index) or listed(frame, index, kinds)
        told_here = list(writer.write(index, found)) if found else []
        if not told_here and not writer.taken.tells(index):
            found = dated_clause(frame, index)
            told_here = list(writer.write(index, found)) if found else []
        yield from told_here


def _happenings(frame: Frame, index: int) -> list[Happening]:
    sentence = frame.analysis.sentences[index]
    masked, span = frame.analysis.masked, (sentence.start, sentence.end)
    opened = frame.analysis.tokens.gates[index]
    found: list[Happening] = []
    for bit, find in _gated_finders():
        if opened & bit:
            found += find(masked, *span)
    if frame.dating.found(index):
        found += find_others(masked, *span)
    return _without_overlaps(found)


@cache
def _gated_finders() -> tuple[tuple[int, Finder], ...]:
    return tuple((gate(kind), find) for kind, find in _FINDERS)


def _without_overlaps(found: list[Happening]) -> list[Happening]:
    """Of readings that overlap the weightier kind, then the named one, then the first stays."""
    if len(found) < 2:
        return found
    kept: list[Happening] = []
    for item in sorted(found, key=lambda h: (RANKING[h.kind], not h.named, h.start, -h.end)):
        at = bisect_left(kept, item.start, key=lambda h: h.start)
        before = kept[at - 1] if at else None
        after = kept[at] if at < len(kept) else None
        if (before is None or before.end <= item.start) and (after is None or item.end <= after.start):
            kept.insert(at, item)
    return kept
