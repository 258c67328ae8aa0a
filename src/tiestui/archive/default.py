"""The default archive: built from the seeds when a view or the browser first finds none.

It is the program's own until the reader writes to it: then it is theirs for good. While it is the program's, it is
built again when the seeds or the rules have changed.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from tiestui import __version__
from tiestui.archive.location import own_archive
from tiestui.archive.opening import explained
from tiestui.errors import ArchiveError

BUILT = "built"
"""The name of the archive's note that says what it was built from; a reader's change removes it."""

_PACKAGE = Path(__file__).parent.parent
_RULES = ("dates", "reading", "extraction", "chronology", "lexicons", "archive")


def default_archive() -> Path:
    """The path of the default archive, built when there is none or when it is out of date and nobody's work."""
    path = own_archive()
    if not path.exists() or ((built := _built_from(path)) is not None and built != stamp()):
        build(path)
    return path


def seeds() -> list[Path]:
    """The seed documents: in the wheel beside the code, in a checkout at its top."""
    for folder in (_PACKAGE / "seeds", _PACKAGE.parent.parent / "seeds"):
        if folder.is_dir():
            return sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))
    raise ArchiveError("the seed documents of this installation are missing; install tiestui again")


def stamp() -> str:
    """What the default archive is made from: names and sizes of the seeds and of the rules' files, and the version."""
    files = [*seeds(), _PACKAGE / "countries.py"]
    for part in _RULES:
        files += (Path(folder) / name for folder, _, names in os.walk(_PACKAGE / part) for name in names)
    sizes = sorted(f"{file.name}:{file.stat().st_size}" for file in files if file.suffix != ".pyc")
    return f"{__version__} {len(sizes)} {hash_of(' '.join(sizes))}"


def hash_of(text: str) -> str:
    """A short fingerprint of `text`, the same in every process."""
    import zlib

    return f"{zlib.crc32(text.encode()):08x}"


def build(path: Path) -> None:
    """Make the archive from the seeds beside its place and move it there whole: nobody ever sees half of it."""
    from tiestui.archive.ingest import ingest
    from tiestui.archive.store import open_archive

    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with explained(path):
            _drop(draft)
            with open_archive(draft, "write") as archive:
                for outcome in ingest(archive, seeds(), own=False):
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


def _built_from(path: Path) -> str | None:
    """What the archive was built from, None when it is the reader's (or cannot be told: opening it will say why)."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            row = connection.execute("SELECT value FROM note WHERE name = ?", (BUILT,)).fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None
