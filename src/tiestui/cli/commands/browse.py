"""`tiestui browse` and bare `tiestui`: the browser on a terminal; in a pipe, the timeline as text."""

from __future__ import annotations

import os
import sys

from tiestui.cli.archives import archive_path_apart
from tiestui.cli.filters import add_filters, view_of
from tiestui.cli.output import colour_the_screen
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE, TiestuiError
from tiestui.query import PANES

_SCREENS = tuple(pane for pane in PANES if pane in ("timeline", "quotes", "agreements", "sources"))


def configure(parser: CommandParser, command: str) -> None:
    """Query, filters and the pane to begin with."""
    add_filters(parser)
    parser.add(Argument("--pane", choices=_SCREENS, default=None, help="the pane to begin with"))


def run(arguments: Arguments) -> int:
    """Open the browser, or print the timeline when standard output is no terminal."""
    if not sys.stdout.isatty():
        return _print(arguments)
    view = view_of(arguments, arguments.pane or "timeline")
    path = archive_path_apart(arguments)
    if not sys.stderr.isatty() or os.environ.get("TERM", "dumb") in ("dumb", ""):
        raise TiestuiError("the browser needs a terminal that can be painted; tiestui timeline prints the same as text")
    colour_the_screen(arguments)
    from tiestui.tui.app import run as run_app

    return run_app(path, view) or DONE


def _print(arguments: Arguments) -> int:
    from tiestui.cli.commands import lists

    lists_of = {"timeline": "timeline", "quotes": "quotes", "agreements": "agreements", "sources": "sources"}
    arguments.command = lists_of[arguments.pane or "timeline"]
    arguments.format, arguments.output, arguments.force, arguments.codes = "text", None, False, False
    return lists.run(arguments)
