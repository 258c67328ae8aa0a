"""A small part of the screen painted as lines, whose spots answer to the mouse. Takes values, tells by messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tiestui.light import NamedTuple
from tiestui.tui.glyphs import in_ascii
from tiestui.tui.lines import PLAIN, Run, line_width, width


class Spot(NamedTuple):
    """Cells of a line (end-exclusive) that post a message when clicked."""

    line: int
    start: int
    end: int
    message: Callable[[], Message]


class Painted(Widget):
    """Lines made by `paint` for the present size. `paint` may add `spots`; it is called when `redraw` was."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.spots: list[Spot] = []
        self._painted: tuple[tuple[int, int], Sequence[Sequence[Run]]] | None = None

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The lines for a width and a height."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Paint again: a value changed."""
        self._painted = None
        self.refresh()

    def palette(self) -> Mapping[str, Style]:
        """Style names to styles, of the present theme."""
        return getattr(self.app, "styles_by_name", {})

    def spot(self, line: Sequence[Run], text: str, style: str, message: Callable[[], Message], row: int = 0) -> Run:
        """A run that can be clicked, to be put at the end of `line`."""
        start = line_width(line)
        self.spots.append(Spot(row, start, start + width(text), message))
        return (text, style)

    def render_line(self, y: int) -> Strip:
        """One line."""
        size = (self.size.width, self.size.height)
        if self._painted is None or self._painted[0] != size:
            self.spots = []
            lines = self.paint(*size)
            if getattr(self.app, "ascii_only", False):
                lines = [[(in_ascii(text), style) for text, style in line] for line in lines]
            self._painted = (size, lines)
        lines = self._painted[1]
        base = self.rich_style
        if y >= len(lines):
            return Strip.blank(self.size.width, base)
        palette = self.palette()
        segments = [
            Segment(text, base if style == PLAIN else base + palette.get(style, Style()))
            for text, style in lines[y]
            if text
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        """A click on a spot posts its message."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for spot in self.spots:
            if spot.line == offset.y and spot.start <= offset.x < spot.end:
                event.stop()
                self.post_message(spot.message())
                return
