"""The ladder: the level of the relationship over time as a step chart."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from tiestui.tui import chart
from tiestui.tui.glyphs import UNICODE, Glyphs
from tiestui.tui.lines import MUTED, Run
from tiestui.tui.messages import StepChosen
from tiestui.tui.widgets.painted import Painted


class Ladder(Painted):
    """Give it `steps`, oldest first, and `here`, the id of the record under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs: Glyphs = UNICODE
        self.steps: Sequence[chart.Step] = ()
        self.here: str | None = None
        self.reason = ""
        self._spots: list[tuple[int, int, int]] = []

    def stand_at(self, record_id: str | None) -> None:
        """The record under the cursor; painted again only when that makes a difference."""
        ids = {step.id for step in self.steps}
        before, self.here = self.here, record_id
        if before != record_id and (before in ids or record_id in ids):
            self.redraw()

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The chart, or why there is none."""
        if not self.steps:
            self._spots = []
            return [[(f" {self.reason}", MUTED)]]
        drawn = chart.ladder(self.steps, cells - 1, height, self.glyphs, self.here)
        self._spots = drawn.spots
        return drawn.lines

    def on_click(self, event: events.Click) -> None:
        """A click on or near a step's dot goes to its record."""
        offset = event.get_content_offset(self)
        if offset is None or not self._spots:
            return
        line, column, number = min(
            self._spots, key=lambda spot: (abs(spot[0] - offset.y) * 4 + abs(spot[1] - offset.x), spot[2])
        )
        if abs(line - offset.y) <= 1 and abs(column - offset.x) <= 20:
            self.post_message(StepChosen(self.steps[number].key))
