"""Where a clause begins, left of a phrase: other clauses' verbs, relative clauses, brackets, "and"."""

from __future__ import annotations

from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CAPITAL,
    CUE,
    DET,
    FINITE,
    NEGATION,
    NUMBER,
    PARTICIPLE,
    PERSON,
    POSSESSIVE,
    PREP,
    PRONOUN,
    QUOTED,
    RELATIVE,
    SIGN,
    SPEAKING_NOUN,
    TIME,
)

_LONGEST_RELATIVE = 12


def is_verb_here(tokens: Tokens, at: int, low: int) -> bool:
    """Whether a finite verb stands at `at` that another clause, left of the phrase, has."""
    flag = tokens.flags[at]
    if flag & (AUX | FINITE):
        return not _in_relative(tokens, at, low)
    if flag & CUE:
        return not _is_noun_here(tokens, at, low)
    return bool(flag & PARTICIPLE) and not _is_reduced(tokens, at, low)


def relative_before(tokens: Tokens, at: int, low: int) -> int | None:
    """The "who" whose clause a verb belongs to: "officials who asked not to be named said"."""
    for t in range(at - 1, max(low, at - _LONGEST_RELATIVE), -1):
        if tokens.lowers[t] == "who":
            return t if not tokens.flags[t - 1] & (SIGN | QUOTED) else None
        if tokens.flags[t] & (SIGN | QUOTED):
            return None
    return None


def short_bracket(tokens: Tokens, closing: int, low: int) -> int | None:
    """Where the bracket opens that closes at `closing`, when it holds an abbreviation or the like."""
    for at in range(closing - 1, max(low, closing - 4) - 1, -1):
        if tokens.words[at] == "(":
            return at
    return None


def joins_clauses(tokens: Tokens, at: int, low: int) -> bool:
    """Whether "and" joins two clauses: a verb stands before it with no sign between."""
    flags = tokens.flags
    for t in range(at - 1, max(low, at - 16) - 1, -1):
        flag = flags[t]
        if flag & QUOTED or (flag & SIGN and tokens.words[t] in ";:—"):
            return False
        if flag & (AUX | FINITE) and not flag & CAPITAL:
            return not _in_relative(tokens, t, low)
        if flag & CUE and not flag & CAPITAL and not _is_noun_here(tokens, t, low):
            return True
    return False


def _in_relative(tokens: Tokens, at: int, low: int) -> bool:
    """Whether a finite verb stands right behind "who" or "that": its clause belongs to the noun."""
    while at > low and tokens.flags[at - 1] & (AUX | ADVERB | NEGATION) and not tokens.flags[at - 1] & RELATIVE:
        at -= 1
    return at > low and tokens.lowers[at - 1] in ("who", "which", "that")


def _is_noun_here(tokens: Tokens, at: int, low: int) -> bool:
    """Whether a word that may be a reporting verb is a noun here ("the report", "his claim", "a state visit")."""
    lower = tokens.lowers[at]
    if lower.endswith(("ed", "said", "told")):
        return _is_reduced(tokens, at, low)
    if at <= low:
        after = tokens.flags[at + 1] if at + 1 < len(tokens.flags) else 0
        return bool(tokens.flags[at] & SPEAKING_NOUN and after & (SPEAKING_NOUN | CUE | AUX | FINITE))
    before = tokens.flags[at - 1]
    if before & (DET | POSSESSIVE | PREP | NUMBER) or tokens.lowers[at - 1].endswith(("'s", "s'", "al", "ic", "nt")):
        return True
    return bool(tokens.flags[at] & SPEAKING_NOUN) and not before & (PRONOUN | AUX) and lower != "read"


def _is_reduced(tokens: Tokens, at: int, low: int) -> bool:
    """Whether a form in -ed is a participle behind its noun ("experts interviewed by …") or before it."""
    flags = tokens.flags
    if at + 1 >= len(flags):
        return False
    after = flags[at + 1]
    if at > low and flags[at - 1] & (DET | POSSESSIVE):
        return True
    if at > low and _is_proper(tokens, at - 1, low) and tokens.lowers[at + 1] != "by":
        return False
    if at > low and flags[at - 1] & ADVERB:
        return at - 2 < low or not flags[at - 2] & AUX
    return bool(after & (PREP | TIME)) and at > low and not flags[at - 1] & (PRONOUN | AUX)


def _is_proper(tokens: Tokens, at: int, low: int) -> bool:
    """Whether a name stands at `at`, which does what an -ed form behind it tells: "Oslo handed over a note"."""
    flag = tokens.flags[at]
    if flag & PERSON:
        return True
    common = flag & SPEAKING_NOUN or tokens.lowers[at].endswith("s")
    return at == low and bool(flag & CAPITAL) and not common
