"""Chronology lines in the journals' form: "Sept. 15, 2022: Belarus and China sign …", one paragraph a record."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.countries import country_name
from tiestui.views.dating import in_chronology
from tiestui.views.entry import Entry, entries
from tiestui.views.listing import Listing
from tiestui.views.rows import JOINT
from tiestui.views.safe import line
from tiestui.views.style import Style

_ACTS = {
    "established": "establish",
    "upgraded": "upgrade relations to",
    "downgraded": "downgrade relations to",
    "suspended": "suspend",
    "severed": "sever",
    "resumed": "resume",
    "proposed": "propose",
    "pledged": "pledge",
    "agreed": "agree on",
    "issued": "issue",
    "signed": "sign",
    "ratified": "ratify",
    "in force": "see in force",
    "ended": "end",
}


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing, a line each."""
    for entry in entries(listing):
        flags = f" ({', '.join(entry.flags)})" if entry.flags else ""
        source = f" [{entry.source}]" if entry.source else ""
        yield line(f"{in_chronology(entry.date)}: {sentence(entry)}{flags}{source}") + "\n"


def sentence(entry: Entry) -> str:
    """What happened, as a sentence of a chronology without its full stop."""
    match entry.type:
        case "statement":
            via = f", via {entry.via}" if entry.via else ""
            return f"{entry.speaker}{via}: {entry.words}"
        case "upgrade":
            return f"{_parties(entry, 'Both sides')} {_ACTS[str(entry.action)]} {entry.title}"
        case "agreement":
            what = "" if entry.instrument in ("commitment", "other") else f"{entry.instrument}: "
            return f"{_parties(entry, 'Both sides')} {_ACTS[str(entry.status)]} {what}{entry.title}"
    return entry.title


def _parties(entry: Entry, otherwise: str) -> str:
    names = [country_name(code) for code in entry.parties.split(JOINT) if code]
    if len(names) < 2:
        return names[0] if names else otherwise
    return f"{', '.join(names[:-1])} and {names[-1]}"
