"""The help: the keys of what has the focus first, then every action by group, then the query language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tiestui.tui.actions import ACTIONS, GROUPS, Action, keys_of, shown_key
from tiestui.tui.lines import MUTED, PLAIN, Line, pad
from tiestui.tui.passages import wrapped
from tiestui.tui.screens.dialog import BACK, Dialog, Foot
from tiestui.tui.widgets.bars import Hint
from tiestui.tui.widgets.text_view import Evidence

QUERY_HELP = (
    ("belt road", "both words, whatever their case and accents"),
    ('"win-win"', "a phrase"),
    ("friend*", "a beginning; while you type, the last word is one"),
    ("-trade", "not this word; also NOT trade"),
    ("visit OR talks", "either; ( ) groups"),
    ("speaker:xi", "fields: speaker country topic kind action level status instrument event source via ..."),
    ("since:2013", "also until:2022 and date:2013..2022; dates match by overlap"),
    ("is:starred", "also accepted, corroborated, conflicting, undated"),
)
READING = (
    ("n  N", "after c has cleared a search, they go through its hits in the whole list"),
    ("mouse", "click moves, double click opens, drag selects text, the wheel scrolls; keys at the foot can be clicked"),
    ("", "in the filters a click chooses and the right button leaves out; a click beside a dialog puts it away"),
    ("Tab", "goes on to the next panel; below 100 columns one panel is shown at a time"),
)
IN_FACETS = {
    "list.open": "Choose this value, or drop it again",
    "list.mark": "The same",
    "list.next_group": "To the next filter",
    "list.previous_group": "To the filter before",
}
"""What keys of all lists do in the filters."""
KEY_CELLS = 16


class Help(Dialog[None]):
    """Shown over the browser; any of its keys puts it away."""

    READY_WITH = "Evidence"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "dismiss", "Back", show=False)]

    def __init__(self, place: str, scopes: Sequence[str], keymap: Mapping[str, str], *, ascii_only: bool) -> None:
        super().__init__()
        self.place, self.scopes, self.keymap, self.ascii_only = place, scopes, keymap, ascii_only

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with Vertical(classes="dialog tall"):
            yield Static(f"Keys, here in {self.place}", classes="question", markup=False)
            yield Evidence()
            yield Foot(Hint("", "j/k", "scroll"), BACK)

    def begin(self) -> None:
        """The text has the focus, so that it scrolls."""
        self.query_one(Evidence).show(partial(help_lines, self.scopes, self.keymap, self.ascii_only))


def help_lines(scopes: Sequence[str], keymap: Mapping[str, str], ascii_only: bool, cells: int) -> list[Line]:
    """The lines of the help for a width."""
    lines: list[Line] = []
    meant = IN_FACETS if "facets" in scopes else {}
    every = [action._replace(help=meant.get(action.id, action.help)) for action in ACTIONS.values()]
    own = [one for one in every if one.id in meant or (one.scope in scopes and one.scope not in ("list", "screen"))]
    told = {action.id for action in own}
    if own:
        lines += [[("This panel", "heading")], *_keys(own, keymap, ascii_only, cells), []]
    for group, actions in GROUPS.items():
        shown = [action for action in actions if action.id not in told]
        lines += [[(group, "heading")], *_keys(shown, keymap, ascii_only, cells), []]
    for title, entries in (("What can be searched", QUERY_HELP), ("Good to know", READING)):
        lines.append([(title, "heading")])
        for words, meaning in entries:
            lines += wrapped([(pad("  " + words, KEY_CELLS + 2), "key"), (meaning, PLAIN)], cells, KEY_CELLS + 2)
        lines.append([])
    lines.append([("Keys can be changed: the [keys] table of config.toml (tiestui config path)", MUTED)])
    return lines


def _keys(actions: Sequence[Action], keymap: Mapping[str, str], ascii_only: bool, cells: int) -> list[Line]:
    lines: list[Line] = []
    for action in actions:
        keys = " ".join(shown_key(key, ascii_only) for key in keys_of(action, keymap))
        lines += wrapped([(pad("  " + keys, KEY_CELLS + 2), "key"), (action.help, PLAIN)], cells, KEY_CELLS + 2)
    return lines
