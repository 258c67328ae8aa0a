"""Visits: somebody goes to the other country, is there, or is welcomed there.

"President Ek visited Oslo", "paid a state visit to", "arrived in", "is in Peru for talks", "during a visit by",
"welcomed Prime Minister Ito to the White House".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.events.happening import Happening, Rule
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.wordforms import all_forms, every_form, form_names, squeezed
from tiestui.lexicons import alternation, load

_WHO = (
    r"(?:[A-Z]|(?:the|a|an|his|her|their)\s+(?:[\w.-]+\s+){0,3}?(?:president|prime|premier|minister|leader"
    r"|secretary|delegation|king|chancellor|emperor|capital|country|city|region)\b|our\s+country"
    r"|the\s+(?:[a-z]+\s+){1,2}?(?:of|in|at)\s+(?:the\s+)?[A-Z])"
)
_VISITED = Guarded(
    "visit visits visited visiting", rf"\b(?P<verb>visit(?:s|ed)?|visiting)\s+(?P<what>{_WHO}|[Tt]he\s+[A-Z])"
)
_IS_IN = Scanner(
    r"\b(?P<verb>is|are|was|were)\s+(?:currently\s+|now\s+|also\s+|already\s+|still\s+)?in\s+(?:the\s+"
    r")?(?P<what>[A-Z][\w.]+)(?:\s+[A-Z]\w+)*,?\s+(?:for|on|to\s+(?:attend|meet|hold)|as\s+(?:a|the)\s+guests?"
    r"|at\s+the\s+invitation)\b",
    ("is", "are", "was", "were"),
    cased=True,
)
# "Is due in Lima next week".
_DUE_IN = Guarded(
    "due",
    r"\b(?:is|are|was|were)\s+(?P<verb>due)\s+(?:to\s+arrive\s+)?(?:in|at|here)\s+(?:the\s+)?(?P<what>[A-Z][\w.]+)",
)
# "Has come to Ghana as a guest of the government".
_HAS_COME = Guarded(
    "come",
    r"\b(?:has|have|had)\s+(?P<verb>come)\s+to\s+(?:the\s+)?(?P<what>[A-Z][\w.]+)\b[^;,.]{0,40}?\s(?:as\s+(?:an?|the)\s+guests?|at\s+the\s+invitation"
    r"|on\s+(?:an?|this|his|her|their)\s|for\s+(?:talks|a\s)|to\s+(?:attend|meet|hold))",
)
_STAYED = Scanner(
    r"\b(?P<verb>was|were)\s+in\s+(?:the\s+)?(?P<what>[A-Z][\w.]+)(?:\s+[A-Z]\w+)*\s+from\s+(?=\d|[A-Z])",
    ("was", "were"),
    cased=True,
)
_IS_ON = Scanner(
    r"\b(?P<verb>is|was|are|were)\s+(?:currently\s+|now\s+)?on\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+"
    r"){0,5}?(?:visit|trip|tour)\b",
    ("is", "was", "are", "were"),
    cased=True,
)
_WELCOMED = Guarded(
    "welcome welcomes welcomed welcoming host hosts hosted hosting",
    r"\b(?P<verb>welcom(?:e|es|ed|ing)|host(?:s|ed|ing)?)\s+(?P<what>(?:the\s+)?(?:visiting\s+"
    r")?(?:[A-Z][\w.’'-]*,?\s+|\([A-Z]+\),?\s+|of\s+|and\s+|the\s+|(?:vice[- ])?president\s+|prime\s+minister\s+|his\s+"
    r"|her\s+|(?:foreign\s+|defen[cs]e\s+)?minister\s+|leader\s+|premier\s+|king\s+|chancellor\s+|envoy\s+"
    r"|ambassador\s+|counterpart\s+){1,9}?)(?:to|at|in|for)\s+(?:the\s+|an?\s+|his\s+|her\s+)?(?:[A-Z]|state|official"
    r"|working|talks|visit|\w+-day)",
)
_FIRST_TO_VISIT = Guarded(
    "visit", r"\b(?P<verb>became|was|is)\s+the\s+(?:first|second|only|latest)\b[^;]{0,80}?\bto\s+visit\b", re.IGNORECASE
)
_ARRIVAL = Guarded("arrival", r"\b(?P<verb>arrival)\s+(?:in|at)\s+(?:the\s+)?(?P<what>[A-Z]\w+)")
_OWNER = (
    r"(?:(?:[A-Z][\w.-]*(?:['’]s?)|[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[Tt]he\s+latter['’]s|[Tt]he\s+\w+['’]s?|[Tt]his"
    r"|[Tt]he|[Aa]n?|[Oo]fficial|[Ss]tate|[Ff]irst)\s+)"
)


@cache
def _patterns() -> tuple[Scanner, Scanner, Scanner]:
    data = load("events")["visit"]
    nouns = alternation(data["nouns"])
    return (
        Scanner(
            rf"\b(?P<verb>{all_forms(data['paying'])})\s+(?:an?|his|her|their|the|another|two|three|several)\s+"
            rf"(?:[\w.-]+\s+){{0,6}}?(?P<noun>{nouns})\b",
            every_form(data["paying"]),
        ),
        Scanner(
            rf"\b(?P<verb>{all_forms(data['moving'])})\s+(?:here|(?:the\s+)?(?P<what>[A-Z][\w.]+|(?:\w+\s+"
            rf")?capital)|(?P<why>on|in|for)\b)",
            every_form(data["moving"]),
            cased=True,
        ),
        Scanner(
            rf"(?P<noun>{nouns})\b(?P<to>\s+(?:to|by|of|in)\s+(?:the\s+)?[A-Z][\w.’'-]*|\s+(?:here|there))?",
            data["nouns"],
            cased=True,
        ),
    )


_FREIGHT = re.compile(
    r"\b(?:settlers?|immigrants?|refugees|migrants|colonists|troops|soldiers|warships?|ships?|fleet|forces|batch|shipments?|doses|cargo|consignments?|supplies|goods|planes?|aircraft|trains?|aid|equipment|weapons|tanks"
    r"|flights?|vaccines?|convoy)\b"
)
_FREIGHT_REACH = 50
# "The first arrived in 2014": one of the things named before.
_ONE_OF_THEM = re.compile(
    r"\b(?:[Tt]he\s+)?(?:first|second|third|fourth|last|next|others?|rest|remainder)\s+(?:had\s+|has\s+)?$"
)
_ONE_REACH = 24
_PAID = Rule("visit", "nothing", True, "visit paid")
_BY_VERB = Rule("visit", "nothing", True, "visit by verb")
_FIRST_TO = Rule("visit", "nothing", True, "visit: first to")
_ARRIVED = Rule("visit", "nothing", True, "visit: arrival")
_MOVED = Rule("visit", "date", True, "visit: arrival")
_CAME = Rule("visit", "date", False, "visit: arrival")
_THERE = Rule("visit", "nothing", True, "visit: is there")
_DUE = Rule("visit", "nothing", True, "visit: is due")
_ON_ONE = Rule("visit", "nothing", True, "visit: is on one")
_HOSTED = Rule("visit", "nothing", True, "visit: welcomed")
_NAMED_NOUN = Rule("visit", "nothing", True, "visit by noun")
_NOUN = Rule("visit", "names or date", False, "visit by noun")
_PLAIN = (
    (_FIRST_TO_VISIT, _FIRST_TO),
    (_IS_IN, _THERE),
    (_STAYED, _THERE),
    (_DUE_IN, _DUE),
    (_HAS_COME, _THERE),
    (_IS_ON, _ON_ONE),
)
_NO_NAME = frozenset({"The", "This", "His", "Her", "Their", "A", "An"})


def find_visits(text: str, start: int, end: int) -> Iterator[Happening]:
    """The visits that a sentence tells of; they may overlap."""
    paying, moving, noun = _patterns()
    for match in paying.finditer(text, start, end):
        if _is_visit_noun(match):
            yield _told(_PAID, match)
    for match in _VISITED.finditer(text, start, end):
        verb, low = match["verb"], max(start, match.start() - 6)
        if verb == "visit" and _A_VISIT.search(text, low, match.start()):
            continue
        if verb != "visiting" or not _ATTRIBUTIVE.search(text, low, match.start()):
            yield _told(_BY_VERB, match)
    for pattern, rule in _PLAIN:
        for match in pattern.finditer(text, start, end):
            yield _told(rule, match)
    for match in moving.finditer(text, start, end):
        if _FREIGHT.search(text, max(start, match.start() - _FREIGHT_REACH), match.start()):
            continue
        if _ONE_OF_THEM.search(text, max(start, match.start() - _ONE_REACH), match.start()):
            continue
        arrives = match["verb"].startswith("arriv")
        if match["what"] is not None:
            yield _told(_ARRIVED if arrives else _MOVED, match)
        elif arrives:
            yield _told(_CAME, match)
    for match in _WELCOMED.finditer(text, start, end):
        if "President" in match["what"] or not _BODY.match(match["what"]):
            yield _told(_HOSTED, match)
    for match in _ARRIVAL.finditer(text, start, end):
        yield _MOVED.of(match, "verb", "noun")
    for match in _NOTED.finditer(text, start, end):
        yield _NAMED_NOUN.of(match, "noun", "noun", "visit")
    for match in noun.finditer(text, start, end):
        before = _OWNED.search(text, max(start, match.start() - _OWNER_REACH), match.start())
        if before is not None and _is_visit_noun(match):
            owner = before["owner"].strip()
            named = match["to"] is not None or (owner[0].isupper() and owner not in _NO_NAME)
            yield (_NAMED_NOUN if named else _NOUN).of(match, "noun", "noun")


# "3 July 2004: Visit of the Minister of Trade to Lima", as chronologies note it.
_NOTED = re.compile(
    r"[:|–—•\t-]\s*(?P<noun>(?:(?:State|Official|Working|Private|Royal)\s+)?[Vv]isits?)\s+(?:to|by|of)\s+(?:the\s+|[A-Z])"
)
_OWNED = re.compile(rf"(?<![\w.’'-])(?P<owner>{_OWNER})(?:[\w.-]+,?\s+){{0,5}}$")
_OWNER_REACH = 90
_A_VISIT = re.compile(r"\b(?:the|a|this|his|her|their)\s+$")
# "The visiting minister" visits nobody in this sentence.
_ATTRIBUTIVE = re.compile(r"\b(?:the|a|by|with|and|of)\s+$")
_BODY = re.compile(r"the\s+(?:[A-Z]\w+\s+)*$")


def _told(rule: Rule, match: re.Match[str]) -> Happening:
    return rule.of(match, "verb", _forms().get(squeezed(match["verb"]), "past"))


_GOES = re.compile(r"\s+(?:to|of)\s+(?:the\s+)?[A-Z]")
_OTHER_MISSION = re.compile(
    r"\b(?:trade|diplomatic|permanent|support|peacekeeping|space|business|development)\s+\w*$", re.IGNORECASE
)


def _is_visit_noun(match: re.Match[str]) -> bool:
    """Whether the noun is a visit: "mission" and "tour" only when they go somewhere."""
    if squeezed(match["noun"]) not in ("mission", "tour", "journey"):
        return True
    before = match.string[max(0, match.start("noun") - 40) : match.start("noun")]
    return _GOES.match(match.string, match.end("noun")) is not None and not _OTHER_MISSION.search(before)


@cache
def _forms() -> dict[str, str]:
    data = load("events")["visit"]
    return form_names(["visit", "welcome", "host", *data["paying"], *data["moving"]])
