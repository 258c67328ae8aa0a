"""What stands before a date: preposition, article, "early", "about", "the end of"; whether a bare number is a year.

A number of four digits is a year only when the words around it say so ("in 2016", "(2016)", "the 2016 statement"):
"2016 soldiers", "resolution 2016" and "$2016" are none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from tiestui.dates.builders import Part, approximate, bounded, part_of
from tiestui.dates.grammar_calendar import Hit
from tiestui.dates.partial import Bound

_WINDOW = 64
_MOST_WORDS = 7
_POSSESSIVE = re.compile(r"\w['’]s?\s$")
_WORD = re.compile(r"[0-9A-Za-z]+")
_PREPOSITION = (
    r"(?P<prep>no\slater\sthan|not\slater\sthan|prior\sto|up\sto|as\sof|back\sin|back\sto|dates?\sto|dating\s(?:from|to)"
    r"|compared\s(?:to|with)|in|on|at|by|since|until|till|before|after|from|during|between|through|throughout|of|for|to"
    r"|around|over|within|following|than|starting|beginning|and|or|with|under|year|years|circa)"
)
_PART = (
    r"(?P<part>early|mid|late|(?:the\s)?(?:end|close|beginning|start|middle)\sof|end"
    r"|(?:the\s)?(?:early|late|later|closing|opening)\s(?:part|days|weeks|months|years)\sof"
    r"|(?:the\s)?(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?:half|quarter)\sof|[QH][1-4](?:\sof)?)"
)
_ABOUT = r"(?P<about>about|around|circa|ca?\.|approximately|roughly|some\stime\sin|sometime\sin)"
_LEAD = (
    rf"(?:\b{_PREPOSITION}\s{{1,4}})?(?:\b{_ABOUT}\s{{1,2}}|(?<=\s)c(?P<c>)\.)?(?:\b{_PART}[\s-]{{1,2}})?"
    r"(?:\b(?P<article>the|its|their|his|her|our|an?)\s{1,4})?(?:\b(?P<part2>early|mid|late|earlier|later)[\s-]{1,2})?$"
)
_LEAD_WORDS = frozenset(
    "1st 2nd 3rd 4th a about after an and approximately around as at back before beginning between by c ca circa close "
    "closing compared date dates dating days during earlier early end first following for fourth from h1 h2 h3 h4 half "
    "her his in its last late later mid middle months no not of on opening or our over part prior q1 q2 q3 q4 quarter "
    "roughly second since some sometime start starting than the their third through throughout till time to under "
    "until up weeks with within year years".split()
)
"""Every word that a lead can hold: it begins behind the last other one."""
_BOUNDS: dict[str, Bound] = {
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "before": "before",
    "prior to": "before",
    "after": "after",
    "following": "after",
}
_NOT_FOR_YEARS = frozenset({"at", "over", "within", "to", "with", "under", "than", "and", "or", "on"})
_NONE = frozenset({"", "year", "years"})
_COUNTED = re.compile(
    r"(?:\s{1,2}|-)(?:people|persons?|troops|soldiers|tons?|tonnes|kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|feet|acres?|hectares"
    r"|square|cubic|dollars|euros?|yuan|rubles|roubles|pounds|rupees|percent|per\scent|percentage|million|billion|trillion|thousand"
    r"|MW|GW|megawatts?|barrels|students|jobs|years?|days?|hours?|hrs|minutes|men|women|children|families|households|companies"
    r"|firms|workers|refugees|vehicles|cars|units|copies|votes|seats|points|words|pages|casualties|deaths|dead|cases|police"
    r"|officers|members|guests|delegates|participants|villages|schools|places|residents|items|documents|kg|grams|calories)\b"
)
_NO_YEAR_BEFORE = re.compile(
    r"(?:[Rr]esolutions?|[Aa]rticles?|[Ss]ections?|[Nn]os?\.|[Nn]umbers?|[Ff]lights?|[Rr]ooms?|[Rr]outes?|[Pp]ages?|[Cc]hapters?"
    r"|[Ff]orm|[Tt]ype|[Mm]odel|[Ff]iscal(?:\syear)?|[Ff]inancial\syear|FY|[Aa]genda|[Vv]ision|[Ee]xpo|[Hh]orizon|[Pp]lan|[Gg]oals?)\s{1,2}$"
)
_TOTALS = re.compile(
    r"\b(?:force|total|group|crowd|delegation|army|number|sum|average|maximum|minimum|population|distance|height|price|some)"
    r"\s{1,2}of\s{1,2}$"
)
_RISES = re.compile(
    r"\b(?:rose|risen|rise|increase[ds]?|gr[eo]wn?|fell|fallen|fall|dropped|up|down|cut|reduced)\s{1,2}by\s{1,2}$"
)
_TITLE_WORD = re.compile(r"\b[A-Z][A-Za-z]+\s$")


class Lead(NamedTuple):
    """The words before a date. start: where the date with "early" or "about" begins."""

    start: int
    preposition: str
    part: Part | None
    about: bool
    article: bool


@cache
def _lead_pattern() -> re.Pattern[str]:
    return re.compile(_LEAD, re.IGNORECASE)


def read_lead(text: str, low: int, start: int) -> Lead:
    """The words before position `start`, not looking before `low`."""
    words = list(_WORD.finditer(text, max(low, start - _WINDOW), start))[-_MOST_WORDS:]
    led = takewhile(lambda word: word[0].lower() in _LEAD_WORDS, reversed(words))
    possessive = _POSSESSIVE.search(text, max(low, start - 4), start) is not None
    for begin in reversed([word.start() for word in led]):
        before = max(begin - 1, 0)
        lead = _lead_of(text[before:start], begin - before)
        if lead is not None:
            article = possessive or lead.article
            return Lead(before + lead.start, lead.preposition, lead.part, lead.about, article)
    return Lead(start, "", None, False, possessive)


@lru_cache(maxsize=1024)
def _lead_of(words: str, at: int) -> Lead | None:
    """The lead that the words from `at` to a date make, counted from the start of `words`."""
    matched = _lead_pattern().match(words, at)
    if matched is None:
        return None
    named = matched["part"] or matched["part2"]
    part = _part_named(" ".join(named.lower().split())) if named else None
    about = bool(matched["about"] or matched["c"] is not None)
    own = [matched.start(name) for name in ("about", "part", "part2") if matched[name]]
    preposition = " ".join((matched["prep"] or "").lower().split())
    if preposition in ("around", "circa"):
        preposition, about = "", True
    return Lead(min(own, default=len(words)), preposition, part, about, bool(matched["article"]))


def with_lead(hit: Hit, lead: Lead) -> Hit:
    """The hit made finer or vaguer by the words before it; its span then begins with them."""
    found = hit.date
    if found is not None and lead.part is not None:
        found = part_of(lead.part, found)
    if found is not None and lead.about:
        found = approximate(found)
    if found is not None:
        found = bounded(found, _BOUNDS.get(lead.preposition))
    return hit if lead.start == hit.start and found is hit.date else hit._replace(start=lead.start, date=found)


def is_year(text: str, low: int, high: int, hit: Hit, lead: Lead) -> bool:
    """Whether the words around a number say that it is a year."""
    if _COUNTED.match(text, hit.end, high):
        return False
    before = max(low, hit.start - 24)
    if lead.preposition in _NONE and _NO_YEAR_BEFORE.search(text, before, hit.start):
        return False
    if lead.preposition == "of" and _TOTALS.search(text, before, hit.start):
        return False
    if lead.preposition == "by" and _RISES.search(text, before, hit.start):
        return False
    if lead.part or (lead.about and hit.date is not None and hit.date.earliest.year >= 1500):
        return True
    if lead.article or (lead.preposition and lead.preposition not in _NOT_FOR_YEARS):
        return True
    opener = text[hit.start - 1] if hit.start > low else ""
    closer = text[hit.end] if hit.end < high else ""
    if opener in ("(", "[") and closer in (")", "]", ",", ";", ":", "–", "-"):
        return True
    if not text[low : hit.start].strip(" \t\n\u00a0#*•|–—“-\"'(["):
        return True
    return closer == ")" or (hit.shape == "dashed years" and not _TITLE_WORD.search(text, before, hit.start))


def is_attributive(text: str, high: int, hit: Hit, lead: Lead) -> bool:
    """Whether the date belongs to the noun after it ("the 2014 agreement", "a March 8 meeting")."""
    named = hit.shape == "dashed years" and not lead.preposition
    if not named and (not lead.article or hit.shape not in ("year", "month", "day")):
        return False
    after = text[hit.end : min(high, hit.end + 2)]
    return len(after) == 2 and after[0].isspace() and after[1].isalpha()


def _part_named(words: str) -> Part | None:
    if words.startswith(("q", "h")) and words[1:2].isdigit():
        number = int(words[1])
        if words[0] == "h":
            return "half 1" if number == 1 else "half 2"
        return _quarter(number)
    if words.endswith(("half of", "quarter of")):
        ordinal = words.removeprefix("the ").split()[0]
        number = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}.get(
            ordinal, 0
        )
        if words.endswith("half of"):
            return "half 1" if number == 1 else "half 2"
        return _quarter(number or 4)
    if any(word in words for word in ("early", "beginning", "start", "opening")):
        return "early"
    if words.startswith("mid") or "middle" in words:
        return "mid"
    return None if words in ("earlier", "later") else "late"


def _quarter(number: int) -> Part:
    quarters: tuple[Part, ...] = ("quarter 1", "quarter 2", "quarter 3", "quarter 4")
    return quarters[number - 1]
