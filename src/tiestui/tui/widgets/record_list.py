"""The virtual list of records: any number of them, drawn from keys, a page of rows at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence

from textual.cache import LRUCache

from tiestui.tui import rows
from tiestui.tui.glyphs import UNICODE
from tiestui.tui.lines import MUTED, Line
from tiestui.tui.listing import Group, Listing
from tiestui.tui.messages import Picked
from tiestui.tui.provider import Row
from tiestui.tui.widgets.cursor_view import CursorView

Fetch = Callable[[Sequence[int]], Sequence[Row]]
KEPT_ROWS = 1024
"""More than are read around a window in advance."""
Draw = Callable[[Row, int, rows.Look], Line]


class RecordList(CursorView):
    """Records with group headings. Give it a `fetch` for rows, a `draw` for lines, and listings by `show`."""

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.draw = draw
        self.fetch: Fetch = lambda keys: ()
        self.look = rows.Look(UNICODE)
        self.listing = Listing()
        self.empty_text = ""
        self.note_of: Callable[[Row], str] | None = None
        self.picked: set[int] = set()
        self.picking = False
        self._rows: LRUCache[int, Row] = LRUCache(KEPT_ROWS)
        self._edition = 0

    @property
    def line_count(self) -> int:
        """Records and headings, or one line that says that there are none."""
        return self.listing.line_count or 1

    @property
    def item_count(self) -> int:
        """How many records are known so far."""
        return len(self.listing)

    @property
    def key(self) -> int | None:
        """The key under the cursor."""
        return self.listing.keys[self.cursor] if self.cursor < len(self.listing) else None

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return None if self.key is None else self.row_of(self.key, self.cursor)

    def line_of(self, item: int) -> int:
        """The line of a record."""
        return self.listing.line_of(item)

    def item_at(self, line: int) -> int | None:
        """The record on a line, None on a heading."""
        if not 0 <= line < self.listing.line_count:
            return None
        place = self.listing.at(line)
        return place if isinstance(place, int) else None

    def show(self, listing: Listing, cursor: int = 0) -> None:
        """Another listing, the cursor on record number `cursor`."""
        self.listing = listing
        self.cursor = max(0, min(cursor, len(listing) - 1))
        self.lines_changed()
        self.show_cursor(centre=True)

    def go_on(self, listing: Listing, cursor: int) -> None:
        """A longer listing of the same rows: record number `cursor` stays where the cursor is on the screen."""
        above = self.line_of(self.cursor) - self.scroll_offset.y
        self.listing, self.cursor = listing, cursor
        self.lines_changed()
        self.scroll_to(y=self.line_of(cursor) - above, animate=False, force=True)

    def forget_rows(self) -> None:
        """What the rows say changed: fetch and draw them again."""
        self._edition += 1
        self._rows.clear()
        self.lines_changed()

    def restyle(self, draw: Draw, look: rows.Look) -> None:
        """Another way to draw the same rows."""
        self.draw, self.look = draw, look
        self._edition += 1
        self._strips.clear()
        self.refresh()

    def row_of(self, key: int, index: int) -> Row | None:
        """The row of a key; fetches the window around record number `index` when it is not known."""
        if (row := self._rows.get(key)) is None:
            span = max(self.size.height, 8)
            self._read(max(0, index - span), index + span)
            row = self._rows.get(key)
        return row

    def prefetch(self) -> None:
        """Read the rows around the window, so that the next page need only be drawn."""
        if self.item_count:
            span = 2 * max(self.size.height, 8)
            self._read(max(0, self.cursor - span), self.cursor + span)

    def _read(self, first: int, last: int) -> None:
        known = self._rows
        missing = array("q", (key for key in self.listing.keys[first:last] if key not in known))
        if missing:
            for row in self.fetch(missing):
                known[row.key] = row

    def line_id(self, number: int) -> Hashable:
        """A record's key, or the heading itself."""
        if not self.listing.line_count:
            return self.empty_text
        place = self.listing.at(number)
        if isinstance(place, Group):
            return (place, self._edition, self.listing.complete)
        key = self.listing.keys[place]
        return (key, self._edition, key in self.picked)

    def line(self, number: int) -> Line:
        """A record's line or a heading."""
        cells = self.cells
        if not self.listing.line_count:
            return [(" " + self.empty_text, MUTED)] if number == 0 else []
        place = self.listing.at(number)
        if isinstance(place, Group):
            first = self.row_of(self.listing.keys[place.start], place.start) if self.note_of else None
            note = self.note_of(first) if self.note_of and first is not None else ""
            return rows.heading(place, cells, self.look, note, counted=self.listing.complete)
        row = self.row_of(self.listing.keys[place], place)
        if row is None:
            return [("   " + self.look.glyphs.ellipsis, MUTED)]
        line = list(self.draw(row, cells, self.look))
        if row.key in self.picked:
            line[0] = (self.look.glyphs.picked, "picked")
        return line

    def action_mark(self) -> None:
        """Pick the record or put it back, and go on to the next one; a page down when nothing is picked here."""
        if not self.picking:
            super().action_mark()
        elif self.key is not None:
            self.picked ^= {self.key}
            self.post_message(Picked())
            self._refresh_item(self.cursor)
            self.action_cursor_down()

    def action_group_next(self) -> None:
        """To the first record of the next group."""
        if not self.listing.groups:
            super().action_group_next()
            return
        following = self.listing.group_of(self.cursor) + 1
        if following < len(self.listing.groups):
            self.move_to(self.listing.groups[following].start, centre=True)

    def action_group_previous(self) -> None:
        """To the first record of this group, or of the one before."""
        if not self.listing.groups:
            super().action_group_previous()
            return
        present = self.listing.group_of(self.cursor)
        if self.cursor == self.listing.groups[present].start:
            present = max(0, present - 1)
        self.move_to(self.listing.groups[present].start, centre=True)
