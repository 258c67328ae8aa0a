"""Runs of capitalised words, told apart as persons' names, other names and offices. No list of names is needed.

A run is parsed into its prefix (title, office, country) and the name behind it. What kind of name it is depends on the
prefix, on organisation words, on acronyms and on countries; given names only help.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from tiestui.extraction.complements import behind_matter, goes_on_in_office
from tiestui.extraction.offices import SHORT_OFFICES
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import verb_forms
from tiestui.extraction.words import (
    ADVERB,
    AFTER_NAME,
    AUX,
    BODY,
    CAPITAL,
    CONJ,
    DET,
    GROUP,
    NEGATION,
    NUMBER,
    ORGANISATION,
    PARTICLE,
    POSSESSIVE,
    PREP,
    PRONOUN,
    QUOTED,
    RELATIVE,
    ROLE,
    SIGN,
    SUB,
    TIME,
    TITLE,
    word_flags,
)
from tiestui.lexicons import load

NameKind = Literal["full", "single", "other"]

_NO_NAME = DET | PRONOUN | POSSESSIVE | AUX | PREP | CONJ | SUB | RELATIVE | ADVERB | NEGATION | SIGN | QUOTED
_PLAIN_SPEECH = frozenset(("said", "says", "told", "added"))
_LONGEST_SHORT_TITLE = 4
_MOST_WORDS = 5
_LONGEST_BEHIND_BODY = 4
_LONGEST_OFFICE = 14
_SECOND_TITLES = frozenset(("sri", "seri", "paduka"))
"""Words that are titles only behind another: "Datuk Seri", "Tan Sri"."""


class NameRun(NamedTuple):
    """A capitalised run as tokens: `first` to `last` (exclusive), the name proper from `name`, and what it is.

    owner: it ends in a possessive. modifier: the head of its phrase stands behind it ("the Green campaign").
    titled: a title or an office stands directly before the name.
    """

    first: int
    name: int
    last: int
    kind: NameKind
    owner: bool
    modifier: bool
    titled: bool


@cache
def given_names() -> dict[str, str]:
    """Given names that tell the gender: name (lower case) to "m" or "f"; a name in both lists is left out."""
    names = load("given_names")
    male, female = set(names["male"].split()), set(names["female"].split())
    return {**dict.fromkeys(male - female, "m"), **dict.fromkeys(female - male, "f")}


def find_runs(tokens: Tokens, first: int, last: int, countries: frozenset[int]) -> list[NameRun]:
    """The capitalised runs of a sentence (tokens `first` to `last`); `countries`: tokens that are country words."""
    found: list[NameRun] = []
    end = first
    for at in tokens.having(CAPITAL, first, last):
        if at >= end and _may_be_name(tokens, at, at == first):
            end = _run_end(tokens, at, last)
            found.append(_parse(tokens, at, end, range(first, last), countries))
    return found


def _may_be_name(tokens: Tokens, at: int, opens_sentence: bool) -> bool:
    flag = tokens.flags[at]
    if flag & _NO_NAME or flag & NUMBER or (flag & TIME and not _is_name_and_month(tokens, at)):
        return False
    lower = tokens.lowers[at]
    if lower in _verbs_of_headings():
        return False
    if opens_sentence:
        return not lower.endswith(("ing", "ly")) or lower in given_names() or bool(flag & (TITLE | ROLE))
    return True


def _is_name_and_month(tokens: Tokens, at: int) -> bool:
    """Whether a month's word is a given name here: "Jan Kowal", "April Stone"."""
    if tokens.lowers[at] not in ("jan", "april", "may", "june", "august", "sun") or at + 1 >= len(tokens.flags):
        return False
    if tokens.lowers[at + 1] in _PLAIN_SPEECH:
        return True
    if at > 0 and tokens.flags[at - 1] & PREP:
        return False
    return bool(tokens.flags[at + 1] & CAPITAL) and not tokens.flags[at + 1] & (_NO_NAME | TIME | NUMBER)


def _run_end(tokens: Tokens, at: int, last: int) -> int:
    flags, lowers = tokens.flags, tokens.lowers
    suffixes = _suffixes()
    end = at + 1
    while end < last and not lowers[end - 1].endswith(("'s", "s'")):
        flag = flags[end]
        behind = end + (tokens.words[end] == ",")
        if behind < last and lowers[behind] in suffixes:
            return behind + 1
        if flag & CAPITAL:
            if flag & _NO_NAME or lowers[end] in _verbs_of_headings():
                break
            if flag & TIME and lowers[end - 1] not in given_names() and not _is_name_and_month(tokens, end):
                break
            end += 1
        elif (joined := _joined(tokens, end, last)) is not None:
            end = joined
        else:
            break
    return end


@cache
def outlet_nouns() -> frozenset[str]:
    """Nouns before which a name is an outlet's ("the daily La Prensa"), lower case."""
    return frozenset(load("titles")["outlet"].split())


@cache
def _verbs_of_headings() -> frozenset[str]:
    """Verbs that stand with a capital behind a name in a heading, and are hardly ever a name ("Ann Lee Warns")."""
    forms = verb_forms().items()
    speech = (word for word, form in forms if form.kind == "present" and {"c", "q"} <= form.frames)
    nouns = (word for word, form in forms if "n" in form.frames)
    return frozenset(("is", "are", "was", "were", "has", "have", "had", "does", "did", *speech)) - frozenset(nouns)


@cache
def _suffixes() -> frozenset[str]:
    words = load("titles")["suffix"].split()
    return frozenset((*words, *(f"{word}'s" for word in words)))


def name_end(tokens: Tokens, name: int, last: int) -> int:
    """Where a run's name proper ends, which begins at `name`: before a suffix ("Jr.") and its comma."""
    if last - name < 2 or tokens.lowers[last - 1] not in _suffixes():
        return last
    return last - 1 - (tokens.words[last - 2] == ",")


def _joined(tokens: Tokens, at: int, last: int) -> int | None:
    """Behind the word that small words join to a name or an office: "van der Berg", "of State" after "Secretary"."""
    flags = tokens.flags
    if tokens.lowers[at] == "of":
        joins = at + 1 < last and flags[at - 1] & TITLE and flags[at + 1] & CAPITAL
        return at + 2 if joins else None
    end = at
    while end < last and flags[end] & PARTICLE and not flags[end] & CAPITAL:
        end += 1
    return end + 1 if at < end < last and flags[end] & CAPITAL and not flags[end] & _NO_NAME else None


def _parse(tokens: Tokens, first: int, last: int, sentence: range, countries: frozenset[int]) -> NameRun:
    lowers = tokens.lowers
    name = _name_start(tokens, first, last, countries, sentence.start)
    titled = name > first and (
        tokens.words[name - 1] in SHORT_OFFICES
        or (bool(tokens.flags[name - 1] & (TITLE | ROLE | BODY)) and lowers[name - 1] not in _prefixes())
    )
    owner = lowers[last - 1].endswith(("'s", "s'"))
    modifier = not owner and last < sentence.stop and _heads_phrase(tokens, last)
    kind = _kind(tokens, name, name_end(tokens, name, last), titled, countries)
    return NameRun(first, name, last, kind, owner, modifier, titled)


def _heads_phrase(tokens: Tokens, at: int) -> bool:
    """Whether the word behind a name is its phrase's head ("the Green campaign", "Green House researcher Lee")."""
    flag = tokens.flags[at]
    return bool(flag & (AFTER_NAME | ROLE | GROUP)) and not flag & (CAPITAL | DET)


def _name_start(tokens: Tokens, first: int, last: int, countries: frozenset[int], low: int) -> int:
    """Where the name begins behind titles, offices and country words; `last` when there is nothing but those."""
    flags, lowers = tokens.flags, tokens.lowers
    if "of" in lowers[first:last]:
        behind = lowers.index("of", first) + 1
        name = behind_matter(tokens, behind, last, countries)
        return name if name > behind else last
    if goes_on_in_office(tokens, first, low):
        first = behind_matter(tokens, first, last, countries)
    for at in range(last - 1, first - 1, -1):
        if at > first and flags[at - 1] & PARTICLE and not flags[at - 1] & CAPITAL:
            continue  # "Ismail bin Dato Yusof" is one name
        if _leads_name(tokens, at, first):
            if at == last - 1 and at > first and not flags[at - 1] & (TITLE | ROLE) and lowers[at - 1] in given_names():
                continue
            return at + 1
    name = first
    while name < last and (name in countries or _is_compound(lowers[name]) or _is_short_title(tokens, name, last)):
        name += 1
    return _behind_body(tokens, name, last)


def _behind_body(tokens: Tokens, first: int, last: int) -> int:
    """Behind a body whose office a person bears: "Secretary of the Party of Labour Central Committee Ann Lee"."""
    flags = tokens.flags
    if last - first < 3:
        return first
    body = next((t for t in range(last - 3, first - 1, -1) if flags[t] & BODY), None)
    if body is None or last - body - 1 > _LONGEST_BEHIND_BODY:
        return first
    for at in range(first - 1, max(-1, first - _LONGEST_OFFICE), -1):
        if flags[at] & (TITLE | ROLE) and tokens.lowers[at + 1] in ("of", "for"):
            return body + 1
        if not flags[at] & CAPITAL and tokens.lowers[at] not in ("of", "for", "the", "and"):
            return first
    return first


def _leads_name(tokens: Tokens, at: int, first: int) -> bool:
    """Whether the name begins behind this word of a run: a title, an office, an adjective of office."""
    lower, flag = tokens.lowers[at], tokens.flags[at]
    if flag & (TITLE | ROLE) or _is_title(lower, bool(flag & CAPITAL)):
        return True
    if lower in _SECOND_TITLES and at > first and (tokens.flags[at - 1] & TITLE or tokens.lowers[at - 1] == "tan"):
        return True
    return bool(flag & GROUP) and ((at == first and tokens.opens_sentence(at)) or _is_plural_office(lower))


@lru_cache(maxsize=1 << 12)
def _is_title(lower: str, capital: bool) -> bool:
    """Whether a word is a title or a part of one ("Vice-Chairman"), or an adjective of office with its capital."""
    return (capital and lower in _prefixes()) or lower.split("-")[0] in _titles()


def _is_plural_office(word: str) -> bool:
    """Whether a word is the office of several, which stands before the first name: "Prime Ministers Lee and Ruiz"."""
    return word.endswith("s") and bool(word_flags().get(word[:-1], 0) & TITLE)


def _is_short_title(tokens: Tokens, at: int, last: int) -> bool:
    """Whether letters stand before one word, which may be a known family name: "NSA Lund", "CEO Lund"."""
    word = tokens.words[at]
    return at + 2 == last and 1 < len(word) <= _LONGEST_SHORT_TITLE and word.isupper() and word.isalpha()


def _is_compound(word: str) -> bool:
    """Whether a word is an adjective like "Korean-born" before a name."""
    return word.endswith(("-born", "-based", "-led", "-backed", "-linked", "-elect", "-educated", "-trained"))


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(load("titles")["prefix"].split())


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for word in load("titles")["title"].split() if len(word) > 4)


def _kind(tokens: Tokens, name: int, last: int, titled: bool, countries: frozenset[int]) -> NameKind:
    count = last - name
    if count == 0 or count > _MOST_WORDS:
        return "other"
    places = len(countries.intersection(range(name, last)))
    if places == count or (places and not titled):
        return "other"
    if not titled or count > 3:
        for at in range(name, last):
            if tokens.flags[at] & ORGANISATION or _names_no_person(tokens.words[at]):
                return "other"
    return "single" if count == 1 else "full"


@lru_cache(maxsize=1 << 12)
def _names_no_person(word: str) -> bool:
    """Whether a word is an acronym or a place's ("NATO", "River-side")."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return (len(bare) > 1 and bare.isupper() and "." not in bare) or word.lower().split("-")[0] in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(load("titles")["place"].split())
