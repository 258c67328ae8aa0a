"""Statements get what the document's frame knows: the day they were made, the parties, the pair and the topics."""

from __future__ import annotations

from dataclasses import replace

from tiestui.extraction.frame import Frame
from tiestui.extraction.topics import topics_of
from tiestui.extraction.when import Dated
from tiestui.model import Statement

_TELLING_KINDS = frozenset({"calendar", "weekday", "relative", "offset"})


def place(frame: Frame, statement: Statement) -> Statement:
    """The statement with its date and basis, parties, pair and topics."""
    told = _told(frame, statement) or frame.dating.of_document()
    parties = _parties(frame, statement)
    return replace(
        statement,
        date=told.date,
        date_basis=told.basis,
        parties=parties,
        pair=frame.parties.pair_of(parties),
        topics=topics_of(statement.quote),
    )


def _told(frame: Frame, statement: Statement) -> Dated | None:
    """The date beside the cue ("said on Tuesday that ..."): outside what was said, a month or finer."""
    index = frame.analysis.sentence_at(statement.quote_start)
    if index is None:
        return None
    for found in frame.dating.found(index):
        outside = found.end <= statement.quote_start or found.start >= statement.quote_end
        if outside and found.date is not None and found.kind in _TELLING_KINDS and found.date.days <= 31:
            return Dated(found.date, found.basis, found)
    return None


def _parties(frame: Frame, statement: Statement) -> tuple[str, ...]:
    """The document's pair, unless an outsider speaks of other countries only: then the speaker's country with those."""
    pair = frame.parties.pair
    country = statement.speaker.country if statement.speaker else None
    named = frame.parties.codes(statement.quote_start, statement.quote_end)
    if pair is not None and (country is None or country in pair or not named or set(named) & set(pair)):
        return pair
    return tuple(sorted({*named, *((country,) if country else ())}))
