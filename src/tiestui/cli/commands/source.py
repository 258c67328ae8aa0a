"""`tiestui source SOURCE FIELD=VALUE...`: correct a held document's metadata; it is read again in that light."""

from __future__ import annotations

import argparse

from tiestui.cli.archives import writing_existing
from tiestui.cli.edge import say
from tiestui.cli.fields import fields_of
from tiestui.errors import DONE, FieldError, InputError


def configure(parser: argparse.ArgumentParser, command: str) -> None:
    """The source and the fields."""
    parser.add_argument("source", metavar="SOURCE", help="a source's name, as tiestui sources lists it")
    parser.add_argument(
        "fields",
        nargs="+",
        metavar="FIELD=VALUE",
        help="title, byline, outlet, published, language, url, note, pair (nothing after = empties it)",
    )
    parser.add_argument("--as", dest="who", metavar="NAME", help="who corrects it (your user name)")


def run(arguments: argparse.Namespace) -> int:
    """Correct it; `review undo` takes that back."""
    with writing_existing(arguments) as archive:
        try:
            say(archive.correct(arguments.source, fields_of(arguments.fields), who=arguments.who))
        except FieldError as error:
            raise InputError(f"{arguments.source} is left as it was: {error.message}") from error
    return DONE
