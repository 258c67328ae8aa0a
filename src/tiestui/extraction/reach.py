"""How far a date stands from the words that it may date, and what cuts it off from them."""

from __future__ import annotations

import re

from tiestui.dates.grammar import FoundDate

Span = tuple[int, int]

TOO_FAR = 10_000
"""A distance at which a date is another act's."""
_BARRIER = re.compile(
    r"[;:]|\b(?:which|who|whom|whose|that|when|where|after|before|since|following|because|as|while"
    r"|although|until|despite)\b"
)
_RELATIVE = re.compile(r",\s+(?:who|which|whose|whom)\b")
# A date behind another act is that act's: "signed the pact negotiated in 1999", "a treaty that lapsed in 1985".
_OTHER_ACT = re.compile(
    r"\b(?:which|who|whom|whose|that(?!\s*$)|where|because|although|despite)\b|,\s+and\s+(?:has|have|had"
    r"|will|is|are|was|were)\b"
    r"|\b(?:before|since|following|after)\b(?!\s*$)|\bto\s+(?:leave|depart)\b"
    r"|\S\s+(?<!and )(?!announced|declared|confirmed|reported|disclosed|opened|started|resumed|ended)[a-z]{3,}ed\s+"
    r"(?:in|on|at|by)\s+$"
    r"|\S\s+(?:held|made|begun|built)\s+(?:in|on)\s+$"
    r"|^\s+(?:signed|negotiated|concluded|established|founded|created|adopted|ratified|imposed)\s+(?:in|on)\s+$"
)
# "Restored the ties severed more than fifty years ago".
_DONE_THEN = re.compile(
    r"(?:^|\S)\s+(?<!and )[a-z]{3,}ed\s+(?:more\s+than\s+|over\s+|nearly\s+|almost\s+|some\s+|about\s+)?$"
)
_NOUN_REACH = 25
_BE = re.compile(r"\s(?:was|were|is|are|has|had|been)\s")
_NEXT_ACT = re.compile(r",?\s+(?:and|but)\b|,\s+(?:and|but|while|which|who)\b")
_NEW_CLAUSE = re.compile(r";|\b(?:which|who|where|whom|that|after|before|since|until|had|but|while|whereas)\b")
_SINCE = re.compile(r"\b[Ss]ince\b[^,;]*\s(?:was|were|had|has|[a-z]+ed|came|took|began)\b[^,;]*$")
_SINCE_REACH = 120
_TOUCHING = 40
_FRONT = 12
_RELATIVE_REACH = 120


def distance(text: str, item: FoundDate, span: Span, anchor: Span) -> int:
    """Code points between a date and the words at `anchor` in the stretch `span`, more for each clause between them."""
    if item.start >= anchor[1]:
        gap = text[anchor[1] : item.start]
        if not gap.startswith(" until") and _OTHER_ACT.search(gap):
            return TOO_FAR
        if item.kind == "offset" and _DONE_THEN.search(gap):
            return TOO_FAR
        owner = 80 if text.startswith(("’s", "'s"), item.end) else 0
        return len(gap) + owner + 80 * len(_BARRIER.findall(gap))
    if item.end <= anchor[0]:
        gap = text[item.end : anchor[0]]
        if _NEXT_ACT.match(gap):
            return len(gap) + 110
        if item.start - span[0] <= _FRONT:
            return _FRONT + 20 * len(_BARRIER.findall(gap))
        return len(gap) + 30 + 80 * len(_BARRIER.findall(gap))
    return 0


_IN_RELATIVE = re.compile(r"\w\s+(?:that|which|who)\s+[^,;]{0,50}$")


def in_one_breath(text: str, item: FoundDate, at: int) -> bool:
    """Whether a date holds for an act behind it at `at`: "arrived in Lima on Monday and met the president"."""
    if item.end > at or _NEW_CLAUSE.search(text, item.end, at) is not None:
        return False
    # "Will drop the duty that it imposed in April, and they will buy": the relative clause is over.
    relative = _IN_RELATIVE.search(text, max(0, item.start - _RELATIVE_REACH), item.start)
    return relative is None or "," not in text[item.end : at]


def is_aside(text: str, item: FoundDate, anchor: Span) -> bool:
    """Whether a date's relative clause is over before the act: "Mr Ek, who was elected in May, met"."""
    opens = _RELATIVE.search(text, max(0, item.start - _RELATIVE_REACH), item.start)
    return opens is not None and "," in text[item.end : anchor[0]] and "," not in text[opens.end() : item.start]


def is_in_since(text: str, item: FoundDate, anchor: Span) -> bool:
    """Whether a date is in a clause that only tells since when: "Since the pact was signed in 1965, trade has"."""
    return (
        "," in text[item.end : anchor[0]]
        and _SINCE.search(text, max(0, item.start - _SINCE_REACH), item.start) is not None
    )


def is_at_meeting(item: FoundDate, anchor: Span) -> bool:
    """Whether an attributive date is that of an occasion named behind the act: "raised ties during the 1999 summit"."""
    at = item.kind == "attributive" and item.lead in ("during", "at")
    return at and item.start >= anchor[1] and item.basis == "stated"


def touches(text: str, item: FoundDate, anchor: Span) -> bool:
    """Whether an attributive date ("the 2014 agreement") stands right before or inside the words it would date."""
    near = item.start < anchor[1] and anchor[0] - item.end <= _TOUCHING and item.end <= anchor[1]
    if not near or item.kind != "attributive" or item.date is None:
        return False
    exact = item.basis == "stated" or (item.date.days <= 31 and anchor[0] - item.end <= _NOUN_REACH)
    return exact and not _BE.search(text, item.end, max(item.end, anchor[0]))
