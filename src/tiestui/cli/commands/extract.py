"""`tiestui extract FILE...|-`: the records of files as JSON lines, without an archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tiestui.cli.documents import add_metadata_flags, overrides, passed_over
from tiestui.cli.edge import collect_seldom, say
from tiestui.cli.parser import Argument, Arguments, CommandParser, whole_number
from tiestui.errors import DONE, PARTIAL, InputError
from tiestui.processes import in_order

if TYPE_CHECKING:
    from tiestui.model import Document
    from tiestui.reading import Overrides


class Work(NamedTuple):
    """A file to read. name: the path as given; data: what was read already, of standard input."""

    name: str
    overrides: Overrides
    explain: bool
    data: bytes | None = None


class Found(NamedTuple):
    """What a file gave: JSON lines of its records, and what was wrong with it."""

    lines: list[str]
    failures: list[str]


def configure(parser: CommandParser, command: str) -> None:
    """Files, metadata flags, --explain."""
    parser.add(
        Argument("files", many="+", metavar="FILE", help="a document, a folder, or - for standard input"),
        Argument("--explain", action="store_true", help="say for each record which rule and words made it"),
        Argument("--jobs", convert=whole_number, metavar="N", help="processes that read (default: one a core)"),
    )
    add_metadata_flags(parser)


def run(arguments: Arguments) -> int:
    """Print the records of each file in order; a file that cannot be read is named and passed over."""
    collect_seldom()
    given = overrides(arguments)
    status = DONE
    failures: list[InputError] = []
    others: list[Path] = []
    work = [_work(name, given, arguments.explain) for name in _files(arguments.files, failures.append, others)]
    for error in failures:
        say(error.message)
        status = PARTIAL
    for found in in_order(extract_file, work, arguments.jobs):
        for message in found.failures:
            say(message)
            status = PARTIAL
        sys.stdout.writelines(found.lines)
    if others:
        say(passed_over(others))
    return status


def _files(names: Iterable[str], report: Callable[[InputError], None], others: list[Path]) -> Iterator[str]:
    """The files, with those of a folder in its place; a name that is given stays as it is."""
    from tiestui.reading import read_tree

    for name in names:
        if name != "-" and Path(name).is_dir():
            yield from map(str, read_tree([Path(name)], report, others.append))
        else:
            yield name


def _work(name: str, given: Overrides, explain: bool) -> Work:
    from tiestui.reading import DEFAULT_LIMITS, load_stream

    data = load_stream(sys.stdin.buffer, given.get("limits", DEFAULT_LIMITS)) if name == "-" else None
    return Work(name, given, explain, data)


def extract_file(work: Work) -> Found:
    """The records of a file, merged within each document of it; runs in any process."""
    from tiestui.chronology import merge
    from tiestui.extraction import extract
    from tiestui.model.jsonform import dumps, to_json

    failures: list[str] = []
    lines: list[str] = []
    for document in _documents(work, failures):
        records = merge(extract(document))
        lines += [dumps(to_json(record, explain=work.explain)) + "\n" for record in records]
    return Found(lines, failures)


def _documents(work: Work, failures: list[str]) -> Iterator[Document]:
    """The documents of the file; the only one of a file bears the name that was given."""
    from tiestui.reading import read_all, read_all_bytes

    def report(error: InputError) -> None:
        failures.append(error.message)

    if work.data is not None:
        found = list(read_all_bytes(work.data, work.name, report, **work.overrides))
    else:
        found = list(read_all(Path(work.name), report, **work.overrides))
    yield from (replace(document, name=work.name) for document in found) if len(found) == 1 else found
