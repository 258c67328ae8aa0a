"""The line under a source's text where one types what to find in it, and which of how many hits one is at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from tiestui.tui.finding import MOST, Hits
from tiestui.tui.lines import MUTED, Run, pad_left
from tiestui.tui.messages import FindTakenBack
from tiestui.tui.widgets.line_input import LineInput
from tiestui.tui.widgets.painted import Painted


class FindInput(LineInput):
    """Tells what is typed (Input.Changed), kept (Input.Submitted) or taken back (FindTakenBack)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "take_back", "Back to where you were", show=False),
        Binding("down", "submit", "To the text", show=False),
    ]

    def action_take_back(self) -> None:
        """Tell that the words and the place before are wanted."""
        self.post_message(FindTakenBack())


class FindCount(Painted):
    """Which hit of how many."""

    text = ""
    style_name = MUTED

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line."""
        return [[(pad_left(self.text, max(0, cells - 1)) + " ", self.style_name)]]


class FindBar(Horizontal):
    """Slash, words, count."""

    def compose(self) -> ComposeResult:
        """Words and count."""
        yield FindInput(id="find", placeholder="find in this source")
        yield FindCount(id="find-count")

    def say(self, words: str, hits: Hits) -> None:
        """Tell which hit of how many the reader is at."""
        count = self.query_one(FindCount)
        total = f"{len(hits):,}" + "+" * (len(hits) == MOST)
        count.style_name = MUTED if hits or not words.strip() else "warning"
        if not words.strip():
            count.text = ""
        elif not hits:
            count.text = "not found"
        else:
            count.text = f"{hits.current + 1:,} of {total}" if hits.current is not None else f"{total} hits"
        count.redraw()
