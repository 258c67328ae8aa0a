"""Noun phrases next to a token, found by walking over flagged tokens, without a parser.

A phrase is a pair of tokens, `first` to `last` (exclusive). "experts interviewed by the agency said": a reduced
relative clause belongs to its noun.
"""

from __future__ import annotations

from typing import NamedTuple

from tiestui.extraction.clause_edges import is_verb_here, joins_clauses, relative_before, short_bracket
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    AFTER_NAME,
    AUX,
    CAPITAL,
    CONJ,
    CUE,
    DET,
    FINITE,
    NEGATION,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PERSON,
    POSSESSIVE,
    PREP,
    PRONOUN,
    QUOTED,
    RELATIVE,
    SIGN,
    SPEAKING_NOUN,
    SUB,
    SUBJECT_PRONOUN,
    TIME,
)

CATENATIVE = frozenset(
    """went goes going continued continues began begins wants wanted used seemed appeared likes came proceeded
    keen eager quick careful pleased happy glad proud anxious""".split()
)
"""Words that another verb follows with "to", which reports: "went on to say", "was keen to stress"."""
_CLAUSES = frozenset("who which that when while but because after whether what how why".split())
_BEFORE_A_VERB = frozenset(("to", "all", "both", "each", "once"))
_DIGITS_OF_A_YEAR = 4
_LONGEST_LIST_MARK = 4
_ARTICLES = frozenset(("the", "a", "an"))
_BEFORE_AN_ARTICLE = PREP | DET | CONJ | SIGN | ADVERB | CUE | PARTICIPLE
_STOPPING_SIGNS = frozenset((*",;:—–()[]!?.…-", "--"))


class Phrase(NamedTuple):
    """A noun phrase: tokens `first` to `last` (exclusive), and where its apposition ends (`last` when it has none)."""

    first: int
    last: int
    end: int


def skip_verb_group(tokens: Tokens, verb: int, low: int) -> int:
    """The token before the verb's own auxiliaries, adverbs and a time ("has on Monday repeatedly")."""
    at = verb - 1
    flags, lowers = tokens.flags, tokens.lowers
    while at >= low:
        flag = flags[at]
        if flag & (AUX | NEGATION) or (flag & ADVERB and not flag & SUB) or lowers[at] in _BEFORE_A_VERB:
            at -= 1
            if lowers[at + 1] == "to" and at >= low and lowers[at - (lowers[at] == "on" and at > low)] in CATENATIVE:
                at -= 1 + (lowers[at] == "on")
        elif flag & TIME and (not flag & CAPITAL or (at > low and flags[at - 1] & (PREP | TIME | ADVERB))):
            at -= 1
            while at >= low and (flags[at] & PREP or flags[at] & (TIME | NUMBER) or lowers[at] in ("last", "this")):
                at -= 1
        elif flag & TIME and at > low:
            at -= 1
        else:
            break
    return at


def phrase_ending_at(tokens: Tokens, last: int, low: int) -> Phrase | None:
    """The noun phrase whose last word is the token `last`, not reaching below `low`; None when there is none."""
    first = _walk_left(tokens, last, low)
    first = _trim_left(tokens, first, last)
    if first > last:
        return None
    return Phrase(first, last + 1, last + 1)


def _walk_left(tokens: Tokens, last: int, low: int) -> int:
    flags, lowers = tokens.flags, tokens.lowers
    at = last
    while at >= low:
        flag = flags[at]
        if tokens.words[at] == ")" and at < last and (opening := short_bracket(tokens, at, low)) is not None:
            at = opening - 1
            continue
        if (flag & SIGN and tokens.words[at] in _STOPPING_SIGNS) or flag & QUOTED:
            break
        if flag & SUBJECT_PRONOUN and not flag & (OBJECT_PRONOUN | POSSESSIVE):
            return at if at == last else at + 1
        if is_verb_here(tokens, at, low):
            relative = relative_before(tokens, at, low)
            if relative is None:
                break
            at = relative - 1
            continue
        if flag & SUB and not flag & (PREP | DET | RELATIVE):
            break
        if lowers[at] == "that" and at < last and not flags[at + 1] & (CUE | AUX | FINITE | PARTICIPLE):
            break
        if lowers[at] in ("but", "or", "nor", "yet") or (lowers[at] == "and" and joins_clauses(tokens, at, low)):
            break
        if flag & RELATIVE and flag & ~(RELATIVE | SUB | DET) == 0 and at - 1 < low:
            break
        at -= 1
    return at + 1


def _trim_left(tokens: Tokens, first: int, last: int) -> int:
    """Without what only leads into the clause: "and", "meanwhile", "in Paris"."""
    flags, lowers = tokens.flags, tokens.lowers
    while first <= last:
        flag = flags[first]
        if flag & (CONJ | SIGN) or _leads_in(tokens, first, last):
            first += 1
        elif flag & PREP or (flag & SUB and not flag & DET):
            first = _behind_leading_preposition(tokens, first, last)
        elif lowers[first] == "that" and first < last and flags[first + 1] & (DET | PRONOUN | CAPITAL | POSSESSIVE):
            first += 1
        else:
            break
    return first


def _leads_in(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a word before a phrase is an adverb, a conjunction, a time, a list's number or a year."""
    flag = tokens.flags[at]
    if flag & ADVERB and not flag & (DET | NUMBER):
        return True
    if flag & SUB and not flag & (DET | PREP):
        return True
    if at == last:
        return False
    if tokens.words[at + 1] == ")" and len(tokens.words[at]) <= _LONGEST_LIST_MARK:
        return True
    if flag & TIME and not flag & SPEAKING_NOUN:
        return True
    return bool(flag & NUMBER) and (tokens.words[at][-1] == "." or _is_year_before(tokens, at))


def _is_year_before(tokens: Tokens, at: int) -> bool:
    return tokens.words[at].isdigit() and bool(tokens.flags[at + 1] & PERSON)


def _is_year(tokens: Tokens, at: int) -> bool:
    return len(tokens.words[at]) == _DIGITS_OF_A_YEAR and tokens.words[at].isdigit()


def _behind_leading_preposition(tokens: Tokens, first: int, last: int) -> int:
    """Behind "In a statement" and the like: where the next determiner, name or pronoun begins after a full phrase."""
    flags = tokens.flags
    seen_noun = False
    for at in range(first + 1, last + 1):
        flag = flags[at]
        if (flag & TIME and not flag & SPEAKING_NOUN) or _is_year(tokens, at):
            seen_noun = True
        elif seen_noun and (
            flag & (DET | SUBJECT_PRONOUN) or (flag & CAPITAL and not flags[at - 1] & (CAPITAL | PREP))
        ):
            if not flags[at - 1] & PREP:
                return at
        elif not flag & (DET | PREP | ADVERB | NUMBER):
            seen_noun = True
    return last + 1


def phrase_starting_at(tokens: Tokens, first: int, high: int) -> Phrase | None:
    """The noun phrase that begins at the token `first`, for a verb before it ("said the minister of trade")."""
    flags, words, lowers = tokens.flags, tokens.words, tokens.lowers
    at = first
    while at < high:
        flag = flags[at]
        if (flag & SIGN and words[at] in _STOPPING_SIGNS) or flag & QUOTED:
            break
        if flag & (AUX | FINITE) or lowers[at] in _CLAUSES:
            break
        if flag & SUBJECT_PRONOUN:
            at += at == first
            break
        if (
            flag & CUE
            and at > first
            and (lowers[at].endswith(("ed", "said", "told", "says", "wrote")) or _opens_object(tokens, at, high))
        ):
            break
        if at > first and flags[at - 1] & PERSON and not flag and words[at].islower():
            break
        if at > first and words[at] in _ARTICLES and not flags[at - 1] & _BEFORE_AN_ARTICLE:
            break
        if at > first and flag & (TIME | ADVERB) and not flags[at - 1] & DET:
            break
        if (
            flag & PREP
            and at > first
            and not (flag & CAPITAL and flags[at - 1] & CAPITAL)
            and lowers[at] != "of"
            and (lowers[at] not in ("for", "from", "at", "with", "in") or _is_time(tokens, at))
        ):
            break
        if flag & PREP and at == first:
            return None
        if flag & PARTICIPLE and not flag & CAPITAL and at > first and not flags[at - 1] & DET:
            break
        if lowers[at] in ("in", "at", "with") and at > first and _leads_to_occasion(tokens, at, high):
            break
        if at > first and _is_participle(tokens, at, high):
            break
        at += 1
    if at == first:
        return None
    return Phrase(first, at, _apposition_end(tokens, at, high))


def _opens_object(tokens: Tokens, at: int, high: int) -> bool:
    """Whether a reporting verb that is no noun has its object or its clause behind it: "the leaders reaffirm their"."""
    if at + 1 >= high or tokens.flags[at] & (SPEAKING_NOUN | CAPITAL):
        return False
    after = tokens.flags[at + 1]
    plural = tokens.lowers[at - 1].endswith("s") or tokens.flags[at - 1] & PERSON
    return bool(plural and after & (DET | POSSESSIVE | SUBJECT_PRONOUN) and not after & SIGN)


def _is_participle(tokens: Tokens, at: int, high: int) -> bool:
    """Whether a word in -ing begins a clause of its own, and is no noun or adjective of the phrase."""
    flags = tokens.flags
    if (
        flags[at - 1] & DET
        or not tokens.lowers[at].endswith("ing")
        or flags[at] & (CAPITAL | SPEAKING_NOUN | AFTER_NAME)
    ):
        return False
    adjective = at + 1 < high and flags[at + 1] & (CAPITAL | SPEAKING_NOUN) and not flags[at - 1] & SPEAKING_NOUN
    return not adjective


def _is_time(tokens: Tokens, at: int) -> bool:
    after = at + 1
    while after < len(tokens.flags) and tokens.flags[after] & (DET | ADVERB) and after < at + 3:
        after += 1
    return after < len(tokens.flags) and bool(tokens.flags[after] & (TIME | NUMBER))


def _leads_to_occasion(tokens: Tokens, at: int, high: int) -> bool:
    """Whether "in", "at", "with" begins the occasion of the speech ("in a statement", "at a rally")."""
    return at + 1 < high and tokens.lowers[at + 1] in ("a", "an", "his", "her", "their", "its", "response", "reference")


def _apposition_end(tokens: Tokens, at: int, high: int) -> int:
    """Behind ", the minister of trade," or ", who …," that follows a phrase; `at` itself when nothing does."""
    if at + 1 >= high or tokens.words[at] != ",":
        return at
    opener = tokens.flags[at + 1]
    if not (opener & (DET | SPEAKING_NOUN | NUMBER) or tokens.lowers[at + 1] in ("who", "whose", "an", "a", "former")):
        return at
    end = at + 1
    relative = False
    while end < high and tokens.words[end] not in (",", ";", ":", ".", "—", "–") and not tokens.flags[end] & QUOTED:
        flag = tokens.flags[end]
        relative = relative or bool(flag & RELATIVE and not flag & DET)
        if flag & (AUX | FINITE | SUBJECT_PRONOUN) and not relative:
            return at
        end += 1
    return end
