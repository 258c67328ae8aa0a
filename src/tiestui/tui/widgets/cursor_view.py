"""Lines with a cursor: moving, hovering and choosing by keys and by mouse, the same for every list of the browser."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from tiestui.tui.actions import bindings
from tiestui.tui.widgets.line_view import LineView


class CursorView(LineView):
    """A line view whose items can be walked over. Items are lines unless `line_of` and `item_at` say otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    CLICKS_TO_OPEN: ClassVar[int] = 2

    class Moved(Message):
        """The cursor went to another item."""

        def __init__(self, view: CursorView, item: int) -> None:
            super().__init__()
            self.view, self.item = view, item

        @property
        def control(self) -> CursorView:
            """The list."""
            return self.view

        def can_replace(self, message: Message) -> bool:
            """Only the last of a burst of moves matters."""
            return isinstance(message, CursorView.Moved) and message.view is self.view

    class Opened(Message):
        """The item under the cursor was chosen (Enter, or the mouse)."""

        def __init__(self, view: CursorView, item: int) -> None:
            super().__init__()
            self.view, self.item = view, item

        @property
        def control(self) -> CursorView:
            """The list."""
            return self.view

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self._hovered = -1

    @property
    def item_count(self) -> int:
        """How many items the cursor can stand on."""
        return self.line_count

    def line_of(self, item: int) -> int:
        """The line of an item."""
        return item

    def item_at(self, line: int) -> int | None:
        """The item on a line, None for a line that is no item."""
        return line if 0 <= line < self.item_count else None

    def bar(self, number: int) -> str:
        """The cursor's line is marked, more so with the focus; the mouse's line faintly."""
        item = self.item_at(number)
        if item is not None and item == self.cursor and self.item_count:
            return "cursor" if self.has_focus else "cursor-blurred"
        return "hover" if item is not None and number == self._hovered else ""

    def move_to(self, item: int, *, centre: bool = False) -> None:
        """Put the cursor on an item (the nearest there is) and scroll it into sight; tells when it moved."""
        item = max(0, min(item, self.item_count - 1))
        before = self.cursor
        self.cursor = item
        if before != item:
            self._refresh_item(before)
        self._refresh_item(item)
        self.show_cursor(centre=centre)
        if before != item:
            self.post_message(self.Moved(self, item))

    def show_cursor(self, *, centre: bool = False) -> None:
        """Scroll until the cursor is in sight, with a heading above it if there is one."""
        height = self.size.height
        if not height or not self.item_count:
            return
        line = self.line_of(self.cursor)
        top = self.scroll_offset.y
        above = line - 1 if line and self.item_at(line - 1) is None else line
        if centre and not top <= line < top + height:
            self.scroll_to(y=max(0, line - height // 2), animate=False, force=True)
        elif above < top:
            self.scroll_to(y=above, animate=False, force=True)
        elif line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False, force=True)

    def _refresh_item(self, item: int) -> None:
        self.refresh_line(self.line_of(item))

    def _page(self) -> int:
        return max(1, self.size.height - 1)

    def action_cursor_down(self) -> None:
        """One item down."""
        self.move_to(self.cursor + 1)

    def action_cursor_up(self) -> None:
        """One item up; at the first one, the heading above comes into sight."""
        if self.cursor == 0:
            self.scroll_to(y=0, animate=False)
        self.move_to(self.cursor - 1)

    def action_page_down(self) -> None:
        """One window down."""
        self._by_lines(self._page())

    def action_mark(self) -> None:
        """One window down, where nothing can be picked."""
        self.action_page_down()

    def action_page_up(self) -> None:
        """One window up."""
        self._by_lines(-self._page())

    def action_half_down(self) -> None:
        """Half a window down."""
        self._by_lines(max(1, self._page() // 2))

    def action_half_up(self) -> None:
        """Half a window up."""
        self._by_lines(-max(1, self._page() // 2))

    def _by_lines(self, lines: int) -> None:
        if not self.item_count:
            return
        line = self.line_of(self.cursor) + lines
        line = max(0, min(line, self.line_count - 1))
        item = self.item_at(line)
        while item is None and 0 <= line < self.line_count:
            line += 1 if lines > 0 or line == 0 else -1
            item = self.item_at(line)
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)
        self.move_to(self.item_count - 1 if item is None and lines > 0 else item or 0)

    def action_first(self) -> None:
        """To the first item."""
        self.scroll_to(y=0, animate=False)
        self.move_to(0)

    def action_last(self) -> None:
        """To the last item."""
        self.move_to(self.item_count - 1)

    def action_group_next(self) -> None:
        """To the first item of the next group; a page down where there are no groups."""
        self.action_page_down()

    def action_group_previous(self) -> None:
        """To the first item of this or the previous group; a page up where there are no groups."""
        self.action_page_up()

    def action_open(self) -> None:
        """Choose the item under the cursor."""
        if self.item_count:
            self.post_message(self.Opened(self, self.cursor))

    def on_focus(self) -> None:
        """The bar brightens."""
        self._refresh_item(self.cursor)

    def on_blur(self) -> None:
        """The bar dims."""
        self._refresh_item(self.cursor)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The line under the mouse is shown."""
        self._hover(self.scroll_offset.y + event.y)

    def on_leave(self, event: events.Leave) -> None:
        """The mouse went elsewhere."""
        self._hover(-1)

    def _hover(self, line: int) -> None:
        if line != self._hovered:
            before, self._hovered = self._hovered, line
            for number in (before, line):
                if number >= 0:
                    self.refresh_line(number)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a double one opens, or the first where there is nothing to look at before."""
        offset = event.get_content_offset(self)
        if offset is None or event.button != 1:
            return
        item = self.item_at(self.scroll_offset.y + offset.y)
        if item is None:
            return
        self.move_to(item)
        if event.chain == self.CLICKS_TO_OPEN:
            self.action_open()
