"""The archive that a command works on: the named one, or the reader's own, built from the seeds at first use."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tiestui.errors import UsageError

if TYPE_CHECKING:
    from tiestui.archive import Archive


def named_archive(arguments: argparse.Namespace) -> Path | None:
    """The archive of --archive or TIESTUI_ARCHIVE, or None for the default one.

    Raises `UsageError` for an empty --archive: a script's variable that is not set would else mean the reader's own.
    """
    if arguments.archive == "":
        raise UsageError("--archive is empty; write a file after it, or leave it out for your own archive")
    name = arguments.archive or os.environ.get("TIESTUI_ARCHIVE")
    return Path(name) if name else None


def archive_path(arguments: argparse.Namespace) -> Path:
    """The path of the archive; the default one is built when there is none."""
    path = named_archive(arguments)
    if path is not None:
        return path
    from tiestui.archive.default import default_archive

    return default_archive()


def reading(arguments: argparse.Namespace) -> Archive:
    """The archive open for reading; raises `ArchiveError` when a named one does not exist."""
    from tiestui.archive import open_archive

    return open_archive(archive_path(arguments), "read")


def writing(arguments: argparse.Namespace) -> Archive:
    """The archive open for writing, made when there is none."""
    from tiestui.archive import open_archive

    return open_archive(archive_path(arguments), "write")


def writing_existing(arguments: argparse.Namespace) -> Archive:
    """The archive open for writing; raises `ArchiveError` when there is none."""
    reading(arguments).close()
    return writing(arguments)
