"""What a field of a record can have: each check raises `FieldError`, which names the field, or does nothing.

What was found right once is remembered: a document's records have few countries, topics and words of closed lists.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import filterfalse

from tiestui.dates.partial import Basis
from tiestui.errors import FieldError
from tiestui.light import get_args
from tiestui.model.vocabulary import (
    TOPICS,
    Action,
    EventKind,
    Instrument,
    Modality,
    Mode,
    Origin,
    Pair,
    Review,
    SpeakerKind,
    Status,
)

_ALL_TOPICS = frozenset(TOPICS)
_ALLOWED: dict[str, tuple[str, ...]] = {
    "date_basis": get_args(Basis),
    "modality": get_args(Modality),
    "review": get_args(Review),
    "origin": get_args(Origin),
    "action": get_args(Action),
    "mode": get_args(Mode),
    "instrument": get_args(Instrument),
    "status": get_args(Status),
    "kind": get_args(EventKind),
    "speaker.kind": get_args(SpeakerKind),
}


@lru_cache(maxsize=1 << 8)
def one_of(field: str, value: str) -> None:
    """The value of a field that has a closed list is one of it."""
    allowed = _ALLOWED[field]
    if value not in allowed:
        raise FieldError(field, f"{value!r} is not one of {', '.join(allowed)}")


def _is_code(code: str) -> bool:
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()


@lru_cache(maxsize=1 << 12)
def countries(field: str, codes: tuple[str, ...]) -> None:
    """All of them are codes of countries."""
    wrong = next(filterfalse(_is_code, codes), None)
    if wrong is not None:
        raise FieldError(field, f"{wrong!r} is no three-letter country code (ISO 3166-1 alpha-3, such as CHN)")


@lru_cache(maxsize=1 << 10)
def topics(given: tuple[str, ...]) -> None:
    """All of them are topics."""
    unknown = next(filterfalse(_ALL_TOPICS.__contains__, given), None)
    if unknown is not None:
        raise FieldError("topics", f"{unknown[:60]!r} is not one of {', '.join(TOPICS)}")


@lru_cache(maxsize=1 << 10)
def pair(given: Pair) -> None:
    """They are two countries in order."""
    if len(given) != 2 or given[0] >= given[1]:
        raise FieldError("pair", f"{'-'.join(given)} is not two different codes in alphabetical order")
    countries("pair", given)
