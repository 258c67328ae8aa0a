"""What all dialogs share: keys at the foot that can be clicked, and a click beside it puts a dialog away.

What is typed while one is still opening is kept for it, never taken by what lies below.
"""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widget import Widget

from tiestui.tui.messages import RunAction
from tiestui.tui.widgets.bars import Hint, Hints

BACK = Hint("dismiss", "esc", "back", pinned=True)
T = TypeVar("T")


class Foot(Hints):
    """The keys of a dialog, by its actions."""

    def __init__(self, *hints: Hint) -> None:
        super().__init__()
        self.hints = hints


class Dialog(ModalScreen[T]):
    """A dialog. `ready` once it can take keys; the app keeps those that come earlier and hands them on then."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    READY_WITH: ClassVar[str] = "Input"

    def __init__(self) -> None:
        super().__init__()
        self.ready = False

    def compose(self) -> ComposeResult:
        """Its widgets."""
        raise NotImplementedError

    def begin(self) -> None:
        """Whatever a dialog does when its widgets are there."""

    @on(RunAction)
    async def clicked(self, message: RunAction) -> None:
        """A click on a key at the foot does what the key does."""
        message.stop()
        await self.run_action(message.action_id)

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog takes it back."""
        if event.widget is self:
            self.dismiss(None)

    def on_mount(self) -> None:
        """The first widget has the focus; early keys come now."""
        self.begin()
        self.set_focus(self.query(self.READY_WITH).first(Widget) if self.query(self.READY_WITH) else None)
        self.ready = True
        self.app.call_later(getattr(self.app, "send_keys", lambda: None))
