"""`tiestui new KIND FIELD=VALUE...`: a record by hand, with a passage of a held source or with none."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tiestui.cli.archives import reading, writing
from tiestui.cli.edge import say
from tiestui.cli.fields import as_typed, fields_of
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE, InputError, UsageError

if TYPE_CHECKING:
    from tiestui.archive import Archive

_KINDS = ("upgrade", "statement", "agreement", "event")


def configure(parser: CommandParser, command: str) -> None:
    """The kind and the fields."""
    parser.add(
        Argument("kind", metavar="KIND", help=", ".join(_KINDS)),
        Argument(
            "fields",
            many="*",
            metavar="FIELD=VALUE",
            help="title, date, pair, ... (quote and speaker.name for a statement); source and text name a passage",
        ),
        Argument("--as", dest="who", metavar="NAME", help="who writes it (your user name)"),
    )


def run(arguments: Arguments) -> int:
    """Make the record and print its id."""
    if arguments.kind not in _KINDS:
        raise UsageError(f"{arguments.kind!r} is no kind of record; there are {', '.join(_KINDS)}")
    typed = fields_of(arguments.fields)
    source, passage = typed.pop("source", None), typed.pop("text", None)
    if passage and not source:
        raise UsageError("text names a passage of a source; write source=SOURCE as well")
    from tiestui.chronology.editing import made

    given: dict[str, Any] = {}
    if source:
        with reading(arguments) as archive:
            given = _evidence(archive, source, passage or typed.get("quote"), typed.get("quote"))
    with as_typed():
        record = made(arguments.kind, typed, **given)
    with writing(arguments) as archive:
        name = archive.make(record, who=arguments.who)
    sys.stdout.write(f"{name}\n")
    if not source:
        say(f'{name} has no source; source=SOURCE text="..." gives it one')
    return DONE


def _evidence(archive: Archive, source: str, passage: str | None, quote: str | None) -> dict[str, Any]:
    """The passage where it stands in the source, and the quotation in it."""
    from tiestui.model.records import Evidence

    if not passage:
        raise UsageError('source needs the passage as well; write text="..."')
    stored = archive.text(source)
    start = stored.find(passage)
    if start < 0:
        raise InputError(f"{source} does not have this passage to the letter; copy it from: tiestui show {source}")
    given: dict[str, Any] = {
        "evidence": (Evidence(source, start, start + len(passage), passage),),
        "corroboration": 1,
    }
    at = stored.find(quote, start, start + len(passage)) if quote else -1
    if quote and at >= 0:
        given |= {"quote_start": at, "quote_end": at + len(quote)}
    return given
