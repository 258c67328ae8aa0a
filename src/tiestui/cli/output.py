"""Where the data of a command goes: standard output, or a file that is not overwritten unasked."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from tiestui.errors import TiestuiError
from tiestui.views.style import PIPED, Style, style_for


def add_output_flags(parser: argparse.ArgumentParser, formats: Iterable[str], default: str) -> None:
    """-f, -o and --force."""
    parser.add_argument("-f", "--format", default=default, metavar="FORMAT", help=f"{', '.join(formats)} ({default})")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file")
    parser.add_argument("--force", action="store_true", help="overwrite the file if there is one")


def page_style(arguments: argparse.Namespace) -> Style:
    """The style of the place where the output goes: a file is like a pipe."""
    return PIPED if getattr(arguments, "output", None) else style_for(sys.stdout, arguments.color)


def write_out(arguments: argparse.Namespace, pieces: Iterator[str]) -> None:
    """Write the pieces to -o FILE, or to standard output; they are closed even when nobody reads on.

    That must happen here, as long as the archive that they come from is open.
    """
    try:
        if arguments.output is None or arguments.output == "-":
            sys.stdout.writelines(pieces)
            sys.stdout.flush()
        else:
            to_file(Path(arguments.output), pieces, force=arguments.force)
    finally:
        if isinstance(pieces, Generator):
            pieces.close()


def to_file(path: Path, pieces: Iterable[str], *, force: bool) -> None:
    """Write a whole file or none: the pieces go to a file beside it, which then takes its name."""
    if path.is_dir():
        raise TiestuiError(f"{path} is a folder; name a file")
    if path.exists() and not force:
        raise TiestuiError(f"{path} exists; --force overwrites it")
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as device:
            device.writelines(pieces)
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("x", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
        partial.replace(path)
    except OSError as error:
        raise TiestuiError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        partial.unlink(missing_ok=True)
