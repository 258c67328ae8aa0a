"""TimelineJS 3: the JSON that knightlab's timeline reads; undated records cannot stand on it and are counted aloud.

Its texts are HTML, so everything is escaped. Dates are given as far as they are known; a span also gets its end, and a
date that the fields cannot say (a decade, "about") says itself as `display_date`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from tiestui.model.jsonform import dumps
from tiestui.model.safe import line
from tiestui.views.dating import date_parts, spoken
from tiestui.views.entry import Entry, entries
from tiestui.views.listing import Listing
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the JSON text."""
    title = {"text": {"headline": _html(listing.title or "Timeline"), "text": ""}}
    yield f'{{"title":{dumps(title)},"scale":"human","events":[\n'
    undated = 0
    before = ""
    for entry in entries(listing):
        if entry.date is None:
            undated += 1
            continue
        yield before + dumps(_event(entry, entry.date))
        before = ",\n"
    yield "\n]}\n"
    if undated:
        listing.say(f"undated records left out, as a timeline cannot show them: {undated}")


def _event(entry: Entry, date: str) -> dict[str, Any]:
    start, end = date_parts(date)
    event: dict[str, Any] = {"unique_id": entry.id, "group": entry.type, "start_date": _parts(start)}
    if end is not None:
        event["end_date"] = _parts(end)
    event["display_date"] = _html(spoken(date))
    flags = f" ({', '.join(entry.flags)})" if entry.flags else ""
    if entry.type == "statement":
        headline, body = f"{entry.heading}{flags}", entry.words
    else:
        headline, body = f"{entry.words}{flags}", entry.heading
    where = f"<p><small>{_html(entry.place or 'no source held')}</small></p>"
    event["text"] = {"headline": _html(headline), "text": f"<p>{_html(body)}</p>{where}"}
    event["autolink"] = False
    return event


def _parts(known: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), known, strict=False))


def _html(text: str) -> str:
    return escape(line(text))
