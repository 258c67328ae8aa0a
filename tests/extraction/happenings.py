"""Upgrades, agreements and events of a few words of text, for tests: every line is a paragraph of the body."""

from __future__ import annotations

from dataclasses import replace

from tests.extraction.texts import document
from tiestui.dates.edtf import parse_edtf
from tiestui.extraction.agreements import find_agreements
from tiestui.extraction.analysis import analyse
from tiestui.extraction.events import find_events
from tiestui.extraction.frame import Frame, build_frame
from tiestui.extraction.upgrades import find_upgrades
from tiestui.model import Agreement, Event, Metadata, Upgrade
from tiestui.model.records import Pair

PAIR: Pair = ("CHL", "GHA")


def framed(text: str, published: str | None = None, pair: Pair | None = PAIR, title: str | None = None) -> Frame:
    """The frame of a text, published on a day and about a pair."""
    metadata = Metadata(title=title, published=parse_edtf(published) if published else None, pair=pair)
    return build_frame(analyse(replace(document(text), metadata=metadata)))


def upgrades(
    text: str, published: str | None = None, pair: Pair | None = PAIR, title: str | None = None
) -> list[Upgrade]:
    """The upgrades that a text tells."""
    return list(find_upgrades(framed(text, published, pair, title)))


def agreements(
    text: str, published: str | None = None, pair: Pair | None = PAIR, title: str | None = None
) -> list[Agreement]:
    """The agreements that a text tells."""
    return list(find_agreements(framed(text, published, pair, title)))


def events(text: str, published: str | None = None, pair: Pair | None = PAIR, title: str | None = None) -> list[Event]:
    """The events that a text tells, beside its upgrades and agreements."""
    frame = framed(text, published, pair, title)
    return list(find_events(frame, (*find_upgrades(frame), *find_agreements(frame))))


def day(record: Upgrade | Agreement | Event) -> str | None:
    """A record's date as text."""
    return record.date.edtf if record.date else None
