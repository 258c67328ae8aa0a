"""Offices that two persons share, told once: "Presidents Ann Lee of Norway and José Ruiz of Peru"."""

from __future__ import annotations

from typing import NamedTuple

from tiestui.extraction.offices import KINDS_OF_OFFICE
from tiestui.extraction.people import Mention, People
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import DET, ROLE, word_flags

_FARTHEST = 12
_BETWEEN = frozenset(("of", "and", ",", "republic", "kingdom"))
_COMPLEMENT = frozenset(("of", "the", "(", ")", ","))
_BEFORE = KINDS_OF_OFFICE | {"and", "the", "respective"}


class SharedOffice(NamedTuple):
    """What a plural office says of one of its bearers: the role in the singular, the country's code if it is told."""

    role: str
    country: str | None


def shared_offices(tokens: Tokens, people: People) -> dict[int, SharedOffice]:
    """The persons in pairs whom one plural office names, in the order of its countries and of its kinds."""
    found: dict[int, SharedOffice] = {}
    for number in range(len(people.mentions) - 1):
        one, other = people.mentions[number], people.mentions[number + 1]
        if one.sentence != other.sentence or not _are_joined(tokens, people, one, other):
            continue
        noun = _noun_before(tokens, people, one.name, tokens.firsts[one.sentence])
        if noun is None:
            continue
        before = _words_before(tokens, people, noun, tokens.firsts[one.sentence])
        told = _codes(people, range(noun, one.name)) or _codes(people, before)
        if len(told) > 2:
            continue
        countries = told if len(told) == 2 else [told[0]] * 2 if told else _each(tokens, people, one, other)
        roles = _roles(tokens, before, noun)
        for person, role, country in zip((one.person, other.person), roles, countries, strict=True):
            found.setdefault(person, SharedOffice(role, country))
    return found


def _are_joined(tokens: Tokens, people: People, one: Mention, other: Mention) -> bool:
    """Whether two names stand beside "and", with no more than the first one's country between."""
    at = other.first - 1
    if at < one.last or tokens.lowers[at] != "and":
        return False
    return all(t in people.country_at or tokens.lowers[t] in _COMPLEMENT for t in range(one.last, at))


def _each(tokens: Tokens, people: People, one: Mention, other: Mention) -> list[str | None]:
    """The country behind each name: "of Norway", "(Norway)"."""
    high = tokens.firsts[one.sentence + 1]
    ends = ((one.last, other.first), (other.last, min(other.last + 4, high)))
    return [next(iter(_codes(people, range(*span))), None) if _opens(tokens, *span) else None for span in ends]


def _opens(tokens: Tokens, at: int, last: int) -> bool:
    at += at < last and tokens.words[at] == ","
    return at < last and tokens.lowers[at] in ("of", "(")


def _codes(people: People, span: range) -> list[str]:
    return list(dict.fromkeys(people.country_at[t].code for t in span if t in people.country_at))


def _noun_before(tokens: Tokens, people: People, name: int, low: int) -> int | None:
    """The plural office with nothing but a comma, or "of" and countries, between it and the names; or None."""
    for at in range(name - 1, max(low, name - _FARTHEST) - 1, -1):
        if _singular(tokens.lowers[at]) is not None:
            return at if at + 1 == name or tokens.lowers[at + 1] in ("of", ",") else None
        if at not in people.country_at and not tokens.flags[at] & DET and tokens.lowers[at] not in _BETWEEN:
            return None
    return None


def _words_before(tokens: Tokens, people: People, noun: int, low: int) -> range:
    """The kinds and the countries before a plural office: "the Peruvian and Chilean foreign" before "ministers"."""
    first = noun
    while first > low and (first - 1 in people.country_at or tokens.lowers[first - 1] in _BEFORE):
        first -= 1
    return range(first, noun)


def _roles(tokens: Tokens, before: range, noun: int) -> list[str]:
    """The office of each: one for both, or two kinds of it ("foreign and defence ministers")."""
    singular = _singular(tokens.words[noun]) or tokens.words[noun]
    kinds = [t for t in before if tokens.lowers[t] in KINDS_OF_OFFICE]
    if len(kinds) == 2 and kinds[1] - kinds[0] == 2 and tokens.lowers[kinds[0] + 1] == "and":
        return [f"{tokens.words[t]} {singular}" for t in kinds]
    return [" ".join([*(tokens.words[t] for t in kinds), singular])] * 2


def _singular(word: str) -> str | None:
    """The office of a plural ("ministers", "secretaries"); None for other words."""
    if not word.endswith("s"):
        return None
    single = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return single if word_flags().get(single.lower(), 0) & ROLE else None
