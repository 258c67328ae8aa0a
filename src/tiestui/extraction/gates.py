"""Gates: which kinds of record a sentence can hold at all, known from its words before any rule looks at it.

The gates of a word are worked out with its other classes (`tiestui.extraction.tokens`), so that those of a sentence
need no pass over its text. The triggers stand in `lexicons/triggers.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, reduce
from operator import or_

from tiestui.extraction.scan import words_in
from tiestui.lexicons import load

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


@cache
def _triggers() -> tuple[tuple[int, tuple[str, ...], frozenset[str]], ...]:
    """For each gate its bit, the pieces of words that open it, and the whole words that do."""
    return tuple(
        (
            gate(name),
            tuple(piece for piece in pieces if not piece.startswith("=")),
            frozenset(piece[1:] for piece in pieces if piece.startswith("=")),
        )
        for name, pieces in load("triggers").items()
    )


@cache
def gate(name: str) -> int:
    """The bit of a gate by its name in `triggers.toml`."""
    return 1 << list(load("triggers")).index(name)


@lru_cache(maxsize=1 << 14)
def gates_of(token: str) -> int:
    """The gates that a token in lower case opens, as bits; a digit opens the one for dates."""
    opened = gate("dates") if _DIGIT.search(token) else 0
    words = _WORD.findall(token)
    if not words:
        return opened
    for bit, pieces, whole in _triggers():
        if not whole.isdisjoint(words) or any(piece in token for piece in pieces):
            opened |= bit
    return opened


def gates_in(text: str, start: int, end: int) -> int:
    """The gates that the words between two code points open, for text that is not tokenised: quoted words."""
    return reduce(or_, map(gates_of, words_in(text, start, end)), 0)
