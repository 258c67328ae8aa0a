"""Gates: which kinds of record a sentence can hold at all, known from its words before any rule looks at it.

Every word's gates are worked out once and remembered, so that a sentence costs one look-up a word. The triggers stand
in `lexicons/triggers.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tiestui.extraction.scan import words_in
from tiestui.lexicons import load

_DIGIT = re.compile(r"\d")
_MOST_WORDS = 200_000
_gates_of_word: dict[str, int] = {}


@cache
def _triggers() -> tuple[tuple[int, tuple[str, ...], frozenset[str]], ...]:
    """For each gate its bit, the pieces of words that open it, and the whole words that do."""
    return tuple(
        (
            1 << number,
            tuple(piece for piece in pieces if not piece.startswith("=")),
            frozenset(piece[1:] for piece in pieces if piece.startswith("=")),
        )
        for number, pieces in enumerate(load("triggers").values())
    )


@cache
def gate(name: str) -> int:
    """The bit of a gate by its name in `triggers.toml`."""
    return 1 << list(load("triggers")).index(name)


@lru_cache(maxsize=2048)
def gates(text: str, start: int, end: int) -> int:
    """The gates that the words between two code points open, as bits; a digit opens the one for dates."""
    known = _gates_of_word
    found = gate("dates") if _DIGIT.search(text, start, end) else 0
    for word in words_in(text, start, end):
        bits = known.get(word)
        found |= _learn(word) if bits is None else bits
    return found


def _learn(word: str) -> int:
    if len(_gates_of_word) > _MOST_WORDS:
        _gates_of_word.clear()
    bits = 0
    for bit, pieces, whole in _triggers():
        if word in whole or any(piece in word for piece in pieces):
            bits |= bit
    _gates_of_word[word] = bits
    return bits
