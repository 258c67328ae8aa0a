"""Ceremonies, credentials, press conferences and announced measures: what counts without a date of its own.

"Laid a wreath at", "reviewed the guard of honour", "presented his credentials", "at a joint press conference",
"announced sanctions against".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.events.happening import SENT_AWAY, Happening, Rule
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.upgrades.envoys import NON_GRATA, ORDERED_OUT
from tiestui.extraction.wordforms import all_forms, every_form, form_names, squeezed
from tiestui.lexicons import alternation, load

_CREDENTIALS = Guarded(
    "credentials credence letter letters",
    r"\b(?P<verb>present(?:ed|s|ing)?)\s+(?:his|her|their|the|letters\s+of)?\s*(?:\w+\s+)?"
    r"(?:credentials|credence|letters?\s+of\s+(?:credence|credentials))\b",
    re.IGNORECASE,
)
_PRESS = Guarded(
    "press news", r"\b(?P<noun>(?:joint\s+)?(?:press|news)\s+(?:conference|briefing|availability))\b", re.IGNORECASE
)
_MEASURES = Guarded(
    "announced imposed introduced lifted unveiled",
    r"\b(?P<verb>announced|imposed|introduced|lifted|unveiled)\s+(?:[\w.-]+\s+){0,5}?(?:sanctions|tariffs|measures|countermeasures|restrictions|embargo|ban|bans|duties)\b",
    re.IGNORECASE,
)
_FIRST_ENVOY = Guarded(
    "first",
    r"\b(?P<verb>appointed|named|nominated|sent|became)\b[^;]{0,80}?\bfirst\b[^;,]{0,40}?"
    r"\b(?:[Aa]mbassador|[Mm]inister|[Ee]nvoy|[Cc]hargé|[Rr]epresentative|[Cc]onsul)\b"
    r"|\bfirst\s+(?:[\w-]+\s+){0,3}?(?:[Aa]mbassador|[Ee]nvoy|[Mm]inister|[Cc]onsul)\b[^;,]{0,60}?(?:,[^;,]{2,50},)?\s"
    r"(?P<verb2>took\s+up|assumed|arrived|was\s+(?:appointed|accredited|named))\b",
)
# "A state banquet was given in his honour", "a ceremony marking the jubilee was held in Lima".
_WAS_HELD = Guarded(
    "ceremony banquet reception luncheon parade commemoration dinner",
    r"\b(?P<noun>ceremony|banquet|reception|luncheon|parade|commemoration|(?:state|gala|official)\s+dinner)\b[^;,]{0,90}?\s"
    r"(?:(?:was|were)\s+(?:\w+ly\s+|also\s+)?(?:held|given|hosted|offered|organi[sz]ed|staged)|took\s+place)\b",
    re.IGNORECASE,
)
# "A monument to the pilots was unveiled", "the foundation stone was laid".
_WAS_UNVEILED = Guarded(
    "unveiled laid dedicated consecrated",
    r"\b(?P<noun>monument|memorial|statue|bust|plaque|(?:foundation|corner)\s?-?stone)\b[^;,]{0,90}?\s(?:was|were)\s+"
    r"(?:\w+ly\s+)?(?:unveiled|laid|dedicated|consecrated)\b",
    re.IGNORECASE,
)
_SALUTE = Guarded(
    "salute guard", r"\b(?P<noun>(?:\w+-gun|gun)\s+salute|honou?r\s+guard|guard\s+of\s+honou?r)\b", re.IGNORECASE
)
_CEREMONY = Rule("ceremony", "nothing", True, "ceremony")
_PRESENTED = Rule("ceremony", "nothing", True, "credentials")
_JOINT_PRESS = Rule("other", "nothing", True, "press conference")
_OTHER_PRESS = Rule("other", "date", False, "press conference")
_UNWELCOME = Rule("other", "telling", True, "persona non grata")
_SENT = Rule("other", "telling", True, SENT_AWAY)
_ENVOY = Rule("other", "telling", True, "first envoy")
_MEASURE = Rule("other", "telling", True, "measures")


@cache
def _ceremony() -> tuple[Scanner, dict[str, str]]:
    """The pattern of a ceremony by verb and noun, and the forms of its verbs."""
    words = load("events")["ceremony"]
    verbs = words["verbs"]
    pattern = (
        rf"\b(?P<verb>{all_forms(verbs)})\s+(?:an?\s+|the\s+|in\s+|his\s+)?(?:(?!of\b|with\b|for\b)[\w.’'-]+\s+){{0,6}}?"
        rf"(?P<noun>{alternation(words['words'])})\b"
    )
    return Scanner(pattern, every_form(verbs)), form_names(verbs)


def find_ceremonies(text: str, start: int, end: int) -> Iterator[Happening]:
    """The ceremonies and the like that a sentence tells of; they may overlap."""
    ceremony, forms = _ceremony()
    for match in ceremony.finditer(text, start, end):
        verb = squeezed(match["verb"])
        yield _CEREMONY.of(match, "verb", forms.get(verb, "past"), verb, squeezed(match["noun"]))
    for match in _WAS_HELD.finditer(text, start, end):
        yield _CEREMONY.of(match, "noun", "noun", squeezed(match["noun"]))
    for match in _WAS_UNVEILED.finditer(text, start, end):
        yield _CEREMONY.of(match, "noun", "past", squeezed(match["noun"]))
    for match in _SALUTE.finditer(text, start, end):
        yield _CEREMONY.of(match, "noun", "noun")
    for match in _CREDENTIALS.finditer(text, start, end):
        verb = squeezed(match["verb"])
        form = {"presented": "past", "presents": "present", "present": "base"}.get(verb, "gerund")
        yield _PRESENTED.of(match, "verb", form, verb, "credentials")
    for match in _PRESS.finditer(text, start, end):
        joint = match["noun"].lower().startswith("joint")
        yield (_JOINT_PRESS if joint else _OTHER_PRESS).of(match, "noun", "noun")
    for match in NON_GRATA.finditer(text, start, end):
        yield _UNWELCOME.of(match, "verb", "past", "persona non grata")
    for match in ORDERED_OUT.finditer(text, start, end):
        yield _SENT.of(match, "verb", "past", squeezed(match["verb"]), "to leave")
    for match in _FIRST_ENVOY.finditer(text, start, end):
        which = "verb" if match["verb"] else "verb2"
        yield _ENVOY.of(match, which, "past", squeezed(match[which]), "first")
    for match in _MEASURES.finditer(text, start, end):
        yield _MEASURE.of(match, "verb", "past", squeezed(match[0]))
