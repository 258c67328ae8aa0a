"""Connections to an archive's file, and what to tell a person when there is none to be had."""

from __future__ import annotations

import os
import sqlite3
from time import monotonic, sleep

from tiestui.archive.schema import APPLICATION_ID, SCHEMA, VERSION
from tiestui.errors import ArchiveError
from tiestui.light import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from types import TracebackType

    File = str | os.PathLike[str]

Mode = Literal["read", "write"]
BUSY_SECONDS = 60.0
"""How long a writer waits for another one: two readings of large folders store hundreds of documents at a time."""
_PAUSE = 0.01
PAGE_SIZE = 16_384
"""In bytes: a record takes two to three thousand; larger pages fill and scan faster than SQLite's own 4096."""
_CACHE_KIB = 16_384


class Interrupted(ArchiveError):  # noqa: N818 - it is no error: somebody asked for it
    """A query was stopped by `interrupt()`."""

    def __init__(self) -> None:
        super().__init__("the query was interrupted")


def connect(file: File, mode: Mode, cache_kib: int | None = None) -> sqlite3.Connection:
    """A connection to the archive at `file`; "write" makes the file when there is none.

    Raises `ArchiveError` when the file is missing, unreadable, no archive, or of a newer version.
    """
    path = os.fspath(file)
    with explained(path):
        _check_file(path, mode)
        if mode == "write":
            return _writing(path)
        connection = _reading(path)
        if cache_kib is not None:
            connection.execute(f"PRAGMA cache_size=-{int(cache_kib)}")
        return connection


def _check_file(path: str, mode: Mode) -> None:
    if os.path.isdir(path):
        raise ArchiveError(f"{path} is a folder; an archive is a file")
    if not os.path.exists(path):
        if mode == "read":
            raise ArchiveError(f"there is no archive at {path}; make it with: tiestui --archive {path} add FILE...")
        folder, name = os.path.split(path)
        if not os.path.isdir(folder or "."):
            raise ArchiveError(f"there is no folder {folder} to make the archive {name} in")
        return
    if not os.access(path, os.R_OK):
        raise ArchiveError(f"{path} cannot be read; ask its owner, or look at its permissions")
    with open(path, "rb") as opened:
        head = opened.read(100)
    if not head:
        if mode == "read":
            raise ArchiveError(f"{path} is empty and no archive; make one with: tiestui --archive {path} add FILE...")
        return
    if not head.startswith(b"SQLite format 3\x00") or len(head) < 100:
        raise ArchiveError(f"{path} is no archive of tiestui; name another with --archive FILE")


def uri(path: str, mode: str) -> str:
    """The address of a file for SQLite; mode: "ro", "rw", and what else its query may say."""
    quoted = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{quoted}?mode={mode}"


def file_number(file: File) -> tuple[int, int] | None:
    """What the file at this path is told from another one by; None when there is none."""
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def empty_log(connection: sqlite3.Connection) -> None:
    """Bring what lies in the log beside the file into the file, if nobody else is at it just now.

    So a copy of the file alone is whole though somebody has it open, and nothing is left beside a file that is moved or
    replaced that would spoil the one that comes to lie there.
    """
    try:
        connection.execute("PRAGMA busy_timeout=0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
    except sqlite3.Error:
        return


def _open(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    try:
        connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        connection.execute("PRAGMA temp_store=MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def _reading(path: str) -> sqlite3.Connection:
    try:
        connection = _reading_as_it_is(path)
    except sqlite3.OperationalError as error:
        # A process was killed while it filled the archive: what it had begun is rolled back by the next writer.
        if not (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_READONLY"):
            raise
        _writing(path).close()
        connection = _reading_as_it_is(path)
    if _version(connection) < VERSION:
        connection.close()
        _writing(path).close()
        connection = _reading_as_it_is(path)
    return connection


def _reading_as_it_is(path: str) -> sqlite3.Connection:
    """A connection to an archive of this version or an older one."""
    mode = "ro"
    if not os.access(os.path.dirname(path) or ".", os.W_OK) or not os.access(path, os.W_OK):
        mode = "ro" if os.path.exists(f"{path}-wal") else "ro&immutable=1"
    connection = _open(uri(path, mode))
    try:
        connection.execute("PRAGMA query_only=1")
        _check_identity(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _writing(path: str) -> sqlite3.Connection:
    is_new = not os.path.exists(path) or os.path.getsize(path) == 0
    if is_new:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    elif not os.access(path, os.W_OK):
        raise ArchiveError(f"{path} cannot be written; copy it to where you may write, or look at its permissions")
    connection = _open(uri(path, "rw"))
    try:
        if not is_new:
            _check_identity(connection, path)
        if is_new:
            connection.execute(f"PRAGMA page_size={PAGE_SIZE}")
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=0")
        connection.execute("PRAGMA secure_delete=0")
        if is_new or _is_bare(connection):
            _create(connection)
        elif _version(connection) < VERSION:
            from pathlib import Path

            from tiestui.archive.migrations import migrate

            migrate(connection, Path(path), _version(connection))
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have changes written to a log beside the file.

    SQLite waits for no other connection here that is about to do the same: one of the two is refused at once.
    """
    last = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > last:
                raise
        sleep(_PAUSE)


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if _is_bare(connection):
        for statement in SCHEMA.strip().split(";\n"):
            connection.execute(statement.rstrip().removesuffix(";"))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("COMMIT")


def _is_bare(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check_identity(connection: sqlite3.Connection, path: str) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID and not (application == 0 and _is_bare(connection)):
        raise ArchiveError(f"{path} is a database, but no archive of tiestui; name another with --archive FILE")
    version = _version(connection)
    if version > VERSION:
        raise ArchiveError(
            f"{path} was written by a newer tiestui (archive version {version}, this one reads {VERSION}); "
            "update tiestui to open it"
        )


class explained:  # noqa: N801 - a context, called as a function is
    """Errors of SQLite and of the file system inside become an `ArchiveError` that says what to do."""

    def __init__(self, path: File) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, sqlite3.Error | OSError | UnicodeEncodeError):
            raise explanation(self._path, error) from error


def explanation(path: File, error: sqlite3.Error | OSError | UnicodeEncodeError) -> ArchiveError:
    """What an error means for the archive at `path`."""
    if isinstance(error, OSError):
        return ArchiveError(
            f"{path} cannot be read or written ({error.strerror or error}); "
            "see whether its folder is writable and its disk has room"
        )
    if isinstance(error, UnicodeEncodeError):
        held = ascii(error.object[max(0, error.start - 20) : error.end + 20])
        return ArchiveError(f"{path}: {held} holds what is no UTF-8 and cannot be stored or found")
    text = str(error)
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_INTERRUPT") or text == "interrupted":
        return Interrupted()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        from pathlib import Path

        from tiestui.archive.locks import holder

        return ArchiveError(f"{path} is being written by {holder(Path(path))}; wait until it is done and try again")
    if name.startswith("SQLITE_READONLY"):
        return ArchiveError(f"{path} cannot be written (read-only); copy it to where you may write")
    if name.startswith("SQLITE_FULL"):
        return ArchiveError(f"the disk of {path} is full; nothing was changed: make room and try again")
    if name.startswith("SQLITE_CANTOPEN"):
        return ArchiveError(f"{path} cannot be opened; look at its permissions and those of its folder")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "malformed" in text or "not a database" in text:
        return ArchiveError(f"{path} is damaged ({text}); restore a copy, or read your documents into a new archive")
    if name.startswith("SQLITE_IOERR"):
        return ArchiveError(f"{path} cannot be read or written ({text}); look at the disk")
    return ArchiveError(f"{path}: the database says: {text}")
