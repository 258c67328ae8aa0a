"""Files and bytes to documents: what the rest of the program calls.

Every failure is an `InputError` of one line that begins with the file's name.
"""

from __future__ import annotations

import importlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict, Unpack

from tiestui.dates.partial import PartialDate
from tiestui.errors import InputError
from tiestui.model.documents import Document
from tiestui.model.records import Pair
from tiestui.reading.assembly import assemble
from tiestui.reading.draft import Fields
from tiestui.reading.limits import DEFAULT_LIMITS, Limits, in_words
from tiestui.reading.registry import kind_of

_CHUNK = 1 << 20


class Overrides(TypedDict, total=False):
    """What flags say about a document; it goes before everything that the document says."""

    title: str | None
    outlet: str | None
    published: PartialDate | None
    pair: Pair | None


def read_file(path: Path, *, limits: Limits = DEFAULT_LIMITS, **overrides: Unpack[Overrides]) -> Document:
    """The document in the file `path`; raises `InputError` for what is no readable document."""
    name = str(path)
    return read_bytes(load(path, limits), name, limits=limits, **overrides)


def read_bytes(data: bytes, name: str, *, limits: Limits = DEFAULT_LIMITS, **overrides: Unpack[Overrides]) -> Document:
    """The document in `data`, called `name` ("-" for standard input); its kind is told by content and by suffix."""
    with named(name):
        if not data:
            raise InputError("it is empty; there is nothing to read")
        kind = kind_of(data, name)
        reader = importlib.import_module(f"tiestui.reading.{kind.module}")
        draft = reader.read(data, limits)
        if len(draft.text) > limits.text:
            raise InputError(f"its text has {len(draft.text)} characters, more than {limits.text}; cut it into parts")
        return assemble(draft, data=data, name=name, flags=Fields(**overrides))


@contextmanager
def named(name: str) -> Iterator[None]:
    """Puts the file's name before the message of an `InputError`."""
    try:
        yield
    except InputError as error:
        raise InputError(f"{'standard input' if name == '-' else name}: {error.message}") from error


def load(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of the file `path`; raises `InputError` when it is missing, no file, too large or changes meanwhile."""
    with named(str(path)):
        try:
            return _load(path, limits)
        except FileNotFoundError as error:
            raise InputError("there is no such file; check the name") from error
        except PermissionError as error:
            raise InputError("it may not be read; check its permissions") from error
        except IsADirectoryError as error:
            raise InputError(_FOLDER) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise InputError(f"it cannot be read ({reason})") from error


_FOLDER = "it is a folder; give its files, or add it to an archive with: tiestui add FOLDER"


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
    return f"it is larger than {in_words(limits.size)} ({in_words(size)} and more); cut it into parts"
