"""`tiestui compact`: make the archive's file as small as it can be."""

from __future__ import annotations

from tiestui.cli.archives import writing_existing
from tiestui.cli.edge import say
from tiestui.cli.parser import Arguments, CommandParser
from tiestui.cli.sizes import size_text
from tiestui.errors import DONE


def configure(parser: CommandParser, command: str) -> None:
    """Nothing of its own."""


def run(arguments: Arguments) -> int:
    """Compact it and say what that gained."""
    with writing_existing(arguments) as archive:
        before = archive.info()["size"]
        archive.compact()
        after = archive.info()["size"]
        say(f"{archive.path}: {size_text(after)}, before {size_text(before)}")
    return DONE
