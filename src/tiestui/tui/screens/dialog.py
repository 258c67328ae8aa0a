"""What all dialogs share: what is typed while one is still opening is kept for it, never taken by what lies below."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widget import Widget

T = TypeVar("T")


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

    def on_mount(self) -> None:
        """The first widget has the focus; early keys come now."""
        self.begin()
        self.set_focus(self.query(self.READY_WITH).first(Widget) if self.query(self.READY_WITH) else None)
        self.ready = True
        self.app.call_later(getattr(self.app, "send_keys", lambda: None))
