"""Whom an outlet quotes: "the agency quoted the minister, Ann Lee, as saying that", "she was cited as saying".

The quoted one speaks; the outlet only carries the words.
"""

from __future__ import annotations

from tiestui.extraction.nounphrases import Phrase, phrase_starting_at
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verb_subjects import subject_before
from tiestui.extraction.verbs import VerbForm
from tiestui.extraction.words import ADVERB, AUX, QUOTED, TIME

_QUOTING = frozenset(
    "quote quotes quoted quoting cite cites cited citing report reports reported reporting show shows showed".split()
)
_BE = frozenset("is are was were been being be".split())
_LONGEST = 24


def find_quoted(tokens: Tokens, at: int, form: VerbForm, low: int) -> Cue | None:
    """The cue of a word in -ing behind "as" (the token `at`), with whom it quotes and the outlet; None for others."""
    as_word = at - 1
    if as_word <= low or tokens.lowers[as_word] != "as":
        return None
    verb = next((t for t in range(as_word - 1, max(low, as_word - _LONGEST), -1) if tokens.lowers[t] in _QUOTING), None)
    if verb is None:
        return None
    if tokens.lowers[verb + 1] == "by":
        quoted = subject_before(tokens, verb, low)
        if quoted is None:
            return None
        return Cue(at, at, at + 1, form, quoted, False, "participle", Phrase(verb + 2, as_word, as_word))
    last = as_word
    while last > verb + 1 and (tokens.words[last - 1] == "," or tokens.flags[last - 1] & (TIME | ADVERB)):
        last -= 1
    if last == verb + 1:
        quoted = subject_before(tokens, verb, low) if _is_passive(tokens, verb, low) else None
        by = at + 2 < len(tokens.lowers) and tokens.lowers[at + 1] == "by"
        outlet = phrase_starting_at(tokens, at + 2, len(tokens.lowers)) if by else None
        return Cue(at, at, at + 1, form, quoted, False, "participle", outlet) if quoted is not None else None
    first = verb + 1 + (tokens.lowers[verb + 1] == "that")
    if any(tokens.flags[t] & (AUX | QUOTED) for t in range(first, last)) or first >= last:
        return None
    comma = next((t for t in range(first, last) if tokens.words[t] == ","), None)
    phrase = Phrase(first, last, last) if comma is None else Phrase(first, comma, last)
    return Cue(at, at, at + 1, form, phrase, False, "participle", subject_before(tokens, verb, low))


def _is_passive(tokens: Tokens, verb: int, low: int) -> bool:
    """Whether the quoting verb is a passive: "was quoted", "has also been cited"."""
    at = verb - 1
    while at > low and tokens.flags[at] & ADVERB:
        at -= 1
    return at >= low and tokens.lowers[at] in _BE
