"""`tiestui add PATH...|-`: read documents into the archive."""

from __future__ import annotations

import argparse

from tiestui.cli.documents import add_metadata_flags, overrides
from tiestui.errors import DONE


def configure(parser: argparse.ArgumentParser, command: str) -> None:
    """Paths and metadata flags."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a document, a folder of them, or - for standard input"
    )
    add_metadata_flags(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read them; a document that cannot be read is named and passed over."""
    overrides(arguments)
    return DONE
