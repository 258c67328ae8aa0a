"""Offices that several persons share, told once: "Presidents of Norway and Peru Ann Lee and José Ruiz"."""

from __future__ import annotations

from typing import NamedTuple

from tiestui.extraction.people import People
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import DET, ROLE, word_flags

_FARTHEST = 12


class SharedOffice(NamedTuple):
    """What a plural office says of one of its bearers: the role in the singular, the country's code."""

    role: str
    country: str


def shared_offices(tokens: Tokens, people: People) -> dict[int, SharedOffice]:
    """The persons of two countries whom one plural office names in the order of its countries."""
    found: dict[int, SharedOffice] = {}
    for number in range(len(people.mentions) - 1):
        one, other = people.mentions[number], people.mentions[number + 1]
        joined = other.first == one.last + 1 and tokens.lowers[one.last] == "and"
        if not joined or one.sentence != other.sentence:
            continue
        noun = _noun_before(tokens, people, one.name, tokens.firsts[one.sentence])
        if noun is None:
            continue
        codes = list(dict.fromkeys(people.country_at[t].code for t in range(noun, one.name) if t in people.country_at))
        if len(codes) == 2:
            role = tokens.words[noun].removesuffix("s")
            for person, code in zip((one.person, other.person), codes, strict=True):
                found.setdefault(person, SharedOffice(role, code))
    return found


def _noun_before(tokens: Tokens, people: People, name: int, low: int) -> int | None:
    """The plural office with "of" and nothing but countries between it and the names, or None."""
    for at in range(name - 1, max(low, name - _FARTHEST) - 1, -1):
        lower = tokens.lowers[at]
        if lower.endswith("s") and word_flags().get(lower[:-1], 0) & ROLE:
            return at if tokens.lowers[at + 1] == "of" else None
        between = at in people.country_at or tokens.flags[at] & DET or lower in ("of", "and", ",", "republic")
        if not between:
            return None
    return None
