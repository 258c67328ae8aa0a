"""Values that people or formats give as text: a date of publication, a pair of countries."""

from __future__ import annotations

from tiestui.dates.partial import PartialDate
from tiestui.errors import InputError, TiestuiError
from tiestui.model.records import Pair
from tiestui.reading.textdates import full_date

_HOW = "write it as 2023-03-01, 2023-03 or 2023"


def read_published(text: str | None, what: str) -> PartialDate | None:
    """The date that `text` gives; a time of day is cut off. Raises `InputError` that begins with `what`."""
    if text is None:
        return None
    from tiestui.dates.typed import read_date

    try:
        return read_date(text)
    except TiestuiError:
        found = full_date(text, 0)
        if found and not text[found.end :].strip():
            return found.date
        raise InputError(f"{what}: {text[:60]!r} is no date; {_HOW}") from None


def read_pair(text: str | None, what: str) -> Pair | None:
    """The pair that `text` names by codes or names. Raises `InputError` that begins with `what`."""
    if text is None:
        return None
    from tiestui.countries import parse_pair

    try:
        return parse_pair(text)
    except TiestuiError as error:
        raise InputError(f"{what}: {error.message}") from error
