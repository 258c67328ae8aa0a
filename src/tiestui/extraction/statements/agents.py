"""Who speaks, as a noun phrase: behind an inverted verb, in the clause before, ahead of a leading participle."""

from __future__ import annotations

from functools import reduce
from operator import or_

from tiestui.extraction.nounphrases import Phrase, phrase_starting_at
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verb_subjects import subject_before
from tiestui.extraction.verbs import verb_forms
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CAPITAL,
    CONJ,
    CUE,
    DET,
    FINITE,
    GROUP,
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
    SUB,
    SUBJECT_PRONOUN,
    TIME,
)

_LONGEST_BRACKET = 6
CONTRACTED = frozenset("he's she's it's they're we're i'm that's who's".split())
"""Pronouns with their verb in one word."""


def can_speak(tokens: Tokens, subject: Phrase) -> bool:
    """Whether a phrase may name somebody who speaks: a name, a pronoun, a speaking noun; no bare "it is" or gerund."""
    if tokens.lowers[subject.last - 1].endswith(("'s", "s'")) and tokens.lowers[subject.last - 1] not in CONTRACTED:
        return False
    if tokens.lowers[subject.first] == "of" or tokens.flags[min(subject.first + 1, subject.last - 1)] & AUX:
        return False
    own = tokens.flags[subject.first : subject.last]
    if not own or (own[0] & TIME and all(flag & TIME and not flag & PERSON for flag in own)):
        return False
    flags = reduce(or_, own)
    if flags & (CAPITAL | SPEAKING_NOUN | SUBJECT_PRONOUN | RELATIVE | NUMBER):
        return True
    lower = tokens.lowers[subject.last - 1]
    return bool(tokens.flags[subject.first] & (DET | POSSESSIVE)) or lower.endswith("s") or len(lower) > 3


def may_invert(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a verb at `at` may stand before its speaker: it opens the sentence or follows what was said."""
    if at == first:
        return True
    before = tokens.flags[at - 1]
    return (
        bool(before & QUOTED)
        or tokens.words[at - 1] in (",", "—", "–", "-", "--", "?", "!")
        or tokens.lowers[at - 1] == "as"
    )


def subject_behind(tokens: Tokens, at: int, last: int) -> Phrase | None:
    """The speaker behind an inverted verb ("said the minister"), or None."""
    if at + 1 >= last:
        return None
    flag = tokens.flags[at + 1]
    if flag & PRONOUN and tokens.lowers[at + 1] not in ("he", "she", "they", "i", "we"):
        return None
    if not (flag & (CAPITAL | DET | SPEAKING_NOUN | PRONOUN | POSSESSIVE | NUMBER) or tokens.lowers[at + 1].islower()):
        return None
    if flag & (TIME | SIGN | QUOTED | AUX | SUB) and not flag & DET:
        return None
    if tokens.lowers[at + 1] in ("that", "this", "it", "there"):
        return None
    phrase = phrase_starting_at(tokens, at + 1, last)
    if phrase is None:
        return None
    if phrase.end < last and tokens.flags[phrase.end] & (AUX | FINITE):
        return None
    wanted = CAPITAL | SPEAKING_NOUN | PRONOUN
    if at > 0 and tokens.flags[at - 1] & QUOTED:
        wanted |= DET
    return phrase if any(tokens.flags[t] & wanted for t in range(phrase.first, phrase.last)) else None


def shared_subject(tokens: Tokens, at: int, first: int, before: list[Cue]) -> Phrase | None:
    """Who does a verb that has no subject of its own: the last speaker of the sentence, else the sentence's subject."""
    for t in range(at - 1, max((cue.verb for cue in before), default=at), -1):
        if tokens.lowers[t] in ("and", "but", "while") and tokens.words[t - 1] == ",":
            phrase = phrase_starting_at(tokens, t + 1, at)
            if phrase is None or phrase.end >= at or not can_speak(tokens, phrase):
                continue
            if tokens.flags[phrase.end] & (AUX | FINITE | CUE | PARTICIPLE):
                return phrase
    kind = verb_forms()[tokens.lowers[at_verb]].kind if (at_verb := _verb_of(tokens, at)) is not None else None
    before = [cue for cue in before if cue.form.kind == kind] or before
    leads = bool(tokens.flags[first] & SUB and not tokens.flags[first] & DET)
    for cue in reversed(before):
        if cue.subject is None or cue.verb >= at:
            continue
        if not leads or "," not in tokens.words[cue.verb : at] or "," in tokens.words[first : cue.verb]:
            return cue.subject
    return sentence_subject(tokens, first, at)


def _verb_of(tokens: Tokens, at: int) -> int | None:
    """The reporting verb of the group that begins at `at`."""
    for t in range(at, min(at + 4, len(tokens.flags))):
        if tokens.flags[t] & CUE and tokens.lowers[t] in verb_forms():
            return t
    return None


def sentence_subject(tokens: Tokens, first: int, high: int) -> Phrase | None:
    """The first noun phrase before the sentence's first finite verb, not reaching `high`."""
    start = first
    if tokens.lowers[first : first + 2] == ["according", "to"] or (
        tokens.flags[first] & SUB and not tokens.flags[first] & DET
    ):
        start = next((t + 1 for t in range(first, high) if tokens.words[t] == ","), first)
    if (
        start == first
        and tokens.flags[first] & PREP
        and (behind := _behind_preposition(tokens, first, high)) is not None
    ):
        return behind
    for at in range(start + 1, high):
        flag = tokens.flags[at]
        if flag & (AUX | FINITE | CUE | PARTICIPLE) and not flag & CAPITAL:
            phrase = subject_before(tokens, at, start)
            if phrase is not None and can_speak(tokens, phrase):
                return phrase
    opening = phrase_starting_at(tokens, start, high)
    return opening if opening is not None and can_speak(tokens, opening) else None


def _behind_preposition(tokens: Tokens, first: int, high: int) -> Phrase | None:
    """The subject behind a comma when a preposition opens the sentence: "Amid fears that …, the minister spoke"."""
    for comma in range(first + 1, high - 1):
        if tokens.words[comma] == "," and not tokens.flags[comma + 1] & (PREP | CONJ | SUB | ADVERB):
            phrase = phrase_starting_at(tokens, comma + 1, high)
            acts = phrase is not None and phrase.end < high and can_speak(tokens, phrase)
            if phrase is not None and acts and tokens.flags[phrase.end] & (AUX | FINITE | CUE | PARTICIPLE):
                return phrase
    return None


def subject_behind_with(tokens: Tokens, group: int, first: int) -> Phrase | None:
    """The participle's own subject in "…, with both sides noting that …"."""
    for t in range(group - 1, max(first, group - 8), -1):
        if tokens.lowers[t] == "with":
            phrase = Phrase(t + 1, group, group)
            return phrase if phrase.first < group and can_speak(tokens, phrase) else None
        if tokens.flags[t] & (SIGN | QUOTED | AUX | FINITE | SUB):
            return None
    return None


def _over_bracket(tokens: Tokens, phrase: Phrase, last: int) -> Phrase:
    """The phrase with the short bracket that follows it: "Governor Ann Lee (Centre) said"."""
    if tokens.words[phrase.end] != "(":
        return phrase
    closing = next(
        (t for t in range(phrase.end, min(phrase.end + _LONGEST_BRACKET, last - 1)) if tokens.words[t] == ")"), None
    )
    return phrase if closing is None else phrase._replace(end=closing + 1)


def _is_explained(tokens: Tokens, phrase: Phrase, last: int) -> bool:
    """Whether a comma behind a phrase leads to more about it, and not to the next of a list ("Peru, Chile and …")."""
    after = phrase.end + 1
    if tokens.words[phrase.end] != "," or after >= last:
        return False
    if any(tokens.flags[t] & (PERSON | PRONOUN) for t in range(phrase.first, phrase.last)):
        return True
    return bool(tokens.flags[after] & (DET | PREP | ADVERB | RELATIVE)) and not tokens.flags[after] & CONJ


def subject_ahead(tokens: Tokens, at: int, last: int) -> Phrase | None:
    """The sentence's subject behind a participle that leads into it: "Noting the delay, the minister said"."""
    for token in range(at + 1, last):
        if tokens.words[token] in (".", ";", ":"):
            return None
        if tokens.words[token] == "," and token + 1 < last:
            opener = tokens.flags[token + 1]
            if opener & (ADVERB | PREP | SUB | CONJ) and not opener & (DET | CAPITAL):
                continue
            phrase = phrase_starting_at(tokens, token + 1, last)
            if phrase is not None and phrase.end < last and can_speak(tokens, phrase):
                phrase = _over_bracket(tokens, phrase, last)
                follows = tokens.flags[phrase.end]
                if follows & (AUX | FINITE | CUE | ADVERB | PARTICIPLE) or _is_explained(tokens, phrase, last):
                    return phrase
                if tokens.words[phrase.end].islower() and any(
                    tokens.flags[t] & (PERSON | GROUP) for t in range(phrase.first, phrase.last)
                ):
                    return phrase
    return None
