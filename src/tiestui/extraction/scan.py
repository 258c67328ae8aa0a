"""Long lists of words looked for fast: a pattern is tried only where a word stands that it can begin with.

A regular expression with hundreds of alternatives is slow when it is tried at every place of a text; a set of its first
words tells in no time where it may match. `Scanner.finditer` is otherwise as `re.Pattern.finditer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_][\w-]*")


@lru_cache(maxsize=2048)
def words_in(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a stretch of text in lower case; the last stretches are kept."""
    return frozenset(map(str.lower, _WORD.findall(text, start, end)))


@lru_cache(maxsize=256)
def _places(text: str, start: int, end: int) -> tuple[tuple[str, int], ...]:
    """The words of a stretch of text in lower case, each with its place."""
    return tuple((match[0].lower(), match.start()) for match in _WORD.finditer(text, start, end))


class Scanner:
    """A pattern (text; case does not count unless `cased`) that begins with the first word of one of `openers`."""

    def __init__(self, pattern: str, openers: Iterable[str], *, cased: bool = False) -> None:
        self._pattern = re.compile(pattern, 0 if cased else re.IGNORECASE)
        self.firsts = frozenset(first[0].lower() for opener in openers if (first := _WORD.match(opener)) is not None)

    def finditer(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """The matches between two code points, from left to right, not overlapping."""
        return () if self.firsts.isdisjoint(words_in(text, start, end)) else self._matches(text, start, end)

    def _matches(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        taken = start
        for word, at in _places(text, start, end):
            if word in self.firsts and at >= taken:
                match = self._pattern.match(text, at, end)
                if match is not None:
                    taken = match.end()
                    yield match

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The match that begins at `start`, or None."""
        return self._pattern.match(text, start, end)
