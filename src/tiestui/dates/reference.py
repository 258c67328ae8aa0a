"""What a date expression is read against, and the arithmetic of it: "on Wednesday", "last month", "two days earlier".

Two anchors: the day the document was published, and the narrative's own day. Every function gives None when its anchor
is missing or not known finely enough: a date is never invented.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from tiestui.dates.builders import (
    approximate,
    century_date,
    day_date,
    days_date,
    decade_date,
    month_date,
    season_date,
    week_date,
    year_date,
)
from tiestui.dates.partial import PartialDate

Anchor = PartialDate | None


class Reference(NamedTuple):
    """What expressions are read against.

    published: the document's date, or None when unknown. day: the day that the narrative has reached ("that December",
    "the next day", "four days earlier"), a `date` or as precise as it is known, or None. forward: the sentence speaks
    of what is to come, so weekdays and months without a year are the next ones, not the last. own_year: days and months
    without a year are of the narrative's year, as in a history or under a year's heading.
    """

    published: PartialDate | None = None
    day: date | PartialDate | None = None
    forward: bool = False
    own_year: bool = False

    @property
    def narrative(self) -> PartialDate | None:
        """The narrative's day as a partial date."""
        return day_date(self.day) if isinstance(self.day, date) else self.day

    @property
    def calendar(self) -> PartialDate | None:
        """What a month without a year is read against: the document's date or the narrative's day."""
        return self.narrative if self.tells else self.published

    @property
    def tells(self) -> bool:
        """Whether days and months without a year are the narrative's."""
        return self.published is None or (self.own_year and not self.forward and self.day is not None)


def exact_day(anchor: Anchor) -> date | None:
    """The day of an anchor that is known to the day."""
    return anchor.earliest if anchor and anchor.earliest == anchor.latest else None


def known_month(anchor: Anchor) -> tuple[int, int] | None:
    """Year and month of an anchor that is known to the month or finer."""
    if anchor is None or (anchor.earliest.year, anchor.earliest.month) != (anchor.latest.year, anchor.latest.month):
        return None
    return anchor.earliest.year, anchor.earliest.month


def known_year(anchor: Anchor) -> int | None:
    """The year of an anchor that is known to the year or finer."""
    return anchor.earliest.year if anchor and anchor.earliest.year == anchor.latest.year else None


def weekday_near(anchor: Anchor, weekday: int, direction: str) -> PartialDate | None:
    """A weekday (0 is Monday) near an exact day.

    direction: "back" or "ahead", the day itself included; "before" or "after", excluded; "same week" from Monday on.
    """
    day = exact_day(anchor)
    if day is None:
        return None
    back = (day.weekday() - weekday) % 7
    steps = {
        "back": -back,
        "ahead": -back % 7,
        "before": -(back or 7),
        "after": (-back % 7) or 7,
        "same week": weekday - day.weekday(),
    }
    return _moved_days(day, steps[direction])


def month_near(anchor: Anchor, month: int, direction: str) -> PartialDate | None:
    """A month without a year: "back" and "ahead" include the anchor's own month, "before" and "after" do not."""
    known = known_month(anchor)
    if known is None:
        return None
    year, current = known
    shift = {
        "back": -(month > current),
        "ahead": int(month < current),
        "before": -(month >= current),
        "after": int(month <= current),
        "same year": 0,
    }
    return month_date(year + shift[direction], month)


def day_of_month_near(anchor: Anchor, month: int, day: int, direction: str) -> PartialDate | None:
    """A day without a year, the last one ("back") or the next one ("ahead"), the anchor's own day included."""
    if anchor is None or known_month(anchor) is None:
        year = known_year(anchor)
        return day_date(date(year, month, day)) if year is not None and direction == "same year" else None
    this_year = date(anchor.earliest.year, month, day)
    if direction == "back" and this_year > anchor.latest:
        return day_date(date(this_year.year - 1, month, day))
    if direction == "ahead" and this_year < anchor.earliest:
        return day_date(date(this_year.year + 1, month, day))
    return day_date(this_year)


def unit_near(anchor: Anchor, unit: str, steps: int) -> PartialDate | None:
    """The anchor's own day, week, month, year, decade or century, or the one `steps` further on."""
    if unit == "day":
        day = exact_day(anchor)
        return _moved_days(day, steps) if day else None
    if unit == "week":
        day = exact_day(anchor)
        return week_date(day + timedelta(weeks=steps)) if day else None
    if unit == "month":
        known = known_month(anchor)
        if known is None:
            return None
        from dateutil.relativedelta import relativedelta

        moved = date(*known, 1) + relativedelta(months=steps)
        return month_date(moved.year, moved.month)
    year = known_year(anchor)
    if year is None:
        return None
    if unit == "decade":
        return decade_date(year + steps * 10)
    if unit == "century":
        return century_date(year + steps * 100)
    return year_date(year + steps)


def offset(anchor: Anchor, count: int, unit: str, sign: int) -> PartialDate | None:
    """`count` units before (-1) or after (1) the anchor, as precise as the unit; decades and centuries are "about"."""
    if unit in ("decade", "century"):
        year = known_year(anchor)
        return approximate(year_date(year + sign * count * (10 if unit == "decade" else 100))) if year else None
    return unit_near(anchor, unit, sign * count)


def weekend_near(anchor: Anchor, steps: int) -> PartialDate | None:
    """Saturday and Sunday: the last ones begun by the anchor (0), those before them (-1) or the coming ones (1)."""
    saturday = weekday_near(anchor, 5, "after" if steps > 0 else "back")
    if saturday is None:
        return None
    start = saturday.earliest - timedelta(weeks=1 if steps < 0 else 0)
    return days_date(start, start + timedelta(days=1))


def season_near(anchor: Anchor, code: int, direction: str) -> PartialDate | None:
    """A season (21 to 24): begun by then ("back"), over ("before"), to come ("after"), or of its year ("same year")."""
    if anchor is None or known_month(anchor) is None:
        return None
    day = anchor.latest
    seasons = [season_date(day.year + step, code) for step in (1, 0, -1, -2)]
    if direction == "same year":
        return seasons[1]
    if direction == "after":
        return min((season for season in seasons if season.earliest > day), key=lambda season: season.earliest)
    past = [season for season in seasons if (season.latest if direction == "before" else season.earliest) <= day]
    return past[0]


def _moved_days(day: date, steps: int) -> PartialDate:
    return day_date(day + timedelta(days=steps))
