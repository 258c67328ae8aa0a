"""`tiestui remove SOURCE...`: drop sources, and of the records what stood in them alone."""

from __future__ import annotations

from tiestui.cli.archives import writing_existing
from tiestui.cli.edge import say
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE


def configure(parser: CommandParser, command: str) -> None:
    """The sources."""
    parser.add(Argument("sources", many="+", metavar="SOURCE", help="a source's name, as tiestui sources lists it"))


def run(arguments: Arguments) -> int:
    """Drop them all, or none when one is not held."""
    with writing_existing(arguments) as archive:
        for slug in arguments.sources:
            archive.source(slug)
        with archive.transaction():
            for slug in dict.fromkeys(arguments.sources):
                archive.remove(slug)
        many = len(dict.fromkeys(arguments.sources))
        left = archive.info()["records"]
        say(
            f"{archive.path}: {many} source{'' if many == 1 else 's'} removed, {left} record{'' if left == 1 else 's'} "
            "left; decisions are kept, and hold again when tiestui add brings a source back"
        )
    return DONE
