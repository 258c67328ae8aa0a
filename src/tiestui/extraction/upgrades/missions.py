"""Recognition, missions and envoys: acts of diplomacy that are not the relations themselves.

"The United States recognized the independence of X", "opened its embassy in", "the legation was raised to an embassy",
"recalled its ambassador", "expelled three diplomats", "declared the envoy persona non grata".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from tiestui.countries import find_countries
from tiestui.extraction.scan import Scanner
from tiestui.extraction.upgrades.acts import Act
from tiestui.extraction.wordforms import all_forms, every_form, form_names, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Action

_UNDONE = re.compile(r"\b(?:end(?:ed|s|ing)?|abandon(?:ed|s|ing)?|revers(?:ed|es|ing))\b[^;,]{0,50}?\bnon-?recognition\s+of\b", re.IGNORECASE)
_NOUN = re.compile(
    r"\b(?P<verb>recognition)\s+(?:(?:of|between|by)\b[^;]{0,130}?\s)?(?P<came>followed|occurred|came|was\s+(?:\w+\s+)?(?:granted|extended|accorded|announced|given)|took\s+(?:place|effect))\b", re.IGNORECASE
)
_AS = re.compile(r"[^;,]{0,60}?\bas\s+(?P<what>(?:\w+[\s-]){0,4}?\w+)", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?\s+(?P<next>(?:\w+\s+){0,2}?\w+)")
_RAISED_TO = re.compile(r"\bto\s+(?:(?:the\s+)?(?:rank|status|level)\s+of\s+)?(?:an?\s+)?(?:full\s+)?(?:embassy|embassies|legation|ambassador)", re.IGNORECASE)
_NON_GRATA = re.compile(r"\b(?P<verb>declar\w+)\b[^;]{0,90}?\bpersonae?\s+non\s+gratae?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    recognise: Scanner
    recognised: re.Pattern[str]
    extend: re.Pattern[str]
    withdrawn: re.Pattern[str]
    objects: re.Pattern[str]
    as_what: re.Pattern[str]
    mission_active: Scanner
    mission_passive: Scanner
    mission_noun: re.Pattern[str]
    mission_raised: Scanner
    envoy: Scanner
    envoy_passive: Scanner
    exchange: re.Pattern[str]
    first_envoy: re.Pattern[str]
    mission_actions: dict[str, str]
    envoy_actions: dict[str, str]
    forms: dict[str, str]
    consular: re.Pattern[str]


def _actions(data: dict[str, Any]) -> dict[str, str]:
    return {
        form: action
        for action in ("established", "severed", "suspended", "resumed", "upgraded", "downgraded")
        for entry in data.get(action, [])
        for form in form_names([entry])
    }


@cache
def _patterns() -> _Patterns:
    acts = load("acts")
    recognition, missions, envoys = acts["recognition"], acts["missions"], acts["envoys"]
    posts = alternation([*missions["embassy"], *missions["consular"]])
    owner = r"(?:(?:[\w.'’-]+)\s+){0,5}?"
    mission_verbs = [e for a in ("established", "severed", "suspended", "resumed", "upgraded", "downgraded") for e in missions[a]]
    people = alternation([*envoys["people"], *envoys["staff"]])
    count = r"(?:[\w.,'’-]+\s+){0,7}?"
    recall = [*envoys["downgraded"], *envoys["resumed"]]
    of_state = alternation(recognition["objects"])
    return _Patterns(
        recognise=Scanner(rf"\b(?P<verb>{all_forms(recognition['verbs'])})\s+", every_form(recognition["verbs"])),
        recognised=re.compile(rf"\b(?:was|were|been|being|be)\s+(?:\w+\s+){{0,2}}?(?P<verb>{participles(recognition['verbs'])})\b(?=[^;]{{0,80}}\bby\b|\s+(?:on|in)\s)", re.IGNORECASE),
        extend=re.compile(
            rf"\b(?P<verb>{all_forms(recognition['given'])})\s+(?:(?:full|formal|official|diplomatic|its|de\s+(?:facto|jure)|immediate|international|conditional|de\s+facto\s+and\s+de\s+jure)\s+){{0,4}}recognition\b",
            re.IGNORECASE,
        ),
        withdrawn=re.compile(rf"\b(?P<verb>{all_forms(recognition['withdrawn'])}|(?:withdrew|withdrawn|revoked)\s+(?:its\s+|diplomatic\s+)*recognition)\b", re.IGNORECASE),
        objects=re.compile(rf"\b{of_state}\b", re.IGNORECASE),
        as_what=re.compile(rf"\b{alternation(recognition['as_what'])}\b", re.IGNORECASE),
        mission_active=Scanner(rf"\b(?P<verb>{all_forms(mission_verbs)})\s+(?P<owner>{owner})(?P<post>{posts})\b", every_form(mission_verbs)),
        mission_passive=Scanner(
            rf"\b(?P<post>{posts})\b(?P<gap>[^;]{{0,90}}?)(?:\s(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){{0,2}}?(?P<verb>{participles(mission_verbs)})\b|\s(?P<verb2>(?:re-?)?opened|closed)(?=\s+(?:on|in|at|its|the\s+same|that|a|two|three)\b|[.,;]|$))",
            [*missions["embassy"], *missions["consular"]],
        ),
        mission_noun=re.compile(rf"\b(?P<verb>opening|reopening|re-opening|closure|closing|establishment|elevation|upgrading)\s+of\s+(?P<owner>{owner})(?P<post>{posts})\b", re.IGNORECASE),
        mission_raised=Scanner(rf"\b(?P<verb>{all_forms(missions['upgraded'] + missions['downgraded'])})\s+[^;,]{{0,60}}?\b(?P<post>{posts}|representation|relations|chargé\w*)\b[^;,]{{0,40}}?{_RAISED_TO.pattern}", every_form(missions["upgraded"] + missions["downgraded"])),
        envoy=Scanner(rf"\b(?P<verb>{all_forms(recall)})\s+(?P<owner>{count})(?P<post>{people})\b", every_form(recall)),
        envoy_passive=Scanner(rf"\b(?P<post>{people})\b(?P<gap>[^;]{{0,60}}?)\s(?:was|were|been|being|be)\s+(?:\w+\s+){{0,2}}?(?P<verb>{participles(envoys['downgraded'])})\b", [*envoys["people"], *envoys["staff"]]),
        exchange=re.compile(r"\b(?P<verb>exchange[ds]?|exchanging)\s+(?:of\s+)?(?:\w+\s+){0,2}?(?P<post>ambassadors|envoys|diplomatic\s+representatives|resident\s+ambassadors)\b", re.IGNORECASE),
        first_envoy=re.compile(r"\b(?P<verb>appoint(?:ed|s)|named|became|nominated)\b[^;]{0,70}?\b(?:first|new)\b[^;,]{0,40}?\b(?P<post>[Aa]mbassador|[Mm]inister(?:\s+(?:Plenipotentiary|Resident))?)\s+(?:to|in)\b"),
        mission_actions=_actions(missions) | {"opening": "established", "establishment": "established", "closure": "severed", "closing": "severed", "reopening": "resumed",
                                              "re-opening": "resumed", "elevation": "upgraded", "upgrading": "upgraded"},
        envoy_actions=_actions(envoys),
        forms=form_names([*recognition["verbs"], *recognition["given"], *mission_verbs, *recall]),
        consular=re.compile(rf"\b(?:{alternation(missions['consular'])})$", re.IGNORECASE),
    )


def may_hold_missions(lower: str) -> bool:
    """A quick look whether lower-case text speaks of recognition, missions or envoys."""
    return any(word in lower for word in ("recogni", "embass", "legation", "consul", "mission", "ambassador", "envoy", "diplomat", "non grata", "interests section", "minister", "liaison office", "attaché"))


def find_missions(text: str, start: int, end: int) -> Iterator[Act]:
    """Acts of recognition, missions and envoys told in a sentence, by every rule; they may overlap."""
    lower = text[start:end].lower()
    patterns = _patterns()
    if "recogni" in lower:
        yield from _recognitions(text, start, end, patterns)
    if any(word in lower for word in ("embass", "legation", "consul", "mission", "section", "office", "agency")):
        yield from _missions(text, start, end, patterns)
    if any(word in lower for word in ("ambassador", "envoy", "diplomat", "minister", "chargé", "attaché", "non grata", "embassy")):
        yield from _envoys(text, start, end, patterns)


def _recognitions(text: str, start: int, end: int, p: _Patterns) -> Iterator[Act]:
    for match in p.recognise.finditer(text, start, end):
        last = _recognised_object(text, match.end(), end, p)
        if last is not None:
            form = p.forms.get(squeezed(match["verb"]), "past")
            yield _recognition(match.start(), last, match.start("verb"), form, "recognition by verb", match["verb"])
    for match in p.recognised.finditer(text, start, end):
        if p.objects.search(text, max(start, match.start() - 90), match.start()) or find_countries(text, max(start, match.start() - 70), match.start()):
            tail = _AS.match(text, match.end(), end)
            if tail is None or p.as_what.search(tail["what"]):
                yield _recognition(match.start(), match.end(), match.start("verb"), "participle", "recognition in the passive", match["verb"])
    for match in p.extend.finditer(text, start, end):
        if squeezed(match["verb"]).startswith("offer"):
            continue
        form = p.forms.get(squeezed(match["verb"]), "past")
        yield _recognition(match.start(), match.end(), match.start("verb"), form, "recognition extended", match[0])
    for match in _UNDONE.finditer(text, start, end):
        yield _recognition(match.start(), match.end(), match.start(), "past", "recognition after none", match[0])
    for match in _NOUN.finditer(text, start, end):
        yield _recognition(match.start(), match.end(), match.start("came"), "past", "recognition by noun", match["came"])
    for match in p.withdrawn.finditer(text, start, end):
        yield Act(match.start(), match.end(), match.start("verb"), "past", "severed", "recognition", 0, "recognition withdrawn", "recognition withdrawn", (squeezed(match[0]),))


def _recognition(start: int, end: int, verb: int, form: str, rule: str, words: str) -> Act:
    return Act(start, end, verb, form, "established", "recognition", 1, "recognition", rule, (squeezed(words),))


def _recognised_object(text: str, at: int, end: int, p: _Patterns) -> int | None:
    """Where the recognised state or government ends, or None when something else is recognised."""
    head = re.compile(r"(?:the\s+)?(?:(?:newly|new|provisional|independent|interim|communist|revolutionary|de\s+facto|sovereign|opposition|rival|transitional|government\s+of\s+the)\s+){0,3}", re.IGNORECASE).match(text, at, end)
    first = head.end() if head else at
    named = p.objects.match(text, first, end)
    countries = find_countries(text, first, min(end, first + 60))
    country = countries[0] if countries and countries[0].start == first else None
    if named is None and country is None:
        return None
    last = named.end() if named else country.end if country else at
    if country is not None and named is None:
        owner = _OWNER.match(text, country.end, end)
        if owner is not None and not p.objects.search(owner["next"]):
            return None
        if country.kind == "demonym" and owner is None:
            after = re.compile(r"\s+((?:\w+\s+){0,2}?\w+)").match(text, country.end, end)
            if after is None or not p.objects.search(after[1]):
                return None
        last = owner.end() if owner else country.end
    tail = _AS.match(text, last, end)
    if tail is not None and not p.as_what.search(tail["what"]):
        return None
    return last


def _missions(text: str, start: int, end: int, p: _Patterns) -> Iterator[Act]:
    for match in p.mission_active.finditer(text, start, end):
        yield from _mission(match, p, "mission by verb", p.forms.get(squeezed(match["verb"]), "past"))
    for match in p.mission_passive.finditer(text, start, end):
        yield from _mission(match, p, "mission in the passive", "participle" if match["verb"] else "past")
    for match in p.mission_noun.finditer(text, start, end):
        yield from _mission(match, p, "mission by noun", "noun", weak=True)
    for match in p.mission_raised.finditer(text, start, end):
        yield from _mission(match, p, "mission raised", p.forms.get(squeezed(match["verb"]), "past"))


def _mission(match: re.Match[str], p: _Patterns, rule: str, form: str, *, weak: bool = False) -> Iterator[Act]:
    which = "verb" if match["verb"] else "verb2"
    verb = squeezed(match[which])
    action: Action = p.mission_actions.get(verb, "established")  # type: ignore[assignment]
    post = squeezed(match["post"])
    if post.endswith("mission") and not re.search(r"diplomatic|permanent|resident", match[0], re.IGNORECASE):
        return
    consular = p.consular.search(post) is not None
    level = "consulate" if consular and "consul" in post else post if consular else "embassy"
    told = {"established": "opened", "severed": "closed", "resumed": "reopened", "upgraded": "raised", "downgraded": "lowered", "suspended": "suspended"}[action]
    yield Act(match.start(), match.end(), match.start(which), form, action, level, 1 if action != "severed" else 0, f"{post} {told}", rule, (verb, post), weak=weak)


def _envoys(text: str, start: int, end: int, p: _Patterns) -> Iterator[Act]:
    for match in (*p.envoy.finditer(text, start, end), *p.envoy_passive.finditer(text, start, end)):
        verb, post = squeezed(match["verb"]), squeezed(match["post"])
        action: Action = p.envoy_actions[verb]  # type: ignore[assignment]
        if post == "minister" or (action == "resumed" and not re.search(r"\b(?:its|their|his|the)\b", match[0])):
            continue
        passive = "gap" in match.re.groupindex
        form = "participle" if passive else p.forms.get(verb, "past")
        title = f"{post} {verb}"
        yield Act(match.start(), match.end(), match.start("verb"), form, action, "diplomatic relations", 1, title, "envoys", (verb, post))
    for match in _NON_GRATA.finditer(text, start, end):
        yield Act(match.start(), match.end(), match.start("verb"), "past", "downgraded", "diplomatic relations", 1, "persona non grata", "envoys", (squeezed(match["verb"]), "persona non grata"))
    for match in p.exchange.finditer(text, start, end):
        form = {"exchange": "base", "exchanging": "gerund"}.get(squeezed(match["verb"]), "past")
        yield Act(match.start(), match.end(), match.start("verb"), form, "established", "embassy", 1, "ambassadors exchanged", "envoys exchanged", (squeezed(match[0]),), weak=True)
    for match in p.first_envoy.finditer(text, start, end):
        if re.search(r"\bfirst\b", match[0]):
            yield Act(match.start(), match.end(), match.start("verb"), "past", "established", "embassy", 1, "first envoy", "first envoy", (squeezed(match["verb"]), "first"))
