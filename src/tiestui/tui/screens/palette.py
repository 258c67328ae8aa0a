"""The palette: every action of the registry by name, found as one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tiestui.query.fields import fold
from tiestui.tui.actions import ACTIONS, FIND, GROUPS, HAND_ON, MOVE, PANES, PROGRAM, REVIEW, TIME, keys_of, shown_key
from tiestui.tui.screens.ask import Choice, ChoiceList
from tiestui.tui.screens.dialog import BACK, Dialog, Foot
from tiestui.tui.widgets.bars import Hint
from tiestui.tui.widgets.cursor_view import CursorView

ORDER = (FIND, TIME, HAND_ON, PANES, REVIEW, PROGRAM, MOVE)


class Palette(Dialog["str | None"]):
    """Gives the id of the chosen action, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+p", "dismiss", "Back", show=False)]

    def __init__(self, keymap: Mapping[str, str], *, ascii_only: bool) -> None:
        super().__init__()
        self.keymap, self.ascii_only = keymap, ascii_only

    def compose(self) -> ComposeResult:
        """A line to type in, and the actions."""
        with Vertical(classes="dialog palette"):
            line = Input(placeholder="what to do", compact=True)
            line.cursor_blink = False
            yield line
            yield ChoiceList(self._matching(""))
            yield Foot(Hint("choose", "enter", "do it"), BACK)

    def begin(self) -> None:
        """All actions are there to begin with."""
        self.query_one(ChoiceList).lines_changed()

    def _matching(self, text: str) -> list[Choice]:
        words = fold(text).split()
        choices = []
        for group in ORDER:
            for action in GROUPS[group]:
                about = fold(f"{action.help} {action.name} {action.id} {group}")
                if all(word in about for word in words):
                    keys = " ".join(shown_key(key, self.ascii_only) for key in keys_of(ACTIONS[action.id], self.keymap))
                    choices.append(Choice(action.id, action.help, keys))
        return choices

    @on(Input.Changed)
    def typed(self, message: Input.Changed) -> None:
        """Show what still matches."""
        choices = self.query_one(ChoiceList)
        choices.choices = self._matching(message.value)
        choices.cursor = 0
        choices.scroll_to(y=0, animate=False)
        choices.lines_changed()

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Enter: the action under the cursor."""
        self.action_choose()

    def action_choose(self) -> None:
        """Give the action under the cursor."""
        choices = self.query_one(ChoiceList)
        if choices.choices:
            self.dismiss(choices.choices[choices.cursor].value)

    @on(CursorView.Opened)
    def opened(self, message: CursorView.Opened) -> None:
        """A click: that action."""
        message.stop()
        self.action_choose()

    def on_key(self, event: events.Key) -> None:
        """Arrows move in the list while one types."""
        choices = self.query_one(ChoiceList)
        if event.key in ("down", "up"):
            event.stop()
            choices.move_to(choices.cursor + (1 if event.key == "down" else -1))
