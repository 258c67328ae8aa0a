"""Quotations as direct speech: which ones are speech, and who speaks when no verb of speech stands beside them."""

from __future__ import annotations

import re

from tiestui.extraction.words import AUX, CUE, FINITE, word_flags

_WORD = re.compile(r"\w+(?:[-.’']\w+)*")
_CONTRACTED = re.compile(r"(?:n't|'re|'ve|'ll|'m|'d|it's|that's|he's|she's|there's|what's|who's|let's)$")
_FEWEST_WORDS = 6


def count_words(inner: str) -> int:
    """How many words stand in a text."""
    return sum(1 for _ in _WORD.finditer(inner))


def is_speech(inner: str) -> bool:
    """Whether quoted words may be a statement of their own: a finite verb, or six words and more."""
    words = [w.lower().replace("’", "'") for w in _WORD.findall(inner)]
    if len(words) >= _FEWEST_WORDS:
        return True
    return has_verb(words)


def has_verb(words: list[str]) -> bool:
    """Whether one of the words (lower case) is a finite verb or a contraction with one."""
    flags = word_flags()
    return any(flags.get(word, 0) & (AUX | FINITE | CUE) or _CONTRACTED.search(word) for word in words)


def is_sentence(inner: str) -> bool:
    """Whether quoted words stand as a sentence: a capital begins them and a stop ends them."""
    stripped = inner.strip()
    first = _WORD.search(stripped)
    if first is None or not stripped:
        return False
    return stripped[-1] in ".!?…,—-" and (first.group()[0].isupper() or first.group()[0].isdigit())
