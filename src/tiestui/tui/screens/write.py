"""The dialog that writes a view: format and path; asks before it overwrites."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tiestui.tui.handing import suffix_of
from tiestui.tui.lines import flat
from tiestui.tui.screens.ask import Choice, ChoiceList, Confirm
from tiestui.tui.screens.dialog import BACK, Dialog, Foot
from tiestui.tui.widgets.bars import Hint
from tiestui.tui.widgets.cursor_view import CursorView


class WriteDialog(Dialog["tuple[str, str] | None"]):
    """Gives (format, path), or None when it was taken back. The path follows the format until it is edited."""

    READY_WITH = "ChoiceList"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(self, formats: Sequence[str], folder: str, stem: str) -> None:
        super().__init__()
        self.formats, self.folder, self.stem = formats, folder, stem
        self._suggested = ""

    def compose(self) -> ComposeResult:
        """Formats, then the path."""
        with Vertical(classes="dialog"):
            yield Static("Write this view", classes="question", markup=False)
            choices = ChoiceList([Choice(form, form, suffix_of(form)) for form in self.formats])
            choices.styles.height = min(len(self.formats), 13)
            yield choices
            line = Input(compact=True, select_on_focus=False)
            line.cursor_blink = False
            yield line
            hint = Static("That is a folder: write a file's name too", classes="hint problem", markup=False)
            hint.display = False
            yield hint
            yield Foot(Hint("submit", "enter", "write"), Hint("next", "tab", "format or path"), BACK)

    def begin(self) -> None:
        """The formats have the focus; Markdown is what most people want."""
        choices = self.query_one(ChoiceList)
        if "markdown" in self.formats:
            choices.cursor = self.formats.index("markdown")
        choices.lines_changed()
        self._suggest()

    def _suggest(self) -> None:
        line = self.query_one(Input)
        if line.value == self._suggested:
            form = self.formats[self.query_one(ChoiceList).cursor]
            self._suggested = str(Path(self.folder) / f"{self.stem}{suffix_of(form)}")
            line.value = self._suggested
            line.cursor_position = len(line.value)

    @on(CursorView.Moved)
    def moved(self, message: CursorView.Moved) -> None:
        """Another format: the path follows."""
        message.stop()
        self._suggest()

    @on(CursorView.Opened)
    def opened(self, message: CursorView.Opened) -> None:
        """The format is chosen: on to the path."""
        message.stop()
        self.set_focus(self.query_one(Input))

    def action_next(self) -> None:
        """From the formats to the path, and back."""
        self.focus_next()

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Enter in the path: write."""
        self.action_submit()

    def action_submit(self) -> None:
        """Give format and path; a file that is there is overwritten only after a yes."""
        typed = self.query_one(Input).value.strip()
        path = Path(typed).expanduser()
        form = self.formats[self.query_one(ChoiceList).cursor]
        if not typed or path.is_dir():
            self.query_one(".hint").display = True
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss((form, str(path)))

        if path.exists():
            self.app.push_screen(Confirm(f"{flat(str(path))} is there already. Overwrite it?"), answered)
        else:
            self.dismiss((form, str(path)))
