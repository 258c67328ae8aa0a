"""`tiestui show ID|SOURCE`: a record with its evidence in context, or a source's stored text, exactly."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tiestui.cli.archives import reading
from tiestui.cli.output import add_output_flags, page_style, write_out
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE, ArchiveError, UsageError, quoted
from tiestui.model.safe import visible

if TYPE_CHECKING:
    from tiestui.archive import Archive
    from tiestui.views.detail import Held

_FORMATS = ("text", "json")


def configure(parser: CommandParser, command: str) -> None:
    """Ids and sources."""
    parser.add(
        Argument("words", many="+", metavar="ID|SOURCE", help="a record's id (its beginning is enough) or a source")
    )
    add_output_flags(parser, _FORMATS, "text")


def run(arguments: Arguments) -> int:
    """Show each in turn."""
    if arguments.format not in _FORMATS:
        raise UsageError(f"{quoted(arguments.format)} is no format of show; there are {', '.join(_FORMATS)}")
    with reading(arguments) as archive:
        write_out(arguments, _shown(archive, arguments))
    return DONE


def _shown(archive: Archive, arguments: Arguments) -> Iterator[str]:
    from tiestui.archive.sources import Source
    from tiestui.model.jsonform import dumps, to_json
    from tiestui.views.detail import detail

    found = [archive.resolve(word) for word in arguments.words]
    for number, one in enumerate(found):
        if arguments.format == "json":
            yield dumps(one.to_json() if isinstance(one, Source) else to_json(one, explain=True)) + "\n"
        elif isinstance(one, Source):
            text = archive.text(one.id)
            yield visible(text) if arguments.output is None and sys.stdout.isatty() else text
        else:
            yield "\n" if number else ""
            yield from detail(one, lambda slug: _held(archive, slug), page_style(arguments))


def _held(archive: Archive, slug: str) -> Held | None:
    from tiestui.views.detail import Held

    try:
        return Held(archive.source(slug), archive.text(slug))
    except ArchiveError:
        return None
