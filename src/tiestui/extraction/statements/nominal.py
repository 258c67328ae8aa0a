"""Nouns that stand for speech: "his claim that prices fell", "the ministry's warning that …".

Only a noun with an owner makes a statement. Its clause ends before the verb of the sentence when the noun is that
verb's subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tiestui.extraction.nounphrases import Phrase
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verb_subjects import subject_before
from tiestui.extraction.words import AUX, CONJ, CUE, FINITE, POSSESSIVE, PREP, QUOTED, RELATIVE, SIGN, SUB
from tiestui.lexicons import load

_FARTHEST_OWNER = 4


class NominalCue(NamedTuple):
    """A noun of speech: its token, its owner's phrase, what was said as tokens `first` to `last`."""

    noun: int
    owner: Phrase
    first: int
    last: int


@cache
def _nouns() -> frozenset[str]:
    return frozenset((*load("frames")["noun"]["speech"].split(), *load("frames")["view"]["nouns"]))


def find_nominal_cues(tokens: Tokens, first: int, last: int) -> Iterator[NominalCue]:
    """The nouns of speech with an owner and a clause in a sentence."""
    nouns = _nouns()
    if nouns.isdisjoint(tokens.lowers[first:last]):
        return
    for at in range(first + 1, last - 3):
        if tokens.lowers[at + 1] != "that" or tokens.lowers[at] not in nouns:
            continue
        owner = _owner(tokens, at, first) or _holder(tokens, at, first)
        if owner is not None:
            yield NominalCue(at, owner, at + 2, _end(tokens, at, first, last))


def _owner(tokens: Tokens, noun: int, first: int) -> Phrase | None:
    """What stands before the noun as its owner ("his", "the minister's"), with adjectives between."""
    for at in range(noun - 1, max(first, noun - _FARTHEST_OWNER) - 1, -1):
        flag, lower = tokens.flags[at], tokens.lowers[at]
        if flag & POSSESSIVE:
            return Phrase(at, at + 1, at + 1)
        if lower.endswith(("'s", "s'")):
            start = at
            while start > first and not tokens.flags[start - 1] & (
                SIGN | QUOTED | PREP | CONJ | AUX | FINITE | CUE | SUB
            ):
                start -= 1
            return Phrase(start, at + 1, at + 1)
        if flag & (SIGN | QUOTED | AUX | FINITE | SUB | CONJ | PREP):
            return None
    return None


def _holder(tokens: Tokens, noun: int, first: int) -> Phrase | None:
    """Who is "of the view that"."""
    lowers = tokens.lowers
    if lowers[noun] not in load("frames")["view"]["nouns"] or lowers[max(first, noun - 2) : noun] != ["of", "the"]:
        return None
    verb = noun - 3
    return subject_before(tokens, verb, first) if verb > first and tokens.flags[verb] & AUX else None


def _end(tokens: Tokens, noun: int, first: int, last: int) -> int:
    flags = tokens.flags
    leads = not any(flags[t] & (AUX | FINITE | CUE) for t in range(first, noun))
    verbs = 0
    for at in range(noun + 3, last):
        if tokens.words[at] in (",", ";", "—", "–") or (flags[at] & SIGN and at == last - 1):
            return at
        if flags[at] & (AUX | FINITE):
            if leads and verbs and not flags[at - 1] & (AUX | CONJ | RELATIVE) and tokens.lowers[at - 1] != "to":
                return at
            verbs += not flags[at - 1] & AUX
    return last
