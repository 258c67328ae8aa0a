"""Dates of rows (EDTF text) in the forms that people and other programs read."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tiestui.dates.partial import PartialDate
from tiestui.views.columns import UNDATED

OPEN = ".."


@lru_cache(maxsize=4096)
def partial(edtf: str) -> PartialDate:
    """The date of the text."""
    from tiestui.dates.edtf import parse_edtf

    return parse_edtf(edtf)


@lru_cache(maxsize=4096)
def spoken(edtf: str | None) -> str:
    """The date as a person writes it ("1 March 2023", "the 1990s"), "undated" for none."""
    from tiestui.dates.longform import long_form

    return long_form(partial(edtf)) if edtf else UNDATED


def is_plain(edtf: str) -> bool:
    """Whether the date is a year, a month or a day and nothing else, so that everybody can read it as it stands."""
    return edtf.count("-") <= 2 and edtf.replace("-", "").isdecimal() and not _is_season(edtf)


def readable(edtf: str | None) -> str:
    """A plain date as it stands, another in words ("197X" as "the 1970s"); "undated" for none."""
    return edtf if edtf and is_plain(edtf) else spoken(edtf)


@lru_cache(maxsize=4096)
def in_chronology(edtf: str | None) -> str:
    """The date in the form of the journals' chronologies ("Sept. 15, 2022"), "Undated" for none."""
    from tiestui.dates.longform import chronology_form

    return chronology_form(partial(edtf)) if edtf else UNDATED.capitalize()


def shown_span(edtf: str) -> tuple[date, date]:
    """The first and the last day to show a date at; where a side is open ("until 1990"), the day that is known."""
    whole = partial(edtf)
    return (
        whole.latest if edtf.startswith(OPEN) else whole.earliest,
        whole.earliest if edtf.endswith(OPEN) else whole.latest,
    )


@lru_cache(maxsize=4096)
def date_parts(edtf: str) -> tuple[tuple[int, ...], tuple[int, ...] | None]:
    """Year, month and day as far as they are known, of the date or of the beginning and the end of a span.

    A decade, a season or an interval has an end; "2022-09" has none: (2022, 9).
    """
    known = edtf.rstrip("~?%")
    if is_plain(known):
        return tuple(map(int, known.split("-"))), None
    first, last = shown_span(edtf)
    return _full(first), _full(last) if first < last else None


def _is_season(known: str) -> bool:
    return known.count("-") == 1 and int(known.split("-")[1]) > 12


def _full(day: date) -> tuple[int, int, int]:
    return (day.year, day.month, day.day)
