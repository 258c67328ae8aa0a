"""The one registry of actions: keys, palette, help and footer are all made from it. Loads nothing of Textual.

An action's id is what config.toml's [keys] table names. `scope` says which part of the screen answers to it:
"screen" everywhere, "list" every list, "text" the texts that scroll, "reader" the source reader, "facets" the filters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tiestui.light import NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType


class Action(NamedTuple):
    """One thing the browser can do. `keys` are comma-separated; `run` is the method, "action_" before it.

    name: one or two words for the footer. help: one line for help and palette. rank: place in the footer, 0 for none.
    """

    id: str
    keys: str
    run: str
    name: str
    help: str
    scope: str = "screen"
    rank: int = 0


MOVE, PANES, FIND, TIME, HAND_ON, REVIEW, PROGRAM = (
    "Move",
    "Panes and places",
    "Find and filter",
    "Time and order",
    "Hand on",
    "Review",
    "The program",
)

GROUPS: dict[str, tuple[Action, ...]] = {
    MOVE: (
        Action("list.down", "j,down", "cursor_down", "down", "One line down", "list"),
        Action("list.up", "k,up", "cursor_up", "up", "One line up", "list"),
        Action("list.page_down", "pagedown", "page_down", "page", "One page down", "list"),
        Action("list.mark", "space", "mark", "page", "One page down; when picking, take this record or not", "list"),
        Action("list.page_up", "pageup", "page_up", "page up", "One page up", "list"),
        Action("list.half_down", "ctrl+d", "half_down", "half page", "Half a page down", "list"),
        Action("list.half_up", "ctrl+u", "half_up", "half page up", "Half a page up", "list"),
        Action("list.first", "g,home", "first", "top", "To the first line", "list"),
        Action("list.last", "G,end", "last", "end", "To the last line", "list"),
        Action(
            "list.next_group",
            "l,right",
            "group_next",
            "next group",
            "To the next year, speaker, status or passage",
            "list",
        ),
        Action("list.previous_group", "h,left", "group_previous", "group before", "To the group before", "list"),
        Action("list.open", "enter", "open", "source", "Open the source at the exact passage", "list", 2),
    ),
    PANES: (
        Action("pane.timeline", "1", "pane('timeline')", "timeline", "Timeline: everything in order of date"),
        Action("pane.quotes", "2", "pane('quotes')", "quotes", "Quotes: who said what"),
        Action("pane.agreements", "3", "pane('agreements')", "agreements", "Agreements: what was signed and pledged"),
        Action("pane.sources", "4", "pane('sources')", "sources", "Sources: the texts, every record marked"),
        Action("focus.next", "tab", "focus_panel(1)", "next panel", "To the next panel of this pane", rank=9),
        Action("focus.previous", "shift+tab", "focus_panel(-1)", "panel before", "To the panel before"),
        Action("place.back", "backspace,alt+left", "back", "back", "Back to the place before", rank=8),
        Action("place.forward", "alt+right", "forward", "forward", "Forward again"),
        Action("span.next", "right_square_bracket", "span(1)", "next passage", "To the next marked passage"),
        Action("span.previous", "left_square_bracket", "span(-1)", "before", "To the marked passage before"),
        Action("pair.choose", "p", "pair", "pair", "Choose the pair of countries"),
    ),
    FIND: (
        Action("search", "slash", "search", "search", "Filter as you type; within a source, find", rank=1),
        Action("find.end", "escape", "end_find", "end search", "End the search within this source", "reader"),
        Action("hit.next", "n", "hit(1)", "next hit", "To the next hit"),
        Action("hit.previous", "N", "hit(-1)", "hit before", "To the hit before"),
        Action("filters", "f", "filters", "filters", "Filters with live counts; again to put them away", rank=3),
        Action("clear", "c", "clear", "clear", "Clear search and filters, stay on this record", rank=4),
        Action("facet.leave_out", "minus,v", "leave_out", "leave out", "Leave this value out", "facets"),
    ),
    TIME: (
        Action("date", "t", "date", "to date", "Go to a date: 2016, sep 2022, 1 March 2023"),
        Action("ladder", "L", "ladder", "ladder", "The level of the relationship over time", rank=5),
        Action("order", "s", "order", "order", "Other order or grouping: oldest, newest, by speaker, by status"),
    ),
    HAND_ON: (
        Action("cite", "y", "cite", "cite", "Copy a citation of this record", rank=6),
        Action("command", "Y", "command", "command", "Copy this view as a command"),
        Action("write", "w", "write", "write", "Write this view to a file", rank=7),
        Action("pipe", "vertical_line", "pipe", "pipe", "Run this view through a command of yours"),
        Action("editor", "e", "editor", "editor", "Open the source in your editor at the line"),
        Action("url", "o", "url", "web page", "Open the source's address in the web browser"),
    ),
    REVIEW: (
        Action("review.accept", "a", "review('accept')", "accept", "Accept this record"),
        Action("review.reject", "x", "review('reject')", "reject", "Reject this record"),
        Action("review.edit", "E", "review_edit", "edit", "Edit a field of this record"),
        Action("review.star", "m", "review('star')", "star", "Star this record, or take the star away"),
        Action("review.note", "i", "review_note", "note", "Write a note to this record"),
        Action("review.merge", "M", "review_merge", "merge", "Take this record up; at another one, make the two one"),
        Action("review.split", "S", "review_split", "split", "Take one source's mention out of this record"),
        Action("review.same_speaker", "J", "review_same_speaker", "same", "Take this name up; at another, join them"),
        Action("review.other_speaker", "K", "review_other_speaker", "other", "Part names that are not one speaker"),
        Action("review.undo", "u", "review_undo", "undo", "Undo the last decision"),
    ),
    PROGRAM: (
        Action("help", "question_mark", "help", "help", "The keys of what has the focus, and all others", rank=10),
        Action("palette", "ctrl+p", "palette", "palette", "Every action by name", rank=11),
        Action(
            "reload", "ctrl+r,f5", "reload", "read again", "Read the archive again, when another program wrote to it"
        ),
        Action("theme", "T", "theme", "theme", "Other colours: night, slate, day, paper, terminal"),
        Action("suspend", "ctrl+z", "suspend_process", "suspend", "Back to the shell; fg returns", "app"),
        Action("quit", "q,ctrl+q", "quit", "quit", "Leave; the place is kept for next time", rank=12),
    ),
}

ACTIONS: dict[str, Action] = {action.id: action for group in GROUPS.values() for action in group}
SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "vertical_line": "|",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "minus": "-",
    "backspace": "bksp",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "enter": "enter",
    "shift+tab": "s-tab",
    "alt+left": "a-←",
    "alt+right": "a-→",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


def keys_of(action: Action, keymap: Mapping[str, str]) -> list[str]:
    """The keys of an action under the reader's keymap, as Textual names them."""
    return [key.strip() for key in keymap.get(action.id, action.keys).split(",") if key.strip()]


def shown_key(key: str, ascii_only: bool = False) -> str:
    """A key as footer and help print it: "/" for "slash", "^p" for "ctrl+p"."""
    shown = SHOWN.get(key, key)
    if ascii_only and not shown.isascii():
        shown = key
    return f"^{shown.removeprefix('ctrl+')}" if shown.startswith("ctrl+") else shown


def bindings(*scopes: str) -> list[BindingType]:
    """The bindings of all actions of these scopes, each with id and tooltip, for a widget's or screen's BINDINGS."""
    from textual.binding import Binding

    return [
        Binding(action.keys, action.run, action.name, show=False, id=action.id, tooltip=action.help)
        for action in ACTIONS.values()
        if action.scope in scopes
    ]
