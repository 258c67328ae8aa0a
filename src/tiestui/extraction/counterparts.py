"""Whose counterpart a person is: "Prime Minister Ann Lee and her Peruvian counterpart, José Ruiz"."""

from __future__ import annotations

from tiestui.extraction.people import People
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import CAPITAL, POSSESSIVE, SIGN

COUNTERPARTS = frozenset(("counterpart", "colleague"))
_LONGEST = 4


def counterparts(tokens: Tokens, people: People) -> dict[int, int]:
    """The persons who are introduced as somebody's counterpart, each with the person named before, whose it is."""
    found: dict[int, int] = {}
    for number, mention in enumerate(people.mentions[1:], 1):
        person, other = mention.person, people.mentions[number - 1].person
        if other == person or people.persons[person].mentions[0] != number:
            continue
        low = max(tokens.firsts[mention.sentence], mention.name - _LONGEST)
        high = tokens.firsts[mention.sentence + 1]
        noun = _counterpart_before(tokens, low, mention.name)
        if noun is not None and tokens.lowers[noun] == "colleague" and noun - 1 not in people.country_at:
            continue  # "her irrigation colleague" bears another office
        if noun is not None or _is_apposed(tokens, mention.last, high):
            found[person] = other
    return found


def _counterpart_before(tokens: Tokens, low: int, name: int) -> int | None:
    """The noun for a counterpart before `name`, with nothing but a comma or a title between; None for none."""
    for at in range(name - 1, low - 1, -1):
        if tokens.lowers[at] in COUNTERPARTS or tokens.lowers[at - 1 : at + 1] == ["opposite", "number"]:
            return at
        if tokens.words[at] != "," and (not tokens.flags[at] & CAPITAL or tokens.flags[at] & SIGN):
            return None
    return None


def _is_apposed(tokens: Tokens, last: int, high: int) -> bool:
    """Whether a noun for a counterpart stands in an apposition behind a name: ", her Peruvian counterpart,"."""
    if last + 2 >= high or tokens.words[last] != "," or not tokens.flags[last + 1] & POSSESSIVE:
        return False
    return not COUNTERPARTS.isdisjoint(tokens.lowers[last + 2 : min(last + _LONGEST, high)])
