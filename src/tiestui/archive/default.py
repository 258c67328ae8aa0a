"""The default archive: built from the seeds when a view or the browser first finds none.

It is the program's own until the reader writes to it: then it is theirs for good. While it is the program's, it is
built again when the seeds or the rules have changed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator

from tiestui import __version__
from tiestui.archive.location import own_archive
from tiestui.archive.opening import explained, uri
from tiestui.errors import ArchiveError
from tiestui.light import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BUILT = "built"
"""The name of the archive's note that says what it was built from; a reader's change removes it."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CHECKOUT = os.path.dirname(os.path.dirname(_PACKAGE))
_RULES = ("dates", "reading", "extraction", "chronology", "lexicons", "archive")


def default_archive() -> str:
    """The path of the default archive, built when there is none or when it is out of date and nobody's work."""
    path = own_archive()
    if is_due(path):
        build(path)
    return path


def is_due(path: str) -> bool:
    """Whether the default archive, which lies at `path`, is to be built."""
    return not os.path.exists(path) or ((built := _built_from(path)) is not None and built != stamp())


def seeds() -> str:
    """The folder of the seed documents: in the wheel beside the code, in a checkout at its top."""
    for place in (_PACKAGE, _CHECKOUT):
        folder = os.path.join(place, "seeds")
        if os.path.isdir(folder):
            return folder
    raise ArchiveError("the seed documents of this installation are missing; install tiestui again")


def stamp() -> str:
    """What the default archive is made from: names and sizes of the seeds and of the rules' files, and the version."""
    folders = [seeds(), *(os.path.join(_PACKAGE, part) for part in _RULES)]
    sizes = sorted(size for folder in folders for size in _sizes(folder))
    sizes.append(str(os.path.getsize(os.path.join(_PACKAGE, "countries.py"))))
    return f"{__version__} {len(sizes)} {hash_of(' '.join(sizes))}"


def _sizes(folder: str) -> Iterator[str]:
    """Name and size of every file under a folder; compiled ones come and go by themselves."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__" or entry.name.startswith("."):
                continue
            if entry.is_dir():
                yield from _sizes(entry.path)
            else:
                yield f"{entry.name}:{entry.stat().st_size}"


def hash_of(text: str) -> str:
    """A short fingerprint of `text`, the same in every process."""
    import zlib

    return f"{zlib.crc32(text.encode()):08x}"


def build(file: str) -> None:
    """Make the archive from the seeds beside its place and move it there whole: nobody ever sees half of it."""
    from pathlib import Path

    from tiestui.archive.ingest import ingest
    from tiestui.archive.store import open_archive

    path = Path(file)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    documents = sorted(one for one in Path(seeds()).iterdir() if one.is_file() and not one.name.startswith("."))
    try:
        with explained(path):
            _drop(draft)
            with open_archive(draft, "write") as archive:
                for outcome in ingest(archive, documents, own=False):
                    if outcome.error is not None:
                        raise outcome.error
                archive.settle(stamp())
            for companion in ("-wal", "-shm"):  # of an archive that was there before
                path.with_name(path.name + companion).unlink(missing_ok=True)
            draft.replace(path)
    finally:
        _drop(draft)


def _drop(draft: Path) -> None:
    for companion in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + companion).unlink(missing_ok=True)


def _built_from(file: str) -> str | None:
    """What the archive was built from, None when it is the reader's (or cannot be told: opening it will say why)."""
    try:
        connection = sqlite3.connect(uri(file, "ro"), uri=True)
        try:
            row = connection.execute("SELECT value FROM note WHERE name = ?", (BUILT,)).fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None
