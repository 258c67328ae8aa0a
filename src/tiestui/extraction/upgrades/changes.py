"""Verbs and nouns of change, and whether one governs a label: "raised relations to", "the elevation of ties to".

The words stand in `lexicons/levels.toml`. A verb that raises needs a "to" before the label, one that establishes takes
the label as its object.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tiestui.extraction.scan import Scanner
from tiestui.extraction.wordforms import all_forms, every_form, form_names, form_table, participles
from tiestui.lexicons import alternation, load
from tiestui.model.records import Action
from tiestui.patterns import lazily

_LONGEST_NOUN_GAP = 120
_LONGEST_OF_GAP = 60
_LONGEST_STAGE_GAP = 60
_QUOTE = "[\"“‘']?$"
_RELATION = (
    r"(?:relations?(?:hips?)?|ties|partnership|partners|cooperation|co-operation|links|it|them|this|that|which"
    r"|status|friendship|bonds|dialogue|engagement|level|alliance|association|framework|countries|sides)"
)
_TO = lazily(
    rf"(?:^|\b{_RELATION}\b[^;]*?)\s*\b(?:to|into|as|towards?|onto)\s+"
    r"(?:the\s+(?:level|status|rank|heights?|stage)\s+of\s+)?(?:(?:that|one)\s+of\s+)?"
    rf"(?:an?\s+|the\s+|their\s+|its\s+|a\s+new\s+)?{_QUOTE}",
    re.IGNORECASE,
)
_DIRECT = lazily(
    r"^\s*(?:(?:themselves|each\s+other|one\s+another|the|its|their|our|an?|this|the\s+two\s+\w+['’]s?|what\s+they\s+called|what\s+is\s+called|on|up|into|of|as|as\s+a"
    r"|in|to)\s+){0,3}"
    r"(?:(?:relations?|relationship|ties|framework|level|status|basis)\s+(?:of|as|for|at)\s+)?(?:(?:the|an?)\s+)?"
    r"(?:(?:new\s+)?(?:stage|phase|era|level)\s+of\s+)?(?:[\w.]+(?:[-–][\w.]+)+\s+)?(?:[A-Z][\w.]+(?:['’]s)?\s+)?(?:first\s+)?"
    rf"{_QUOTE}"
)
_NOUN_TO = lazily(
    rf"\b(?:to|into|as)\s+(?:the\s+(?:level|status|rank)\s+of\s+)?(?:an?\s+|the\s+|their\s+|a\s+new\s+)?{_QUOTE}"
)
# "Designated Kenya a major non-NATO ally".
_NAMED = lazily(r"\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){1,4}(?:as\s+)?an?\s+$")
_OF = lazily(r"\s+of\s+")
_INDEFINITE = lazily(r"\s+an?\s")
_STAGE = lazily(r"\b(?:stage|phase|era|level)\b")
_BECOMING = ("into", "become", "became", "becoming", "becomes")
_ENTERING = frozenset({"enter", "entered", "enters", "entering", "reach", "reached", "reaches", "reaching"})
# "Develop a strategic partnership" begins one only with "a": "develop the partnership" does not.
_BUILDING = ("develop", "build", "built")


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Patterns for verbs and nouns of change, and tables from them to actions and verb forms."""

    verb: Scanner
    noun: Scanner
    participle: re.Pattern[str]
    actions: dict[str, Action]
    noun_actions: dict[str, Action]
    forms: dict[str, str]


@cache
def change_words() -> ChangeWords:
    """The patterns and tables, made once."""
    data = load("levels")
    actions: dict[str, list[str]] = data["actions"]
    nominal: dict[Action, list[str]] = data["nominal"]
    every = [entry for entries in actions.values() for entry in entries]
    nouns = [noun for own in nominal.values() for noun in own]
    return ChangeWords(
        verb=Scanner(rf"\b{all_forms(every)}\b", every_form(every)),
        noun=Scanner(rf"\b{alternation(nouns)}\b", nouns),
        participle=lazily(rf"^{participles(every)}$", re.IGNORECASE),
        actions=form_table(actions),  # type: ignore[arg-type]
        noun_actions={noun: action for action, own in nominal.items() for noun in own},
        forms=form_names(every),
    )


def verb_governs(verb: str, gap: str, action: Action) -> bool:
    """Whether a verb of change has the label behind `gap` as its object or its target."""
    direct = _DIRECT.search(gap) is not None
    if verb.endswith(_BECOMING):
        return direct
    if verb in _ENTERING:
        return direct or (_STAGE.search(gap) is not None and len(gap) < _LONGEST_STAGE_GAP)
    if verb.startswith("designat") and _NAMED.match(gap) is not None:
        return True
    if action == "upgraded":
        return _TO.search(gap) is not None
    if action == "downgraded":
        return direct or _TO.search(gap) is not None
    return direct and (not verb.startswith(_BUILDING) or _INDEFINITE.match(gap) is not None)


def noun_governs(gap: str, action: Action) -> bool:
    """Whether a noun of change has the label behind `gap`: "elevation of ties to a", "establishment of a"."""
    if action in ("upgraded", "downgraded"):
        return len(gap) < _LONGEST_NOUN_GAP and _NOUN_TO.search(gap) is not None
    return len(gap) < _LONGEST_OF_GAP and _OF.match(gap) is not None and _DIRECT.search(gap) is not None
