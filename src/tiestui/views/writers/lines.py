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

_DEEDS = ("recognition", "withdrawn")
_NOT_VERBS = ("ing", "ion", "ment", "ity", "ness", "th", "ship", "ies", "ance", "ence")
_NO_VERBS = "a an the more further closer greater joint new full mutual aid support".split()


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
            return _upgrade(entry)
        case "agreement":
            return _agreement(entry)
    return entry.title


def _upgrade(entry: Entry) -> str:
    """Such as "A and B upgrade relations to a …"; a colon where the title says itself what was done."""
    what, _, last = entry.title.rpartition(" ")
    if last == entry.action:
        return f"{_parties(entry)} {_ACTS[last]} {_with_article(what)}"
    if last.endswith("ed") or last in _DEEDS:
        return f"{_parties(entry)}: {entry.title}"
    return f"{_parties(entry)} {_ACTS[str(entry.action)]} {_with_article(entry.title)}"


def _agreement(entry: Entry) -> str:
    """Such as "A and B sign a joint statement on …", "A and B pledge to …"; a colon where that would read badly."""
    instrument = str(entry.instrument)
    plain = instrument in ("commitment", "other")
    parties = _parties(entry)
    if entry.status == "in force":
        return f"{parties}: {'' if plain else f'{instrument} '}in force: {entry.title}"
    step = _STEPS[str(entry.status)]
    if instrument == "commitment" and step in ("agree on", "pledge") and _is_act(entry.title):
        return f"{parties} {step.removesuffix(' on')} to {entry.title}"
    if plain:
        return f"{parties} {step}: {entry.title}"
    if instrument in entry.title[: len(instrument) + 16].lower():
        return f"{parties} {step} {_with_article(entry.title)}"
    return f"{parties} {step} {_with_article(instrument)}: {entry.title}"


def _is_act(title: str) -> bool:
    """Whether the title begins with a verb, as far as its first word shows: "expand trade" and not "closer ties"."""
    first = title.partition(" ")[0]
    return first.isalpha() and first.islower() and not first.endswith(_NOT_VERBS) and first not in _NO_VERBS


def _with_article(level: str) -> str:
    """A level that is one thing takes an article: "a partnership", "an embassy", but "diplomatic relations"."""
    if level.endswith("relations") or level.startswith(("a ", "an ", "the ")) or not level[:1].islower():
        return level
    return f"{'an' if level[:1].lower() in 'aeio' else 'a'} {level}"


def _parties(entry: Entry) -> str:
    names = [country_name(code) for code in entry.parties.split(JOINT) if code]
    if len(names) < 2:
        return names[0] if names else "Both sides"
    return f"{', '.join(names[:-1])} and {names[-1]}"
