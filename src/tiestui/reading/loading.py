"""The bytes of a file, bounded, whole, and named in every failure."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from tiestui.errors import InputError
from tiestui.reading.limits import DEFAULT_LIMITS, Limits, in_words

_NOWHERE = "this link leads to a file that is not there; mend or delete it"
_FOLDER = "it is a folder; give its files, or add it to an archive with: tiestui add FOLDER"


def load(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of the file `path`; raises `InputError` when it is missing, no file, too large or changes meanwhile."""
    try:
        return _load(path, limits)
    except InputError as error:
        reason = error.message
    except FileNotFoundError:
        reason = _NOWHERE if path.is_symlink() else "there is no such file; check the name"
    except PermissionError:
        reason = "it may not be read; check its permissions"
    except IsADirectoryError:
        reason = _FOLDER
    except (OSError, ValueError) as error:
        reason = f"it cannot be read ({getattr(error, 'strerror', None) or error}); check the name and the disk"
    raise InputError(f"{path}: {reason}")


def load_stream(stream: BinaryIO, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """All that standard input gives; raises `InputError` when it is more than the limit."""
    data = stream.read(limits.size + 1)
    if len(data) > limits.size:
        raise InputError(f"standard input: {_too_large(len(data), limits)}")
    return data


def _load(path: Path, limits: Limits) -> bytes:
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        if stat.S_ISDIR(before.st_mode):
            raise InputError(_FOLDER)
        if before.st_size > limits.size:
            raise InputError(_too_large(before.st_size, limits))
        data = file.read(limits.size + 1)
        if len(data) > limits.size:
            raise InputError(_too_large(len(data), limits))
        after = os.fstat(file.fileno())
    if stat.S_ISREG(before.st_mode) and (before.st_size, before.st_mtime_ns) != (len(data), after.st_mtime_ns):
        raise InputError("it changed while it was read; try again when it is complete")
    return data


def _too_large(size: int, limits: Limits) -> str:
    bound = in_words(limits.size)
    return (
        f"it is larger than {bound} (it has {in_words(size)} or more); cut it into parts, or allow more by --max-size"
    )
