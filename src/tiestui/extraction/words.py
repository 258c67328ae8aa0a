"""What class a word belongs to: flags by which clauses and noun phrases are told apart, from the lexicons.

A word may have several flags ("that" is determiner, relative and subordinator). Flags of a token's shape (capital,
sign, number, quotation) are added by `tiestui.extraction.tokens`.
"""

from __future__ import annotations

from functools import cache

from tiestui.extraction.verbs import verb_forms
from tiestui.lexicons import load

DET = 1
SUBJECT_PRONOUN = 1 << 1
OBJECT_PRONOUN = 1 << 2
POSSESSIVE = 1 << 3
AUX = 1 << 4
NEGATION = 1 << 5
PREP = 1 << 6
CONJ = 1 << 7
SUB = 1 << 8
RELATIVE = 1 << 9
ADVERB = 1 << 10
TIME = 1 << 11
NUMBER = 1 << 12
FINITE = 1 << 13
PARTICIPLE = 1 << 14
CUE = 1 << 15
TITLE = 1 << 16
ROLE = 1 << 17
GROUP = 1 << 18
BODY = 1 << 19
DOCUMENT = 1 << 20
ORGANISATION = 1 << 21
PARTICLE = 1 << 22
AFTER_NAME = 1 << 23
CAPITAL = 1 << 24
SIGN = 1 << 25
QUOTED = 1 << 26
PERSON = 1 << 27

SPEAKING_NOUN = ROLE | GROUP | BODY | DOCUMENT
PRONOUN = SUBJECT_PRONOUN | OBJECT_PRONOUN

_CONTRACTED = ("n't", "'re", "'ve", "'ll", "'m", "'d")
_CLASSES = {
    "determiner": DET,
    "subject_pronoun": SUBJECT_PRONOUN,
    "object_pronoun": OBJECT_PRONOUN,
    "possessive_pronoun": POSSESSIVE,
    "auxiliary": AUX,
    "negation": NEGATION,
    "preposition": PREP,
    "conjunction": CONJ,
    "subordinator": SUB,
    "relative": RELATIVE,
    "adverb": ADVERB,
    "time": TIME,
    "number": NUMBER,
    "finite_verb": FINITE,
    "past_or_participle": PARTICIPLE,
    "name_particle": PARTICLE,
    "head_after_name": AFTER_NAME,
}
_TITLES = {
    "title": TITLE,
    "male_title": TITLE,
    "female_title": TITLE,
    "honorific": TITLE,
    "role": ROLE,
    "group": GROUP,
    "body": BODY,
    "document": DOCUMENT,
    "organisation": ORGANISATION,
}


@cache
def word_flags() -> dict[str, int]:
    """The flags of every word that a lexicon knows, by its lower-case form."""
    flags: dict[str, int] = {}
    for lexicon, classes in (("word_classes", _CLASSES), ("titles", _TITLES)):
        words = load(lexicon)
        for name, flag in classes.items():
            for word in words[name].split():
                flags[word] = flags.get(word, 0) | flag
    for form in verb_forms():
        flags[form] = flags.get(form, 0) | CUE
    return flags


def is_finite(text: str) -> bool:
    """Whether a few words hold a finite verb for certain: an auxiliary, a finite form or a contraction."""
    flags = word_flags()
    words = [word.lower().replace("’", "'").strip(".,!?") for word in text.split()]
    return any(flags.get(word, 0) & (AUX | FINITE) or word.endswith(_CONTRACTED) for word in words)


def flags_of_unknown(word: str) -> int:
    """The flags of a lower-case word that no lexicon knows, by its ending."""
    if word.endswith("ed") and len(word) > 4:
        return PARTICIPLE
    if word.endswith("ly") and len(word) > 4:
        return ADVERB
    return 0
