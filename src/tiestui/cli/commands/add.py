"""`tiestui add PATH...|-`: read documents into the archive; what is held and unchanged is not read again."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tiestui.cli.archives import writing
from tiestui.cli.documents import add_metadata_flags, overrides, passed_over
from tiestui.cli.edge import collect_seldom, say
from tiestui.cli.parser import Argument, Arguments, CommandParser, whole_number
from tiestui.cli.progress import Progress
from tiestui.errors import DONE, PARTIAL

if TYPE_CHECKING:
    from tiestui.archive import Archive
    from tiestui.archive.ingest import Outcome
    from tiestui.reading import Overrides

_NOTHING = "no documents found; text, Markdown, HTML, PDF, DOCX, e-mail, TEI XML and zips of these are read"


def configure(parser: CommandParser, command: str) -> None:
    """Paths and metadata flags."""
    parser.add(
        Argument("paths", many="+", metavar="PATH", help="a document, a folder of them, or - for standard input"),
        Argument("--jobs", convert=whole_number, metavar="N", help="processes that read (default: one a core)"),
    )
    add_metadata_flags(parser)


def run(arguments: Arguments) -> int:
    """Read them; a document that cannot be read is named and passed over (status 3)."""
    collect_seldom()
    progress = Progress("documents")
    counts: Counter[str] = Counter()
    others: list[Path] = []
    records = 0
    given = overrides(arguments)
    if not any(name == "-" or os.path.lexists(name) for name in arguments.paths):
        for name in arguments.paths:
            say(f"{name}: there is no such file; check the name")
        return PARTIAL
    with writing(arguments) as archive:
        reprints = archive.reprints()
        try:
            for outcome in _outcomes(archive, arguments, given, progress, others):
                counts[outcome.outcome] += 1
                records += outcome.records
                if outcome.error is not None:
                    progress.clear()
                    say(outcome.error.message)
        finally:
            progress.clear()
            if counts or sys.exc_info()[0] is None:
                say(_summary(counts, records, progress.seconds, archive.path))
        if others := [file for file in others if not _is_of(archive, file)]:
            say(passed_over(others))
        if (more := archive.reprints() - reprints) > 0:
            say(_reprinted(more))
    return PARTIAL if counts["failed"] else DONE


def _outcomes(
    archive: Archive, arguments: Arguments, given: Overrides, progress: Progress, others: list[Path]
) -> Iterator[Outcome]:
    from tiestui.archive.ingest import ingest, ingest_bytes
    from tiestui.reading import DEFAULT_LIMITS, load_stream

    paths = [Path(name) for name in arguments.paths if name != "-"]
    if paths:
        yield from ingest(
            archive,
            paths,
            overrides=given or None,
            processes=arguments.jobs,
            other=others.append,
            started=progress.start,
            stepped=progress.step,
        )
    if len(paths) < len(arguments.paths):
        data = load_stream(sys.stdin.buffer, given.get("limits", DEFAULT_LIMITS))
        yield from ingest_bytes(archive, data, "-", overrides=given or None)


def _is_of(archive: Archive, file: Path) -> bool:
    """Whether the file is the archive itself or one that the database keeps beside it."""
    return file.name.startswith(archive.path.name) and file.parent.samefile(archive.path.parent)


def _summary(counts: Counter[str], records: int, seconds: float, archive: Path) -> str:
    read = counts["new"] + counts["changed"]
    parts = [f"{counts[name]} {name}" for name in ("new", "changed", "unchanged", "failed") if counts[name]]
    rate = f"; {read / seconds:.0f} documents a second" if read >= 20 and seconds > 0 else ""
    changed = f", {records} record{'' if records == 1 else 's'} new or changed" if read else ""
    return f"{archive}: {', '.join(parts) or _NOTHING}{changed}{rate}"


def _reprinted(more: int) -> str:
    one = "1 document is a reprint of others held and counts"
    many = f"{more} documents are reprints of others held and count"
    return f"{one if more == 1 else many} as one source with them; tiestui sources tells which"
