"""Where a name begins behind what its office is for: "Minister of Trade and Industry Ann Lee".

Nothing but the words tells the matter from the name: a known word of offices, an organisation, a country, or an
abstract noun by its ending ("Development", "Security").
"""

from __future__ import annotations

from tiestui.extraction.offices import matters
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import CAPITAL, ORGANISATION, ROLE, SIGN, TIME, TITLE

_LONGEST = 14
_LINKS = frozenset(("of", "for", "and", "&", "the", ","))
_ABSTRACT = ("tion", "sion", "ment", "ments", "ity", "ics", "ism", "ture", "logy", "rity", "irs", "works", "ources")


def goes_on_in_office(tokens: Tokens, first: int, low: int) -> bool:
    """Whether the capitalised run at `first` goes on with an office before it: "Minister for Trade and …"."""
    flags, lowers = tokens.flags, tokens.lowers
    if first - 1 < low or lowers[first - 1] not in _LINKS:
        return False
    for at in range(first - 1, max(low, first - _LONGEST) - 1, -1):
        if flags[at] & (TITLE | ROLE):
            return lowers[at + 1] in ("of", "for")
        if lowers[at] not in _LINKS and (not flags[at] & CAPITAL or flags[at] & (SIGN | TIME)):
            return False
    return False


def behind_matter(tokens: Tokens, first: int, last: int, countries: frozenset[int]) -> int:
    """Behind the matter that the tokens `first` to `last` begin with; `first` when they begin with none."""
    at = first
    while at < last and (at in countries or tokens.flags[at] & ORGANISATION or tokens.lowers[at] in matters()):
        at += 1
    abstract = (t + 1 for t in range(last - 2, at - 1, -1) if tokens.lowers[t].endswith(_ABSTRACT))
    return next(abstract, at)
