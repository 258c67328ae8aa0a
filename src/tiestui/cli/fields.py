"""FIELD=VALUE words of a command, as `review edit`, `new` and `source` take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tiestui.errors import FieldError, UsageError, quoted


@contextmanager
def as_typed() -> Iterator[None]:
    """A value that a field cannot have is wrong usage here: it was typed, and no document's row."""
    try:
        yield
    except FieldError as error:
        raise UsageError(error.message) from error


def fields_of(words: Iterable[str]) -> dict[str, str | None]:
    """The fields and their values as typed; an empty value is None. Raises `UsageError` for a word without "="."""
    fields: dict[str, str | None] = {}
    for word in words:
        name, equals, value = word.partition("=")
        name = name.strip()
        if not equals or not name:
            raise UsageError(f'{quoted(word)} is no FIELD=VALUE; write one such as date=2022-09 or title="A title"')
        if name in fields:
            raise UsageError(f"{name} is given twice")
        fields[name] = value.strip() or None
    return fields
