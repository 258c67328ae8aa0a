"""Which words belong to an office beside its noun: "presidential candidate", "bureau chief", "Opposition leader"."""

from __future__ import annotations

from tiestui.extraction.offices import KINDS_OF_OFFICE, SHORT_OFFICES
from tiestui.extraction.people import Mention
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    BODY,
    CONJ,
    CUE,
    DET,
    FINITE,
    PERSON,
    PREP,
    RELATIVE,
    ROLE,
    SIGN,
    SUB,
    TIME,
    TITLE,
)

_OF_ROLES = ("al", "ic", "an", "ese", "ish", "ive", "er", "or", "ior", "ary", "ian", "former", "vice", "deputy")


def is_acronym(word: str) -> bool:
    """Whether a word is the initials of a body, and none of an office."""
    if not word.isupper() or not word.isalpha() or len(word) == 1:
        return False
    return word.lower() not in KINDS_OF_OFFICE and word not in SHORT_OFFICES


def is_of_role(tokens: Tokens, at: int, mention: Mention) -> bool:
    """Whether a lower-case word before a role belongs to it ("presidential candidate", "bureau chief")."""
    flag, word = tokens.flags[at], tokens.words[at]
    if not word.isalpha() or flag & (RELATIVE | SIGN | PREP | SUB | CONJ):
        return False
    leads = bool(tokens.flags[at + 1] & ROLE)
    if leads and ((flag & BODY and word.islower()) or word.lower() in KINDS_OF_OFFICE or _opens_office(tokens, at)):
        return True
    return (at + 1 < mention.name or bool(flag & ROLE)) and tokens.lowers[at].endswith(_OF_ROLES)


def _opens_office(tokens: Tokens, at: int) -> bool:
    """Whether a word with a sentence's capital belongs to the small-lettered office behind it ("Opposition leader")."""
    other = DET | PREP | CONJ | ADVERB | TITLE | PERSON | CUE | AUX | FINITE | SUB | TIME
    return tokens.opens_sentence(at) and tokens.words[at + 1].islower() and not tokens.flags[at] & other
