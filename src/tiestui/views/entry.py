"""One record as the formats for people show it: its columns by name, and the few phrases that they are read as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tiestui.model.wording import beside
from tiestui.views.columns import UNDATED, UNKNOWN
from tiestui.views.dating import OPEN, readable
from tiestui.views.listing import Listing


class Entry(NamedTuple):
    """The values of `ENTRY_COLUMNS`, under their own names where a name can have a dot."""

    id: str
    type: str
    modality: str
    pair: str
    parties: str
    date: str | None
    title: str
    topics: str
    who: str
    role: str | None
    country: str | None
    mode: str | None
    via: str | None
    quote: str | None
    action: str | None
    status: str | None
    instrument: str | None
    kind: str | None
    place: str
    source: str | None
    corroboration: int
    conflicts: str
    review: str
    starred: int
    note: str | None

    @property
    def when(self) -> str:
        """The date for reading: years, months and days as they stand, others in words; "undated" for none."""
        return readable(self.date)

    @property
    def year(self) -> str:
        """The year to list it under: that of the earliest day, "until 1990" without one; "undated" without a date."""
        if not self.date:
            return UNDATED
        return f"until {self.end_year}" if self.date.startswith(OPEN) else self.date[:4].replace("X", "0")

    @property
    def end_year(self) -> str:
        """The year of a date that has no beginning."""
        return str(self.date).lstrip("./")[:4].replace("X", "9")

    @property
    def heading(self) -> str:
        """Who speaks and how we know, or what was done: "established", "treaty, signed", "visit"."""
        match self.type:
            case "upgrade":
                return str(self.action)
            case "agreement":
                return f"{self.instrument}, {self.status}"
            case "event":
                return str(self.kind)
        reported = "" if self.mode == "direct" else ", reported"
        return f"{self.speaker}{reported}{f', via {self.via}' if self.via else ''}"

    @property
    def speaker(self) -> str:
        """The speaker with role and country, as far as they are known."""
        if self.who == UNKNOWN:
            return "unknown speaker"
        known = [part for part in (self.role, self.country) if part]
        return f"{self.who} ({', '.join(known)})" if known else self.who

    @property
    def words(self) -> str:
        """The quotation, in marks when it is direct; the title of anything else."""
        if self.type == "upgrade":
            return beside(str(self.action), self.title)
        if self.type != "statement":
            return self.title
        return f"“{self.quote}”" if self.mode == "direct" else str(self.quote)

    @property
    def flags(self) -> tuple[str, ...]:
        """What a reader must not miss about it: planned, denied, in conflict, corroborated, its review."""
        found = []
        if self.modality != "actual":
            found.append(self.modality)
        if self.conflicts:
            found.append("in conflict")
        if self.corroboration > 1:
            found.append(f"{self.corroboration} sources")
        if self.review != "unreviewed":
            found.append(self.review)
        if self.starred:
            found.append("starred")
        return tuple(found)


_DOTTED = {"role": "speaker.role", "country": "speaker.country"}
ENTRY_COLUMNS: tuple[str, ...] = tuple(_DOTTED.get(name, name) for name in Entry._fields)


def entries(listing: Listing) -> Iterator[Entry]:
    """The listing's records as entries, in its order."""
    return map(Entry._make, listing.rows(ENTRY_COLUMNS))
