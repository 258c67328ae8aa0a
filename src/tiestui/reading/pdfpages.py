"""What a document's pages have in common: the size of its type, the distance of its lines, its running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from statistics import median

from tiestui.reading.pdflines import PageLine

OTHER_SIZE = 0.15
"""By which part of its size a line must differ to be in another size of type."""

MORE_SPACE = 1.35
"""How many times the usual distance there must be between lines that do not belong together."""

_PAGE_NUMBER = re.compile(
    r"(?i:(?:page|p\.|pg\.?)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—|]?)"
    # What a browser prints around a page: its address with the page's number, the day and the title.
    r"|(?:https?|file)://\S+\s+\d+/\d+|\d\d?[/.]\d\d?[/.]\d{2,4}, \d\d?:\d\d.*"
)
_DIGITS = re.compile(r"\d+")
_MOST_EDGE_LINES = 3
_OFTEN = 0.4


def body_size(lines: list[PageLine]) -> float:
    """The size of type that most of the text is set in."""
    weighty = Counter[float]()
    for line in lines:
        weighty[round(line.size, 1)] += len(line.text)
    return weighty.most_common(1)[0][0] if weighty else 0.0


def usual_pitch(lines: list[PageLine]) -> float:
    """The usual distance from line to line, as a multiple of their size of type."""
    steps = [
        (above.baseline - below.baseline) / above.size
        for above, below in pairwise(lines)
        if above.page == below.page and above.size > 0 and 0 < above.baseline - below.baseline < 3 * above.size
    ]
    return median(steps) if steps else 1.2


def without_running_heads(lines: list[PageLine]) -> list[PageLine]:
    """The lines without page numbers and without what stands at the same edge of many pages, set apart from the text.

    A title that later pages repeat stays where it stands first in large type.
    """
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    edges = [[*_edge(page, from_top=True), *_edge(page, from_top=False)] for page in pages]
    seen = Counter(key for edge in edges for key in {_key(line) for line in edge})
    many = max(2.0, _OFTEN * len(pages)) if len(pages) > 1 else float("inf")
    repeated = {key for key, count in seen.items() if count >= many}
    pitch, size = usual_pitch(lines), body_size(lines)
    kept: list[PageLine] = []
    met: set[str] = set()
    for page in pages:
        heads = {*_heads(page, repeated, pitch, from_top=True), *_heads(page, repeated, pitch, from_top=False)}
        for line in page:
            is_title = _key(line) not in met and line.size > (1 + OTHER_SIZE) * size
            met.add(_key(line))
            if is_title or line not in heads:
                kept.append(line)
    return kept


def _edge(page: list[PageLine], *, from_top: bool) -> list[PageLine]:
    """The outermost lines of a page, the outermost first."""
    return sorted(page, key=lambda line: line.baseline, reverse=from_top)[: _MOST_EDGE_LINES + 1]


def _heads(page: list[PageLine], repeated: set[str], pitch: float, *, from_top: bool) -> Iterator[PageLine]:
    """The lines at one edge of a page that are no text: all repeated or numbers, up to where space or type changes."""
    edge = _edge(page, from_top=from_top)
    heads: list[PageLine] = []
    for line in edge[:_MOST_EDGE_LINES]:
        if _key(line) not in repeated and not _PAGE_NUMBER.fullmatch(line.text):
            break
        heads.append(line)
    while heads and len(heads) < len(edge) and not _is_apart(heads[-1], edge[len(heads)], pitch):
        heads.pop()
    yield from heads


def _is_apart(head: PageLine, text: PageLine, pitch: float) -> bool:
    distance = abs(head.baseline - text.baseline)
    differs = abs(head.size - text.size) > OTHER_SIZE * max(head.size, text.size)
    return differs or distance > MORE_SPACE * pitch * text.size or distance < 0.5 * text.size


def _key(line: PageLine) -> str:
    return _DIGITS.sub("#", line.text).casefold()
