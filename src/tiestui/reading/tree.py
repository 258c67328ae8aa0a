"""Folders walked: the files in them that can be read, in a fixed order, links followed once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tiestui.errors import InputError
from tiestui.reading.registry import SUFFIXES

Report = Callable[[InputError], object]
Other = Callable[[Path], object]


def read_tree(paths: Iterable[Path], report: Report | None = None, other: Other | None = None) -> Iterator[Path]:
    """The files that `paths` name, folders walked in order of name; each file once.

    A path given by name is handed on whatever its suffix, that its reader may say what is wrong with it; in a folder
    only files of a known kind are taken, and hidden ones are left alone. What cannot be walked goes to `report`, or is
    raised as `InputError` when there is none; links that lead in a circle go to `report` too. other: given each
    file in a folder that is of no known kind.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        try:
            if not path.is_dir():
                yield path
                continue
        except OSError:
            yield path
            continue
        yield from _walk(path, report or _raise, report or _pass_over, other or _pass_over, seen)


def _raise(error: InputError) -> None:
    raise error


def _pass_over(_: object) -> None:
    """Nothing is lost by a circle (what it holds is walked once), nor by a file of another kind."""


def _walk(
    folder: Path, report: Report, report_circle: Report, other: Other, seen: set[tuple[int, int]]
) -> Iterator[Path]:
    """The files of one folder and those below it; a folder that was walked already is passed over."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            status = current.stat()
            if (status.st_dev, status.st_ino) in seen:
                if _is_circle(current):
                    report_circle(
                        InputError(f"{current}: this link leads back to a folder above it; it is not followed")
                    )
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(current) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            report(InputError(f"{current}: the folder cannot be read ({error.strerror or error})"))
            continue
        for entry in entries:
            if not _is_file(entry):
                continue
            path = current / entry.name
            if path.suffix.lower() in SUFFIXES:
                yield path
            else:
                other(path)
        names = {entry.name for entry in entries}
        waiting.extend(
            current / e.name for e in reversed(entries) if _is_folder(e) and not _is_of_a_page(e.name, names)
        )


def _is_circle(folder: Path) -> bool:
    """Whether the folder is a link to one that holds it."""
    holder = folder.absolute().parent.resolve()
    return folder.is_symlink() and folder.resolve() in (holder, *holder.parents)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether the entry is a file for everybody to see; a link that leads nowhere is one, for its reader to say so."""
    if entry.name.startswith((".", "~$")):
        return False
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True


def _is_of_a_page(name: str, names: set[str]) -> bool:
    """Whether the folder holds the pictures and frames of a saved page beside it ("deal_files" of "deal.html")."""
    stem = name.removesuffix("_files")
    return stem != name and bool(names & {f"{stem}.html", f"{stem}.htm"})


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return not entry.name.startswith(".") and entry.is_dir()
    except OSError:
        return False
