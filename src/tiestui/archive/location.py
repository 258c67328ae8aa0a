"""Where the reader's own archive lies: the user data folder of the system (XDG)."""

from __future__ import annotations

import os
import sys

from tiestui.errors import ArchiveError

NAME = "archive.db"


def data_folder() -> str:
    """The folder for the reader's data; it may not be there yet."""
    if sys.platform.startswith("linux"):  # what platformdirs says there, without its import
        named = os.environ.get("XDG_DATA_HOME", "").strip()
        return os.path.join(named or os.path.expanduser("~/.local/share"), "tiestui")
    import platformdirs

    return platformdirs.user_data_dir("tiestui", appauthor=False)


def own_archive() -> str:
    """The path of the reader's own archive, which may not be there yet; its folder is. Raises `ArchiveError`."""
    folder = data_folder()
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"the data folder {folder} cannot be made ({error.strerror}); name an archive with --archive FILE"
        ) from error
    return os.path.join(folder, NAME)
