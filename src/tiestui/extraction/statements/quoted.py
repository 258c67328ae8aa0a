"""Quotations as direct speech: which ones are speech, and who speaks when no verb of speech stands beside them."""

from __future__ import annotations

import re

from tiestui.extraction.words import AUX, CONJ, CUE, DET, FINITE, PREP, word_flags

_WORD = re.compile(r"\w+(?:[-.’']\w+)*")
_CONTRACTED = re.compile(r"(?:n't|'re|'ve|'ll|'m|'d|it's|that's|he's|she's|there's|what's|who's|let's)$")
_FEWEST_WORDS = 6
_SUBJECTS = frozenset(("i", "we", "he", "she", "they"))


def count_words(inner: str) -> int:
    """How many words stand in a text."""
    return len(_WORD.findall(inner))


def is_speech(inner: str) -> bool:
    """Whether quoted words may be a statement of their own: a finite verb, or six words and more."""
    return count_words(inner) >= _FEWEST_WORDS or has_verb(inner)


def is_clause(inner: str) -> bool:
    """Whether quoted words that no cue introduces may be speech: a verb, or six words that do not hang on others."""
    if inner.isupper():
        return False
    first = _WORD.search(inner)
    flag = word_flags().get(first.group().lower(), 0) if first is not None else 0
    return has_verb(inner) or (count_words(inner) >= _FEWEST_WORDS and not flag & (PREP | CONJ))


def has_verb(inner: str) -> bool:
    """Whether one of the words is a finite verb, as far as the lexicons know, or a pronoun that does something."""
    flags = word_flags()
    words = [w.lower().replace("’", "'") for w in _WORD.findall(inner)]
    if not _SUBJECTS.isdisjoint(words[:-1]):
        return True
    return any(flags.get(word, 0) & (AUX | FINITE | CUE) or _CONTRACTED.search(word) for word in words)


def is_sentence(inner: str) -> bool:
    """Whether quoted words stand as a sentence: a capital begins them and a stop ends them."""
    stripped = inner.strip()
    first = _WORD.search(stripped)
    if first is None or not stripped:
        return False
    return stripped[-1] in ".!?…,—-" and (first.group()[0].isupper() or first.group()[0].isdigit())


def is_named_so(inner: str) -> bool:
    """Whether quoted words have capitals throughout, as a title or a show has ("Meet the Neighbours")."""
    small = DET | PREP | CONJ
    words = _WORD.findall(inner)
    return len(words) > 1 and all(w[0].isupper() or word_flags().get(w, 0) & small for w in words)
