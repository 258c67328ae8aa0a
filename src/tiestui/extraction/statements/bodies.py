"""Which body "the newspaper", "the agency" and "the ministry" are: the one that the text named so before."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, cached_property

from tiestui.extraction.names import outlet_nouns
from tiestui.extraction.people import People
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import BODY, CAPITAL, CONJ, DET, PERSON, POSSESSIVE, PREP, QUOTED, SIGN, TIME
from tiestui.lexicons import load

_POINTING = frozenset(("the", "this", "that"))
_LINKS = frozenset(("of", "for", "and", "the"))
_TIMES_OF_TITLES = frozenset(("sunday", "morning", "evening"))
_LONGEST_NAME = 9
_LONGEST_KIND = 4
_NEAR = 90
"""Tokens within which the nearest of several bodies of one kind is meant."""


@cache
def _institutions() -> frozenset[str]:
    return frozenset(load("titles")["institution"].split())


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(load("titles")["outlet_name"].split())


class Bodies:
    """The named bodies of a document, by the common noun that means them."""

    def __init__(self, tokens: Tokens, people: People) -> None:
        self._tokens = tokens
        self._countries = people.country_at

    def of(self, first: int, last: int) -> range | None:
        """The tokens of the name of the body that a phrase means; None when it has a name or means none."""
        tokens = self._tokens
        head = tokens.lowers[last - 1]
        if last - first != 2 or tokens.lowers[first] not in _POINTING or tokens.flags[last - 1] & CAPITAL:
            return None
        named = self._outlets if head in outlet_nouns() else self._named.get(head, [])
        before = named[: bisect_left(named, first, key=lambda name: name.start)]
        if not before:
            return self._told_of_one_country(head, first)
        nearest = before[-1]
        words = {tuple(tokens.lowers[name.start : name.stop]) for name in before}
        return nearest if len(words) == 1 or first - nearest.stop <= _NEAR else None

    @cached_property
    def _named(self) -> dict[str, list[range]]:
        """The names that hold a body's noun ("Foreign Ministry", "Bank of Norway"), by that noun."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        found: dict[str, list[range]] = {}
        for at, flag in enumerate(flags):
            if flag & BODY and flag & CAPITAL and not flag & PERSON:
                name = self._around(at)
                if len(name) > 1:
                    found.setdefault(lowers[at], []).append(name)
        return found

    def _told_of_one_country(self, noun: str, token: int) -> range | None:
        """What a country's body is called that a noun means at a token, when it was told of one country only."""
        told = [name for name in self._described.get(noun, ()) if name.start < token]
        countries = {self._countries[name.start].code for name in told}
        return told[-1] if len(countries) == 1 else None

    @cached_property
    def _described(self) -> dict[str, list[range]]:
        """The bodies without a name that a country's word tells ("the Kenyan embassy"), by their noun."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        found: dict[str, list[range]] = {}
        for at, flag in enumerate(flags):
            if not flag & BODY or flag & CAPITAL or lowers[at] not in _institutions():
                continue
            first = next((t for t in range(at - 1, max(-1, at - _LONGEST_KIND), -1) if t in self._countries), None)
            if first is not None and not any(flags[t] & (SIGN | PREP | CONJ) for t in range(first, at)):
                while first - 1 in self._countries and self._countries[first - 1] == self._countries[first]:
                    first -= 1
                found.setdefault(lowers[at], []).append(range(first, at + 1))
        return found

    @cached_property
    def _outlets(self) -> list[range]:
        """The names of outlets, told by a word of theirs ("Evening Post") or by a noun beside ("the daily Fakt")."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        found: dict[int, range] = {}
        for at, flag in enumerate(flags):
            if not flag & CAPITAL or flag & (SIGN | PERSON | DET | TIME | PREP):
                continue
            bare = lowers[at].removesuffix("'s")
            beside = at > 0 and lowers[at - 1] in outlet_nouns() and not flags[at - 1] & CAPITAL
            ahead = at + 1 < len(flags) and lowers[at + 1] in outlet_nouns() and not flags[at + 1] & CAPITAL
            ahead = ahead and at not in self._countries
            if beside or ahead or bare in _outlet_words():
                name = self._around(at)
                if len(name) > 1 or beside or ahead or bare in _agencies():
                    found[name.start] = name
        return [found[start] for start in sorted(found)]

    def _around(self, at: int) -> range:
        """The run of capitalised words about a token, with "of" and "for" inside it."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        stop = SIGN | QUOTED | PERSON | TIME | POSSESSIVE | DET
        first, last = at, at + 1
        while first > 0 and first - 1 not in self._sentence_ends and flags[first - 1] & CAPITAL:
            if (
                (flags[first - 1] & stop and lowers[first - 1] not in _TIMES_OF_TITLES)
                or lowers[first - 1].endswith("'s")
                or lowers[first - 1] == "the"
            ):
                break
            first -= 1
        while last < len(flags) and last - first < _LONGEST_NAME and not lowers[last - 1].endswith("'s"):
            if flags[last] & CAPITAL and not flags[last] & stop:
                last += 1
                continue
            behind = last
            while behind < len(flags) and lowers[behind] in _LINKS and behind < last + 2:
                behind += 1
            if lowers[last] not in ("of", "for") or behind >= len(flags) or not flags[behind] & CAPITAL:
                break
            last = behind + 1
        while first - 1 in self._countries and first - 1 not in self._sentence_ends and flags[first - 1] & CAPITAL:
            first -= 1  # "Iraq's Foreign Ministry"
        return range(first, last)

    @cached_property
    def _sentence_ends(self) -> frozenset[int]:
        return frozenset(first - 1 for first in self._tokens.firsts)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(load("titles")["agency"].split())
