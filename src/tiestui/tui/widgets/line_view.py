"""A scrolling view of lines drawn on demand: the base of every list and text of the browser.

A subclass says how many lines there are, what stands on one and what it depends on; strips are kept by that, so a key
press costs the lines that changed, whatever the number of lines. Text selection by mouse works on all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tiestui.tui.glyphs import in_ascii
from tiestui.tui.lines import PLAIN, Line, joined_runs, plain, width

SELECTION_LINES = 5000
KEPT_LINES = 320
"""More than the highest screens have."""
Cells = tuple[int, int]
"""The width of a line's text, and of the line with the space beside it."""


class LineView(ScrollView, can_focus=True):
    """Lines by number. Override `line_count`, `line`, `line_id` and, for bars, `bar`."""

    ALLOW_SELECT = True
    DEFAULT_CSS: ClassVar[str] = """
    LineView { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[Hashable, Strip] = LRUCache(KEPT_LINES)
        self._styles: dict[tuple[str, str], Style] = {}
        self._in_frame = False
        self.lines_shown = 0

    @property
    def allow_select(self) -> bool:
        """The mouse selects text here."""
        return True

    @property
    def cells(self) -> int:
        """The width that lines have, the scrollbar's cell apart."""
        return self.scrollable_content_region.width

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return 0

    def line(self, number: int) -> Line:
        """What stands on a line, for the present width."""
        raise NotImplementedError

    def line_id(self, number: int) -> Hashable:
        """What the text of a line depends on, besides the width."""
        return number

    def bar(self, number: int) -> str:
        """The style that lies under the whole line ("cursor", "hover"), or none."""
        return ""

    def selectable_text(self, number: int) -> str:
        """The text of a line as the mouse selects and copies it."""
        return plain(self.line(number)).rstrip()

    def palette(self) -> Mapping[str, Style]:
        """Style names to styles, of the present theme."""
        return getattr(self.app, "styles_by_name", {})

    def lines_changed(self) -> None:
        """The number of lines or what they are made of changed: measure and paint again."""
        self._strips.clear()
        count = self.line_count
        self.lines_shown = count
        if self.virtual_size.height != count:
            self.virtual_size = Size(1, count)
        self.refresh()

    def notify_style_update(self) -> None:
        """Called by Textual when styles change."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def style(self, name: str, bar: str = "") -> Style:
        """The style of a run on a line with this bar."""
        found = self._styles.get((name, bar))
        if found is None:
            palette = self.palette()
            found = self.rich_style + palette.get(bar, Style()) if bar else self.rich_style
            if name != PLAIN:
                found = found + palette.get(name, Style())
            self._styles[name, bar] = found
        return found

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines to be painted. Without a frame they are whole as they are kept, and Textual's own copies are saved."""
        styles = self.styles
        if styles.gutter != styles.padding or styles.padding.height:
            self._in_frame = True
            try:
                return super().render_lines(crop)
            finally:
                self._in_frame = False
        first, cells = self.scroll_offset.y, self.cells
        whole = self.outer_size.width - self.show_vertical_scrollbar
        strips = [self._kept(first + y, (cells, whole), self._whole) for y in crop.line_range]
        return strips if crop.x == 0 and crop.right >= whole else [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One line of the window: within a frame, or for the mouse, which asks where in the text a cell lies."""
        number, cells = self.scroll_offset.y + y, self.cells
        if self._in_frame:
            return self._kept(number, (cells, cells), self._drawn)
        return self._drawn(number, (cells, cells), self.text_selection).apply_offsets(0, number)

    def _kept(self, number: int, cells: Cells, make: Callable[[int, Cells, Selection | None], Strip]) -> Strip:
        """The strip that `make` makes of a line; kept as long as nothing is selected."""
        if (selection := self.text_selection) is not None:
            return make(number, cells, selection)
        key = (self.line_id(number), self.bar(number), cells) if number < self.line_count else cells
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = make(number, cells, None)
        return strip

    def _whole(self, number: int, cells: Cells, selection: Selection | None) -> Strip:
        """A line with the space beside it, as it goes to the terminal."""
        strip = self._drawn(number, cells, selection)
        before = self.styles.padding.left
        after = cells[1] - cells[0] - before
        if before or after:
            sides = [[Segment(" " * many, self.rich_style)] if many else [] for many in (before, after)]
            strip = Strip([*sides[0], *strip, *sides[1]], cells[1])
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip

    def _drawn(self, number: int, cells: Cells, selection: Selection | None) -> Strip:
        """A line's text in the width that it has."""
        room = cells[0]
        if number >= self.line_count:
            return Strip.blank(room, self.rich_style)
        bar = self.bar(number)
        runs = joined_runs(self.line(number))
        if getattr(self.app, "ascii_only", False):
            runs = [(in_ascii(text), name) for text, name in runs]
        segments = [Segment(text, self.style(name, bar)) for text, name in runs]
        taken = sum(width(text) for text, _ in runs)
        if taken < room:
            segments.append(Segment(" " * (room - taken), self.style(PLAIN, bar)))
            taken = room
        strip = Strip(segments, taken)
        if taken > room:
            strip = strip.crop(0, room)
        if selection is not None and (span := selection.get_span(number)) is not None:
            strip = self._with_selection(strip, span)
        return strip

    def _with_selection(self, strip: Strip, span: tuple[int, int]) -> Strip:
        start, end = span
        chosen = self.palette().get("selection", Style(reverse=True))
        segments: list[Segment] = []
        at = 0
        for text, style, _ in strip:
            first = min(max(start - at, 0), len(text))
            last = len(text) if end < 0 else min(max(end - at, 0), len(text))
            for part, inside in ((text[:first], False), (text[first:last], True), (text[max(first, last) :], False)):
                if part:
                    segments.append(Segment(part, (style or Style()) + chosen if inside else style))
            at += len(text)
        return Strip(segments, strip.cell_length)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, a bounded number of lines of it."""
        first = selection.start.y if selection.start else 0
        last = min(selection.end.y if selection.end else self.line_count - 1, self.line_count - 1)
        last = min(last, first + SELECTION_LINES)
        lines: list[str] = []
        for number in range(first, last + 1):
            if (span := selection.get_span(number)) is not None:
                text = self.selectable_text(number)
                lines.append(text[span[0] : None if span[1] < 0 else span[1]])
        return "\n".join(lines), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """The selection grew, shrank or went."""
        self.refresh()
