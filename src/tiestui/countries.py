"""Countries: names, demonyms and capitals in text, and what a person types, as ISO 3166-1 alpha-3 codes.

`find_countries` is for running text (case counts, so that "us" is no country and "US" is one); `country_code` and
`parse_pair` are for what somebody types (case and accents do not count). The words stand in `lexicons/countries.tsv`
and are read at first use. States that are gone are coded as their successor (Soviet Union: RUS).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal, NamedTuple

from tiestui.errors import UsageError
from tiestui.lexicons import rows
from tiestui.model.records import Pair

MentionKind = Literal["name", "demonym", "capital"]


class CountryMention(NamedTuple):
    """A country's word in a text: code points `start` to `end` (exclusive), its code, and what kind of word it is."""

    start: int
    end: int
    code: str
    kind: MentionKind


class _Country(NamedTuple):
    code: str
    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    typed: tuple[str, ...]


# One candidate phrase of the text index: what follows its first word ("" for a single word), code, kind.
_Candidate = tuple[str, str, MentionKind]

_NO_COUNTRY = "-"
_WORD = re.compile(r"[A-ZÀ-Þ](?<![^\W_].)[^\W\d_]*")
_SEPARATOR = re.compile(r"\s*[-–—/,:;&+]\s*|\s+and\s+|\s+", re.IGNORECASE)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'"})


def _cell(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split(";") if word)


@cache
def _countries() -> tuple[_Country, ...]:
    return tuple(
        _Country(code, name, _cell(demonyms), _cell(capitals), _cell(aliases), _cell(typed))
        for code, name, demonyms, capitals, aliases, typed in (
            (*row, "", "", "", "", "")[:6] for row in rows("countries")
        )
    )


def _fold(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.translate(_APOSTROPHES))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", "")
    return " ".join(letters.removeprefix("the ").split())


@cache
def _typed_index() -> dict[str, str]:
    index: dict[str, str] = {}
    for country in _countries():
        if country.code == _NO_COUNTRY:
            continue
        own = (country.code, country.name, *country.aliases, *country.demonyms, *country.capitals, *country.typed)
        for words in own:
            index.setdefault(_fold(words), country.code)
    return index


@cache
def _names() -> dict[str, str]:
    return {country.code: country.name for country in _countries() if country.code != _NO_COUNTRY}


def country_code(words: str) -> str | None:
    """The code of a name, demonym, capital, alias or code as somebody types it; None when it is no country's."""
    return _typed_index().get(_fold(words))


def country_name(code: str) -> str:
    """The usual English name of a code; the code itself when it is not known."""
    return _names().get(code, code)


def known_codes() -> tuple[str, ...]:
    """All codes, in alphabetical order."""
    return tuple(sorted(_names()))


def parse_pair(text: str) -> Pair:
    """Two countries as somebody types them ("china-belarus", "BLR-CHN", "Belarus – China"), sorted by code.

    Every place where the text can be cut in two is tried, so "guinea-bissau-portugal" is read as well. Raises
    `UsageError` when no cut gives two different countries.
    """
    for cut in _SEPARATOR.finditer(text.strip()):
        first = country_code(text.strip()[: cut.start()])
        second = country_code(text.strip()[cut.end() :])
        if first and second and first != second:
            return (first, second) if first < second else (second, first)
    shown = " ".join(text.split())[:60]
    raise UsageError(f"{shown!r} is no pair of countries; write two names or codes, such as BLR-CHN or china-belarus")


@cache
def _pattern_of(rest: str) -> re.Pattern[str]:
    """What follows a phrase's first word; "Franco-" stands only before a hyphen, which is not part of the mention."""
    if rest == "-":
        return re.compile("(?=[-–])")
    parts = []
    for part in re.split(r"(\s+|'|\.)", rest):
        if part.isspace():
            parts.append(r"\s+")
        elif part == "'":
            parts.append("['’]")
        elif part:
            parts.append(re.escape(part))
    # "U.S." ends in its full stop; a word must not go on in letters or digits.
    return re.compile("".join(parts) + (r"" if rest.endswith((".", ")")) else r"(?![^\W_])"))


@cache
def _text_index() -> dict[str, tuple[_Candidate, ...]]:
    """Candidates by the first word of their phrase, the longest phrase first."""
    found: dict[str, list[tuple[int, _Candidate]]] = {}

    def put(phrase: str, code: str, kind: MentionKind) -> None:
        first = _WORD.match(phrase)
        if first is None:
            return
        rest = phrase[first.end() :]
        found.setdefault(first[0], []).append((-len(phrase), (rest, code, kind)))

    for country in _countries():
        if country.code == _NO_COUNTRY:
            for phrase in _cell(country.name):
                put(phrase, _NO_COUNTRY, "name")
            continue
        for phrase in (country.name, *country.aliases):
            put(phrase, country.code, "name")
        for phrase in country.demonyms:
            put(phrase, country.code, "demonym")
        for phrase in country.capitals:
            put(phrase, country.code, "capital")
    return {word: tuple(c for _, c in sorted(list_, key=lambda pair: pair[0])) for word, list_ in found.items()}


def find_countries(text: str, start: int = 0, end: int | None = None) -> list[CountryMention]:
    """The countries' words in `text` between two code points, in order, none inside another."""
    index = _text_index()
    stop = len(text) if end is None else end
    mentions: list[CountryMention] = []
    taken = start
    for word in _WORD.finditer(text, start, stop):
        candidates = index.get(word[0])
        if candidates is None or word.start() < taken:
            continue
        for rest, code, kind in candidates:
            if not rest:
                last = word.end()
            else:
                match = _pattern_of(rest).match(text, word.end(), stop)
                if match is None:
                    continue
                last = match.end()
            if code != _NO_COUNTRY:
                mentions.append(CountryMention(word.start(), last, code, kind))
            taken = last
            break
    return mentions
