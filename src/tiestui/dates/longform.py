"""Dates in words for people: "September 2022", "1 March 2023", "about 1972", "early 2019", "the 1990s".

`long_form` is for screens and briefings, `chronology_form` for the form of journals ("Sept. 15, 2022"). Both say
what the date says: nothing finer, nothing coarser.
"""

from __future__ import annotations

from tiestui.dates.partial import PartialDate
from tiestui.dates.words import MONTH_NAMES

_JOURNAL_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIERS = {"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}
_PARTS_OF_YEAR = {("01", "04"): "early", ("05", "08"): "mid-", ("09", "12"): "late"}
_UNDATED = "undated"


def long_form(date: PartialDate | None) -> str:
    """The date in words, day before month; "undated" for None."""
    return _form(date, MONTH_NAMES, day_first=True)


def chronology_form(date: PartialDate | None) -> str:
    """The date in the form of journals' chronologies, month before day; "undated" for None."""
    return _form(date, _JOURNAL_MONTHS, day_first=False)


def _form(date: PartialDate | None, months: list[str], *, day_first: bool) -> str:
    if date is None:
        return _UNDATED
    first, slash, last = date.edtf.partition("/")
    if not slash:
        return _simple(first, months, day_first)
    if first in ("", ".."):
        return f"until {_simple(last, months, day_first)}"
    if last in ("", ".."):
        return f"since {_simple(first, months, day_first)}"
    return _range(first, last, months, day_first)


def _simple(edtf: str, months: list[str], day_first: bool) -> str:
    if edtf[-1] in _QUALIFIERS:
        return _QUALIFIERS[edtf[-1]].format(_simple(edtf[:-1], months, day_first))
    year, _, rest = edtf.partition("-")
    if not rest:
        return _years(year)
    month, _, day = rest.partition("-")
    if month in _SEASONS:
        if month == "24":
            return f"winter {year}–{(int(year) + 1) % 100:02d}"
        return f"{_SEASONS[month]} {year}"
    name = months[int(month) - 1]
    if not day:
        return f"{name} {year}"
    return f"{int(day)} {name} {year}" if day_first else f"{name} {int(day)}, {year}"


def _years(year: str) -> str:
    if year.endswith("XX"):
        return f"the {year[:2]}00s"
    return f"the {year[:3]}0s" if year.endswith("X") else str(int(year))


def _range(first: str, last: str, months: list[str], day_first: bool) -> str:
    one, other = first.split("-"), last.split("-")
    same_year = one[0] == other[0]
    plain = all(
        part.isdigit() and (place == 0 or int(part) < 32) for piece in (one, other) for place, part in enumerate(piece)
    )
    seasons = any(len(piece) > 1 and piece[1] in _SEASONS for piece in (one, other))
    if same_year and plain and not seasons and len(one) == len(other) and len(one) > 1:
        if len(one) == 2:
            part = _PARTS_OF_YEAR.get((one[1], other[1]))
            if part:
                return f"{part}{'' if part.endswith('-') else ' '}{one[0]}"
            return f"{_month(one[1], months)}–{_month(other[1], months)} {one[0]}"
        return _days(one, other, months, day_first)
    if plain and len(one) == len(other) == 1:
        return f"{int(one[0])}–{int(other[0])}"
    return f"{_simple(first, months, day_first)} to {_simple(last, months, day_first)}"


def _days(one: list[str], other: list[str], months: list[str], day_first: bool) -> str:
    """Two days of one year: "12–13 May 2023", "30 May to 2 June 2023"."""
    month, last_month, year = _month(one[1], months), _month(other[1], months), one[0]
    day, last_day = int(one[2]), int(other[2])
    if one[1] == other[1]:
        return f"{day}–{last_day} {month} {year}" if day_first else f"{month} {day}–{last_day}, {year}"
    if day_first:
        return f"{day} {month} to {last_day} {last_month} {year}"
    return f"{month} {day} to {last_month} {last_day}, {year}"


def _month(number: str, months: list[str]) -> str:
    return months[int(number) - 1]
