"""Words looked for within one text, whatever their case, accents, quotation marks and the line ends between them.

And the hits of a text, one of which the reader stands on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from tiestui.tui.glyphs import in_ascii
from tiestui.tui.lines import HIT, Run

Span = tuple[int, int]

MOST = 9_999
HIT_HERE = "hit-here"
_MARKS = "[\u0300-\u036f]*"


def folded(text: str) -> str:
    """`text` without case, accents and kinds of quotation marks and dashes, one character for each."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(character): _fold(character) for character in set(text)})


def _fold(character: str) -> str:
    plain = in_ascii(character)
    lower = (character if plain == "?" else plain).lower()
    return lower if len(lower) == 1 else character


def find(typed: str, folded_text: str) -> list[Span]:
    """Where the words that were typed stand one after another in a folded text; at most `MOST` places, in order."""
    words = folded(typed).split()
    if not words:
        return []
    marks = "" if folded_text.isascii() else _MARKS
    pattern = r"\s+".join("".join(re.escape(character) + marks for character in word) for word in words)
    return [match.span() for match in islice(re.finditer(pattern, folded_text), MOST)]


class Hits:
    """Places in a text, in order and apart from each other; `current` is the number of the one stood on, or None."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = spans
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self.spans)

    def after(self, offset: int) -> int:
        """The number of the first hit at or after an offset, round the end when there is none."""
        return bisect_left(self.spans, (offset, 0)) % max(1, len(self.spans))

    def before(self, offset: int) -> int:
        """The number of the last hit before an offset, round the beginning when there is none."""
        return (bisect_left(self.spans, (offset, 0)) - 1) % max(1, len(self.spans))

    def marked(self, runs: Sequence[Run], start: int, end: int) -> Sequence[Run]:
        """The runs of the text from `start` to `end` with the hits in them marked, the current one more so."""
        pieces = list(self._between(start, end))
        if not pieces:
            return runs
        out: list[Run] = []
        at = start
        for text, style in runs:
            done = at
            for first, last, name in pieces:
                first, last = max(first, done), min(last, at + len(text))
                if first < last:
                    out += [(text[done - at : first - at], style), (text[first - at : last - at], name)]
                    done = last
            out.append((text[done - at :], style))
            at += len(text)
        return [run for run in out if run[0]]

    def _between(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        number = max(0, bisect_right(self.spans, (start, 0)) - 1)
        found = []
        while number < len(self.spans) and self.spans[number][0] < end:
            first, last = self.spans[number]
            if last > start:
                found.append((first, last, HIT_HERE if number == self.current else HIT))
            number += 1
        return found
