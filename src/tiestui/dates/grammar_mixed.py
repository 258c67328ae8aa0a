"""Expressions that name a part of the calendar and lean for its year: "November last year", "in the fall"."""

from __future__ import annotations

import re
from datetime import date

from tiestui.dates.builders import day_date, month_date
from tiestui.dates.grammar_calendar import MONTH_NAME, Hit, Hits, Rule
from tiestui.dates.reference import Reference, known_year, season_near
from tiestui.dates.words import MONTH, SEASON, SEASONS, SPACE, month_number

_NUMBER = r"(?P<{0}>[0-9]{{1,2}})(?:st|nd|rd|th)?"
MONTH_OF_TURN = (
    rf"(?:{_NUMBER.format('d1')}{SPACE}(?:of{SPACE})?)?(?P<month>{MONTH})(?:{SPACE}{_NUMBER.format('d2')})?,?{SPACE}(?:of{SPACE})?"
    rf"(?P<turn>last|this|next|that|the{SPACE}(?:same|following|previous)){SPACE}year(?![A-Za-z])"
)
THE_SEASON = rf"\b[Ii]n\s{{1,4}}the\s{{1,4}}(?:early\s|late\s)?(?P<season>{SEASON})(?!\s+of\b)"
_STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}
_OF_STORY = frozenset({"that", "same", "following", "previous"})


def read_month_of_turn(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "November last year" and "3 May of the same year"."""
    turn = matched["turn"].split()[-1]
    year = known_year(reference.narrative if turn in _OF_STORY else reference.published)
    number = matched["d1"] or matched["d2"]
    found = None
    if year is not None:
        year, month = year + _STEPS.get(turn, 0), month_number(matched["month"])
        found = day_date(date(year, month, int(number))) if number else month_date(year, month)
    yield Hit(matched.start(), matched.end(), found, "relative", "relative", "month of a year")


def read_season_alone(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "in the fall": the next one when the sentence looks ahead, else the last one or that of the story."""
    direction = "same year" if reference.tells else "after" if reference.forward else "back"
    found = season_near(reference.calendar, SEASONS[matched["season"].lower()], direction)
    yield Hit(matched.start("season"), matched.end(), found, "relative", "relative", "the season")


RULES = (
    Rule(MONTH_NAME, MONTH_OF_TURN, read_month_of_turn, also=(" year",)),
    Rule(("pring", "ummer", "utumn", " fall", " winter"), THE_SEASON, read_season_alone),
)
