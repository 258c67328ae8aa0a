"""Whether a noun phrase may be shown as a speaker, and how much of it: better nobody than half a clause.

A speaker is a proper name or is headed by a noun for persons, bodies or documents. A verb, an adverb, an ordinal, a
clause of its own or a word that only leads on is no part of a name.
"""

from __future__ import annotations

from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import verb_forms
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CAPITAL,
    CONJ,
    CUE,
    DET,
    DOCUMENT,
    FINITE,
    GROUP,
    NUMBER,
    PARTICIPLE,
    POSSESSIVE,
    PREP,
    QUOTED,
    RELATIVE,
    ROLE,
    SIGN,
    SPEAKING_NOUN,
    SUB,
    SUBJECT_PRONOUN,
    TIME,
    TITLE,
)

_ORDINALS = frozenset("first second third fourth last next".split())
_QUANTITIES = frozenset(
    "percent half majority many several some both one those most few others all none number third".split()
)
_AGENTS = tuple(
    """er ers or ors ist ists ian ians ant ants ee ees eer eers crat crats man men woman women person persons people
    folk""".split()
)
_NO_AGENTS = frozenset(
    """number matter letter order power water paper weather winter summer chapter corner border disaster factor error
    manner offer after other another together former latter quarter whether either neither further rather""".split()
)
_BEHIND_PEOPLE = frozenset(
    "close familiar privy present involved concerned responsible knowledgeable loyal opposed critical alike".split()
)
"""Adjectives that stand behind their noun: "sources close to the talks"."""
_VERBS = AUX | FINITE
_LEADING_ON = PREP | CONJ | SUB | ADVERB | DET | RELATIVE | POSSESSIVE


def speaker_tokens(tokens: Tokens, first: int, chunk: int, last: int) -> range | None:
    """The tokens of a phrase that name a speaker, its head part ending at `chunk`; None when it names nobody."""
    chunk = _trimmed(tokens, first, chunk)
    if chunk <= first or not _opens_name(tokens, first) or not _heads_name(tokens, first, chunk - 1):
        return None
    if any(_opens_object(tokens, t) for t in range(first + 1, chunk)):
        return None
    verbs = (t for t in range(first, chunk) if not _is_noun_of_speech(tokens, first, t))
    if any(_is_verb(tokens, t, chunk) for t in verbs):
        return None
    end = next((t for t in range(chunk, last) if _ends_name(tokens, t)), last)
    return range(first, _trimmed(tokens, first, end) if end > chunk else chunk)


def _trimmed(tokens: Tokens, first: int, last: int) -> int:
    """Where a name ends that words which only lead on follow: "the corporation alone", "the campaign of"."""
    while last > first + 1:
        flag = tokens.flags[last - 1]
        leads_on = flag & _LEADING_ON and not flag & (SPEAKING_NOUN | CAPITAL)
        if not leads_on and not flag & (SIGN | TIME):
            break
        if tokens.lowers[last - 1] in _QUANTITIES or tokens.words[last - 1] in ")%":
            break
        last -= 1
    return last


def _opens_name(tokens: Tokens, first: int) -> bool:
    flag, lower = tokens.flags[first], tokens.lowers[first]
    if flag & (SUBJECT_PRONOUN | QUOTED | SIGN) or lower.endswith(("n't", "that's", "it's", "there's", "'re", "'ve")):
        return False
    if first and tokens.flags[first - 1] & DET and not flag & (PREP | CONJ | RELATIVE):
        return True
    if (
        flag & (PREP | CONJ | SUB | ADVERB | RELATIVE)
        and not flag & (DET | SPEAKING_NOUN)
        and not _is_proper(tokens, first)
    ):
        return False
    verbal = lower.endswith("ing") or (flag & PARTICIPLE and not flag & SPEAKING_NOUN)
    goes_on = tokens.flags[first + 1] & (DET | PREP | POSSESSIVE | ADVERB) if first + 1 < len(tokens.flags) else 0
    return not (verbal and goes_on) or _is_proper(tokens, first)


def _heads_name(tokens: Tokens, first: int, head: int) -> bool:
    """Whether the last word of the head part names somebody: proper, a person, a body, a document, a quantity."""
    if tokens.words[head] == ")":
        head = next((t - 1 for t in range(head, first, -1) if tokens.words[t] == "("), head)
    flag, lower = tokens.flags[head], tokens.lowers[head].removesuffix("'s").removesuffix("'")
    if lower in _ORDINALS and not flag & CAPITAL:
        return False
    if flag & (SPEAKING_NOUN | DOCUMENT | TITLE) or lower in _QUANTITIES or tokens.words[head].endswith("%"):
        return True
    if flag & CAPITAL and not flag & (TIME | ADVERB | PREP):
        return head > first or _is_proper(tokens, head) or not (flag & (DET | NUMBER) or _is_common(tokens, head))
    if flag & NUMBER or flag & (TIME | POSSESSIVE):
        return False
    if _is_noun_of_speech(tokens, first, head):
        return True
    if lower.endswith(_AGENTS) and lower not in _NO_AGENTS:
        return True
    return head > first and lower in _BEHIND_PEOPLE and _is_human(tokens, head - 1)


def _is_human(tokens: Tokens, at: int) -> bool:
    """Whether a noun for persons stands before an adjective of its own: "sources close to", "people familiar with"."""
    flag, lower = tokens.flags[at], tokens.lowers[at]
    return bool(flag & (ROLE | GROUP)) or lower in ("person", "persons", "people", "those")


def _is_noun_of_speech(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a noun that is spelt like its verb stands alone behind an article: "the note", "a forecast"."""
    form = verb_forms().get(tokens.lowers[at])
    return at == first > 0 and form is not None and "n" in form.frames and bool(tokens.flags[at - 1] & DET)


def _is_common(tokens: Tokens, at: int) -> bool:
    """Whether a word that opens its sentence is a plural with its complement: "Messages of hope"."""
    return tokens.lowers[at].endswith("s") and at + 1 < len(tokens.lowers) and tokens.lowers[at + 1] in ("of", "for")


def _is_proper(tokens: Tokens, at: int) -> bool:
    """Whether a word has its capital from a name and not from standing first in its sentence."""
    return bool(tokens.flags[at] & CAPITAL) and not tokens.opens_sentence(at)


def _is_verb(tokens: Tokens, at: int, chunk: int) -> bool:
    """Whether a word of the head part is a verb: "leaders reaffirm", "his campaign sued the council"."""
    flag, lower = tokens.flags[at], tokens.lowers[at]
    if flag & CAPITAL or (at == chunk - 1 and flag & SPEAKING_NOUN):
        return False
    if flag & _VERBS:
        return True
    if lower.endswith("ed") and at + 1 < chunk and tokens.lowers[at + 1] in ("the", "a", "an", "his", "her", "their"):
        return True
    if flag & CUE and not flag & SPEAKING_NOUN and (lower.endswith(("ed", "said", "told")) or at == chunk - 1):
        return True
    return bool(flag & PARTICIPLE) and at + 1 < chunk and bool(tokens.flags[at + 1] & (DET | PREP | POSSESSIVE))


def _opens_object(tokens: Tokens, at: int) -> bool:
    """Whether an article stands behind a word that takes none: "help parties win any voters"."""
    before = tokens.flags[at - 1]
    if tokens.lowers[at] not in ("the", "a", "an", "any") or before & (PREP | CONJ | DET | SIGN | CAPITAL | ADVERB):
        return False
    return tokens.lowers[at - 1] not in _QUANTITIES


def _ends_name(tokens: Tokens, at: int) -> bool:
    """Whether a clause begins behind the head part: "who …", "with which …", "that …", a verb."""
    flag = tokens.flags[at]
    if flag & CAPITAL:
        return False
    if flag & (_VERBS | QUOTED) or (flag & RELATIVE and not flag & DET) or tokens.lowers[at] == "that":
        return True
    return bool(flag & (PARTICIPLE | CUE)) and not flag & SPEAKING_NOUN and not tokens.flags[at - 1] & (DET | PREP)
