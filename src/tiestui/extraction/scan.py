"""Long lists of words looked for fast: a pattern is tried only where a word stands that it can begin with.

A regular expression with hundreds of alternatives is slow when it is tried at every place of a text; a set of its first
words tells in no time where it may match (`Scanner`), a set of words that it cannot do without whether it may at all
(`Guarded`). `finditer` of both is otherwise as `re.Pattern.finditer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import compress

from tiestui.patterns import lazily

_WORD = re.compile(r"[^\W\d_][\w-]*")


@lru_cache(maxsize=512)
def _stretch(text: str, start: int, end: int) -> tuple[Set[str], list[str], list[re.Match[str]]]:
    """The words of a stretch of text as a set and one by one, in lower case; the last stretches are kept.

    The set holds what stands inside a compound as well ("hosted" of "co-hosted"): no scanner begins with that.
    """
    found = list(_WORD.finditer(text, start, end))
    lowers = list(map(str.lower, map(re.Match.group, found)))
    words = set(lowers)
    if text.find("-", start, end) >= 0:
        for compound in [word for word in words if "-" in word]:
            words.update(compound.split("-"))
    return words, lowers, found


def words_in(text: str, start: int, end: int) -> Set[str]:
    """The words of a stretch of text in lower case, those inside a compound as well."""
    return _stretch(text, start, end)[0]


class Scanner:
    """A pattern (text; case does not count unless `cased`) that begins with the first word of one of `openers`."""

    def __init__(self, pattern: str, openers: Iterable[str], *, cased: bool = False) -> None:
        self._pattern = lazily(pattern, re.NOFLAG if cased else re.IGNORECASE)
        self.firsts = frozenset(first[0].lower() for opener in openers if (first := _WORD.match(opener)) is not None)

    def finditer(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """The matches between two code points, from left to right, not overlapping."""
        words, lowers, found = _stretch(text, start, end)
        if words.isdisjoint(self.firsts):
            return ()
        return self._matches(text, compress(found, map(self.firsts.__contains__, lowers)), end)

    def _matches(self, text: str, openers: Iterable[re.Match[str]], end: int) -> Iterator[re.Match[str]]:
        taken = 0
        for opener in openers:
            at = opener.start()
            if at >= taken:
                match = self._pattern.match(text, at, end)
                if match is not None:
                    taken = match.end()
                    yield match

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The match that begins at `start`, or None."""
        return self._pattern.match(text, start, end)


class Guarded:
    """A pattern that cannot match without one of some whole words (in lower case, apart by spaces)."""

    def __init__(self, words: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = lazily(pattern, flags)
        self._words = frozenset(words.split())

    def finditer(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """The matches between two code points, from left to right, not overlapping."""
        if _stretch(text, start, end)[0].isdisjoint(self._words):
            return ()
        return self.pattern.finditer(text, start, end)
