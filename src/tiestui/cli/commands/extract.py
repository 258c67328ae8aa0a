"""`tiestui extract FILE...|-`: the records of files as JSON lines, without an archive."""

from __future__ import annotations

import argparse
import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiestui.cli.documents import add_metadata_flags, overrides
from tiestui.cli.edge import say
from tiestui.errors import DONE, PARTIAL, InputError

if TYPE_CHECKING:
    from tiestui.model import Document


def configure(parser: argparse.ArgumentParser, command: str) -> None:
    """Files, metadata flags, --explain."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a document, a folder of them, or - for standard input"
    )
    parser.add_argument("--explain", action="store_true", help="say for each record which rule and words made it")
    add_metadata_flags(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the records of each file in order; a file that cannot be read is named and passed over."""
    try:
        from tiestui.chronology import merge
    except ImportError:
        merge = tuple
    from tiestui.extraction import extract
    from tiestui.model.jsonform import dumps, to_json

    gc.enable()
    given = overrides(arguments)
    status = DONE
    for name in arguments.files:
        try:
            document = read(name, given)
            records = merge(extract(document))
        except InputError as error:
            say(error.message)
            status = PARTIAL
            continue
        sys.stdout.writelines(dumps(to_json(record, explain=arguments.explain)) + "\n" for record in records)
    return status


def read(name: str, given: dict[str, Any]) -> Document:
    """The document of a path, or of standard input for "-", under the name as given."""
    from tiestui.reading import read_bytes, read_file

    if name == "-":
        return read_bytes(sys.stdin.buffer.read(), "-", **given)
    return replace(read_file(Path(name), **given), name=name)
