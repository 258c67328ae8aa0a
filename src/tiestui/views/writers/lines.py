"""Chronology lines in the journals' form: "Sept. 15, 2022: Belarus and China sign …", one paragraph a record."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.countries import country_name
from tiestui.model.safe import line
from tiestui.views.columns import JOINT
from tiestui.views.dating import in_chronology
from tiestui.views.entry import Entry, entries
from tiestui.views.listing import Listing
from tiestui.views.style import Style

_ACTS = {
    "established": "establish",
    "upgraded": "upgrade relations to",
    "downgraded": "downgrade relations to",
    "suspended": "suspend",
    "severed": "sever",
    "resumed": "resume",
}
_STEPS = {
    "proposed": "propose",
    "pledged": "pledge",
    "agreed": "agree on",
    "issued": "issue",
    "signed": "sign",
    "ratified": "ratify",
    "ended": "end",
}


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing, a line each."""
    for entry in entries(listing):
        flags = f" ({', '.join(entry.flags)})" if entry.flags else ""
        source = f" [{entry.source}]" if entry.source else ""
        date = in_chronology(entry.date)
        yield line(f"{date[0].upper()}{date[1:]}: {sentence(entry)}{flags}{source}") + "\n"


def sentence(entry: Entry) -> str:
    """What happened, as a sentence of a chronology without its full stop."""
    match entry.type:
        case "statement":
            return f"{entry.heading}: {entry.words}"
        case "upgrade":
            return f"{_parties(entry)} {_ACTS[str(entry.action)]} {_with_article(entry.title)}"
        case "agreement":
            return _agreement(entry)
    return entry.title


def _agreement(entry: Entry) -> str:
    plain = entry.instrument in ("commitment", "other")
    if entry.status == "in force":
        return f"{_parties(entry)}: {'' if plain else f'{entry.instrument} '}in force: {entry.title}"
    step = _STEPS[str(entry.status)]
    return (
        f"{_parties(entry)} {step}: {entry.title}"
        if plain
        else f"{_parties(entry)} {step} {entry.instrument}: {entry.title}"
    )


def _with_article(level: str) -> str:
    """A level that is one thing takes an article: "a partnership", "an embassy", but "diplomatic relations"."""
    if level.endswith("s") or level.startswith(("a ", "an ", "the ")):
        return level
    return f"{'an' if level[:1].lower() in 'aeio' else 'a'} {level}"


def _parties(entry: Entry) -> str:
    names = [country_name(code) for code in entry.parties.split(JOINT) if code]
    if len(names) < 2:
        return names[0] if names else "Both sides"
    return f"{', '.join(names[:-1])} and {names[-1]}"
