"""The filters: every facet's values with their live counts; several can be chosen, or left out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from tiestui.light import NamedTuple
from tiestui.tui.actions import bindings
from tiestui.tui.glyphs import UNICODE, Glyphs
from tiestui.tui.lines import MUTED, PLAIN, Line, Run, clip, flat, stretch
from tiestui.tui.messages import FacetChosen, RestWanted
from tiestui.tui.widgets.cursor_view import CursorView

OTHER_BUTTON = 3
"""Of the mouse: the right one."""
REST = "rest"


class Value(NamedTuple):
    """One value of a facet, or all those that are not listed. `shown` is what people call it, `style` of its sign."""

    field: str
    value: str
    shown: str
    records: int | None
    state: str = ""
    sign: str = ""
    style: str = PLAIN

    @property
    def is_rest(self) -> bool:
        """Whether it stands for the values that are not listed."""
        return self.state == REST


class FacetList(CursorView):
    """Facets one under the other. State of a value: "", "chosen", "left-out", or REST for those not listed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("facets")
    CLICKS_TO_OPEN: ClassVar[int] = 1

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs: Glyphs = UNICODE
        self.name_of: Callable[[str], str] = str
        self._lines: list[str | Value] = []
        self._edition = 0
        self._touched = False
        self._notes: dict[str, str] = {}

    def show(self, facets: Sequence[tuple[str, Sequence[Value], str]]) -> None:
        """Other values (name, values, a note beside the name); the cursor stays on its value."""
        self._notes = {name: note for name, _, note in facets}
        before = self._lines[self.cursor] if self._touched and self.cursor < len(self._lines) else None
        self.cursor = self.cursor if self._touched else 0
        lines: list[str | Value] = []
        for name, values, _ in facets:
            if values:
                lines += [""] if lines else []
                lines += [name, *values]
        self._lines = lines
        self._edition += 1
        if isinstance(before, Value):
            for number, line in enumerate(lines):
                if isinstance(line, Value) and (line.field, line.value) == (before.field, before.value):
                    self.cursor = number
                    break
        if not isinstance(self._value(self.cursor), Value):
            self.cursor = next((n for n, line in enumerate(lines) if isinstance(line, Value)), 0)
        self.lines_changed()

    def _value(self, line: int) -> Value | None:
        value = self._lines[line] if 0 <= line < len(self._lines) else None
        return value if isinstance(value, Value) else None

    @property
    def line_count(self) -> int:
        """Headings, values and the blanks between."""
        return len(self._lines)

    def item_at(self, line: int) -> int | None:
        """Only values can be chosen."""
        return line if self._value(line) is not None else None

    def line_id(self, number: int) -> Hashable:
        """The line itself."""
        return (self._lines[number], number, self._edition)

    def line(self, number: int) -> Line:
        """A heading in capitals, or sign, value and count."""
        line = self._lines[number]
        cells = self.cells
        if isinstance(line, str):
            return (
                stretch([(" " + line.upper(), "heading")], [(self._notes.get(line, "") + " ", MUTED)], cells)
                if line
                else []
            )
        left: list[Run] = [({"chosen": self.glyphs.chosen, "left-out": self.glyphs.denied}.get(line.state, " "), "key")]
        if line.sign:
            left.append((line.sign + " ", line.style))
        text = flat(line.shown)
        left.append((text, MUTED if line.is_rest else line.state or PLAIN))
        count = f"{line.records:,} " if line.records is not None else ""
        room = cells - len(count) - 1
        return stretch(
            [*left[:-1], (clip(text, room - 2 * bool(line.sign) - 1, self.glyphs.ellipsis), left[-1][1])],
            [(count, MUTED)],
            cells,
            self.glyphs.ellipsis,
        )

    def bar(self, number: int) -> str:
        """Without the focus no value has the cursor: nothing looks chosen that is not."""
        shown = super().bar(number)
        return "" if shown == "cursor-blurred" else shown

    def move_to(self, item: int, *, centre: bool = False) -> None:
        """To a value: headings and blanks are stepped over in the direction of the move."""
        self._touched = True
        step = 1 if item >= self.cursor else -1
        item = max(0, min(item, len(self._lines) - 1))
        while 0 <= item < len(self._lines) and self._value(item) is None:
            item += step
        if self._value(item) is not None:
            super().move_to(item, centre=centre)

    def on_click(self, event: events.Click) -> None:
        """The other button leaves the value out."""
        offset = event.get_content_offset(self)
        if offset is None or event.button != OTHER_BUTTON or self.item_at(self.scroll_offset.y + offset.y) is None:
            return
        self.move_to(self.scroll_offset.y + offset.y)
        self.action_leave_out()

    def action_open(self) -> None:
        """Choose the value, or drop it."""
        self._choose(negated=False)

    def action_mark(self) -> None:
        """Choose the value, or drop it."""
        self.action_open()

    def action_leave_out(self) -> None:
        """Leave the value out, or no longer."""
        self._choose(negated=True)

    def _choose(self, *, negated: bool) -> None:
        self._touched = True
        value = self._value(self.cursor)
        if value is not None and value.is_rest:
            self.post_message(RestWanted(value.field))
        elif value is not None:
            self.post_message(FacetChosen(value.field, value.value, negated))

    def action_group_next(self) -> None:
        """To the next facet."""
        heading = next((n for n in range(self.cursor, len(self._lines)) if isinstance(self._lines[n], str)), None)
        if heading is not None:
            self.move_to(heading + 1)

    def action_group_previous(self) -> None:
        """To the first value of this facet, or of the one before."""
        above = [n for n in range(self.cursor - 1) if isinstance(self._lines[n], str) and self._lines[n]]
        if above:
            first = above[-1] + 1
            self.cursor, before = first, self.cursor
            self._refresh_item(before)
            super().move_to(first)
            self._refresh_item(first)
            self.show_cursor()
