"""Diplomatic relations established, severed, suspended, resumed: by verb, in the passive, by noun, and as a state.

"The two states established diplomatic relations in 1971", "relations were broken off", "the resumption of diplomatic
ties in 1990", "have had diplomatic relations since 1965", "the 50th anniversary of diplomatic relations".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tiestui.extraction.scan import Scanner
from tiestui.extraction.upgrades.acts import Act
from tiestui.extraction.wordforms import all_forms, every_form, form_names, form_table, forms_of, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Action

RANKS: dict[str, int] = {"severed": 0}
"""Ranks of acts of diplomatic relations that are not 1."""

_ADJECTIVES = (
    r"(?:(?:full|formal|official|normal|regular|permanent|direct|ambassadorial|ambassador|bilateral"
    r"|state-to-state|their|its|his|her|our|all|the|any|full-fledged|"
    r"ambassadorial[- ]level|ambassador-level|mutual|broken|severed|official|complete)\s+){0,4}"
)
_DIPLOMATIC = rf"{_ADJECTIVES}diplomatic\s+(?:and\s+\w+\s+|or\s+\w+\s+|\w+\s+and\s+)?(?:relations(?:hips?)?|ties|links)"
_PLAIN = rf"{_ADJECTIVES}(?:diplomatic\s+(?:and\s+\w+\s+)?)?(?:relations(?:hips?)?|ties)"
_WITH = r"(?P<rest>\s+(?:with|to|between)\s+[^,;.]{2,60})?"
_STATE = re.compile(
    rf"\b(?P<verb>ha(?:ve|s|d)\s+(?:had|maintained|enjoyed)|maintain(?:ed|s)?|enjoy(?:ed|s)?|date|dates"
    rf"|dating|dated)\b[^;]{{0,40}}?{_DIPLOMATIC}(?=[^;]{{0,60}}\bsince\b)"
    rf"|{_DIPLOMATIC}[^;]{{0,50}}?\b(?P<verb2>dat(?:e|es|ing|ed)\s+(?:back\s+)?(?:to|from)|since)\b",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    rf"\b(?:anniversary|jubilee|year)\s+of\s+(?:the\s+)?(?:(?:establishment|establishing|opening"
    rf"|normali[sz]ation|resumption)\s+of\s+)?(?P<object>{_DIPLOMATIC})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    active: Scanner
    active_plain: Scanner
    passive: re.Pattern[str]
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
        if forms_of(e).base not in _NOT_PLAIN
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
        passive=re.compile(
            rf"(?P<object>{_DIPLOMATIC}|\b(?:[Rr]elations|[Tt]ies)){_WITH}[^;]{{0,60}}?\s(?:was|were|been"
            rf"|being|be|are|is)\s+(?:\w+\s+){{0,3}}?(?P<verb>{participles(every)})\b",
            re.IGNORECASE,
        ),
        nominal=Scanner(
            rf"\b(?P<verb>{noun})\s+(?:of|in)\s+(?P<object>{_DIPLOMATIC})", [n for own in nouns.values() for n in own]
        ),
        action_of=action_of,
        forms=forms,
    )


# Verbs with which a bare "relations" says nothing of diplomatic relations ("ended ties" is too loose).
_NOT_PLAIN = frozenset(
    {
        "begin",
        "create",
        "institute",
        "conclude",
        "initiate",
        "forge",
        "withdraw",
        "end",
        "open",
        "halt",
        "repair",
        "mend",
        "renew",
        "revive",
        "interrupt",
        "set up",
        "inaugurate",
        "enter into",
        "freeze",
    }
)
_WIDE_WORDS = re.compile(
    r"\b(?:trade|economic|military|commercial|cultural|consular|friendly|family|close|security)\b", re.IGNORECASE
)


def may_hold_relations(lower: str) -> bool:
    """A quick look whether lower-case text speaks of relations."""
    return "diplomatic" in lower or "relations" in lower or " ties" in lower


def find_relations(text: str, start: int, end: int) -> Iterator[Act]:
    """Acts of diplomatic relations told in a sentence, by every rule; they may overlap."""
    patterns = _patterns()
    for match in patterns.active.finditer(text, start, end):
        yield _act(match, patterns, "relations by verb")
    for match in patterns.active_plain.finditer(text, start, end):
        if not _WIDE_WORDS.search(match["object"]):
            yield _act(match, patterns, "relations by verb")
    for match in patterns.passive.finditer(text, start, end):
        yield _act(match, patterns, "relations in the passive", form="participle")
    for match in patterns.nominal.finditer(text, start, end):
        yield _act(match, patterns, "relations by noun", form="noun", weak=True)
    for match in _STATE.finditer(text, start, end):
        verb = match.start("verb") if match["verb"] else match.start("verb2")
        yield Act(
            match.start(),
            match.end(),
            verb,
            "past",
            "established",
            "diplomatic relations",
            1,
            "diplomatic relations established",
            "relations since",
            (squeezed(match[0])[:60],),
            weak=True,
        )
    for match in _ANNIVERSARY.finditer(text, start, end):
        yield Act(
            match.start(),
            match.end(),
            match.start(),
            "past",
            "established",
            "diplomatic relations",
            1,
            "diplomatic relations established",
            "relations by anniversary",
            (squeezed(match[0])[:60],),
            weak=True,
            derived=True,
        )


def _act(match: re.Match[str], patterns: _Patterns, rule: str, form: str | None = None, *, weak: bool = False) -> Act:
    verb = squeezed(match["verb"])
    action: Action = patterns.action_of[verb]  # type: ignore[assignment]
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


_TOLD = {"upgraded": "raised", "downgraded": "lowered"}
