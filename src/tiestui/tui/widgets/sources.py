"""The list of sources, and what stands above a source's text: its title, its citation, the legend."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from tiestui.archive.sources import Source
from tiestui.tui.lines import MUTED, PLAIN, Line, Run, clip, fit, flat, joined, line_width, stretch
from tiestui.tui.widgets.cursor_view import CursorView
from tiestui.tui.widgets.painted import Painted


class SourceList(CursorView):
    """Two lines a source: its title, and outlet, date and number of records."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sources: Sequence[Source] = ()
        self._edition = 0

    def show(self, sources: Sequence[Source]) -> None:
        """Other sources; the cursor stays on its source."""
        here = self.source.id if self.source else None
        self.sources = sources
        self._edition += 1
        self.cursor = next((n for n, source in enumerate(sources) if source.id == here), 0)
        self.lines_changed()

    def go_to(self, slug: str) -> None:
        """The cursor on a source, without telling."""
        for number, source in enumerate(self.sources):
            if source.id == slug:
                before, self.cursor = self.cursor, number
                self._refresh_item(before)
                self._refresh_item(number)
                self.show_cursor()

    @property
    def source(self) -> Source | None:
        """The source under the cursor."""
        return self.sources[self.cursor] if self.cursor < len(self.sources) else None

    @property
    def line_count(self) -> int:
        """Two lines a source."""
        return 2 * len(self.sources) or 1

    @property
    def item_count(self) -> int:
        """How many sources."""
        return len(self.sources)

    def line_of(self, item: int) -> int:
        """The title's line."""
        return 2 * item

    def item_at(self, line: int) -> int | None:
        """Both lines belong to the source."""
        return line // 2 if 0 <= line < 2 * len(self.sources) else None

    def _refresh_item(self, item: int) -> None:
        self.refresh_lines(2 * item, 2)

    def line_id(self, number: int) -> Hashable:
        """The line of this edition."""
        return (number, self._edition)

    def line(self, number: int) -> Line:
        """The title, or what else is known."""
        cells = self.cells
        if not self.sources:
            return [(" no sources", MUTED)]
        source = self.sources[number // 2]
        if number % 2 == 0:
            return fit([(" ", PLAIN), (flat(source.title or source.id), "bright")], cells - 1)
        known = joined((str(source.published) if source.published else None, source.outlet), "  ") or source.id
        return stretch([(" " + flat(known), MUTED)], [(f"{source.records:,} ", MUTED)], cells)


class SourceHead(Painted):
    """Three lines above the text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = ""
        self.about = ""
        self.legends: tuple[Sequence[Run], Sequence[Run]] = ((), ())
        self.position = ""

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """Title and place among the spans; citation; legend."""
        title = stretch([(" " + self.title, "title")], [(self.position + " ", MUTED)], cells)
        long, short = self.legends
        legend = long if line_width(long) + 2 <= cells else short
        return [title, [(clip(" " + self.about, cells - 1), MUTED)], fit([(" ", PLAIN), *legend], cells - 1)]
