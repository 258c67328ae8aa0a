"""The archive that a command works on: the named one, or the reader's own, built from the seeds at first use."""

from __future__ import annotations

import os

from tiestui.cli.parser import Arguments
from tiestui.errors import UsageError
from tiestui.light import TYPE_CHECKING

if TYPE_CHECKING:
    from tiestui.archive import Archive


def named_archive(arguments: Arguments) -> str | None:
    """The archive of --archive or TIESTUI_ARCHIVE, or None for the default one.

    Raises `UsageError` for an empty --archive: a script's variable that is not set would else mean the reader's own.
    """
    if arguments.archive == "":
        raise UsageError("--archive is empty; write a file after it, or leave it out for your own archive")
    return arguments.archive or os.environ.get("TIESTUI_ARCHIVE") or None


def archive_path(arguments: Arguments) -> str:
    """The path of the archive; the default one is built when there is none."""
    path = named_archive(arguments)
    if path is not None:
        return path
    from tiestui.archive.default import default_archive

    return default_archive()


def archive_path_apart(arguments: Arguments) -> str:
    """As `archive_path`; a child builds the default archive, so that nothing of what that takes stays in memory.

    What goes wrong in the child goes wrong here again, where it is told.
    """
    if named_archive(arguments) is None and hasattr(os, "fork"):
        from tiestui.archive.default import is_due
        from tiestui.archive.location import own_archive

        if is_due(own_archive()):
            if (child := os.fork()) == 0:
                try:
                    archive_path(arguments)
                finally:
                    os._exit(0)
            os.waitpid(child, 0)
    return archive_path(arguments)


def reading(arguments: Arguments) -> Archive:
    """The archive open for reading; raises `ArchiveError` when a named one does not exist."""
    from tiestui.archive import open_archive

    return open_archive(archive_path(arguments), "read")


def writing(arguments: Arguments) -> Archive:
    """The archive open for writing, made when there is none."""
    from tiestui.archive import open_archive

    return open_archive(archive_path(arguments), "write")


def writing_existing(arguments: Arguments) -> Archive:
    """The archive open for writing; raises `ArchiveError` when there is none."""
    reading(arguments).close()
    return writing(arguments)
