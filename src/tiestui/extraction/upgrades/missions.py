"""Missions: embassies, legations and consulates opened, closed, reopened, raised.

"The legation in Quito was raised to an embassy in 1942", "opened its embassy in", "the embassies reopened on 3 May".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tiestui.extraction.scan import Scanner
from tiestui.extraction.upgrades.acts import ACTIONS, Act, Kind, actions_of
from tiestui.extraction.wordforms import all_forms, every_form, form_names, participles, squeezed
from tiestui.lexicons import alternation, load
from tiestui.model.records import Action
from tiestui.patterns import lazily

_OWNER = r"(?:(?!bec[ao]me|relations\b|ties\b|and\s+(?:re-?)?(?:open|clos|establish|rais|elevat))[\w.'’-]+\s+){0,5}?"
_RAISED_TO = (
    r"\bto\s+(?:(?:the\s+)?(?:rank|status|level)\s+of\s+)?(?:an?\s+)?(?:full\s+)?"
    r"(?:embassy|embassies|legation|high\s+commission|ambassador|chargé)"
)
# "Raised to embassy status", "embassy staff": the post itself is not what is opened or closed.
_NOT_ITS_STATUS = r"(?!\s+(?:status|rank|level|staff|officials?|building|compound|spokes\w+|employees|personnel))"
_SUSPENDED = lazily(
    r"\b(?P<post>embassy|legation|consulate)\b[^;,]{0,40}?\s(?P<verb>suspended|ceased|halted|ended)\s+"
    r"(?:its\s+|all\s+)?operations\b"
    r"|\b(?P<verb2>suspended|ceased|halted|ended)\s+(?:its\s+|all\s+)?operations\s+(?:at|of)\s+(?:its"
    r"|the)\s+(?:\w+\s+)?(?P<post2>embassy|legation|consulate)\b",
    re.IGNORECASE,
)
_NOUNS: dict[str, Action] = {
    "opening": "established",
    "establishment": "established",
    "closure": "severed",
    "closing": "severed",
    "reopening": "resumed",
    "re-opening": "resumed",
    "elevation": "upgraded",
    "upgrading": "upgraded",
}
_TOLD: dict[Action, str] = {
    "established": "opened",
    "severed": "closed",
    "resumed": "reopened",
    "upgraded": "raised",
    "downgraded": "lowered",
    "suspended": "suspended",
}
# "The legation became an embassy", "the residency was turned into an embassy".
_BECAME = lazily(
    r"\b(?P<post>legations?|residency|missions?|representations?|consulates?(?:[ -]general)?|liaison\s+offices?"
    r"|agency)\b[^;]{0,80}?\s"
    r"(?P<verb>became|becomes|become|turned\s+into|converted\s+(?:in)?to|transformed\s+into)\s+(?:an?\s+"
    r"|the\s+)?(?:full\s+)?"
    r"(?:\w+\s+){0,2}?(?:embassy|embassies|legations?)\b",
    re.IGNORECASE,
)
# "Its embassy has been working since 2013".
_WORKING_SINCE = lazily(
    r"\b(?P<post>embassy|legation|consulate|high\s+commission)\b[^;,]{0,60}?\s(?:has|have|had)\s+been\s+"
    r"(?P<verb>functioning|operating|operational|working|open|active|in\s+operation)\s+since\b",
    re.IGNORECASE,
)
POST_SINCE = "mission since"
"""The rule of a post that is told to have worked since a day."""
# "The embassy closed in 1981 and reopened in 1990".
_AGAIN = lazily(
    r"(?:,?\s(?:and|but|then)|;\s+it)\s+(?:was\s+|were\s+)?(?:\w+ly\s+|then\s+|only\s+|again\s+)?(?P<verb>(?:re-?)?opened"
    r"|closed|shut|re-?established|restored|upgraded|raised)(?:\s+(?:it|them))?(?=\s+(?:in|on|by|at|two|three|a|that|the\s+same|\w+\s+years|to)\b)",
    re.IGNORECASE,
)
_AGAIN_WITHIN = 160
# "...; the Ghanaian embassy in Lima followed in March".
_FOLLOWED = lazily(
    r"\b(?P<post>embassy|legation|consulate|mission)\b[^;,.]{0,50}?\s(?P<verb>followed)(?=\s+(?:in|on|a|two|three|the\s+\w+\s+year)\b)",
    re.IGNORECASE,
)
# "Lowered the level of its representation".
_REPRESENTATION = lazily(
    r"\b(?:level|rank)\s+of\s+(?:(?:its|their|the)\s+)?(?:diplomatic\s+)?(?P<post2>representation)\b[^;,]{0,60}?\s(?:was|were)\s+"
    r"(?P<verb2>lowered|reduced|downgraded|raised|upgraded|elevated)\b"
    r"|\b(?P<verb>lowered|reduced|downgraded|raised|upgraded|elevated)\s+(?:the\s+(?:level|rank)\s+of\s+)?(?:its|their|the)\s+"
    r"(?:diplomatic\s+)?(?P<post>representation)\b",
    re.IGNORECASE,
)
# A bare "mission" may be a trade mission or a soldiers' one.
_DIPLOMATIC = lazily(r"diplomatic|permanent|resident|chargé|ambassador|embassy|legation", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    active: Scanner
    passive: Scanner
    noun: Scanner
    raised: Scanner
    consular: frozenset[str]
    actions: dict[str, Action]
    forms: dict[str, str]


@cache
def _patterns() -> _Patterns:
    words = load("acts")["missions"]
    posts_of = [*words["embassy"], *words["consular"]]
    posts = alternation(posts_of) + _NOT_ITS_STATUS
    verbs = [entry for action in ACTIONS for entry in words[action]]
    raising = [*words["upgraded"], *words["downgraded"]]
    return _Patterns(
        active=Scanner(rf"\b(?P<verb>{all_forms(verbs)})\s+{_OWNER}(?P<post>{posts})\b", every_form(verbs)),
        passive=Scanner(
            rf"\b(?P<post>{posts})\b(?:[^;,]|,(?!\s+(?:however|but)\b)){{0,90}}?(?:\s(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){{0,2}}?"
            rf"(?P<verb>{participles(verbs)})\b|\s(?P<verb2>(?:re-?)?open(?:ed|s)|close[ds])"
            r"(?=\s+(?:on|in|at|its|the\s+same|that|a|two|three)\b|[.,;]|$))",
            posts_of,
        ),
        noun=Scanner(rf"\b(?P<verb>{alternation(list(_NOUNS))})\s+of\s+{_OWNER}(?P<post>{posts})\b", _NOUNS),
        raised=Scanner(
            rf"\b(?P<verb>{all_forms(raising)})\s+[^;,]{{0,60}}?\b(?P<post>{posts}|representation|relations|ties"
            rf"|chargé\w*)\b"
            rf"[^;,]{{0,40}}?{_RAISED_TO}",
            every_form(raising),
        ),
        consular=frozenset(words["consular"]),
        actions=actions_of(words) | _NOUNS,
        forms=form_names(verbs),
    )


def find_missions(text: str, start: int, end: int) -> Iterator[Act]:
    """Acts on missions told in a sentence, by every rule; they may overlap."""
    p = _patterns()
    for match in p.active.finditer(text, start, end):
        yield from _mission(match, p, "mission by verb", p.forms.get(squeezed(match["verb"]), "past"))
        yield from _again(text, match, end, p)
    for match in p.passive.finditer(text, start, end):
        yield from _mission(match, p, "mission in the passive", "participle" if match["verb"] else "past")
        yield from _again(text, match, end, p)
    for match in _FOLLOWED.finditer(text, start, end):
        yield from _mission(match, p, "mission opened in turn", "past")
    for match in _REPRESENTATION.finditer(text, start, end):
        yield from _mission(match, p, "mission raised", "past" if match["verb"] else "participle")
    for match in p.noun.finditer(text, start, end):
        yield from _mission(match, p, "mission by noun", "noun")
    for match in _BECAME.finditer(text, start, end):
        act = Kind("upgraded", "embassy", f"{squeezed(match['post'])} raised", "mission raised").act(
            match, "verb", "past", (squeezed(match["verb"]), "embassy")
        )
        yield replace(act, start=act.verb)
    for match in _WORKING_SINCE.finditer(text, start, end):
        yield from _mission(match, p, POST_SINCE, "past")
    for match in _SUSPENDED.finditer(text, start, end):
        which, post = ("verb", "post") if match["verb"] else ("verb2", "post2")
        kind = Kind("suspended", "embassy", f"{squeezed(match[post])} suspended", "mission suspended")
        yield kind.act(match, which, "past", (squeezed(match[which]), squeezed(match[post])))
    for match in p.raised.finditer(text, start, end):
        yield from _mission(match, p, "mission raised", p.forms.get(squeezed(match["verb"]), "past"))


def _again(text: str, match: re.Match[str], end: int, p: _Patterns) -> Iterator[Act]:
    """What else befell the post named before: "... and reopened on 4 May"."""
    for other in _AGAIN.finditer(text, match.end(), min(end, match.end() + _AGAIN_WITHIN)):
        verb, post = squeezed(other["verb"]), squeezed(match["post"])
        action = p.actions.get(verb, "resumed")
        level = "embassy" if post not in p.consular else "consulate" if "consul" in post else post
        act = Kind(action, level, f"{post} {_TOLD[action]}", "mission again").act(
            other, "verb", "participle", (verb, post)
        )
        yield replace(act, start=act.verb)


def _mission(match: re.Match[str], p: _Patterns, rule: str, form: str) -> Iterator[Act]:
    which = "verb" if match["verb"] else "verb2"
    verb, post = squeezed(match[which]), squeezed(match["post"] or match["post2"])
    if post.endswith("mission") and not _DIPLOMATIC.search(match[0]):
        return
    action = p.actions.get(verb, "established")
    level = "embassy" if post not in p.consular else "consulate" if "consul" in post else post
    kind = Kind(action, level, f"{post} {_TOLD[action]}", rule, weak=form == "noun")
    yield kind.act(match, which, form, (verb, post))
