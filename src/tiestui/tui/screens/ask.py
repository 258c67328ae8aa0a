"""Small dialogs: a line of text, a choice of a list, a yes or no. Each gives its answer to who pushed it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tiestui.light import NamedTuple
from tiestui.tui.lines import MUTED, PLAIN, Line, flat, safe, stretch
from tiestui.tui.screens.dialog import BACK, Dialog, Foot
from tiestui.tui.widgets.bars import Hint
from tiestui.tui.widgets.cursor_view import CursorView

Problem = Callable[[str], str | None]


class Ask(Dialog["str | None"]):
    """One line of text, or None when it was taken back. `check` gives what is wrong with it while it is typed, or None.

    attempt: does what the text is for, and gives why it could not; the dialog stays open then. optional: "" will do.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(
        self,
        question: str,
        hint: str = "",
        value: str = "",
        check: Problem = lambda text: None,
        *,
        attempt: Problem = lambda text: None,
        optional: bool = False,
    ) -> None:
        super().__init__()
        self.question, self.hint, self.value, self.check = question, hint, value, check
        self.attempt, self.optional = attempt, optional

    def compose(self) -> ComposeResult:
        """Question, line, hint."""
        with Vertical(classes="dialog"):
            yield Static(self.question, classes="question", markup=False)
            line = Input(self.value, compact=True, select_on_focus=True)
            line.cursor_blink = False
            yield line
            yield Static(self.hint, classes="hint", markup=False)
            yield Foot(Hint("submit", "enter", "done"), BACK)

    @on(Input.Changed)
    def changed(self, message: Input.Changed) -> None:
        """What is wrong with it stands below while it is typed."""
        self._tell(self.check(message.value) if message.value.strip() else None)

    def _tell(self, problem: str | None) -> None:
        hint = self.query_one(".hint", Static)
        hint.update(safe(problem or self.hint))
        hint.set_class(problem is not None, "problem")

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Enter: give it."""
        self.action_submit()

    def action_submit(self) -> None:
        """Give what is typed, if nothing is wrong with it."""
        text = self.query_one(Input).value.strip()
        if not text and not self.optional:
            return
        problem = (self.check(text) if text else None) or self.attempt(text)
        if problem is None:
            self.dismiss(text)
        else:
            self._tell(problem)


class Confirm(Dialog[bool]):
    """Yes or no. Only y says yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n,escape,enter,q", "answer(False)", "No", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """Question and keys."""
        with Vertical(classes="dialog"):
            yield Static(self.question, classes="question", markup=False)
            yield Foot(Hint("answer(True)", "y", "yes"), Hint("answer(False)", "n", "no"))

    def action_answer(self, answer: bool) -> None:
        """Give it."""
        self.dismiss(answer)


class Choice(NamedTuple):
    """One thing to choose: its value, what it is called, and a note at the right."""

    value: str
    shown: str
    note: str = ""


class ChoiceList(CursorView):
    """The choices, one a line."""

    CLICKS_TO_OPEN: ClassVar[int] = 1

    def __init__(self, choices: Sequence[Choice], cursor: int = 0) -> None:
        super().__init__()
        self.choices = choices
        self.cursor = cursor

    @property
    def line_count(self) -> int:
        """One line a choice."""
        return len(self.choices)

    def line_id(self, number: int) -> Hashable:
        """The choice."""
        return self.choices[number]

    def line(self, number: int) -> Line:
        """Name and note."""
        choice = self.choices[number]
        return stretch([(f" {flat(choice.shown)}", PLAIN)], [(flat(choice.note) + " ", MUTED)], self.cells)


class Choose(Dialog["str | None"]):
    """One value of a list, or None when it was taken back."""

    READY_WITH = "ChoiceList"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", "Back", show=False)]

    def __init__(self, question: str, choices: Sequence[Choice], chosen: str | None = None, hint: str = "") -> None:
        super().__init__()
        self.question, self.choices, self.hint = question, choices, hint
        self.first = next((n for n, choice in enumerate(choices) if choice.value == chosen), 0)

    def compose(self) -> ComposeResult:
        """Question and choices."""
        with Vertical(classes="dialog"):
            yield Static(self.question, classes="question", markup=False)
            choices = ChoiceList(self.choices, self.first)
            choices.styles.height = min(len(self.choices), 16)
            yield choices
            if self.hint:
                yield Static(self.hint, classes="hint", markup=False)
            yield Foot(Hint("choose", "enter", "choose"), BACK)

    def begin(self) -> None:
        """The present value has the cursor."""
        choices = self.query_one(ChoiceList)
        choices.lines_changed()
        self.call_after_refresh(choices.show_cursor)

    @on(CursorView.Opened)
    def opened(self, message: CursorView.Opened) -> None:
        """Enter or a click: give the value."""
        message.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Give the value under the cursor."""
        self.dismiss(self.choices[self.query_one(ChoiceList).cursor].value)
