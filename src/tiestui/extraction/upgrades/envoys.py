"""Envoys: ambassadors recalled, returned, exchanged or sent for the first time, diplomats expelled.

"Recalled its ambassador", "expelled three diplomats", "declared the envoy persona non grata", "appointed the first
ambassador to".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.upgrades.acts import Act, Kind, actions_of
from tiestui.extraction.wordforms import all_forms, every_form, form_names, forms_of, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Action
from tiestui.patterns import lazily

_RELATIONS = "diplomatic relations"
NON_GRATA = Guarded("grata gratae", r"\b(?P<verb>declar\w+)\b[^;]{0,90}?\bpersonae?\s+non\s+gratae?\b", re.IGNORECASE)
"""Somebody declared unwelcome; an event as well."""
_EXCHANGE = lazily(
    r"\b(?P<verb>exchange[ds]?|exchanging)\s+(?:of\s+)?(?:\w+\s+){0,2}?(?:ambassadors|envoys"
    r"|diplomatic\s+representatives|resident\s+ambassadors)\b",
    re.IGNORECASE,
)
_WERE_EXCHANGED = lazily(
    r"\b(?:ambassadors|envoys|ministers|chargés\s+d['’]affaires|diplomatic\s+representatives|diplomats)\s+"
    r"(?:were|had\s+been)\s+(?:\w+\s+)?"
    r"(?P<verb>exchanged)\b",
    re.IGNORECASE,
)
_FIRST = lazily(
    r"\b(?P<verb>appoint(?:ed|s)|named|became|nominated)\b[^;]{0,70}?\bfirst\b[^;,]{0,40}?"
    r"\b(?:[Aa]mbassador|[Mm]inister(?:\s+(?:Plenipotentiary|Resident))?)\s+(?:to|in)\b"
    r"|\bfirst\s+(?:[\w.-]+\s+){0,3}?(?:[Aa]mbassador|[Ee]nvoy|[Mm]inister)\b[^;,]{0,60}?(?:,[^;,]{2,50},)?\s"
    r"(?P<verb2>took\s+up|assumed|arrived|was\s+(?:appointed|accredited|named))\b"
)
_RETURNED = lazily(
    r"\b(?:[Aa]mbassadors?|[Ee]nvoys?)\s+(?P<verb>returned|return|(?:was|were)\s+(?:sent\s+back|reinstated|restored))\b"
    r"(?:\s+to\s+(?:his|her|their|the|[A-Z])|\s+(?:in|on|after)|\s+(?:\w+\s+){1,2}(?:weeks?|months?|years?|days)\s+later)"
)
_BACK = Kind("resumed", _RELATIONS, "ambassador returned", "envoys")
# "Gave the ambassador 48 hours to leave", "ordered three diplomats to leave the country".
ORDERED_OUT = Guarded(
    "leave depart",
    r"\b(?P<verb>ordered|told|gave|given|instructed|asked)\s+[^;,]{0,60}?\b(?P<post>ambassadors?|envoys?|diplomats?|attach[eé]s?"
    r"|chargé\w*|embassy\s+(?:staff|officials|employees)|consuls?|heads?\s+of\s+(?:[\w’'-]+\s+){1,3}?mission)\b[^;,]{0,60}?\sto\s+(?:leave|depart)\b",
    re.IGNORECASE,
)
"""Envoys told to go; an event as well."""
# "Called its ambassador home", "summoned home their envoys".
_CALLED_HOME = lazily(
    r"\b(?P<verb>call(?:ed|s)|order(?:ed|s)|summon(?:ed|s)|br(?:ought|ings))\s+(?:(?:home|back)\s+)?(?:its|their|his|her|the)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?P<post>ambassadors?|envoys?|chargé\s+d['’]affaires|high\s+commissioner)\b(?P<home>[^;,.]{0,40}?\s(?:home|back)\b(?!\s+to\b))?",
    re.IGNORECASE,
)
_HOME = lazily(r"\s(?:home|back)\b")
_CALLED = Kind("downgraded", _RELATIONS, "ambassador recalled", "envoys")
SENT_AWAY = "diplomats ordered to leave"
"""The title of an act whose day does not stand behind it: "ordered him to leave by Sunday" tells the last day."""
_SENT = Kind("downgraded", _RELATIONS, SENT_AWAY, "envoys")
_FEW = 4
_OWN = lazily(r"\b(?:its|their|his|the)\b")
_UNWELCOME = Kind("downgraded", _RELATIONS, "persona non grata", "envoys")
_EXCHANGED = Kind("established", "embassy", "ambassadors exchanged", "envoys exchanged", weak=True)
_FIRST_ENVOY = Kind("established", "embassy", "first envoy", "first envoy")


@dataclass(frozen=True, slots=True)
class _Patterns:
    active: Scanner
    passive: Scanner
    actions: dict[str, Action]
    forms: dict[str, str]
    participle_of: dict[str, str]


@cache
def _patterns() -> _Patterns:
    words = load("acts")["envoys"]
    people_of = [*words["people"], *words["staff"]]
    people = alternation(people_of)
    verbs = [*words["downgraded"], *words["resumed"]]
    return _Patterns(
        active=Scanner(
            rf"\b(?P<verb>{all_forms(verbs)})\s+(?:[\w.,'’-]+\s+){{0,7}}?(?P<post>{people})\b", every_form(verbs)
        ),
        passive=Scanner(
            rf"\b(?P<post>{people})\b[^;]{{0,60}}?\s(?:was|were|been|being|be)\s+(?:\w+\s+){{0,2}}?"
            rf"(?P<verb>{participles(words['downgraded'])})\b",
            people_of,
        ),
        actions=actions_of(words),
        forms=form_names(verbs),
        participle_of={form: forms_of(entry).participle for entry in verbs for form in every_form([entry])},
    )


def find_envoys(text: str, start: int, end: int) -> Iterator[Act]:
    """Acts on envoys told in a sentence, by every rule."""
    p = _patterns()
    for match in p.active.finditer(text, start, end):
        yield from _moved(match, p, p.forms.get(squeezed(match["verb"]), "past"))
    for match in p.passive.finditer(text, start, end):
        yield from _moved(match, p, "participle")
    for match in NON_GRATA.finditer(text, start, end):
        yield _UNWELCOME.act(match, "verb", "past", (squeezed(match["verb"]), "persona non grata"))
    for match in _CALLED_HOME.finditer(text, start, end):
        if match["home"] or _HOME.search(match[0][: match.start("post") - match.start()]):
            yield _CALLED.act(match, "verb", "past", (squeezed(match["verb"]), squeezed(match["post"])))
    for match in ORDERED_OUT.finditer(text, start, end):
        yield _SENT.act(match, "verb", "past", (squeezed(match["verb"]), squeezed(match["post"])))
    for match in _EXCHANGE.finditer(text, start, end):
        form = {"exchange": "base", "exchanging": "gerund"}.get(squeezed(match["verb"]), "past")
        yield _EXCHANGED.act(match, "verb", form, (squeezed(match[0]),))
    for match in _WERE_EXCHANGED.finditer(text, start, end):
        yield _EXCHANGED.act(match, "verb", "participle", (squeezed(match[0]),))
    for match in _RETURNED.finditer(text, start, end):
        yield _BACK.act(match, "verb", "past", (squeezed(match["verb"]), "ambassador"))
    for match in _FIRST.finditer(text, start, end):
        which = "verb" if match["verb"] else "verb2"
        yield _FIRST_ENVOY.act(match, which, "past", (squeezed(match[which]), "first"))


def _moved(match: re.Match[str], p: _Patterns, form: str) -> Iterator[Act]:
    verb, post = squeezed(match["verb"]), squeezed(match["post"])
    action = p.actions[verb]
    near = len(match[0][len(match["verb"]) :].split()) <= _FEW
    if post != "minister" and (action != "resumed" or (near and _OWN.search(match[0]))):
        yield Kind(action, _RELATIONS, f"{post} {p.participle_of[verb]}", "envoys").act(
            match, "verb", form, (verb, post)
        )
