"""The source reader: a stored text, paragraphs numbered, the span of every record marked by kind.

The text is wrapped to at most a comfortable measure; offsets of the screen are offsets of the stored text.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from tiestui.tui.actions import bindings
from tiestui.tui.finding import Hits, find, folded
from tiestui.tui.lines import MUTED, PLAIN, Line, Run, safe, width
from tiestui.tui.marking import NOTHING, Terms, hits
from tiestui.tui.messages import FindEnded, SpanReached
from tiestui.tui.spans import SpanMap
from tiestui.tui.widgets.text_view import TextView
from tiestui.tui.wrapping import line_of, wrap

MEASURE = 88
GUTTER = 7
CONTEXT_LINES = 4


class Reader(TextView):
    """Shows `text` with `spans`; `current` is the number of the span that stands out.

    Hits are those of the words that are looked for here (`sought`), else of the view's query (`terms`).
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = self._shown = ""
        self.spans = SpanMap()
        self.current: int | None = None
        self.terms: Terms = NOTHING
        self.sought = ""
        self.hits = Hits()
        self.signs: dict[str, str] = {}
        self._lines: list[tuple[int, int]] = [(0, 0)]
        self._paragraphs: dict[int, int] = {}
        self._folded: str | None = None
        self._cells = -1
        self._edition = 0
        self._unseen = False

    def show(self, text: str, spans: SpanMap, current: int | None = None) -> None:
        """Another text, at its beginning or at a span."""
        self.text, self.spans, self.current = text, spans, current
        self._shown = safe(text)
        self._folded = None
        self._cells = -1
        self._measure()
        self._find_hits()
        if current is None:
            self.scroll_to(y=0, animate=False)
        else:
            self.show_span()
            self.call_after_refresh(self.show_span)

    def mark(self, terms: Terms) -> None:
        """Other words of the view's query."""
        if terms != self.terms:
            self.terms = terms
            self._find_hits()

    def seek(self, words: str, offset: int) -> None:
        """Look for words in this text: the first hit at or after an offset comes into sight; "" ends it."""
        self.sought = words
        self._find_hits()
        if words.strip() and self.hits:
            self._stand_on(self.hits.after(offset))

    def _find_hits(self) -> None:
        if self.sought.strip():
            if self._folded is None:
                self._folded = folded(self.text)
            self.hits = Hits(find(self.sought, self._folded))
        else:
            self.hits = Hits(hits(self.text, self.terms))
        self._edition += 1
        self.lines_changed()

    def _measure(self) -> None:
        cells = self.cells
        if cells != self._cells and cells > 0:
            self._cells = cells
            self._lines = wrap(self._shown, min(MEASURE, cells - GUTTER - 1))
            self._number_paragraphs()

    def _number_paragraphs(self) -> None:
        number = 0
        self._paragraphs = {}
        begins = True
        for line, (start, end) in enumerate(self._lines):
            if begins and self.text[start:end].strip():
                number += 1
                self._paragraphs[line] = number
            begins = end >= len(self.text) or self.text[end] == "\n"

    @property
    def line_count(self) -> int:
        """The lines of the present width."""
        return len(self._lines)

    def line_id(self, number: int) -> Hashable:
        """The line, of this text, with this current span."""
        return (number, self._edition, self.current, self.hits.current)

    def line(self, number: int) -> Line:
        """A paragraph's number at its first line, then the text."""
        start, end = self._lines[number]
        paragraph = self._paragraphs.get(number)
        signs = self._signs(start, end)
        number_text = f"{paragraph:>{GUTTER - 4}}" if paragraph else " " * (GUTTER - 4)
        gutter: list[Run] = [(number_text + " ", MUTED), *signs, (" " * (3 - len(signs)), PLAIN)]
        shown = self._shown[start:end].rstrip()
        end = start + len(shown)
        runs = self.spans.runs(shown, start, end, self.current)
        return [*gutter, *self.hits.marked(runs, start, end)]

    def _signs(self, start: int, end: int) -> list[Run]:
        """The signs of the spans that begin on a line, at most two."""
        found = self.spans.beginning(start, end)[:2]
        return [(self.signs.get(span.style, " "), span.style) for span in found]

    def selectable_text(self, number: int) -> str:
        """The text as it stands, with the gutter's width kept for the mouse."""
        start, end = self._lines[number]
        return " " * GUTTER + self._shown[start:end].rstrip()

    def get_selection(self, selection: object) -> tuple[str, str] | None:
        """The selected text without the gutter."""
        found = super().get_selection(selection)  # type: ignore[arg-type]
        if found is None:
            return None
        first, *others = found[0].split("\n")
        return "\n".join([first.lstrip(" "), *(line[GUTTER:] for line in others)]), "\n"

    @property
    def top_offset(self) -> int:
        """The code point at the top of the window."""
        return self._lines[min(self.scroll_offset.y, len(self._lines) - 1)][0]

    def on_resize(self) -> None:
        """Wrap again and stay at the place."""
        top = self.top_offset
        self._measure()
        self.lines_changed()
        if self._unseen and self.size.height:
            self._unseen = False
            self.call_after_refresh(self.show_span)
        else:
            self.scroll_to(y=line_of(self._lines, top), animate=False)

    def show_span(self) -> None:
        """Scroll the current span into sight, with context above it."""
        if self.current is None:
            return
        line = line_of(self._lines, self.spans.spans[self.current].start)
        self._into_sight(line)

    def _into_sight(self, line: int) -> None:
        height = self.size.height
        top = self.scroll_offset.y
        if not top + 1 <= line < top + max(1, height - 3):
            self.scroll_to(y=max(0, line - max(CONTEXT_LINES, height // 3)), animate=False, force=True)

    def go_to_span(self, number: int) -> None:
        """Make a span the current one and show it."""
        if not self.spans.spans:
            return
        self.current = max(0, min(number, len(self.spans) - 1))
        self.show_span()
        if not self.size.height:
            self._unseen = True
        self.refresh()
        self.post_message(SpanReached(self.spans.spans[self.current].record_id))

    def step(self, by: int) -> None:
        """To the next or the previous span: from the current one, or from the top of the window."""
        if self.current is None:
            top = self.top_offset
            nearest = self.spans.nearest(top, top)
            if nearest is not None:
                self.go_to_span(nearest if by > 0 else nearest - 1)
        else:
            self.go_to_span(self.current + by)

    def step_hit(self, by: int) -> bool:
        """To the next or previous hit, from the current one or from what is in sight; True when it went round."""
        here = self._hit_place(by)
        number = self.hits.after(here) if by > 0 else self.hits.before(here)
        self._stand_on(number)
        self.show_record_of_hit()
        start = self.hits.spans[number][0]
        return start < here if by > 0 else start >= here

    def _hit_place(self, by: int) -> int:
        """The offset that the next hit is looked for from."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if self.hits.current is not None:
            start = self.hits.spans[self.hits.current][0]
            if top <= line_of(self._lines, start) < bottom:
                return start + (by > 0)
        return self.top_offset if by > 0 else self._lines[min(bottom, len(self._lines)) - 1][1]

    def _stand_on(self, number: int) -> None:
        self.hits.current = number
        self._into_sight(line_of(self._lines, self.hits.spans[number][0]))
        self.refresh()

    def show_record_of_hit(self) -> None:
        """The record of the passage that the current hit stands in becomes the current one."""
        if self.hits.current is None:
            return
        number = self.spans.at(self.hits.spans[self.hits.current][0])
        if number is not None and number != self.current:
            self.current = number
            self.post_message(SpanReached(self.spans.spans[number].record_id))

    def action_end_find(self) -> None:
        """Look for nothing any more."""
        self.post_message(FindEnded())

    def action_group_next(self) -> None:
        """To the next span."""
        self.step(1)

    def action_group_previous(self) -> None:
        """To the span before."""
        self.step(-1)

    def on_click(self, event: events.Click) -> None:
        """A click on a marked passage makes it the current one."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = self.scroll_offset.y + offset.y
        if line >= len(self._lines):
            return
        start, end = self._lines[line]
        taken = GUTTER
        for index in range(start, end):
            taken += width(self._shown[index])
            if taken > offset.x >= GUTTER:
                number = self.spans.at(index)
                if number is not None:
                    self.go_to_span(number)
                return


def legend(spans: SpanMap, signs: dict[str, str], *, words: bool = True) -> list[Run]:
    """What the signs and styles of the spans mean, with how many there are of each; only those that occur."""
    counts: dict[str, int] = {}
    for span in spans.spans:
        counts[span.style] = counts.get(span.style, 0) + 1
    runs: list[Run] = []
    for style, sign in signs.items():
        if style in counts:
            text = f"{style} {counts[style]}" if words else f"{counts[style]}"
            runs += [("  " * bool(runs), PLAIN), (f"{sign} ", style), (text, style)]
    return runs or [("no record in this text", MUTED)]
