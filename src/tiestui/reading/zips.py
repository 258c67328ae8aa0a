"""The reader of zips: the documents in one, each under the zip's name and its own ("pile.zip/notes/a.txt").

Nothing is written to disk. What the directory of the zip says about sizes is checked before a member is unpacked, and
what comes out is counted.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from tiestui.errors import InputError
from tiestui.reading.limits import Limits, in_words
from tiestui.reading.registry import SUFFIXES

Report = Callable[[InputError], object]
_CHUNK = 1 << 16


def members(data: bytes, name: str, limits: Limits, report: Report) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each document in the zip `data`, in order of name; what cannot be had goes to `report`.

    Raises `InputError` when the zip as a whole cannot be read or passes the limits.
    """
    with _opened(data, name) as package:
        entries = sorted((entry for entry in package.infolist() if _is_wanted(entry)), key=lambda entry: entry.filename)
        if len(entries) > limits.members:
            raise InputError(
                f"{name}: it holds {len(entries)} documents, more than {limits.members}; cut it into parts"
            )
        left = limits.unpacked
        for entry in entries:
            label = f"{name}/{safe_name(entry.filename)}"
            try:
                content = _unpacked(package, entry, min(limits.size, left))
            except InputError as error:
                report(InputError(f"{label}: {error.message}"))
                continue
            left -= len(content)
            yield label, content
        if not entries:
            raise InputError(f"{name}: there is no document in it that tiestui reads")


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(f"{name}: this zip is damaged ({error}); get it again from its source") from error


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    is_hidden = any(part.startswith(("__MACOSX", "~$")) or (part[0] == "." and part != "..") for part in path.parts)
    return not entry.filename.endswith("/") and not is_hidden and path.suffix.lower() in SUFFIXES


def safe_name(filename: str) -> str:
    """A member's name without what would lead out of its folder: it is a label, and stays one wherever it is used."""
    parts = PurePosixPath(filename.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "//", "..", ".")) or "document"


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    if entry.flag_bits & 1:
        raise InputError("it is encrypted; unpack the zip with its password first")
    if entry.file_size > most:
        raise InputError(f"it would unpack to {in_words(entry.file_size)}, more than {in_words(most)}; it is refused")
    try:
        with package.open(entry) as stream:
            content = bytearray()
            while chunk := stream.read(_CHUNK):
                content += chunk
                if len(content) > most:
                    raise InputError(f"it unpacks to more than {in_words(most)}; it is refused")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise InputError(f"it is damaged in the zip ({str(error) or type(error).__name__})") from error
    return bytes(content)
