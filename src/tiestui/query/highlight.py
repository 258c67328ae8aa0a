"""Where a query's words stand in a text: what lists and readers mark. Folds case and accents as the index does."""

from __future__ import annotations

import re
import unicodedata

from tiestui.query.ast import Expr, Term, leaves

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


def folded_word(word: str) -> str:
    """A word as the full-text index has it: lower case, no accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


class Highlighter:
    """Finds the words and phrases that an expression wants (not those that it excludes)."""

    def __init__(self, expr: Expr | None) -> None:
        self._phrases: list[tuple[tuple[str, ...], bool]] = []
        for leaf, negated in leaves(expr):
            if isinstance(leaf, Term) and not negated:
                words = tuple(folded_word(m[0]) for m in _WORD.finditer(leaf.text))
                if words:
                    self._phrases.append((words, leaf.prefix))

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The spans (code points, end-exclusive) of all hits, in order, none overlapping another."""
        if not self._phrases:
            return []
        places = [(m.start(), m.end(), folded_word(m[0])) for m in _WORD.finditer(text)]
        found = sorted(
            (places[at][0], places[at + len(words) - 1][1])
            for words, prefix in self._phrases
            for at in range(len(places) - len(words) + 1)
            if _stands(words, prefix, places, at)
        )
        joined: list[tuple[int, int]] = []
        for start, end in found:
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined


def _stands(words: tuple[str, ...], prefix: bool, places: list[tuple[int, int, str]], at: int) -> bool:
    *before, last = words
    for offset, word in enumerate(before):
        if places[at + offset][2] != word:
            return False
    here = places[at + len(before)][2]
    return here.startswith(last) if prefix else here == last


def spans(expr: Expr | None, text: str) -> list[tuple[int, int]]:
    """The spans of the expression's words in `text`; for many texts make one `Highlighter`."""
    return Highlighter(expr).spans(text)
