"""Recognition of a state or a government, given and withdrawn.

"The United States recognized the independence of X", "extended de jure recognition to", "was recognised by", "ended
years of non-recognition". What is recognised must be a country or a government, or it is praise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tiestui.countries import find_countries
from tiestui.extraction.scan import Scanner
from tiestui.extraction.upgrades.acts import Act, Kind
from tiestui.extraction.wordforms import all_forms, every_form, form_names, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.patterns import lazily

_UNDONE = lazily(
    r"\b(?P<verb>end(?:ed|s|ing)?|abandon(?:ed|s|ing)?|revers(?:ed|es|ing))\b[^;,]{0,50}?\bnon-?recognition\s+of\b",
    re.IGNORECASE,
)
_NOUN = lazily(
    r"\brecognition\s+(?:(?:of|between|by)\b[^;]{0,130}?\s)?(?P<verb>followed|occurred|came"
    r"|was\s+(?:\w+\s+)?(?:granted|extended|accorded|announced|given)|took\s+(?:place|effect))\b",
    re.IGNORECASE,
)
_AS = lazily(r"[^;,]{0,60}?\bas\s+(?P<what>(?:\w+[\s-]){0,4}\w+)", re.IGNORECASE)
_EACH_OTHER = lazily(
    r"(?:each\s+other|one\s+another)\b|(?:it|them)\b(?=\s+(?:on|in|the\s+same|as\s+an?|an?|two|three|at\s+"
    r"once)\b|\s*[,.]|$)",
    re.IGNORECASE,
)
_OWNER = lazily(r"['’]s?\s+(?P<next>(?:\w+\s+){0,2}?\w+)")
_AFTER_DEMONYM = lazily(r"\s+((?:\w+\s+){0,2}?\w+)")
_BEFORE_OBJECT = lazily(
    r"(?:the\s+)?(?:(?:newly|new|provisional|independent|interim|communist|revolutionary|de\s+facto"
    r"|sovereign|opposition|rival|transitional|government\s+of\s+the)\s+){0,3}",
    re.IGNORECASE,
)
# A state that is no more, or never was: "the Arab Union", "the Confederate States".
_OTHER_STATE = lazily(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:Union|Federation|Republic|Kingdom|Empire|States?|Confederation|Government|Regime"
    r"|Provinces?|Emirates?)\b"
)
_GIVEN = Kind("established", "recognition", "recognition", "recognition by verb")
_PASSIVE = Kind("established", "recognition", "recognition", "recognition in the passive")
_EXTENDED = Kind("established", "recognition", "recognition", "recognition extended")
_AFTER_NONE = Kind("established", "recognition", "recognition", "recognition after none")
_BY_NOUN = Kind("established", "recognition", "recognition", "recognition by noun")
_ANNOUNCED = lazily(
    r"\b(?P<verb>announc(?:ed|es|ing)|declar(?:ed|es|ing)|confirm(?:ed|s|ing))\s+(?:its|their|the|formal"
    r"|official|diplomatic|\s)*?recognition\s+of\b",
    re.IGNORECASE,
)
_SWITCHED = lazily(
    r"\b(?P<verb>switch(?:ed|es|ing)?|shift(?:ed|s|ing)?|transfer(?:red|s|ring)?)\s+(?:its\s+"
    r"|diplomatic\s+|official\s+)*"
    r"(?:recognition|relations|ties|allegiance)\s+(?:from|to)\b",
    re.IGNORECASE,
)
_TURNED = Kind("established", "recognition", "recognition switched", "recognition switched")
_WITHDRAWN = Kind("severed", "recognition", "recognition withdrawn", "recognition withdrawn")


@dataclass(frozen=True, slots=True)
class _Patterns:
    active: Scanner
    passive: re.Pattern[str]
    extended: Scanner
    withdrawn: re.Pattern[str]
    objects: re.Pattern[str]
    as_what: re.Pattern[str]
    forms: dict[str, str]


@cache
def _patterns() -> _Patterns:
    words = load("acts")["recognition"]
    verbs, given = words["verbs"], words["given"]
    return _Patterns(
        active=Scanner(rf"\b(?P<verb>{all_forms(verbs)})\s+", every_form(verbs)),
        passive=lazily(
            rf"\b(?:was|were|been|being|be)\s+(?:\w+\s+){{0,2}}?(?P<verb>{participles(verbs)})\b"
            r"(?=[^;]{0,80}\bby\b|\s+(?:on|in)\s)",
            re.IGNORECASE,
        ),
        extended=Scanner(
            rf"\b(?P<verb>{all_forms(given)})\s+(?:(?:full|formal|official|diplomatic|its|de\s+(?:facto|jure)|immediate"
            r"|international|conditional|de\s+facto\s+and\s+de\s+jure)\s+){0,4}recognition\b",
            every_form(given),
        ),
        withdrawn=lazily(
            rf"\b(?P<verb>{all_forms(words['withdrawn'])}|(?:withdrew|withdrawn|revoked)\s+(?:its\s+|diplomatic\s+)*"
            r"recognition)\b",
            re.IGNORECASE,
        ),
        objects=lazily(rf"\b{alternation(words['objects'])}\b", re.IGNORECASE),
        as_what=lazily(rf"\b{alternation(words['as_what'])}\b", re.IGNORECASE),
        forms=form_names([*verbs, *given]),
    )


def find_recognitions(text: str, start: int, end: int) -> Iterator[Act]:
    """Acts of recognition told in a sentence, by every rule."""
    p = _patterns()
    for match in p.active.finditer(text, start, end):
        last = _recognised_object(text, match.end(), end, p)
        if last is not None:
            verb = squeezed(match["verb"])
            yield _GIVEN.act(match, "verb", p.forms.get(verb, "past"), (verb,), last)
    for match in p.passive.finditer(text, start, end):
        if _is_passive(text, start, match, end, p):
            yield _PASSIVE.act(match, "verb", "participle", (squeezed(match["verb"]),))
    for match in p.extended.finditer(text, start, end):
        verb = squeezed(match["verb"])
        yield _EXTENDED.act(match, "verb", p.forms.get(verb, "past"), (squeezed(match[0]),))
    for pattern, kind in (
        (_UNDONE, _AFTER_NONE),
        (_NOUN, _BY_NOUN),
        (_SWITCHED, _TURNED),
        (_ANNOUNCED, _EXTENDED),
        (p.withdrawn, _WITHDRAWN),
    ):
        for match in pattern.finditer(text, start, end):
            yield kind.act(match, "verb", "past", (squeezed(match["verb"]),))


def _is_passive(text: str, start: int, match: re.Match[str], end: int, p: _Patterns) -> bool:
    """Whether a state or a government is what was recognised, and recognised as one."""
    begin = max(start, match.start() - 90)
    if not p.objects.search(text, begin, match.start()) and not find_countries(text, begin, match.start()):
        return False
    tail = _AS.match(text, match.end(), end)
    return tail is None or p.as_what.search(tail["what"]) is not None


def _recognised_object(text: str, at: int, end: int, p: _Patterns) -> int | None:
    """Where the recognised state or government ends, or None when something else is recognised."""
    head = _BEFORE_OBJECT.match(text, at, end)
    first = head.end() if head else at
    named = p.objects.match(text, first, end) or _EACH_OTHER.match(text, first, end)
    last = named.end() if named else _recognised_country(text, first, end, p)
    if last is None:
        return None
    tail = _AS.match(text, last, end)
    return None if tail is not None and not p.as_what.search(tail["what"]) else last


def _recognised_country(text: str, first: int, end: int, p: _Patterns) -> int | None:
    """Where a recognised country ends, with what of it is recognised ("Kenya's independence", not "Kenya's role")."""
    countries = find_countries(text, first, min(end, first + 60))
    if not countries or countries[0].start != first:
        other = _OTHER_STATE.match(text, first, end)
        return other.end() if other is not None else None
    country = countries[0]
    owner = _OWNER.match(text, country.end, end)
    if owner is not None:
        return owner.end() if p.objects.search(owner["next"]) else None
    if country.kind == "demonym":
        after = _AFTER_DEMONYM.match(text, country.end, end)
        if after is None or not p.objects.search(after[1]):
            return None
    return country.end
