"""Words of titles and quotations made comparable: folded, without the small ones, and how alike two sets are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from sys import intern

from tiestui.countries import country_code
from tiestui.lexicons import words

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_LETTERS = bytes(ord(chr(byte).lower()) if byte < 0x80 and chr(byte).isalpha() else 0x20 for byte in range(0x100))
"""ASCII letters as small ones, a blank for every other byte."""
_NAME = re.compile(r"(?<![^\W_])[A-Z][^\W\d_]+")


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words of the lexicon for comparing."""
    return frozenset(words("comparing", name))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text without case and accents, every run of space one blank."""
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold()


@lru_cache(maxsize=8192)
def all_words(text: str) -> tuple[str, ...]:
    """All words of a text, folded, in their order."""
    return tuple(map(intern, words_once(text)))


def words_once(text: str) -> list[str]:
    """The same for a text that will not come again: it is not remembered."""
    if text.isascii():  # without figures it is all letters and gaps, which is told in half the time
        plain = text.encode()
        if len(plain.translate(None, b"0123456789")) == len(plain):
            return plain.translate(_LETTERS).decode().split()
    found: list[str] = _WORD.findall(_plain(text))
    return found


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The words that carry what a title says, cut to a common stem."""
    return frozenset(_stem(word) for word in all_words(text) if word not in listed("small"))


@lru_cache(maxsize=8192)
def name_words(text: str) -> frozenset[str]:
    """The capitalised words of a title that can be names of persons, folded: no country, no office, no day."""
    names = frozenset(map(folded, _NAME.findall(text))) - listed("no_names")
    return frozenset(name for name in names if not _is_country(name))


@lru_cache(maxsize=8192)
def figures(text: str) -> frozenset[str]:
    """The numbers that a title tells."""
    return frozenset(word for word in all_words(text) if word[0].isdigit())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets have in common as a part of what they have together, 0 to 1; two empty sets are not alike."""
    shared = len(one & other)
    together = len(one) + len(other) - shared
    return shared / together if together else 0.0


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ions", "ion", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= (5 if "ion" in ending else 4):
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8192)
def _is_country(word: str) -> bool:
    return country_code(word) is not None
