"""Where the query is typed: one line without a box."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tiestui.tui.messages import QueryTakenBack
from tiestui.tui.widgets.line_input import LineInput


class QueryBar(LineInput):
    """Tells what is typed (Input.Changed), kept (Input.Submitted) or taken back (QueryTakenBack)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "take_back", "Back to the query before", show=False),
        Binding("down", "submit", "To the list", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, placeholder="/ search", select_on_focus=False)

    def action_take_back(self) -> None:
        """Tell that the query before is wanted."""
        self.post_message(QueryTakenBack())
