"""Diplomatic relations established, severed, suspended, resumed: by verb, in the passive, by noun, and as a state.

"The two states established diplomatic relations in 1971", "relations were broken off", "1971: diplomatic relations
established", "the resumption of diplomatic ties in 1990", "have had diplomatic relations since 1965", "the 50th
anniversary of diplomatic relations".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tiestui.countries import find_countries
from tiestui.extraction.clauses import LONGEST_CLAUSE
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.upgrades.acts import Act, Kind
from tiestui.extraction.wordforms import all_forms, every_form, form_names, form_table, forms_of, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Action
from tiestui.patterns import lazily

RANKS: dict[str, int] = {"severed": 0}
"""Ranks of acts of diplomatic relations that are not 1."""

_ADJECTIVES = (
    r"(?:(?:full|formal|official|normal|regular|permanent|direct|ambassadorial|ambassador|bilateral"
    r"|state-to-state|their|its|his|her|our|all|the|any|full-fledged|"
    r"ambassadorial[- ]level|ambassador-level|mutual|broken|severed|complete|\w+-long|long-?standing"
    r"|long-time)\s+){0,4}"
)
_DIPLOMATIC = rf"{_ADJECTIVES}diplomatic\s+(?:and\s+\w+\s+|or\s+\w+\s+|\w+\s+and\s+)?(?:relations(?:hips?)?|ties|links)"
_PLAIN = rf"{_ADJECTIVES}(?:diplomatic\s+(?:and\s+\w+\s+)?)?(?:relations(?:hips?)?|ties)"
_WITH = r"(?P<rest>\s+(?:with|to|between)\s+[^,;.]{2,60})?"
_THEN = r"\s+(?:in|on|by|at|two|three|a|that|the\s+(?:same|following|next)|\w+\s+years)\b"
"""What follows an act on relations that its clause only names as "them"."""
_STATE = lazily(
    rf"\b(?P<verb>ha(?:ve|s|d)\s+(?:not\s+)?(?:had|maintained|enjoyed)|maintain(?:ed|s)?|enjoy(?:ed|s)?|date|dates"
    rf"|dating|dated)\b[^;]{{0,40}}?{_DIPLOMATIC}(?=[^;]{{0,60}}\bsince\b)"
    rf"|{_DIPLOMATIC}[^;]{{0,50}}?\b(?P<verb2>dat(?:e|es|ing|ed)\s+(?:back\s+)?(?:to|from)|since)\b",
    re.IGNORECASE,
)
_ANNIVERSARY = lazily(
    rf"\b(?:anniversary|jubilee|year)\s+of\s+(?:the\s+)?(?:(?:establishment|establishing|opening"
    rf"|normali[sz]ation|resumption)\s+of\s+)?(?P<object>{_DIPLOMATIC})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    active: Scanner
    active_plain: Scanner
    passive: re.Pattern[str]
    noted: re.Pattern[str]
    continued: re.Pattern[str]
    continued_active: re.Pattern[str]
    nominal: Scanner
    action_of: dict[str, str]
    forms: dict[str, str]


@cache
def _patterns() -> _Patterns:
    verbs: dict[str, list[str]] = load("acts")["relations"]
    nouns: dict[str, list[str]] = load("acts")["relations_nouns"]
    every = [entry for entries in verbs.values() for entry in entries]
    strong = [
        e
        for a in ("established", "severed", "suspended", "resumed")
        for e in verbs[a]
        if forms_of(e).base.split()[0] not in _NOT_PLAIN
    ]
    forms = form_names(every)
    action_of = form_table(verbs) | {noun: action for action, own in nouns.items() for noun in own}
    noun = alternation([n for own in nouns.values() for n in own])
    return _Patterns(
        active=Scanner(
            rf"\b(?P<verb>{all_forms(every)})\s+(?:up\s+|off\s+)?(?P<object>{_DIPLOMATIC})(?:\s+off\b)?",
            every_form(every),
        ),
        active_plain=Scanner(
            rf"\b(?P<verb>{all_forms(strong)})\s+(?:off\s+)?(?P<object>{_PLAIN})(?!\s+(?:of|in)\s+(?!January"
            rf"|Febr|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|\d))",
            every_form(strong),
        ),
        passive=lazily(
            rf"(?P<object>{_DIPLOMATIC}|\b(?:[Rr]elations|[Tt]ies)){_WITH}[^;]{{0,60}}?\s(?:was|were|been"
            rf"|being|be|are|is)\s+(?:\w+\s+){{0,3}}?(?P<verb>{participles(every)})\b",
            re.IGNORECASE,
        ),
        noted=lazily(
            rf"(?:[:|–—\t-]\s*|;\s+)(?P<object>{_DIPLOMATIC}){_WITH}\s+(?P<verb>{participles(every)})"
            r"(?=\s*(?:[.;,|]|$|(?:in|on|at|by|with|between)\s))",
            re.IGNORECASE,
        ),
        continued=lazily(
            rf"(?:,?\s(?:and|but|then)\s+(?:were\s+)?|\b(?:they|these|which)\s+(?:were|had\s+been)\s+"
            rf")(?:\w+ly\s+|only\s+)?"
            rf"(?P<verb>{participles(strong)})(?:\s+(?:\w+ly|again|altogether))?(?={_THEN})(?P<object>)",
            re.IGNORECASE,
        ),
        continued_active=lazily(
            rf",?\s(?:and|but|then)\s+(?:\w+ly\s+|only\s+)?(?P<verb>{all_forms(every)})\s+(?P<object>them|these)\b",
            re.IGNORECASE,
        ),
        nominal=Scanner(
            rf"\b(?P<verb>{noun})\s+(?:of|in)\s+(?P<object>{_DIPLOMATIC})", [n for own in nouns.values() for n in own]
        ),
        action_of=action_of,
        forms=forms,
    )


# Verbs with which a bare "relations" says nothing of diplomatic relations ("revived ties" is too loose).
_NOT_PLAIN = frozenset(
    "begin create institute conclude initiate forge withdraw end open halt repair mend renew revive "
    "interrupt set inaugurate enter".split()
)
_WIDE_WORDS = lazily(
    r"\b(?:trade|economic|military|commercial|cultural|consular|friendly|family|close|security)\b", re.IGNORECASE
)
# "Ended its ties with Oman" is as good as severed them, "ended ties" alone may be anything.
_ENDED = lazily(
    rf"\b(?P<verb>end(?:ed|s|ing)?|terminat(?:ed|es|ing|e))\s+(?P<object>{_PLAIN})\s+with\s+(?-i:(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
_PLAIN_NOUN = lazily(
    rf"\b(?P<verb>severance|rupture|breaking\s+off|resumption|restoration|normali[sz]ation|re-?establishment)\s+of\s+"
    rf"(?P<object>{_PLAIN})\s+(?:with|between)\b",
    re.IGNORECASE,
)


_SINCE = Kind("established", "diplomatic relations", "diplomatic relations established", "relations since", weak=True)
_COUNTED = Kind(
    "established", "diplomatic relations", "diplomatic relations established", "relations by anniversary", weak=True
)
_LONGEST_WORDS = 60


def find_relations(text: str, start: int, end: int) -> Iterator[Act]:
    """Acts of diplomatic relations told in a sentence, by every rule; they may overlap."""
    p = _patterns()
    lower = text[start:end].lower()
    active: list[tuple[int, int]] = []
    for match in p.active.finditer(text, start, end):
        active.append(match.span())
        yield _act(match, p, "relations by verb")
        yield from _continued(text, match.end(), end, p)
    for match in p.active_plain.finditer(text, start, end):
        if not _WIDE_WORDS.search(match["object"]):
            active.append(match.span())
            yield _act(match, p, "relations by verb")
            yield from _continued(text, match.end(), end, p)
    for match in p.nominal.finditer(text, start, end):
        yield _act(match, p, "relations by noun", form="noun", weak=True)
    if " of " in lower:
        for match in _PLAIN_NOUN.finditer(text, start, end):
            yield _act(match, p, "relations by noun", form="noun", weak=True)
    if "end" in lower or "terminat" in lower:
        for match in _ENDED.finditer(text, start, end):
            yield _act(match, p, "relations by verb")
    yield from _broken_with(text, start, end)
    if _IS_PASSIVE.search(lower):
        for match in p.passive.finditer(text, start, end):
            if any(low <= match.start("object") < high for low, high in active):
                continue
            if _OTHER_TIES.search(text, max(start, match.start() - 24), match.start()):
                continue
            yield _act(match, p, "relations in the passive", form="participle")
            yield from _continued(text, match.end(), end, p)
    if "diplomatic" in lower:
        for match in p.noted.finditer(text, start, end):
            yield _act(match, p, "relations noted", form="past")
        yield from _lasting(text, start, end, lower)


# "Broke with Oman in 2016".
_BROKE = Guarded(
    "broke break breaks broken breaking",
    r"\b(?P<verb>br(?:oke|eaks?|oken|eaking))\s+(?P<object>with\s+(?:the\s+)?(?=[A-Z]))",
)
_BROKEN = Kind("severed", "diplomatic relations", "diplomatic relations severed", "relations by verb", weak=True)
_NEXT_WORDS = 40


def _broken_with(text: str, start: int, end: int) -> Iterator[Act]:
    for match in _BROKE.finditer(text, start, end):
        named = find_countries(text[match.end() : min(end, match.end() + _NEXT_WORDS)])
        if named and named[0].start == 0 and named[0].kind != "demonym":
            form = {"broke": "past", "broken": "participle", "breaking": "gerund"}.get(match["verb"], "base")
            yield _BROKEN.act(match, "verb", form, (match["verb"], "with"))


_OTHER_TIES = lazily(
    r"\b(?:trade|economic|military|commercial|cultural|family|security|trading|business|defen[cs]e)\s+(?:and\s+\w+\s+)?$",
    re.IGNORECASE,
)
_IS_PASSIVE = lazily(r"\s(?:was|were|been|being|be|are|is)\s")


def _lasting(text: str, start: int, end: int, lower: str) -> Iterator[Act]:
    """Relations as a state with its beginning, and anniversaries of it."""
    if " since " in lower or " dat" in lower:
        for match in _STATE.finditer(text, start, end):
            which = "verb" if match["verb"] else "verb2"
            yield _SINCE.act(match, which, "past", (squeezed(match[0])[:_LONGEST_WORDS],))
    if "anniversar" in lower or "jubilee" in lower or "year of" in lower:
        for match in _ANNIVERSARY.finditer(text, start, end):
            act = _COUNTED.act(match, "object", "past", (squeezed(match[0])[:_LONGEST_WORDS],))
            yield replace(act, verb=match.start(), derived=True)


def _continued(text: str, at: int, end: int, patterns: _Patterns) -> Iterator[Act]:
    """What else befell the relations named before: "..., and resumed on 3 May", "and normalised them in 1961"."""
    until = min(end, at + LONGEST_CLAUSE)
    for match in patterns.continued.finditer(text, at, until):
        act = _act(match, patterns, "relations in the passive", form="participle")
        yield replace(act, start=act.verb)
    for match in patterns.continued_active.finditer(text, at, until):
        act = _act(match, patterns, "relations by verb")
        again = act.action == "established"
        act = replace(act, action="resumed", title="diplomatic relations resumed") if again else act
        yield replace(act, start=act.verb)


def _act(match: re.Match[str], patterns: _Patterns, rule: str, form: str | None = None, *, weak: bool = False) -> Act:
    verb = squeezed(match["verb"])
    action: Action = patterns.action_of.get(verb, _OF_PLAIN_NOUNS.get(verb[:5], "resumed"))  # type: ignore[assignment]
    if action == "established" and _AGAIN.match(match.string, match.end()):
        action = "resumed"
    told = form or patterns.forms.get(verb, "past")
    title = f"diplomatic relations {_TOLD.get(action, action)}"
    return Act(
        match.start(),
        match.end(),
        match.start("verb"),
        told,
        action,
        "diplomatic relations",
        RANKS.get(action, 1),
        title,
        rule,
        (verb, squeezed(match["object"])),
        weak=weak,
    )


_AGAIN = lazily(r"[^,;.]{0,40}?\s(?:again|anew|once\s+more)\b")
_OF_PLAIN_NOUNS = {"sever": "severed", "ruptu": "severed", "break": "severed", "norma": "established", "end": "severed"}
_TOLD = {"upgraded": "raised", "downgraded": "lowered"}
