"""The spans of a source's records, flattened: which record stands at each place of the text, the innermost first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tiestui.light import NamedTuple
from tiestui.tui.lines import PLAIN, Run


class Span(NamedTuple):
    """Where a record stands in a source: code points, end-exclusive. `style` is that of its kind."""

    start: int
    end: int
    record_id: str
    style: str


class _Stretch(NamedTuple):
    start: int
    end: int
    span: int


class SpanMap:
    """Spans in order of their beginning, and the stretches of text with the innermost span of each."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = tuple(sorted(spans, key=lambda span: (span.start, -span.end)))
        self._stretches = _flattened(self.spans)
        self._starts = [stretch.start for stretch in self._stretches]

    def __len__(self) -> int:
        return len(self.spans)

    def at(self, offset: int) -> int | None:
        """The number of the innermost span that holds the code point at `offset`."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and offset < self._stretches[place].end:
            return self._stretches[place].span
        return None

    def nearest(self, start: int, end: int, record_id: str | None = None) -> int | None:
        """The number of the span at exactly this place (of several that record's), else of the first from there on."""
        exact = [number for number, span in enumerate(self.spans) if (span.start, span.end) == (start, end)]
        if exact:
            return next((number for number in exact if self.spans[number].record_id == record_id), exact[0])
        if not self.spans:
            return None
        after = bisect_left(self.spans, start, key=lambda span: span.start)
        return min(after, len(self.spans) - 1)

    def of_record(self, record_id: str) -> int | None:
        """The number of the first span of a record."""
        return next((n for n, span in enumerate(self.spans) if span.record_id == record_id), None)

    def beginning(self, start: int, end: int) -> Sequence[Span]:
        """The spans that begin between two offsets."""
        first = bisect_left(self.spans, start, key=lambda span: span.start)
        return self.spans[first : bisect_left(self.spans, end, key=lambda span: span.start)]

    def runs(self, shown: str, start: int, end: int, current: int | None) -> list[Run]:
        """`shown`, the text from `start` to `end`, in the styles of the spans; the current one stands out."""
        runs: list[Run] = []
        at = start
        here = self.spans[current] if current is not None and current < len(self.spans) else None
        for piece_start, piece_end, style in self._styled(start, end):
            for first, last, chosen in _cut(piece_start, piece_end, style, here):
                if first > at:
                    runs.append((shown[at - start : first - start], PLAIN))
                runs.append((shown[first - start : last - start], chosen))
                at = last
        if at < end:
            runs.append((shown[at - start :], PLAIN))
        return runs

    def _styled(self, start: int, end: int) -> list[tuple[int, int, str]]:
        place = max(0, bisect_right(self._starts, start) - 1)
        pieces = []
        while place < len(self._stretches) and self._stretches[place].start < end:
            stretch = self._stretches[place]
            first, last = max(start, stretch.start), min(end, stretch.end)
            if first < last:
                pieces.append((first, last, f"span-{self.spans[stretch.span].style}"))
            place += 1
        return pieces


def _cut(start: int, end: int, style: str, here: Span | None) -> list[tuple[int, int, str]]:
    """A piece, the part of it inside the current span in that span's strong style."""
    if here is None or here.end <= start or end <= here.start:
        return [(start, end, style)]
    first, last = max(start, here.start), min(end, here.end)
    pieces = [(start, first, style), (first, last, f"passage-{here.style}"), (last, end, style)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _flattened(spans: Sequence[Span]) -> list[_Stretch]:
    """Stretches that do not overlap: at each place the shortest span, of equals the later one."""
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    stretches: list[_Stretch] = []
    open_spans: list[int] = []
    coming = 0
    for first, last in pairwise(edges):
        while coming < len(spans) and spans[coming].start <= first:
            open_spans.append(coming)
            coming += 1
        open_spans = [number for number in open_spans if spans[number].end > first]
        if open_spans:
            inner = min(open_spans, key=lambda number: (spans[number].end - spans[number].start, -number))
            if stretches and stretches[-1].span == inner and stretches[-1].end == first:
                stretches[-1] = _Stretch(stretches[-1].start, last, inner)
            else:
                stretches.append(_Stretch(first, last, inner))
    return stretches
