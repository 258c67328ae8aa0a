"""FIELD=VALUE words of a command, as `review edit`, `new` and `source` take them."""

from __future__ import annotations

from collections.abc import Iterable

from tiestui.errors import UsageError


def fields_of(words: Iterable[str]) -> dict[str, str | None]:
    """The fields and their values as typed; an empty value is None. Raises `UsageError` for a word without "="."""
    fields: dict[str, str | None] = {}
    for word in words:
        name, equals, value = word.partition("=")
        name = name.strip()
        if not equals or not name:
            raise UsageError(f'{word!r} is no FIELD=VALUE; write one such as date=2022-09 or title="A title"')
        if name in fields:
            raise UsageError(f"{name} is given twice")
        fields[name] = value.strip() or None
    return fields
