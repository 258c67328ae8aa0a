"""The dialog that writes a view: format and path; asks before it overwrites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tiestui.tui.handing import suffix_of
from tiestui.tui.lines import flat, safe
from tiestui.tui.screens.ask import Choice, ChoiceList, Confirm
from tiestui.tui.screens.dialog import BACK, Dialog, Foot
from tiestui.tui.widgets.bars import Hint
from tiestui.tui.widgets.cursor_view import CursorView

BESIDE_LIST = 11
"""Lines of the dialog that are not formats, and of the screen around it."""
IN_FORMATS = (Hint("", "j/k", "format"), Hint("next", "enter", "to the path"), BACK)
IN_PATH = (Hint("submit", "enter", "write"), Hint("next", "tab", "to the formats"), BACK)


class WriteDialog(Dialog["bool | None"]):
    """True when the view was written. The path follows the format until it is edited.

    write: writes it in a format to a path and gives why it could not; the dialog stays open then.
    """

    READY_WITH = "ChoiceList"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(
        self, formats: Sequence[str], folder: str, stem: str, write: Callable[[str, Path], str | None]
    ) -> None:
        super().__init__()
        self.formats, self.folder, self.stem, self.write = formats, folder, stem, write
        self._suggested = ""

    def compose(self) -> ComposeResult:
        """Formats, then the path."""
        with Vertical(classes="dialog"):
            yield Static("Write this view", classes="question", markup=False)
            choices = ChoiceList([Choice(form, form, suffix_of(form)) for form in self.formats])
            choices.styles.height = max(2, min(len(self.formats), self.app.size.height - BESIDE_LIST))
            yield choices
            line = Input(compact=True, select_on_focus=False)
            line.cursor_blink = False
            yield line
            hint = Static("", classes="hint problem", markup=False)
            hint.display = False
            yield hint
            yield Foot(*IN_FORMATS)

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
            self._tell("That is a folder: write a file's name too")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._written(form, path)

        if path.exists():
            self.app.push_screen(Confirm(f"{flat(str(path))} is there already. Overwrite it?"), answered)
        else:
            self._written(form, path)

    def _written(self, form: str, path: Path) -> None:
        problem = self.write(form, path)
        if problem is None:
            self.dismiss(True)
        else:
            self._tell(problem)

    def _tell(self, problem: str) -> None:
        hint = self.query_one(".hint", Static)
        hint.update(safe(problem))
        hint.display = True

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What Enter does depends on where one is."""
        foot = self.query_one(Foot)
        foot.hints = IN_PATH if isinstance(event.widget, Input) else IN_FORMATS
        foot.redraw()
