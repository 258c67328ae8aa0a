"""The narrow bars: tabs, the counter, the chips of what is set, and the keys at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tiestui.light import NamedTuple
from tiestui.tui.glyphs import UNICODE, Glyphs
from tiestui.tui.lines import MUTED, PLAIN, Run, clip, line_width, pad_left, stretch, width
from tiestui.tui.messages import ChipDropped, RunAction
from tiestui.tui.widgets.painted import Painted

TABS = (
    ("timeline", "1", "Timeline"),
    ("quotes", "2", "Quotes"),
    ("agreements", "3", "Agreements"),
    ("sources", "4", "Sources"),
)


TABS_CELLS = (47, 37, 24)
"""The room for all names whole, for short ones, and for the present one beside numbers."""


def short_name(name: str, ellipsis: str = UNICODE.ellipsis) -> str:
    """A pane's name where all four do not fit."""
    return clip(name, 4, ellipsis)


class FirstBar(Painted):
    """What stands in for tabs, query and counter in the first paint: the same look, one widget."""

    pane = "timeline"
    query_text = ""

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line."""
        line: list[Run] = []
        for pane, key, name in TABS:
            on = pane == self.pane
            text = f" {key} {name if on or cells >= 76 else short_name(name)} "
            line.append((text, "tab-on" if on else "tab"))
        return [[*line, (f"  {self.query_text}" if self.query_text else "  / search", MUTED)]]


class Tabs(Painted):
    """The four panes; the present one is marked."""

    pane = "timeline"
    glyphs: Glyphs = UNICODE

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line."""
        line: list[Run] = []
        for pane, key, name in TABS:
            on = pane == self.pane
            shown = name if on or cells >= TABS_CELLS[0] else short_name(name, self.glyphs.ellipsis)
            text = f" {key} {shown} " if on or cells >= TABS_CELLS[1] else f" {key} "
            line.append(self.spot(line, text, "tab-on" if on else "tab", partial(RunAction, f"pane.{pane}")))
        return [line]


class Counter(Painted):
    """At the right of the bar: where the cursor stands and how many there are; "…" while they are being counted."""

    position: int | None = None
    total = 0
    complete = True
    noun = "records"
    glyphs: Glyphs = UNICODE

    def say(self, position: int | None, total: int, *, complete: bool, noun: str = "records") -> None:
        """Other numbers."""
        self.position, self.total, self.complete, self.noun = position, total, complete, noun
        self.redraw()

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line."""
        if not self.complete:
            text = f"{self.total:,} {self.glyphs.ellipsis}"
        elif self.position is None or not self.total:
            text = f"{self.total:,} {self.noun if self.total != 1 else self.noun.removesuffix('s')}"
        else:
            text = f"{self.position + 1:,} of {self.total:,}"
        return [[(pad_left(text, max(0, cells - 1), self.glyphs.ellipsis) + " ", MUTED)]]


class Chip(NamedTuple):
    """A filter that is set."""

    field: str
    value: str
    shown: str
    negated: bool = False


class Chips(Painted):
    """One chip for each value that is filtered by; a click drops it."""

    chips: Sequence[Chip] = ()
    glyphs: Glyphs = UNICODE

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line; what does not fit is counted."""
        line: list[Run] = [(" ", PLAIN)]
        for number, chip in enumerate(self.chips):
            sign = self.glyphs.denied if chip.negated else ""
            text = f" {sign}{chip.field} {clip(chip.shown, 28, self.glyphs.ellipsis)} {self.glyphs.times} "
            if line_width(line) + width(text) + 12 > cells and number:
                line.append((f"and {len(self.chips) - number} more", MUTED))
                break
            drop = partial(ChipDropped, chip.field, chip.value, chip.negated)
            line += [self.spot(line, text, "chip", drop), (" ", PLAIN)]
        return [line]


class Hint(NamedTuple):
    """A key at the foot and what it does. pinned: never left out for want of room.

    action_id: of the registry; in a dialog or while one types, the name of one of its own actions; "" for none.
    """

    action_id: str
    key: str
    name: str
    pinned: bool = False

    @property
    def cells(self) -> int:
        """The room that it takes."""
        return width(self.key) + width(self.name) + 3


class Hints(Painted):
    """The keys of what has the focus, as many as fit; a click does the same as the key."""

    hints: Sequence[Hint] = ()
    message = ""
    message_style = MUTED

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line: hints from the left, a standing message at the right."""
        line: list[Run] = [(" ", PLAIN)]
        right: list[Run] = [(clip(self.message, cells - 4) + " ", self.message_style)] if self.message else []
        room = cells - line_width(right) - sum(hint.cells for hint in self.hints if hint.pinned)
        full = False
        for hint in self.hints:
            full = full or (not hint.pinned and line_width(line) + hint.cells > room)
            if full and not hint.pinned:
                continue
            room += hint.cells * hint.pinned
            start = partial(RunAction, hint.action_id)
            line.append(self.spot(line, hint.key, "key", start))
            line.append(self.spot(line, f" {hint.name}", MUTED, start))
            line.append(("  ", PLAIN))
        return [stretch(line, right, cells)]
