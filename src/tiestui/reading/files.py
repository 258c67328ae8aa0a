"""Files and bytes to documents: what the rest of the program calls.

Every failure is an `InputError` of one line that begins with the file's name.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict, Unpack

from tiestui.dates.partial import PartialDate
from tiestui.errors import InputError
from tiestui.model.documents import Document
from tiestui.model.records import Pair
from tiestui.reading.assembly import assemble
from tiestui.reading.draft import Draft, Fields
from tiestui.reading.isolation import read_apart
from tiestui.reading.limits import DEFAULT_LIMITS, Limits
from tiestui.reading.loading import load
from tiestui.reading.registry import Kind, kind_of
from tiestui.reading.timing import time_limit

Report = Callable[[InputError], object]


class Overrides(TypedDict, total=False):
    """What flags say about a document (it goes before everything that the document says), and the reader's limits."""

    title: str | None
    outlet: str | None
    published: PartialDate | None
    pair: Pair | None
    limits: Limits


def read_file(path: Path, **overrides: Unpack[Overrides]) -> Document:
    """The document in the file `path`; raises `InputError` for what is no readable document."""
    return read_bytes(load(path, _limits(overrides)), str(path), **overrides)


def read_bytes(data: bytes, name: str, **overrides: Unpack[Overrides]) -> Document:
    """The document in `data`, called `name` ("-" for standard input); its kind is told by content and by suffix.

    A part of it that cannot be read is left out; `read_all_bytes` tells of it.
    """
    return _read(data, name, overrides)[0]


def _read(data: bytes, name: str, overrides: Overrides) -> tuple[Document, tuple[str, ...]]:
    """The document in `data`, and what of the file was left out of it because it could not be read."""
    with _named(name):
        kind = _kind(data, name)
        if kind.is_container:
            raise InputError("it holds many documents; unpack it and give the one that is meant")
        draft = _draft(kind, data, _limits(overrides))
        return assemble(draft, data=data, name=name, flags=_flags(overrides)), draft.damage


def _limits(overrides: Overrides) -> Limits:
    return overrides.get("limits", DEFAULT_LIMITS)


def _flags(overrides: Overrides) -> Fields:
    return Fields(
        title=overrides.get("title"),
        outlet=overrides.get("outlet"),
        published=overrides.get("published"),
        pair=overrides.get("pair"),
    )


def read_all(path: Path, report: Report, **overrides: Unpack[Overrides]) -> Iterator[Document]:
    """Every document in the file `path`: one, or those of a container; what cannot be read goes to `report`."""
    try:
        data = load(path, _limits(overrides))
    except InputError as error:
        report(error)
        return
    yield from read_all_bytes(data, str(path), report, **overrides)


def read_all_bytes(data: bytes, name: str, report: Report, **overrides: Unpack[Overrides]) -> Iterator[Document]:
    """Every document in `data`, called `name`: one, or those of a container, down to the limit of nesting."""
    yield from _documents(data, name, report, overrides, _limits(overrides).nesting)


def _documents(data: bytes, name: str, report: Report, overrides: Overrides, depth: int) -> Iterator[Document]:
    limits = _limits(overrides)
    try:
        with _named(name):
            kind = _kind(data, name)
        if not kind.is_container:
            document, damage = _read(data, name, overrides)
            if damage:
                report(InputError(f"{_shown(name)}: {'; '.join(damage)}; the rest of it was read"))
            yield document
            return
        if depth == 0:
            raise InputError(f"{name}: containers lie more than {limits.nesting} deep in one another; it is refused")
        reader = importlib.import_module(f"tiestui.reading.{kind.module}")
        for label, content in reader.members(data, name, limits, report):
            yield from _documents(content, label, report, overrides, depth - 1)
    except InputError as error:
        report(error)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Puts the file's name before the message of an `InputError`."""
    try:
        yield
    except InputError as error:
        raise InputError(f"{_shown(name)}: {error.message}") from error


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name


def _kind(data: bytes, name: str) -> Kind:
    if not data:
        raise InputError("it is empty; there is nothing to read")
    return kind_of(data, name)


def _draft(kind: Kind, data: bytes, limits: Limits) -> Draft:
    reader = importlib.import_module(f"tiestui.reading.{kind.module}")
    draft: Draft
    if kind.is_apart:
        reader.prepare()
        draft = read_apart(reader.read, data, limits)
    else:
        with time_limit(limits.seconds):
            draft = reader.read(data, limits)
    if len(draft.text) > limits.text:
        raise InputError(f"its text has {len(draft.text)} characters, more than {limits.text}; cut it into parts")
    return draft
