"""The time, place and way of speaking between a verb and what was said: "on Monday", "in a statement", "at a rally"."""

from __future__ import annotations

from functools import cache

from tiestui.extraction.nounphrases import Phrase, phrase_starting_at
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CAPITAL,
    DET,
    FINITE,
    NUMBER,
    OBJECT_PRONOUN,
    POSSESSIVE,
    PREP,
    QUOTED,
    SUB,
    TIME,
)
from tiestui.lexicons import load

_TIMES = frozenset("last earlier late early a.m. p.m.".split())
_LONGEST_OCCASION = 22
_DIGITS_OF_A_YEAR = 4


@cache
def _occasions() -> frozenset[str]:
    return frozenset(load("frames")["occasion"]["words"].split())


def skip_occasion(tokens: Tokens, at: int, last: int) -> int:
    """Behind the time, place and way of speaking: "on Monday", "in a statement", "at a rally in Minsk"."""
    start = at
    flags, lowers = tokens.flags, tokens.lowers
    while at < last:
        flag = flags[at]
        if flag & QUOTED:
            break
        day = flag & NUMBER and at > start and flags[at - 1] & TIME
        if lowers[at] == "there" and at + 1 < last and flags[at + 1] & AUX:
            break
        if flag & TIME or (flag & ADVERB and not flag & SUB) or lowers[at] in _TIMES or day:
            at += 1
        elif at + 1 < last and (flags[at + 1] & TIME if flag & DET else day_and_year(tokens, at, last) and at > start):
            at += 2
        else:
            end = _occasion_end(tokens, at, last) if flag & PREP else None
            if end is None and lowers[at] in ("when", "after", "as", "before"):
                end = _until_that(tokens, at, last)
            if end is None:
                break
            at = end
    return at


def day_and_year(tokens: Tokens, comma: int, last: int) -> bool:
    """Whether a comma stands between a day and its year: "May 3, 2019"."""
    if comma + 1 >= last or tokens.words[comma] != "," or not tokens.flags[comma - 1] & NUMBER:
        return False
    return len(tokens.words[comma + 1]) == _DIGITS_OF_A_YEAR and tokens.words[comma + 1].isdigit()


def is_occasion(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the last word of some tokens is a way or a time of speaking ("a press statement")."""
    return last > first and (tokens.lowers[last - 1] in _occasions() or bool(tokens.flags[last - 1] & TIME))


def skip_time(tokens: Tokens, at: int, last: int) -> int:
    """Behind words of time alone."""
    while at < last and tokens.flags[at] & TIME:
        at += 1
    return at


def _occasion_end(tokens: Tokens, at: int, last: int) -> int | None:
    """Where a prepositional phrase ends that tells the occasion of speech; None when it belongs to what was said."""
    if tokens.lowers[at] in ("of", "about", "to") and at + 1 < last and not _names_hearers(tokens, at + 1):
        told_to = tokens.lowers[at] != "to" or tokens.flags[at + 1] & (DET | CAPITAL | POSSESSIVE | OBJECT_PRONOUN)
        return _until_that(tokens, at, last) if told_to else None
    end = _until_that(tokens, at, last)
    if end is not None:
        return end
    phrase = phrase_starting_at(tokens, at + 1, last)
    if at + 1 < last and tokens.flags[at + 1] & TIME:
        phrase = Phrase(at + 1, at + 2, at + 2)
    if phrase is None:
        return None
    inside = range(phrase.first, phrase.last)
    if any(tokens.lowers[t] in _occasions() or tokens.flags[t] & (TIME | NUMBER) for t in inside):
        return phrase.last
    followed = phrase.last < last and tokens.words[phrase.last] in (",", ".", ":")
    return phrase.last if followed or phrase.last >= last else None


def _names_hearers(tokens: Tokens, at: int) -> bool:
    return tokens.lowers[at] in ("reporters", "journalists", "supporters", "the")


def _until_that(tokens: Tokens, at: int, last: int) -> int | None:
    """The "that" which begins the clause behind an occasion, within reach and before any sign or verb."""
    for t in range(at + 1, min(last, at + _LONGEST_OCCASION)):
        if tokens.lowers[t] == "that" and not tokens.flags[t - 1] & PREP:
            return t
        if tokens.flags[t] & (QUOTED | AUX | FINITE) or tokens.words[t] in (";", ":", "."):
            return None
        if tokens.words[t] == "," and not tokens.flags[t - 1] & CAPITAL:
            return None
    return None
