"""Positions in a list: "The two sides: - welcomed the accord; - noted the delay" has its speaker in the line before.

A list item begins with a mark, a number or a letter, and then with the verb. The line that ends in a colon gives the
speaker to all items behind it.
"""

from __future__ import annotations

import re

from tiestui.extraction.nounphrases import Phrase, phrase_ending_at
from tiestui.extraction.statements.agents import can_speak, sentence_subject
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import verb_forms
from tiestui.extraction.words import ADVERB, CUE, PREP, SIGN

_MARK = re.compile(r"(?:[ivxIVX]{1,4}|[a-zA-Z]|\d{1,2})[.)]?$")
_MOST_MARKS = 4


def find_introduction(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """The speaker of a sentence that ends in a colon, or None."""
    if last - first < 2 or tokens.words[last - 1] != ":":
        return None
    phrase = phrase_ending_at(tokens, last - 2, first)
    if phrase is not None and can_speak(tokens, phrase) and not tokens.flags[max(phrase.first - 1, first)] & PREP:
        return phrase
    return sentence_subject(tokens, first, last)


def find_listed_cue(tokens: Tokens, first: int, last: int) -> Cue | None:
    """The verb that a list item begins with, or None."""
    at = _behind_mark(tokens, first, last)
    head = at
    while at < last and tokens.flags[at] & ADVERB:
        at += 1
    if at >= last - 1 or not tokens.flags[at] & CUE:
        return None
    form = verb_forms().get(tokens.lowers[at])
    if form is None or tokens.flags[at + 1] & SIGN:
        return None
    return Cue(head, at, at + 1, form, None, False, "listed")


def _behind_mark(tokens: Tokens, first: int, last: int) -> int:
    """Behind a dash, a bullet, "(a)" or "3." at the head of an item."""
    at = first
    while at < min(last, first + _MOST_MARKS):
        if not tokens.flags[at] & SIGN and not (_MARK.match(tokens.words[at]) and _is_marked(tokens, at, first, last)):
            break
        at += 1
    return at


def _is_marked(tokens: Tokens, at: int, first: int, last: int) -> bool:
    """Whether a letter or number is a list's: a bracket or a stop stands beside it."""
    word = tokens.words[at]
    return (
        word[-1] in ".)"
        or (at + 1 < last and tokens.words[at + 1] in ").")
        or (at > first and tokens.words[at - 1] == "(")
    )
