"""iCalendar (RFC 5545): every dated record as an all-day event over the days that its date allows.

A date known to the month fills the month and says so in its summary: a single day would be more than
any source claims.
Events are transparent (nobody is busy), lines are folded at 75 bytes, and undated records are counted aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from tiestui.dates.partial import PartialDate
from tiestui.model.safe import line
from tiestui.views.dating import partial, shown_span, spoken
from tiestui.views.entry import Entry, entries
from tiestui.views.listing import Listing
from tiestui.views.style import Style

_ESCAPED = re.compile(r"[\\;,]")
_LINE_BYTES = 75


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the calendar, lines ended by CR LF as the standard asks."""
    made = datetime.now(UTC) if listing.made is None else datetime.fromtimestamp(listing.made, UTC)
    stamp = f"{made:%Y%m%dT%H%M%SZ}"
    yield _lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tiestui//chronology//EN", "CALSCALE:GREGORIAN")
    if listing.title:
        yield _lines(f"X-WR-CALNAME:{_text(listing.title)}")
    undated = 0
    for entry in entries(listing):
        if entry.date is None:
            undated += 1
        else:
            yield _event(entry, entry.date, stamp)
    yield _lines("END:VCALENDAR")
    if undated:
        listing.say(f"undated records left out, as a calendar cannot show them: {undated}")


def _event(entry: Entry, edtf: str, stamp: str) -> str:
    known = partial(edtf)
    first, last = shown_span(edtf)
    doubt = _doubt(edtf, known)
    flags = f" ({', '.join(entry.flags)})" if entry.flags else ""
    return _lines(
        "BEGIN:VEVENT",
        f"UID:{entry.id}@tiestui",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_day(first)}",
        *([f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"] if last < date.max else []),
        f"SUMMARY:{_text(f'{entry.heading}: {entry.words}{flags}{doubt}')}",
        f"DESCRIPTION:{_text(_description(entry, edtf))}",
        f"CATEGORIES:{_text(entry.type)}",
        "TRANSP:TRANSPARENT",
        *(["STATUS:TENTATIVE"] if entry.modality == "planned" else []),
        *(["STATUS:CANCELLED"] if entry.modality == "denied" else []),
        "END:VEVENT",
    )


def _doubt(edtf: str, known: PartialDate) -> str:
    """What the summary says of a date that is no single day; the days of a span that the source knows are no doubt."""
    if known.earliest == known.latest and edtf[-1].isdecimal():
        return ""
    days_told = edtf.count("-") == 4 and edtf[-1].isdecimal()
    return f" ({spoken(edtf)})" if days_told else f" ({spoken(edtf)}, day not known)"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _description(entry: Entry, edtf: str) -> str:
    parts = [f"date {edtf}", entry.pair, entry.place or "no source held", f"note: {entry.note}" if entry.note else ""]
    return " · ".join(part for part in parts if part)


def _text(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\\" + found[0], line(value))


def _lines(*lines: str) -> str:
    return "".join(map(_folded, lines))


def _folded(content: str) -> str:
    """The content line, folded so that no line has more than 75 bytes and no character is cut."""
    pieces: list[str] = []
    current, size = "", 0
    for character in content:
        length = len(character.encode("utf-8", "surrogatepass"))
        if size + length > _LINE_BYTES:
            pieces.append(current)
            current, size = " ", 1
        current += character
        size += length
    return "\r\n".join([*pieces, current]) + "\r\n"
