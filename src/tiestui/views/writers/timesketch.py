"""Timesketch: JSON lines with the fields that its importer asks for (message, datetime, timestamp_desc), and ours.

Its datetime is an instant. A record's is midnight UTC of the first day that its date allows, and timestamp_desc
says how well the date is known. Undated records have no place there and are counted aloud.
"""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.model.jsonform import dumps
from tiestui.model.safe import line
from tiestui.views.codes import codes_of
from tiestui.views.dating import partial, shown_span, spoken
from tiestui.views.entry import Entry, entries
from tiestui.views.listing import Listing
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing as JSON lines."""
    undated = 0
    for entry in entries(listing):
        if entry.date is None:
            undated += 1
        else:
            yield _event(entry, entry.date)
    if undated:
        listing.say(f"undated records left out, as Timesketch cannot show them: {undated}")


def _event(entry: Entry, date: str) -> str:
    known = partial(date)
    first, last = shown_span(date)
    beginning = "beginning of " if first < last else ""
    span = "" if known.earliest == known.latest else f" ({beginning}{spoken(date)})"
    codes = codes_of(entry.type, entry.modality, entry.action or entry.status or entry.kind)
    event = {
        "message": line(f"{entry.heading}: {entry.words}"),
        "datetime": f"{first.isoformat()}T00:00:00+00:00",
        "timestamp_desc": f"{entry.type}{span}",
        "data_type": f"tiestui:{entry.type}",
        "date": date,
        "latest": known.latest.isoformat(),
        "modality": entry.modality,
        "pair": entry.pair,
        "parties": entry.parties,
        "speaker": line(entry.who) if entry.type == "statement" else "",
        "topics": entry.topics,
        "place": line(entry.place),
        "review": entry.review,
        "tag": [entry.type, *entry.flags],
        "record_id": entry.id,
        "cameo": codes.cameo,
        "plover": codes.plover,
    }
    return dumps(event) + "\n"
