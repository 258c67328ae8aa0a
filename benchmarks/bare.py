"""The yardsticks of the browser's benchmark: the least Textual apps that do the same kind of thing.

`python -m benchmarks.bare minimal|list|input`: an app with one label; a ScrollView of a million made lines with a
cursor; an Input over such a list, which follows what is typed.
"""

from __future__ import annotations

import sys
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Static

LINES = 1_000_000


class Minimal(App[None]):
    """One label."""

    def compose(self) -> ComposeResult:
        """The label."""
        yield Static("ready")


class BareList(ScrollView, can_focus=True):
    """Lines made as they are drawn, and a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("k,up", "move(-1)", show=False),
    ]
    cursor = 0
    word = ""

    def on_mount(self) -> None:
        """Its size is known at once."""
        self.virtual_size = Size(80, LINES)

    def render_line(self, y: int) -> Strip:
        """One line in three runs."""
        number = self.scroll_offset.y + y
        style = Style(reverse=True) if number == self.cursor else Style()
        text = f"{number:>8}  2023-03-01  line number {number} {self.word}"
        segments = [Segment(text[:10], style), Segment(text[10:20], style), Segment(text[20:], style)]
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def action_move(self, by: int) -> None:
        """The cursor by lines."""
        before, self.cursor = self.cursor, max(0, min(LINES - 1, self.cursor + by))
        self.refresh_line(before)
        self.refresh_line(self.cursor)
        if not self.scroll_offset.y <= self.cursor < self.scroll_offset.y + self.size.height:
            self.scroll_to(y=self.cursor - (self.size.height - 1 if by > 0 else 0), animate=False)

    def action_page(self, by: int) -> None:
        """The cursor by windows."""
        self.cursor = max(0, min(LINES - 1, self.cursor + by * self.size.height))
        self.scroll_to(y=self.scroll_offset.y + by * self.size.height, animate=False)
        self.refresh()


class Listing(App[None]):
    """The list alone."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", show=False)]

    def compose(self) -> ComposeResult:
        """The list."""
        yield BareList()

    def on_mount(self) -> None:
        """Keys go to it."""
        self.query_one(BareList).focus()


class Searching(App[None]):
    """An Input over the list; the list shows what is typed."""

    CSS = "Input { border: none; height: 1; }"

    def compose(self) -> ComposeResult:
        """Both."""
        yield Input()
        yield BareList()

    def on_input_changed(self, message: Input.Changed) -> None:
        """The list follows."""
        rows = self.query_one(BareList)
        rows.word = message.value
        rows.refresh()


APPS: dict[str, type[App[None]]] = {"minimal": Minimal, "list": Listing, "input": Searching}

if __name__ == "__main__":
    APPS[sys.argv[1]]().run()
