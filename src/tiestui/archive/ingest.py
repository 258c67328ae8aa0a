"""Files into an archive: read, extracted, added in batches; what cannot be read is named and the rest goes in.

A file that is held and has not changed is not read again. Outcomes are told only once they are on the disk.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tiestui import __version__
from tiestui.archive.intake import without_collecting
from tiestui.archive.store import Archive
from tiestui.archive.writing import Stamp
from tiestui.errors import InputError
from tiestui.model.documents import Document
from tiestui.model.records import AnyRecord
from tiestui.model.safe import storable
from tiestui.processes import in_order
from tiestui.reading import Overrides, read_all, read_all_bytes, read_tree

_BATCH = 64
_MOST_TOGETHER = 512
"""So many files are read in this process; a pool of processes pays for more."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document (or of a file that gave none).

    name: of the document or file, as given. slug: of the source, None when it failed. records: how many of the
    archive's records changed or are new. error: what is wrong with it, None otherwise.
    """

    name: str
    outcome: Literal["new", "changed", "unchanged", "failed"]
    slug: str | None = None
    records: int = 0
    error: InputError | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A file to read, with what flags say about it."""

    path: str
    overrides: Overrides


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave: its documents with their mentions, its failures."""

    path: str
    stamp: Stamp | None
    documents: tuple[tuple[Document, tuple[AnyRecord, ...]], ...]
    failures: tuple[InputError, ...]


def ingest(
    archive: Archive,
    paths: Iterable[Path],
    *,
    overrides: Overrides | None = None,
    processes: int | None = None,
    own: bool = True,
    other: Callable[[Path], object] | None = None,
    started: Callable[[int], object] | None = None,
    stepped: Callable[[], object] | None = None,
) -> Iterator[Outcome]:
    """Read the files and folders into the archive; one outcome a document, in the order of the files.

    overrides: what flags say of every document; with any, files that are held are read again. processes: how many may
    read (None: as many as there are processors). own: whether the archive is the reader's from now on. other: given
    each file in a folder that is of no known kind. started: told how many files there are to read; stepped: called when
    one of them has been read (outcomes come later, once a batch is kept).
    """
    failures: list[InputError] = []
    files = list(read_tree(paths, failures.append, other))
    yield from (Outcome(_name_in(error), "failed", error=error) for error in failures)
    work: list[Work] = []
    for file in files:
        slugs = [] if overrides else archive.unchanged(_location(file), _stamp_of(file))
        yield from (Outcome(str(file), "unchanged", slug) for slug in slugs)
        if not slugs:
            work.append(Work(str(file), overrides or {}))
    if started is not None:
        started(len(work))
    batch: list[Read] = []
    size, done = _BATCH, 0
    for read in in_order(read_and_extract, work, processes):
        batch.append(read)
        if stepped is not None:
            stepped()
        if len(batch) >= size:
            yield from _store(archive, batch, own=own)
            # What like documents say is merged and written anew with every batch: larger ones keep that in proportion.
            done += size
            size, batch = min(max(_BATCH, done), _MOST_TOGETHER), []
    yield from _store(archive, batch, own=own)


def ingest_bytes(
    archive: Archive, data: bytes, name: str = "-", *, overrides: Overrides | None = None
) -> Iterator[Outcome]:
    """The documents in `data` (standard input) into the archive."""
    from tiestui.extraction import extract

    failures: list[InputError] = []
    documents = tuple(
        (document, extract(document)) for document in read_all_bytes(data, name, failures.append, **(overrides or {}))
    )
    yield from _store(archive, [Read(name, None, documents, tuple(failures))], own=True)


def read_and_extract(work: Work) -> Read:
    """The documents of a file with what they say; runs in any process."""
    from tiestui.extraction import extract

    path = Path(work.path)
    failures: list[InputError] = []
    stamp = _stamp_of(path)
    documents = tuple((document, extract(document)) for document in read_all(path, failures.append, **work.overrides))
    return Read(work.path, stamp, documents, tuple(failures))


def _store(archive: Archive, batch: list[Read], *, own: bool) -> list[Outcome]:
    """One transaction for all of them; the outcomes hold once it is kept."""
    outcomes: list[Outcome] = []
    if not any(read.documents for read in batch):
        return [_failed(read, error) for read in batch for error in read.failures]
    with without_collecting(), archive.batch(own=own) as together:
        for read in batch:
            single = len(read.documents) == 1
            for document, mentions in read.documents:
                location = _location(Path(read.path), None if single else document.name)
                place = location if own and read.path != "-" else None  # the program's own texts lie anywhere
                added = archive.add(document, mentions, location=place)
                outcomes.append(Outcome(document.name, added.outcome, added.slug, added.records))
            outcomes += [_failed(read, error) for error in read.failures]
            if own and read.stamp is not None and not read.failures:
                archive.remember(_location(Path(read.path)), read.stamp)
    gc.freeze()  # what is kept for the next batch is in no cycle: it need not be looked through again
    return _counted(outcomes, together.changed)


def _counted(outcomes: list[Outcome], changed: Counter[str]) -> list[Outcome]:
    """The outcomes with how many records each document changed; what older documents lead goes to the last."""
    counted = [replace(one, records=changed.pop(one.slug, 0) if one.slug else 0) for one in outcomes]
    last = next((place for place in reversed(range(len(counted))) if counted[place].slug), None)
    if last is not None:
        counted[last] = replace(counted[last], records=counted[last].records + changed.total())
    return counted


def _failed(read: Read, error: InputError) -> Outcome:
    return Outcome(read.path, "failed", error=error)


def _name_in(error: InputError) -> str:
    return error.message.split(": ")[0]


def _location(path: Path, member: str | None = None) -> str:
    """Where a document lies, whatever folder the command was given in: the file, and the member of a container."""
    place = str(path.absolute())
    return storable(place if member is None else f"{place}#{member.removeprefix(str(path)).lstrip(':/#')}")


def _stamp_of(path: Path) -> Stamp | None:
    """What a file is known again by, unread; None when it cannot be looked at."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns, __version__)
