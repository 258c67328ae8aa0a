"""The part of the screen with the ladder: its steps, its height, and the way from a step to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tiestui.tui.lines import flat
from tiestui.tui.messages import Answer, StepChosen
from tiestui.tui.screens.finding import FindPart

if TYPE_CHECKING:
    from tiestui.archive.overview import Step as LadderStep

SEVERAL = "Several pairs: p chooses the one whose ladder is drawn."
NO_STEP = "No upgrade with a date here."


class LadderPart(FindPart):
    """The level of the pair over time, on L."""

    ladder_open = False

    def take_upgrades(self, message: Answer) -> None:
        """The pair's upgrades for the strip, and the steps of the ladder."""
        found, rungs = message.value
        self.masthead.upgrades = found
        self.masthead.redraw()
        pairs = {step.pair for _, step in rungs}
        from tiestui.tui.chart import Step

        steps = [
            Step(key, step.id, step.standing, step.date or "", _label(step), step.suspended) for key, step in rungs
        ]
        self.ladder.steps = steps if len(pairs) <= 1 else ()
        self.ladder.reason = SEVERAL if len(pairs) > 1 or (found and not rungs) else NO_STEP
        self.ladder.stand_at(self.record_id)
        self.fit_ladder()

    def fit_ladder(self) -> None:
        """The ladder is as high as its rungs."""
        if not self.furnished:
            return
        ranks = {step.rank for step in self.ladder.steps}
        every = max(ranks) - min(ranks) + 1 if ranks else 0
        most = max(3, self.size.height // 3)
        height = (every if every < most else min(len(ranks), most)) + 2 if ranks else 2
        self.ladder.styles.height = height
        self.ladder.display = self.ladder_open and not self.in_sources
        self.ladder.redraw()

    def action_ladder(self) -> None:
        """Show the ladder, or put it away."""
        self.ladder_open = not self.ladder_open
        if self.in_sources:
            self.action_pane("timeline")
            self.ladder_open = True
        self.fit_ladder()

    @on(StepChosen)
    def step_chosen(self, message: StepChosen) -> None:
        """A step was clicked: to its record, in the timeline."""
        if self.view.pane != "timeline":
            self.remember()
            self.go_to_pane("timeline", message.key)
            return
        index = self.record_list.listing.find(message.key)
        if index is not None:
            self.record_list.move_to(index, centre=True)


def _label(step: LadderStep) -> str:
    """What is said at a step: a fall or a return by its act, a rise by what is new in it."""
    if step.action not in ("established", "upgraded"):
        return step.action
    return flat(", ".join(step.modifiers) or step.level)
