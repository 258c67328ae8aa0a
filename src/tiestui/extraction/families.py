"""Who bears a name: full names joined into persons, single names given to the bearer named last.

Two persons with one family name stay two; an office that a person was not introduced by is another person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice
from unicodedata import combining, normalize

from tiestui.extraction.names import NameRun, name_end
from tiestui.extraction.tokens import OWNER, Tokens
from tiestui.extraction.words import PARTICLE, ROLE, TITLE, word_flags
from tiestui.lexicons import load

_LONGEST_INTRODUCTION = 12
_ARTICLE = re.compile(r"^(?:al|el|ul)[-’']")
_FEWEST_CONSONANTS = 3
_MOST_NAMESAKES = 200
"""Of more persons with one name only those told last are looked at, or a list of names would take for ever."""


@dataclass(slots=True)
class Person:
    """A person: the words of the fullest name, the gender where known ("m", "f" or None), the places that name them.

    suffix: what stands behind the name and belongs to it ("Jr."), or "".
    """

    words: list[str]
    gender: str | None = None
    mentions: list[int] = field(default_factory=list)
    suffix: str = ""

    @property
    def name(self) -> str:
        """The fullest name that the document gives."""
        return " ".join([*self.words, self.suffix] if self.suffix else self.words)


class Families:
    """Who bears a name: full names joined into persons, single names given to the bearer named last."""

    def __init__(self, persons: list[Person]) -> None:
        self.persons = persons
        self._bearers: dict[str, list[int]] = {}
        self._inner: dict[str, set[int]] = {}
        self._recent: dict[str, int] = {}

    def full(self, words: list[str]) -> int:
        """The person of a full name; a new one unless a known one has the same family and given name."""
        index = self._known(words)
        if index is not None:
            known = self.persons[index]
            if len(words) > len(known.words):
                known.words = words
            return index
        self.persons.append(Person(words))
        index = len(self.persons) - 1
        self._bearers.setdefault(_bare(words[-1]), []).append(index)
        self._bearers.setdefault(_bare(words[0]), []).append(index)
        for word in words[1:-1]:
            self._inner.setdefault(_bare(word), set()).add(index)
        return index

    def _known(self, words: list[str]) -> int | None:
        """The person whom a full name means that the text has told before; None for a new one."""
        first, family = _bare(words[0]), _bare(words[-1])
        bearers = self._bearers.get(family, [])[-_MOST_NAMESAKES:]
        for index in bearers:
            if _same_given(self.persons[index].words, words):
                return index
        inner = islice(self._inner.get(family, ()), _MOST_NAMESAKES)
        others = (*bearers, *inner, *self._bearers.get(first, [])[-_MOST_NAMESAKES:])
        return next((index for index in others if _is_same_name(self.persons[index].words, words)), None)

    def has_bearer(self, word: str) -> bool:
        """Whether a word is the first or the last of a full name that the text has told."""
        return _bare(OWNER.sub("", word)) in self._bearers

    def last_named(self, person: int) -> None:
        """Note that this person was named just now."""
        for word in (self.persons[person].words[0], self.persons[person].words[-1]):
            self._recent[_bare(word)] = person

    def single(
        self, tokens: Tokens, run: NameRun, alone: set[str], introduced: dict[int, frozenset[str]]
    ) -> int | None:
        """The person of a single name; None when it is no person's.

        alone: single names that are persons' somewhere in the document. introduced: the offices by which a person of a
        full name is introduced; another office before that introduction is another person of the same name.
        """
        words = name_words(tokens, run)
        word = _bare(words[0])
        recent = self._recent.get(word)
        if recent is not None:
            if not self._is_spouse(tokens, run, recent, introduced):
                return recent
            others = (p for p in reversed(self._bearers.get(word, ())) if p != recent)
            return next((p for p in others if not self._is_spouse(tokens, run, p, introduced)), None)
        for bearer in self._bearers.get(word, ()):
            offices = _offices(tokens, run)
            if not offices or not introduced.get(bearer) or offices & introduced[bearer]:
                return bearer
        if len(inner := self._inner.get(word, ())) == 1:
            return next(iter(inner))
        if words[0].lower() not in alone:
            return None
        self.persons.append(Person(words))
        index = len(self.persons) - 1
        self._bearers.setdefault(word, []).append(index)
        return index

    def _is_spouse(self, tokens: Tokens, run: NameRun, bearer: int, introduced: dict[int, frozenset[str]]) -> bool:
        """Whether a courtesy title tells a bearer's wife or husband: "the president and Mrs Lund"."""
        genders = {title_genders().get(tokens.lowers[t]) for t in range(run.first, run.name)} - {None}
        gender = self.persons[bearer].gender
        if len(genders) != 1 or gender in genders:
            return False
        if gender is not None:
            return True
        beside = run.first > 1 and tokens.lowers[run.first - 1] in ("and", "by", "with")
        of_office = bool(introduced.get(bearer)) or bool(tokens.flags[run.first - 2] & ROLE)
        return beside and of_office and "f" in genders


@lru_cache(maxsize=1 << 12)
def _bare(word: str) -> str:
    """A name's word by which its bearer is looked up, without accents and an article before it ("al-Haddad")."""
    lower = word.lower()
    if not lower.isascii():
        lower = "".join(c for c in normalize("NFD", lower) if not combining(c))
    return _ARTICLE.sub("", lower)


def _is_same_name(known: list[str], other: list[str]) -> bool:
    """Whether two words stand in either order, or a part of a name with a particle for all of it ("De Groot")."""
    if len(known) == len(other):
        return len(known) == 2 and _bare(known[0]) == _bare(other[1]) and _bare(known[1]) == _bare(other[0])
    short, long = sorted(([_bare(word) for word in name] for name in (known, other)), key=len)
    if len(short) == 1 or not any(word_flags().get(word, 0) & PARTICLE for word in long[1:]):
        return False
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def suffix_of(tokens: Tokens, run: NameRun) -> str:
    """What stands behind the name and belongs to it ("Jr."), or ""."""
    end = name_end(tokens, run.name, run.last)
    if end == run.last:
        return ""
    suffix = tokens.words[run.last - 1]
    return suffix[:-2] if run.owner else suffix


def _offices(tokens: Tokens, run: NameRun) -> frozenset[str]:
    """The office words before a name, courtesy titles left out."""
    courtesy = title_genders()
    return frozenset(
        tokens.lowers[t]
        for t in range(run.first, run.name)
        if tokens.flags[t] & (TITLE | ROLE) and tokens.lowers[t] not in courtesy and "." not in tokens.lowers[t]
    )


def introductions(tokens: Tokens, runs: list[tuple[NameRun, int]], full: dict[int, int]) -> dict[int, frozenset[str]]:
    """The office words by which each person of a full name is introduced, before the name or in an apposition."""
    found: dict[int, frozenset[str]] = {}
    for index, person in full.items():
        if person in found:
            continue
        run, sentence = runs[index]
        offices = _offices(tokens, run)
        high = min(tokens.firsts[sentence + 1], run.last + _LONGEST_INTRODUCTION)
        if run.last < high and tokens.words[run.last] == ",":
            behind = range(run.last + 1, high)
            offices |= {tokens.lowers[t] for t in behind if tokens.flags[t] & ROLE}
        found[person] = offices
    return found


def _same_given(known: list[str], other: list[str]) -> bool:
    """Whether two names with one family name may be one person's: given names equal, or one an initial or short."""
    if len(known) == 1 or len(other) == 1:
        return True
    one, two = _bare(known[0]).rstrip("."), _bare(other[0]).rstrip(".")
    return one.startswith(two) or two.startswith(one) or (one[0] == two[0] and _skeleton(one) == _skeleton(two) != "")


def _skeleton(name: str) -> str:
    """A given name's consonants, by which two transliterations are alike ("Aleksandr", "Alexander"); "" for few."""
    consonants = "".join(c for c in name.replace("ks", "x") if c not in "aeiouyj'’-")
    return consonants if len(consonants) >= _FEWEST_CONSONANTS else ""


@cache
def title_genders() -> dict[str, str]:
    """Courtesy and other titles that tell the gender: word (lower case) to "m" or "f"."""
    titles = load("titles")
    male, female = titles["male_title"].split(), titles["female_title"].split()
    return {**dict.fromkeys(male, "m"), **dict.fromkeys(female, "f")}


def name_words(tokens: Tokens, run: NameRun) -> list[str]:
    """The words of the name proper, without the possessive."""
    end = name_end(tokens, run.name, run.last)
    words = tokens.words[run.name : end]
    if run.owner and end == run.last:
        last = words[-1]
        words[-1] = last[:-2] if last[-1] == "s" else last[:-1]
    return words
