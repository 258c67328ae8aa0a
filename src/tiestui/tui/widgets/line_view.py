"""A scrolling view of lines drawn on demand: the base of every list and text of the browser.

A subclass says how many lines there are, what stands on one and what it depends on; strips are kept by that, so a key
press costs the lines that changed, whatever the number of lines. Text selection by mouse works on all of them.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
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


class LineView(ScrollView, can_focus=True):
    """Lines by number. Override `line_count`, `line`, `line_id` and, for bars, `bar`."""

    ALLOW_SELECT = True
    DEFAULT_CSS: ClassVar[str] = """
    LineView { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[Hashable, Strip] = LRUCache(1024)
        self._styles: dict[tuple[str, str], Style] = {}
        self._painting = False
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

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        number = self.scroll_offset.y + y
        cells = self.cells
        if number >= self.line_count:
            return Strip.blank(cells, self.rich_style)
        bar = self.bar(number)
        selection = self.text_selection
        key = (self.line_id(number), cells, bar)
        strip = self._strips.get(key) if selection is None else None
        if strip is None:
            strip = self._drawn(number, cells, bar, selection)
            if selection is None:
                self._strips[key] = strip
        return strip if self._painting else strip.apply_offsets(0, number)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines to be painted: only the mouse asks where in the text a cell lies, and it asks line by line."""
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def _drawn(self, number: int, cells: int, bar: str, selection: Selection | None) -> Strip:
        runs = joined_runs(self.line(number))
        if getattr(self.app, "ascii_only", False):
            runs = [(in_ascii(text), name) for text, name in runs]
        segments = [Segment(text, self.style(name, bar)) for text, name in runs]
        taken = sum(width(text) for text, _ in runs)
        if taken < cells:
            segments.append(Segment(" " * (cells - taken), self.style(PLAIN, bar)))
            taken = cells
        strip = Strip(segments, taken)
        if taken > cells:
            strip = strip.crop(0, cells)
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
