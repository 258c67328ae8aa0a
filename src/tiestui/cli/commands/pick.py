"""`tiestui pick`: choose records on screen, print them. Works inside a pipe: keys come from the terminal."""

from __future__ import annotations

import json
import os
import re
import sys

from tiestui.cli.archives import archive_path
from tiestui.cli.edge import say
from tiestui.cli.filters import add_filters, view_of
from tiestui.cli.output import add_output_flags, colour_the_screen, page_style, write_out
from tiestui.cli.parser import Arguments, CommandParser
from tiestui.errors import DONE, INTERRUPTED, TiestuiError
from tiestui.views.formats import find_format, formats_of

_ID = re.compile(r"\b(?:up|st|ag|ev)-[0-9a-z]{4,}\b")


def configure(parser: CommandParser, command: str) -> None:
    """Query and filters say what there is to choose from; format and output, how the chosen are printed."""
    add_filters(parser)
    add_output_flags(parser, formats_of("records"), "text")


def run(arguments: Arguments) -> int:
    """Let the reader choose. Lines on standard input that name records narrow the choice to those."""
    form = find_format(arguments.format, "records")
    view = view_of(arguments, "timeline")
    path = archive_path(arguments)
    named = None if sys.stdin.isatty() else _ids_of(sys.stdin)
    if named is not None and not named:
        say("no record is named on standard input: there is nothing to choose from")
        return DONE
    _take_terminal()
    colour_the_screen(arguments)
    from tiestui.archive import open_archive
    from tiestui.tui.app import pick
    from tiestui.views.listing import Listing
    from tiestui.views.rows import row_of

    chosen = pick(path, view, named)
    if chosen is None:
        return INTERRUPTED
    with open_archive(path, "read") as archive:
        records = [archive.record(record_id) for record_id in chosen]
    listing = Listing("records", lambda columns: (row_of(record, columns) for record in records), lambda: "Picked", say)
    write_out(arguments, form.write(listing, page_style(arguments)))
    return DONE


def _ids_of(lines: object) -> list[str] | None:
    """The ids that lines of any of our formats name, one a line; None when nothing came in at all."""
    found: dict[str, None] = {}
    empty = True
    for line in lines:  # type: ignore[attr-defined]
        empty = False
        if (record_id := _id_of(line)) is not None:
            found[record_id] = None
    return None if empty else list(found)


def _id_of(line: str) -> str | None:
    if line.startswith("{"):
        try:
            record_id = json.loads(line).get("id")
        except (ValueError, AttributeError):
            record_id = None
        if isinstance(record_id, str):
            return record_id
    ids = _ID.findall(line)
    return ids[-1] if ids else None


def _take_terminal() -> None:
    """Make the terminal the standard input; raises `TiestuiError` when there is none to choose on."""
    if not sys.stderr.isatty() or os.environ.get("TERM", "dumb") in ("dumb", ""):
        raise TiestuiError("pick needs a terminal to choose on; tiestui timeline prints the same as text")
    if not sys.stdin.isatty():
        try:
            terminal = os.open("/dev/tty", os.O_RDONLY)
        except OSError as error:
            raise TiestuiError("pick needs a terminal for its keys, and this process has none") from error
        os.dup2(terminal, 0)
        os.close(terminal)
