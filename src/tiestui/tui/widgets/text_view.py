"""Texts that scroll: the evidence pane's lines, and the base of the source reader. Same keys as the lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tiestui.tui.actions import bindings
from tiestui.tui.lines import MUTED, Line
from tiestui.tui.widgets.line_view import LineView


class TextView(LineView):
    """Scrolls by the keys of the lists: there is no cursor, the window moves."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")

    def _by(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def action_cursor_down(self) -> None:
        """One line down."""
        self._by(1)

    def action_cursor_up(self) -> None:
        """One line up."""
        self._by(-1)

    def action_page_down(self) -> None:
        """One window down."""
        self._by(max(1, self.size.height - 1))

    def action_mark(self) -> None:
        """One window down."""
        self.action_page_down()

    def action_page_up(self) -> None:
        """One window up."""
        self._by(-max(1, self.size.height - 1))

    def action_half_down(self) -> None:
        """Half a window down."""
        self._by(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Half a window up."""
        self._by(-max(1, self.size.height // 2))

    def action_first(self) -> None:
        """To the beginning."""
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """To the end."""
        self.scroll_to(y=self.line_count, animate=False)

    def action_group_next(self) -> None:
        """To what comes next; a page down here."""
        self.action_page_down()

    def action_group_previous(self) -> None:
        """To what came before; a page up here."""
        self.action_page_up()

    def action_open(self) -> None:
        """Nothing to open here."""


class Evidence(TextView):
    """Shows the lines that `compose_lines` gives for a width. They are made again when the width changes."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.compose_lines: Callable[[int], Sequence[Line]] = lambda cells: [[("Nothing chosen.", MUTED)]]
        self._lines: Sequence[Line] = ()
        self._cells = -1
        self._edition = 0

    def show(self, compose_lines: Callable[[int], Sequence[Line]], *, keep_place: bool = False) -> None:
        """Another text."""
        self.compose_lines = compose_lines
        self._cells = -1
        self._edition += 1
        self._measure()
        self.lines_changed()
        if not keep_place and self.scroll_offset.y:
            self.scroll_to(y=0, animate=False)

    def _measure(self) -> None:
        cells = self.cells
        if cells != self._cells and cells > 0:
            self._cells = cells
            self._lines = self.compose_lines(cells - 1)

    @property
    def line_count(self) -> int:
        """The lines of the present width."""
        return len(self._lines)

    def line(self, number: int) -> Line:
        """One line."""
        return self._lines[number]

    def line_id(self, number: int) -> Hashable:
        """The line of this edition."""
        return (number, self._edition)

    def on_resize(self) -> None:
        """Wrap again."""
        self._measure()
        self.lines_changed()
