"""The narrow bars: tabs, the counter, the chips of what is set, and the keys at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


WHOLE, SHORT, NUMBERS = 48, 37, 24


def tab_cells(width: int) -> int:
    """The room for the tabs on a screen of a width: for all names whole, for short ones, for one beside numbers."""
    return WHOLE if width >= 76 else SHORT if width >= 58 else NUMBERS


def tab_text(key: str, name: str, on: bool, cells: int, ellipsis: str) -> str:
    """A tab in so much room for all of them; the present one has its whole name."""
    if on or cells >= WHOLE:
        return f" {key} {name} "
    return f" {key} {clip(name, 4, ellipsis)} " if cells >= SHORT else f" {key} "


class FirstBar(Painted):
    """What stands in for tabs, query and counter in the first paint: the same look, one widget."""

    pane = "timeline"
    query_text = ""

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line."""
        line: list[Run] = []
        for pane, key, name in TABS:
            on = pane == self.pane
            text = tab_text(key, name, on, tab_cells(cells), UNICODE.ellipsis)
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
            text = tab_text(key, name, on, cells, self.glyphs.ellipsis)
            line.append(self.spot(line, text, "tab-on" if on else "tab", partial(RunAction, f"pane.{pane}")))
        return [line]


class Counter(Painted):
    """At the right of the bar: where the cursor stands and how many there are; "…" while they are being counted."""

    position: int | None = None
    total = 0
    complete = False
    noun = "records"
    glyphs: Glyphs = UNICODE

    def say(self, position: int | None, total: int, *, complete: bool, noun: str = "records") -> None:
        """Other numbers."""
        self.position, self.total, self.complete, self.noun = position, total, complete, noun
        self.redraw()

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line."""
        room = max(0, cells - 1)
        text = next((form for form in self._forms() if len(form) <= room), self.glyphs.ellipsis)
        return [[(pad_left(text, room) + " ", MUTED)]]

    def _forms(self) -> Iterator[str]:
        """What there is to say, the longest form first."""
        total = f"{self.total:,}"
        if not self.complete:
            yield f"{total} {self.glyphs.ellipsis}" if self.total else self.glyphs.ellipsis
        elif self.position is None or not self.total:
            yield f"{total} {self.noun if self.total != 1 else self.noun.removesuffix('s')}"
        else:
            yield f"{self.position + 1:,} of {total}"
            yield f"{self.position + 1:,}/{total}"
        yield total


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
