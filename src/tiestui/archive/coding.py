"""What a record's closed values and its date are in the archive: numbers of columns, hidden tokens, a range of keys.

They come again and again, so each combination is worked out once.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from tiestui.archive.keys import SEQUENCE_BITS, UNDATED, first_key, lasting_class
from tiestui.archive.tokens import CODES, closed_token, flag_token, lasting_token
from tiestui.dates.edtf import full_date, parse_edtf

STARRED, NOTED, CORROBORATED, CONFLICTING, UNSAFE = 1, 2, 4, 8, 16
_FLAG_TOKENS = tuple(
    (bit, flag_token(name))
    for bit, name in (
        (STARRED, "starred"),
        (NOTED, "noted"),
        (CORROBORATED, "corroborated"),
        (CONFLICTING, "conflicting"),
    )
)
OWN = {
    "upgrade": {"action": "action"},
    "statement": {"mode": "mode"},
    "agreement": {"instrument": "instrument", "status": "status"},
    "event": {"event": "kind"},
}
"""The closed fields that one kind has and others lack: by their names in a query those in the contract."""
_OWN_COLUMNS = ("action", "instrument", "status", "event", "mode")
_TOPIC_BIT = {topic: 1 << (number - 1) for topic, number in CODES["topic"].items()}
_KIND_ORDER = {"upgrade": 0, "agreement": 1, "event": 2, "statement": 3}
_PRECISION_DAYS = (1, 92, 366)
_CLASS_BITS = SEQUENCE_BITS - 4
_UNDATED_CLASS_BITS = 40


class Dated(NamedTuple):
    """Where records of a date stand in time. low: the first key of upgrades; the other kinds follow, `step` keys each.

    latest: the last day, None for undated ones. year: the first. tokens: what the index knows of it.
    """

    low: int
    step: int
    latest: int | None
    lasting: int
    year: int | None
    tokens: str

    def first(self, kind: str) -> int:
        """The first key of records of that kind."""
        return self.low + self.step * _KIND_ORDER[kind]


class Coded(NamedTuple):
    """The columns of the narrow table that stand for closed values, and the hidden tokens that say the same.

    kind to own: as the columns stand in the table; own: action to mode, None where the kind has no such field.
    """

    kind: int
    topics: int
    modality: int
    review: int
    own: tuple[int | None, ...]
    tokens: str


@lru_cache(maxsize=16_384)
def dated(text: str | None) -> Dated:
    """The place of records with that date (EDTF text or None)."""
    if text is None:
        return Dated(UNDATED, 1 << _UNDATED_CLASS_BITS, None, 0, None, flag_token("undated"))
    day = full_date(text)
    if day is not None:
        return Dated(first_key(day.toordinal()), 1 << _CLASS_BITS, day.toordinal(), 0, day.year, "")
    date = parse_edtf(text)
    days = date.days
    low = first_key(date.earliest.toordinal()) + (bisect_left(_PRECISION_DAYS, days) << 2 << _CLASS_BITS)
    lasting = lasting_class(days)
    tokens = lasting_token(lasting) if lasting else ""
    return Dated(low, 1 << _CLASS_BITS, date.latest.toordinal(), lasting, date.earliest.year, tokens)


@lru_cache(maxsize=16_384)
def coded(kind: str, modality: str, review: str, flags: int, topics: tuple[str, ...], *own: str) -> Coded:
    """The columns and tokens of a record of that kind; own: its fields of `OWN`, in their order."""
    known = [topic for topic in topics if topic in _TOPIC_BIT]
    fields = dict(zip(OWN[kind], own, strict=True))
    tokens = [closed_token("kind", kind), *(closed_token("topic", topic) for topic in known)]
    tokens += [closed_token("modality", modality), closed_token("review", review)]
    tokens += [token for bit, token in _FLAG_TOKENS if flags & bit]
    tokens += [closed_token(field, value) for field, value in fields.items()]
    return Coded(
        CODES["kind"][kind],
        sum({_TOPIC_BIT[topic] for topic in known}),
        CODES["modality"][modality],
        CODES["review"][review],
        tuple(CODES[field][fields[field]] if field in fields else None for field in _OWN_COLUMNS),
        " ".join(filter(None, tokens)),
    )
