"""Where the reader's own archive lies: the user data folder of the system (XDG)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tiestui.errors import ArchiveError

NAME = "archive.db"


def data_folder() -> Path:
    """The folder for the reader's data; it may not be there yet."""
    if sys.platform.startswith("linux"):  # what platformdirs says there, without its import
        named = os.environ.get("XDG_DATA_HOME", "").strip()
        return (Path(named) if named else Path("~/.local/share").expanduser()) / "tiestui"
    import platformdirs

    return platformdirs.user_data_path("tiestui", appauthor=False)


def own_archive() -> Path:
    """The path of the reader's own archive, which may not be there yet; its folder is. Raises `ArchiveError`."""
    folder = data_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"the data folder {folder} cannot be made ({error.strerror}); name an archive with --archive FILE"
        ) from error
    return folder / NAME
