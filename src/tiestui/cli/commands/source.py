"""`tiestui source SOURCE [FIELD=VALUE...]`: what is known about a held document, and from where; correct it.

A corrected document is read again in that light.
"""

from __future__ import annotations

import sys

from tiestui.cli.archives import reading, writing_existing
from tiestui.cli.edge import say
from tiestui.cli.fields import fields_of
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE, FieldError, InputError
from tiestui.views.style import style_for


def configure(parser: CommandParser, command: str) -> None:
    """The source and the fields."""
    parser.add(
        Argument("source", metavar="SOURCE", help="a source's name, as tiestui sources lists it"),
        Argument(
            "fields",
            many="*",
            metavar="FIELD=VALUE",
            help="title, byline, outlet, published, language, url, note, pair (nothing after = empties it); "
            "without any, what is known is told",
        ),
        Argument("--as", dest="who", metavar="NAME", help="who corrects it (your user name)"),
    )


def run(arguments: Arguments) -> int:
    """Tell about it, or correct it; `review undo` takes that back."""
    if not arguments.fields:
        return _tell(arguments)
    with writing_existing(arguments) as archive:
        try:
            say(archive.correct(arguments.source, fields_of(arguments.fields), who=arguments.who))
        except FieldError as error:
            raise InputError(f"{arguments.source} is left as it was: {error.message}") from error
    return DONE


def _tell(arguments: Arguments) -> int:
    from tiestui.views.described import described_lines

    with reading(arguments) as archive:
        sys.stdout.writelines(
            described_lines(archive.describe(arguments.source), style_for(sys.stdout, arguments.color))
        )
    return DONE
