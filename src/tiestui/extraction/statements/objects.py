"""What may be the object of a reporting verb, and what is none: a name that owns, a label, a span of time, a number."""

from __future__ import annotations

from tiestui.extraction.nounphrases import phrase_starting_at
from tiestui.extraction.statements.parts import Content
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    AUX,
    CONJ,
    DET,
    NUMBER,
    PARTICIPLE,
    PERSON,
    PREP,
    PRONOUN,
    QUOTED,
    SIGN,
    SUB,
    TIME,
    TITLE,
)

_SPANS = frozenset("hour hours day days week weeks month months year years decade decades".split())
_LONGEST_TIME = 4
_NEVER_LABELLED = frozenset("each itself himself herself themselves on in out off up back".split())
_NAMING_VERBS = frozenset(("label", "brand", "dub"))
"""Verbs that name with or without "as": "labelled the plan “a gift to nobody”"."""


def owns(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a name is an owner: "welcomed Minister Lund's visit" is said, "welcomed Minister Lund" is done."""
    while at < last and tokens.flags[at] & (PERSON | TITLE):
        if tokens.lowers[at].endswith(("'s", "s'")):
            return True
        at += 1
    return False


def is_span_of_time(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a phrase tells how long: "argued for two years"."""
    if not tokens.flags[at] & (DET | NUMBER | TIME):
        return False
    phrase = phrase_starting_at(tokens, at, last)
    end = phrase.last if phrase is not None else at + 1
    return end - at <= _LONGEST_TIME and tokens.lowers[end - 1] in _SPANS


def labelled(tokens: Tokens, lemma: str, at: int, last: int) -> Content | None:
    """What somebody is called: "Y as Z" (or "Y Z" behind "call"), both in one clause; "each other" is no statement."""
    if tokens.lowers[at] in _NEVER_LABELLED:
        return None
    if lemma == "call":
        return Content(at, last, "object")
    leads = tokens.lowers[at - 1].endswith("ing") and tokens.flags[at] & PRONOUN
    if leads and tokens.lowers[at + 1 : at + 2] == ["as"]:
        return None  # "Describing it as a feast, she said …"
    for t in range(at + 1, min(last, at + 18)):
        if tokens.flags[t] & QUOTED and lemma in _NAMING_VERBS:
            return Content(at, last, "object")
        if tokens.lowers[t] == "as":
            return None if t + 1 >= last or tokens.flags[t + 1] & PARTICIPLE else Content(at, last, "object")
        if tokens.words[t] in (",", ";", ":") and lemma != "describe":
            return None
    return None


def opens_object(tokens: Tokens, at: int) -> bool:
    """Whether a noun phrase may begin at `at`."""
    flag = tokens.flags[at]
    if flag & (SIGN | SUB | AUX | CONJ) and not flag & DET:
        return False
    return not flag & (PREP | TIME)


def is_estimate(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a preposition belongs to a number ("about one third of the vote")."""
    if tokens.lowers[at] not in ("about", "around", "over", "under"):
        return False
    return any(tokens.flags[t] & NUMBER for t in range(at + 1, min(at + 3, last)))
