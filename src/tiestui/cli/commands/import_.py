"""`tiestui import FILE|-`: records from JSON lines, a JSON array or CSV into the archive."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import BinaryIO

from tiestui.cli.archives import writing
from tiestui.cli.edge import say
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE, PARTIAL, InputError


def configure(parser: CommandParser, command: str) -> None:
    """The files."""
    parser.add(
        Argument("files", many="+", metavar="FILE", help="JSON lines, JSON or CSV of records, or - for standard input")
    )


def run(arguments: Arguments) -> int:
    """Take in the records of each file, all of a file in one step; a row that is no record is named and left out."""
    gc.enable()
    complaints = files = taken = 0

    def complain(message: str) -> None:
        nonlocal complaints
        complaints += 1
        say(message)

    if not any(name == "-" or Path(name).exists() for name in arguments.files):
        for name in arguments.files:
            say(f"{name}: there is no such file; check the name")
        return PARTIAL
    from tiestui.views.intake import parcels_in

    with writing(arguments) as archive:
        for name in arguments.files:
            try:
                with _opened(name) as stream:
                    shown = "standard input" if name == "-" else name
                    taken += archive.import_parcels(parcels_in(stream, shown, complain))
            except InputError as error:
                files += 1
                say(error.message)
        rows = f", {complaints} not" if complaints else ""
        whole = f"; {files} file{'' if files == 1 else 's'} not taken at all" if files else ""
        say(f"{archive.path}: {taken} record{'' if taken == 1 else 's'} imported{rows}{whole}")
    return PARTIAL if complaints or files else DONE


def _opened(name: str) -> BinaryIO:
    if name == "-":
        return open(sys.stdin.fileno(), "rb", closefd=False)
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from error
