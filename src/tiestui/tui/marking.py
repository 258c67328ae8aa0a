"""Where a query's words stand in a text, so that every hit can be marked, and what a half-typed query means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tiestui.light import NamedTuple
from tiestui.query import QueryError, parse_query
from tiestui.query.highlight import Highlighter
from tiestui.tui.lines import HIT, Run

Span = tuple[int, int]


class Terms(NamedTuple):
    """What to mark: the words that a query wants. Nothing for "", or for one that cannot be read."""

    query: str = ""

    def __bool__(self) -> bool:
        return bool(self.query.strip()) and bool(_highlighter(self.query))


NOTHING = Terms()


@lru_cache(16)
def _highlighter(query: str) -> Highlighter:
    try:
        return Highlighter(parse_query(query))
    except QueryError:
        return Highlighter(None)


def hits(text: str, terms: Terms) -> list[Span]:
    """The spans of `text` that the terms match, in order and apart from each other."""
    return _highlighter(terms.query).spans(text) if terms.query else []


def marked(text: str, style: str, spans: Sequence[Span]) -> list[Run]:
    """`text` as runs of `style`, the spans as hits."""
    if not spans:
        return [(text, style)]
    runs: list[Run] = []
    at = 0
    for start, end in spans:
        if start > at:
            runs.append((text[at:start], style))
        runs.append((text[start:end], HIT))
        at = end
    if at < len(text):
        runs.append((text[at:], style))
    return runs
