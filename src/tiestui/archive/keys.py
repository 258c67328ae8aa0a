"""The key of a record: its place in the order of dates, as one integer. A place, never an identity.

The earliest day (a proleptic ordinal) stands above a sequence of twenty bits, so that the table and the full-text index
themselves run in order of date. Within a day the finer dates come first, then the kinds (upgrades, agreements, events,
statements), then what came first. Undated records stand above every day.
"""

from __future__ import annotations

from datetime import date

SEQUENCE_BITS = 20
MOST_A_DAY = 1 << SEQUENCE_BITS
UNDATED_DAY = 1 << 22
UNDATED = UNDATED_DAY << SEQUENCE_BITS
"""The first key of undated records; date.max lies below it."""
END = 1 << 62

# How many days a record may last at most to be in a class; class 0 is a single day. Stored in archives: append only.
LASTING = (1, 31, 92, 366, 3653, 36525)


def first_key(day: int) -> int:
    """The lowest key of the ordinal day."""
    return day << SEQUENCE_BITS


def day_of(key: int) -> date | None:
    """The earliest day of the record at `key`, None when it is undated."""
    return None if key >= UNDATED else date.fromordinal(key >> SEQUENCE_BITS)


def year_of(key: int) -> int | None:
    """The year of the record at `key`, None when it is undated."""
    day = day_of(key)
    return day.year if day else None


def year_starts_at(year: int) -> int:
    """The lowest key of the year."""
    return first_key(date(year, 1, 1).toordinal())


def lasting_class(days: int) -> int:
    """The class of a record that allows so many days; the last one has no bound."""
    for number, most in enumerate(LASTING):
        if days <= most:
            return number
    return len(LASTING)


def longest(number: int) -> int | None:
    """How many days a record of the class may last, None for no bound."""
    return LASTING[number] if number < len(LASTING) else None


def key_from(day: date) -> int:
    """The lowest key of the day."""
    return first_key(day.toordinal())
