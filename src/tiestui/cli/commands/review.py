"""`tiestui review ACTION ...`: decide about records; see, undo, hand on and take in what was decided."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tiestui.cli.archives import reading, writing_existing
from tiestui.cli.edge import say
from tiestui.cli.fields import fields_of
from tiestui.cli.output import add_output_flags, page_style, write_out
from tiestui.cli.parser import Argument, Arguments, CommandParser
from tiestui.errors import DONE, PARTIAL, FieldError, InputError, UsageError, quoted
from tiestui.model.safe import storable

if TYPE_CHECKING:
    from tiestui.archive import Archive
    from tiestui.archive.decisions import Logged
    from tiestui.chronology.decisions import Decision, Kind
    from tiestui.views.style import Style

_ACTIONS: dict[str, str] = {
    "accept": "ID...",
    "reject": "ID...",
    "edit": "ID FIELD=VALUE...",
    "merge": "ID ID...",
    "split": "ID [SOURCE...]",
    "star": "ID...",
    "unstar": "ID...",
    "note": "ID TEXT",
    "same-speaker": "NAME NAME...",
    "other-speaker": "NAME NAME...",
    "undo": "[DECISION]",
    "log": "",
    "export": "",
    "apply": "FILE|-",
}
_FORMATS = ("text", "json", "jsonl")
_LONGEST_LINE = 1 << 28
"""In bytes: a decision about a hundred thousand records has some fifty million."""


def configure(parser: CommandParser, command: str) -> None:
    """The action, its words, and how the log is written."""
    listed = "; ".join(f"{name} {words}".strip() for name, words in _ACTIONS.items())
    parser.add(
        Argument("action", metavar="ACTION", help=listed),
        Argument("path_or_words", many="*", metavar="WORD", help="ids (beginnings are enough), fields, names, a file"),
        Argument("--as", dest="who", metavar="NAME", help="who decides (your user name)"),
    )
    add_output_flags(parser, _FORMATS, "text")


def run(arguments: Arguments) -> int:
    """Do what the action says."""
    action, words = arguments.action, list(arguments.path_or_words)
    if action not in _ACTIONS:
        raise UsageError(f"{action!r} is nothing that review does; there are {', '.join(_ACTIONS)}")
    if action in ("log", "export"):
        return _print_log(arguments)
    with writing_existing(arguments) as archive:
        if action == "apply":
            return _apply(archive, words)
        words = list(map(storable, words))
        if action == "undo":
            if len(words) > 1:
                raise UsageError("undo takes one decision, or none for the last one")
            say(archive.undo(words[0] if words else None, who=arguments.who))
        else:
            say(_decide(archive, action, words, arguments.who))
    return DONE


def _decide(archive: Archive, action: Kind, words: list[str], who: str | None) -> str:
    fields: dict[str, str | None] = {}
    if action == "edit":
        ids = [word for word in words if "=" not in word]
        fields = fields_of(word for word in words if "=" in word)
        if len(ids) != 1 or not fields:
            raise UsageError("edit takes one id and fields, such as: tiestui review edit up-ab12 date=2022-09")
        words = ids
    elif action == "note":
        if len(words) < 2:
            raise UsageError('note takes an id and a text ("" takes the note away)')
        fields = {"note": " ".join(words[1:])}
        words = words[:1]
    try:
        return archive.decide(action, words, fields, who=who)
    except FieldError as error:
        raise InputError(f"{words[0]} is left as it was: {error.message}") from error


def _print_log(arguments: Arguments) -> int:
    if arguments.path_or_words:
        raise UsageError(f"{arguments.action} takes no words")
    if arguments.format not in _FORMATS:
        raise UsageError(f"{quoted(arguments.format)} is no format of the log; there are {', '.join(_FORMATS)}")
    form = "jsonl" if arguments.action == "export" else arguments.format
    with reading(arguments) as archive:
        write_out(arguments, _written(archive.decisions(), form, page_style(arguments)))
    return DONE


def _written(logged: Sequence[Logged], form: str, style: Style) -> Iterator[str]:
    from tiestui.chronology.decisions import decision_to_json
    from tiestui.model.jsonform import dumps
    from tiestui.views.decision_log import log_lines

    if form == "text":
        yield from log_lines(logged, style)
        return
    rows = [dumps(decision_to_json(one.decision)) for one in logged]
    if form == "jsonl":
        yield from (f"{row}\n" for row in rows)
    else:
        yield "[" + ",\n".join(rows) + "]\n"


def _apply(archive: Archive, words: list[str]) -> int:
    """Take in a file of decisions: all of them, or none when a line is none (each is named, status 3)."""
    if len(words) != 1:
        raise UsageError("apply takes one file of decisions, as review export writes it, or - for standard input")
    complaints: list[str] = []
    decisions = list(_read(words[0], complaints.append))
    for complaint in complaints:
        say(complaint)
    if complaints:
        say(f"{_shown(words[0])}: nothing applied; mend these lines or write the file anew by: tiestui review export")
        return PARTIAL
    applied = archive.apply_decisions(decisions)
    waiting = f", {applied.waiting} of them wait for their records" if applied.waiting else ""
    say(f"{applied.new} decision{'' if applied.new == 1 else 's'} applied{waiting}, {applied.known} known already")
    return DONE


def _read(name: str, complain: Callable[[str], object]) -> Iterator[Decision]:
    from tiestui.chronology.decisions import decision_from_json

    for number, text in enumerate(_lines(name), 1):
        if not text.strip():
            continue
        try:
            data = json.loads(text)
            if not isinstance(data, dict):
                raise FieldError("decision", "is no JSON object")
            yield decision_from_json(data)
        except (json.JSONDecodeError, RecursionError) as error:
            complain(f"{_shown(name)}, line {number}: this is not JSON ({error})")
        except InputError as error:
            complain(f"{_shown(name)}, line {number}: {error.message}")


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name


def _lines(name: str) -> Iterator[str]:
    try:
        with open(sys.stdin.fileno(), "rb", closefd=False) if name == "-" else Path(name).open("rb") as stream:
            while raw := stream.readline(_LONGEST_LINE):
                if len(raw) == _LONGEST_LINE:
                    raise InputError(f"{_shown(name)}: a line is longer than any decision; is this what export wrote?")
                yield raw.decode("utf-8-sig", "replace")
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from error
