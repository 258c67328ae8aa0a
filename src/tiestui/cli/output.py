"""Where the data of a command goes: standard output, or a file that is not overwritten unasked."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator

from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import TiestuiError
from tiestui.views.listing import Piece
from tiestui.views.style import PIPED, Style, style_for


def add_output_flags(parser: CommandParser, formats: Iterable[str], default: str) -> None:
    """-f, -o and --force."""
    parser.add(
        Argument("--format", "-f", default=default, metavar="FORMAT", help=f"{', '.join(formats)} ({default})"),
        Argument("--output", "-o", metavar="FILE", help="write to this file"),
        Argument("--force", action="store_true", help="overwrite the file if there is one"),
    )


def page_style(arguments: Arguments) -> Style:
    """The style of the place where the output goes: a file is like a pipe."""
    return PIPED if getattr(arguments, "output", None) else style_for(sys.stdout, arguments.color)


def colour_the_screen(arguments: Arguments) -> None:
    """Tell the browser what --color says, by the variable that it goes by."""
    if arguments.color == "never":
        os.environ["NO_COLOR"] = "1"
    elif arguments.color == "always":
        os.environ.pop("NO_COLOR", None)


def write_out(arguments: Arguments, pieces: Iterator[Piece]) -> None:
    """Write the pieces to -o FILE, or to standard output; they are closed even when nobody reads on.

    That must happen here, as long as the archive that they come from is open.
    """
    try:
        if arguments.output is None or arguments.output == "-":
            to_standard_output(pieces)
        else:
            to_file(arguments.output, pieces, force=arguments.force)
    finally:
        if isinstance(pieces, Generator):
            pieces.close()


def to_standard_output(pieces: Iterable[Piece]) -> None:
    """Write the pieces to standard output, in its own encoding; UTF-8 that is made already goes past the text layer."""
    sys.stdout.flush()
    out, encoding, errors = sys.stdout.buffer, sys.stdout.encoding, sys.stdout.errors or "backslashreplace"
    is_utf8 = encoding.lower().replace("-", "") == "utf8"
    for piece in pieces:
        if isinstance(piece, bytes):
            out.write(piece if is_utf8 else piece.decode().encode(encoding, errors))
        else:
            out.write(piece.encode(encoding, errors))
    out.flush()


def to_file(name: str, pieces: Iterable[Piece], *, force: bool) -> None:
    """Write a whole file or none: the pieces go to a file beside it, which then takes its name."""
    from pathlib import Path

    path = Path(name)
    if path.is_dir():
        raise TiestuiError(f"{path} is a folder; name a file")
    if not path.parent.is_dir():
        raise TiestuiError(f"there is no folder {path.parent}; make it first or name another")
    if path.exists() and not force:
        raise TiestuiError(f"{path} exists; --force overwrites it")
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            device.writelines(map(_encoded, pieces))
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("xb") as file:
            file.writelines(map(_encoded, pieces))
        partial.replace(path)
    except OSError as error:
        raise TiestuiError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        partial.unlink(missing_ok=True)


def _encoded(piece: Piece) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")
