"""Expressions that lean on another day: weekdays, "last month", "two days earlier", anniversaries, spans of years.

What is read against the document's date and what against the narrative's own day is decided by the words: "last",
"this", "next", "ago" and weekdays lean on the document, "that", "the same", "the following", "earlier" and "later" on
the narrative.
"""

from __future__ import annotations

import re

from tiestui.dates.builders import month_date, year_date
from tiestui.dates.edtf import interval
from tiestui.dates.grammar_calendar import DIGIT, MONTH_NAME, Hit, Hits, Kind, Rule
from tiestui.dates.partial import PartialDate
from tiestui.dates.reference import (
    Reference,
    day_of_month_near,
    exact_day,
    known_month,
    known_year,
    month_near,
    offset,
    season_near,
    unit_near,
    weekday_near,
    weekend_near,
)
from tiestui.dates.words import (
    COUNT,
    MONTH,
    ORDINAL,
    SEASON,
    SEASONS,
    SPACE,
    WEEKDAY,
    WEEKDAYS,
    count_of,
    month_number,
    ordinal_of,
)

_UNIT = r"(?:days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))(?![A-Za-z-])"
_ABOUT_A_SCALE = r"(?:[Oo]ver|[Mm]ore than|[Aa]lmost|[Nn]early|[Aa]bout|[Aa]round|[Ss]ome|[Rr]oughly|[Aa]pproximately)"

DAY_WORDS = (
    r"(?:[Tt]he\s(?P<far>day\s(?:before\syesterday|after\stomorrow))|(?P<word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow"
    r"|[Ll]ast\snight|[Tt]his\s(?:morning|afternoon|evening)))(?![A-Za-z])"
)
TURN = (
    r"(?P<turn>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext|[Tt]hat|[Ss]ame|[Ff]ollowing|[Pp]revious|[Pp]receding|[Cc]urrent|[Cc]oming|[Pp]rior)"
    rf"{SPACE}(?:(?P<part>early|mid|late)[\s-])?"
    rf"(?:(?P<unit>day|week|weekend|month|year|decade|century)(?![A-Za-z-])|(?P<month>{MONTH})(?!{SPACE}[0-9])"
    rf"|(?P<weekday>{WEEKDAY})|(?P<season>{SEASON}))"
)
WEEKDAY_NAMED = (
    rf"(?P<weekday>{WEEKDAY})(?:(?:,|{SPACE}of|{SPACE}(?:morning|afternoon|evening|night))?{SPACE}(?P<week>last|this|next)"
    rf"{SPACE}week(?![A-Za-z-]))?"
)
OFFSET = (
    rf"\b(?P<count>{COUNT}|half{SPACE}a|{{vague}}){SPACE}(?P<unit>{_UNIT}){SPACE}(?P<side>ago|earlier|later|before|after"
    r"|afterwards?|previously|prior|hence|from\snow)(?![A-Za-z])(?P<object>\s{1,4}(?:the|that|this|its|his|her|their|a|an|[A-Z])"
    r"(?=[\s\w]))?"
).replace("{vague}", r"[Ss]everal|[Aa]\sfew|[Ss]ome|[Mm]any|[Aa]\scouple\sof")
SPAN = (
    rf"(?P<turn>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming|[Ff]ollowing){SPACE}"
    rf"(?P<count>{COUNT}|few|several|couple\sof){SPACE}(?P<unit>{_UNIT})"
)
YEARS_SINCE = (
    rf"\b(?P<count>{COUNT}){SPACE}(?P<unit>{_UNIT})(?:\sthat\shave\spassed|\selapsed)?{SPACE}since(?![A-Za-z])"
)
ANNIVERSARY = rf"\b(?P<number>{ORDINAL}){SPACE}(?:[a-z]{{2,12}}{SPACE})?anniversary(?![A-Za-z])"
YEARS_MARKED = (
    rf"[MmCc](?:ark|elebrat|ommemorat)(?:e|es|ed|s|ing)?{SPACE}(?:the{SPACE})?(?:{_ABOUT_A_SCALE}{SPACE})?"
    rf"(?P<number>{COUNT}){SPACE}years{SPACE}(?:of|since)(?![A-Za-z])"
)
WHOLE = r"the\s{1,4}(?P<unit>year|month|week|decade|century|weekend)(?![A-Za-z-])"
DAY_ALONE = r"the\s(?P<day>[0-9]{1,2})(?:st|nd|rd|th)(?=\s{0,2}[.,;)]|\s{1,4}of\s(?:this|the|that|last)\smonth|$)"
NOT_WEEKDAYS = re.compile(r"(?:Good|Black|Bloody|Ash|Holy|Easter|Palm|Maundy|Cyber|Super|Giving)\s$")
NOT_WEEKDAYS_AFTER = re.compile(r"\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Agreement|Accords?|Mass|Prayers?)\b")

_MAY_POINT_BACK = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Bb]y|of|[Uu]ntil|[Ss]ince|[Dd]uring|late|early|[Ff]rom)\s|[,;(]\s|^)$"
)
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1, "coming": 1}
_NARRATIVE = frozenset({"that", "same", "following", "previous", "preceding", "prior"})


def read_day_word(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "yesterday", "tonight", "the day after tomorrow"; not "today's world"."""
    if matched["far"]:
        steps = -2 if "before" in matched["far"] else 2
    else:
        steps = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(" ".join(matched["word"].lower().split()), 0)
    if steps == 0 and matched.string[matched.end() : matched.end() + 2] in ("'s", "’s"):
        return
    yield _hit(matched, unit_near(reference.published, "day", steps), "relative", "day word")


def read_turn(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "last week", "this year", "that December", "the following Friday", "next spring", "the same day"."""
    turn, text, start = matched["turn"].lower(), matched.string, matched.start()
    before = text[max(0, start - 5) : start].lower()
    articled = before.endswith(("the ", "the\n"))
    if turn in ("same", "current", "coming", "prior") and not (articled or before in ("that ", "this ")):
        return
    named = matched["month"] or matched["weekday"] or matched["season"]
    if turn == "that" and not (matched["unit"] or named) and not _MAY_POINT_BACK.search(text, max(0, start - 8), start):
        return
    if articled and turn in ("past", "last"):
        if matched["unit"] and matched["unit"] != "weekend" and text[matched.end() : matched.end() + 3] != " of":
            yield _hit(matched, _past_span(reference, matched["unit"]), "span", "span")
        return
    narrative = turn in _NARRATIVE or (articled and turn == "next")
    anchor = reference.narrative if narrative else reference.published
    yield _hit(matched, _turned(matched, turn, anchor, reference), "relative", "turn")


def _turned(matched: re.Match[str], turn: str, anchor: PartialDate | None, reference: Reference) -> PartialDate | None:
    steps = _STEPS.get(turn, 0)
    side = {-1: "before", 0: "same year", 1: "after"}[steps]
    if matched["unit"] == "weekend":
        if steps == 0 and turn == "this" and reference.forward:
            return weekend_near(anchor, 1)
        return weekend_near(anchor, 0 if turn in ("past", "last", "this", "that") else steps)
    if matched["unit"]:
        return unit_near(anchor, matched["unit"], steps)
    if matched["month"]:
        return (
            month_near(anchor, month_number(matched["month"]), side)
            if known_month(anchor)
            else _month_in_year(matched, anchor, steps)
        )
    if matched["season"]:
        return season_near(anchor, SEASONS[matched["season"].lower()], "back" if turn == "past" else side)
    weekday = WEEKDAYS[matched["weekday"].lower()]
    if turn == "this" and reference.forward:
        return weekday_near(anchor, weekday, "ahead")
    return weekday_near(anchor, weekday, "same week" if steps == 0 else side)


def _month_in_year(matched: re.Match[str], anchor: PartialDate | None, steps: int) -> PartialDate | None:
    year = known_year(anchor)
    return month_date(year, month_number(matched["month"])) if year is not None and steps == 0 else None


def read_weekday(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "on Wednesday", "Tuesday evening", "Monday last week"; not "Good Friday", not a paper's name."""
    text = matched.string
    if NOT_WEEKDAYS.search(text, max(0, matched.start() - 8), matched.start()):
        return
    if NOT_WEEKDAYS_AFTER.match(text, matched.end()):
        return
    weekday = WEEKDAYS[matched["weekday"].lower()]
    if matched["week"]:
        this_week = weekday_near(reference.published, weekday, "same week")
        found = unit_near(this_week, "day", {"last": -7, "this": 0, "next": 7}[matched["week"]])
    else:
        found = weekday_near(reference.published, weekday, "ahead" if reference.forward else "back")
    yield _hit(matched, found, "weekday", "weekday")


def read_offset(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "two days earlier", "ten years ago", "a week later"; counted from something named: not resolved."""
    unit = _singular(matched["unit"])
    side, count = matched["side"].lower(), matched["count"].lower()
    anchor = reference.published if side in ("ago", "hence") or side.startswith("from") else reference.narrative
    sign = 1 if side.startswith(("later", "after", "hence", "from")) else -1
    named = matched["object"] is not None and side in ("before", "after", "prior")
    end = matched.end() if matched["object"] is None else matched.start("object")
    found = None
    if (not named and not count.endswith("a")) or count == "a":
        found = _counted(anchor, count, unit, sign)
    elif not named and unit in ("decade", "century"):
        found = offset(anchor, 5, "year" if unit == "decade" else "decade", sign)
    yield Hit(matched.start(), end, found, "relative", "offset", "offset")


def _counted(anchor: PartialDate | None, words: str, unit: str, sign: int) -> PartialDate | None:
    if words.startswith(("several", "a few", "some", "many", "a couple")):
        return None
    if unit == "fortnight":
        return offset(anchor, 2 * count_of(words), "week", sign)
    return offset(anchor, count_of(words), unit, sign)


def read_years_since(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "in the ten years since": the year that they began."""
    found = offset(reference.calendar, count_of(matched["count"]), _singular(matched["unit"]), -1)
    yield _hit(matched, found, "span", "since")


def read_span(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "the past five years" and "the next decade": from then to the document's date, or the other way."""
    if matched["count"] in ("few", "several") or matched["count"].startswith("couple"):
        yield _hit(matched, None, "span", "span")
        return
    turn, unit = matched["turn"].lower(), _singular(matched["unit"])
    anchor = reference.narrative if turn in _NARRATIVE else reference.published
    far = offset(anchor, count_of(matched["count"]), unit, _STEPS[turn])
    yield _hit(matched, _between(far, anchor, unit, _STEPS[turn]), "span", "span")


def _past_span(reference: Reference, unit: str) -> PartialDate | None:
    """The past year, decade, ...: from then to the document's date."""
    return _between(offset(reference.published, 1, unit, -1), reference.published, unit, -1)


def _between(far: PartialDate | None, anchor: PartialDate | None, unit: str, sign: int) -> PartialDate | None:
    if far is None or anchor is None:
        return None
    near = unit_near(
        anchor, "year" if unit in ("decade", "century") else "day" if unit in ("week", "fortnight") else unit, 0
    )
    if near is None:
        return None
    if unit in ("decade", "century"):
        far = year_date(far.earliest.year)
    if unit in ("week", "fortnight"):
        far = unit_near(anchor, "day", sign * abs((far.earliest - near.earliest).days // 7 * 7)) or far
    return interval(far, near) if sign < 0 else interval(near, far)


def read_anniversary(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "the 30th anniversary of": the year that it counts from."""
    words = matched["number"].lower()
    years = ordinal_of(words) if matched[0].endswith("anniversary") else count_of(words)
    start = matched.start("number")
    year = known_year(reference.calendar)
    found = year_date(year - years) if year is not None and years < year else None
    yield Hit(start, matched.end(), found, "relative", "anniversary", "anniversary")


def read_whole(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "the end of the year" (taken only with what stands before it) and "over the weekend"."""
    if matched["unit"] == "weekend":
        found = weekend_near(reference.published, 1 if reference.forward else 0)
        yield _hit(matched, found, "relative", "the weekend")
    else:
        yield _hit(matched, unit_near(reference.calendar, matched["unit"], 0), "relative", "the unit")


def read_day_alone(matched: re.Match[str], reference: Reference) -> Hits:
    """Such as "on the 15th" in a report: that day of the document's month, or of the month before."""
    number, anchor = int(matched["day"]), reference.calendar
    known = known_month(anchor)
    found = None
    if known is not None and exact_day(anchor) is not None:
        month = known[1]
        day = exact_day(anchor)
        if day is not None and number > day.day and not reference.forward:
            month = month - 1 or 12
        found = day_of_month_near(anchor, month, number, "ahead" if reference.forward else "back")
    yield Hit(matched.start("day"), matched.end(), found, "relative", "relative", "day alone")


def _hit(matched: re.Match[str], found: PartialDate | None, kind: Kind, shape: str) -> Hit:
    return Hit(matched.start(), matched.end(), found, "relative", kind, shape)


def _singular(unit: str) -> str:
    return "century" if unit.startswith("centur") else unit.rstrip("s")


_UNITS = ("day", "week", "month", "year", "decade", "centur", "fortnight")
_TURNED = (*_UNITS, "pring", "ummer", "utumn", " fall", " winter")
_TURNS = ("ast", "his", "ext", "hat", "ame", "ollowing", "revious", "receding", "urrent", "oming", "rior")
_UNIT_AND_SIDE = rf"[dwfmyc](?:ay|eek|ortnight|onth|ear|ecade|entur)(?:ies|y|s)?{SPACE}[abefhlp]"
_SIDES = ("ago", "arlier", "later", "before", "after", "previously", "prior", "hence", "from now")

RULES = (
    Rule(("oday", "esterday", "omorrow", "night", "orning", "fternoon", "vening"), DAY_WORDS, read_day_word),
    Rule(_TURNED, TURN, read_turn, also=_TURNS),
    Rule(MONTH_NAME, TURN, read_turn, also=_TURNS),
    Rule(("day",), WEEKDAY_NAMED, read_weekday),
    Rule(_SIDES, OFFSET, read_offset, also=_UNITS, hint=_UNIT_AND_SIDE),
    Rule(("past ", "last ", "next ", "previous ", "coming ", "following "), SPAN, read_span, also=_UNITS),
    Rule((" since",), YEARS_SINCE, read_years_since, also=_UNITS),
    Rule(("anniversary",), ANNIVERSARY, read_anniversary),
    Rule((" years of", " years since"), YEARS_MARKED, read_anniversary),
    Rule(_UNITS, WHOLE, read_whole),
    Rule(DIGIT, DAY_ALONE, read_day_alone),
)
