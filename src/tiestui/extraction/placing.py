"""What a document's frame knows of a statement: the day it was made, the parties, the pair and the topics."""

from __future__ import annotations

from typing import NamedTuple

from tiestui.dates.partial import Basis, PartialDate
from tiestui.extraction.frame import Frame
from tiestui.extraction.topics import topics_of
from tiestui.extraction.when import OWN_KINDS, Dated
from tiestui.model import Speaker
from tiestui.model.records import Pair


class Place(NamedTuple):
    """The fields of a statement that its words alone do not tell."""

    date: PartialDate | None = None
    basis: Basis = "none"
    parties: tuple[str, ...] = ()
    pair: Pair | None = None
    topics: tuple[str, ...] = ()


def place(frame: Frame, start: int, end: int, speaker: Speaker | None) -> Place:
    """The place of the words from code point `start` to `end`, which the speaker said."""
    told = _told(frame, start, end) or frame.dating.of_document()
    parties = _parties(frame, start, end, speaker)
    return Place(told.date, told.basis, parties, frame.parties.pair_of(parties), topics_of(frame.text[start:end]))


def _told(frame: Frame, start: int, end: int) -> Dated | None:
    """The date beside the cue ("said on Tuesday that ..."): outside what was said, a month or finer."""
    index = frame.analysis.sentence_at(start)
    if index is None:
        return None
    for found in frame.dating.found(index):
        outside = found.end <= start or found.start >= end
        if outside and found.date is not None and found.kind in OWN_KINDS and found.date.days <= 31:
            return Dated(found.date, found.basis, found)
    return None


def _parties(frame: Frame, start: int, end: int, speaker: Speaker | None) -> tuple[str, ...]:
    """The document's pair, unless an outsider speaks of other countries only: then the speaker's country with those."""
    pair = frame.parties.pair
    country = speaker.country if speaker else None
    named = frame.parties.codes(start, end)
    if pair is not None and (country is None or country in pair or not named or set(named) & set(pair)):
        return pair
    return tuple(sorted({*named, *((country,) if country else ())}))
