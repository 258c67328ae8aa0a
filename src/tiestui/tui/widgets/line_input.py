"""A line to type in that shows control and bidi characters as marks, as all else on the screen does."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input

from tiestui.tui.lines import flat


class LineInput(Input):
    """Textual's input without a box and without blinking; its value stays as it was typed, pasted or given."""

    def __init__(self, *, id: str | None = None, placeholder: str = "", select_on_focus: bool = True) -> None:
        super().__init__(id=id, placeholder=placeholder, compact=True, select_on_focus=select_on_focus)
        self.cursor_blink = False

    def render_line(self, y: int) -> Strip:
        """The line, safe to paint."""
        strip = super().render_line(y)
        if strip.text.isprintable():
            return strip
        segments = [Segment(flat(text), style, control) for text, style, control in strip]
        return Strip(segments).adjust_cell_length(strip.cell_length, self.rich_style)
