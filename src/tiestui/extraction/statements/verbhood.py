"""Whether a form of a reporting verb reports here, or is a noun, a participle, another verb's companion."""

from __future__ import annotations

from tiestui.extraction.nounphrases import Phrase
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import VerbForm
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    BODY,
    CAPITAL,
    CONJ,
    CUE,
    DET,
    FINITE,
    GROUP,
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
    SUB,
    SUBJECT_PRONOUN,
)

BE = frozenset("is are was were be been being isn't aren't wasn't weren't 's 're get gets got".split())
NEGATED = frozenset("didn't doesn't don't wouldn't won't hasn't haven't hadn't couldn't can't cannot never not".split())
_ARTICLES = frozenset(("the", "a", "an"))
_MODAL = frozenset("will would can could may might must should shall do does did".split())
_NO_NOUNS = frozenset("say insist argue deny believe think assert".split())
_SURE = frozenset(
    "say tell add write hail thank welcome praise urge accuse warn note insist argue reaffirm reiterate express "
    "affirm underscore underline emphasize emphasise applaud commend condemn congratulate voice deplore lament "
    "state stress recall".split()
)


def is_noun(tokens: Tokens, at: int, form: VerbForm, first: int, last: int) -> bool:
    """Whether a form that is spelt like a reporting verb is a noun or a plain participle here."""
    if form.kind == "past":
        before = at - 1
        while before > first and tokens.flags[before] & ADVERB and tokens.lowers[before].endswith("ly"):
            before -= 1
        if at > first and (tokens.lowers[before] in _ARTICLES or tokens.flags[before] & POSSESSIVE):
            return at + 1 < last and not tokens.flags[at + 1] & (SIGN | QUOTED)
        return at + 1 < last and tokens.lowers[at + 1] == "by"
    if form.kind == "base" and form.lemma not in _NO_NOUNS and _is_singular_noun(tokens, at, first):
        return True
    if at == first:
        return True
    before, word = tokens.flags[at - 1], tokens.lowers[at - 1]
    if form.lemma == "state" and word == "member":
        return True
    if tokens.lowers[max(first, at - 4) : at].count("according") and "n" in form.frames:
        return True  # "according to media reports"
    if before & (POSSESSIVE | NUMBER) or word.endswith(("'s", "s'")):
        return "n" in form.frames or form.kind == "base"
    if before & DET and not before & (RELATIVE | SUBJECT_PRONOUN):
        return True
    if before & PREP and word != "to":
        return True
    if "n" in form.frames:
        if tokens.lowers[max(first, at - 3) : at - 1] == ["of", "the"] and not _is_plural(word):
            return True
        if word.endswith(("al", "ic", "nt", "ive", "ous")) and not before & (PERSON | CAPITAL | SPEAKING_NOUN):
            return True
        if before & PARTICIPLE and at - 2 >= first and tokens.flags[at - 2] & (DET | POSSESSIVE):
            return True
        if at + 1 < last and tokens.flags[at + 1] & (AUX | FINITE) and not tokens.lowers[at + 1].endswith("'s"):
            return True
        if at + 1 < last and tokens.flags[at + 1] & CUE and tokens.lowers[at + 1].endswith(("ed", "said", "says")):
            return True
        if (
            form.kind == "present"
            and at + 1 < last
            and tokens.flags[at + 1] & PARTICIPLE
            and tokens.words[at + 1].islower()
        ):
            return True
        if form.kind == "present" and at + 1 < last and tokens.flags[at + 1] & PREP and not before & (PERSON | PRONOUN):
            return True
        if at + 1 < last and tokens.lowers[at + 1] in ("of", "by", "to") and form.lemma != "point":
            return True
    return False


def _is_singular_noun(tokens: Tokens, at: int, first: int) -> bool:
    """Whether an article stands before, with adjectives only between: "a prominent advocate", "a state visit"."""
    for t in range(at - 1, max(first, at - 4) - 1, -1):
        flag, lower = tokens.flags[t], tokens.lowers[t]
        if lower in ("a", "an", "the", "this", "another") or (flag & POSSESSIVE and not flag & PRONOUN):
            return not (t < at - 1 and _is_plural(tokens.lowers[at - 1])) and tokens.lowers[at - 1] != "people"
        if lower.endswith(("'s", "s'")):
            return not (t < at - 1 and _is_plural(tokens.lowers[at - 1]))
        if flag & (SIGN | QUOTED | AUX | FINITE | PRONOUN | SUB | PREP | CONJ | GROUP):
            return False
    return False


def is_reduced_passive(tokens: Tokens, at: int, form: VerbForm, first: int, last: int) -> bool:
    """Whether a past form is a participle behind its noun: "diplomats accused of …", "guests invited to …"."""
    if (
        at + 1 >= last
        or (not form.frames & {"h", "x", "a"} and form.lemma not in ("accuse", "estimate"))
        or tokens.lowers[at] == "saw"
    ):
        return False
    follows = tokens.lowers[at + 1]
    if form.lemma == "estimate" and follows in ("as", "at", "to"):
        return True
    if at > first and tokens.lowers[at - 1] in ("and", "but", "also"):
        return False
    if form.lemma in ("call", "appeal") and follows in ("on", "upon", "for", "to"):
        return False
    if form.lemma == "ask" and follows in ("about", "for"):
        return at == first or tokens.words[at - 1] == ","
    if form.lemma == "ask" and follows in ("whether", "if", "why", "how", "what", "when"):
        return at == first or tokens.words[at - 1] == ","
    if form.lemma == "warn" and follows == "of":
        somebody = tokens.flags[at - 1] & (PERSON | SUBJECT_PRONOUN)
        return not somebody and any(tokens.flags[t] & (AUX | FINITE | PARTICIPLE) for t in range(at + 1, last))
    return follows in ("of", "by", "to", "as")


def _is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun, and is no adjective in -ous."""
    return word.endswith("s") and not word.endswith(("ous", "ss", "us", "is", "'s"))


def agrees(tokens: Tokens, subject: Phrase, form: VerbForm, lead: list[str]) -> bool:
    """Whether a base form has what it needs: a plural or first-person subject, or an auxiliary before it."""
    if form.kind != "base":
        return True
    if any(word in _MODAL or word == "to" for word in lead):
        return True
    head = tokens.lowers[subject.last - 1]
    if "n" not in form.frames and _is_collective(tokens, subject):
        return True
    if head in ("i", "we", "they", "you", "who", "others", "some", "many", "people", "both", "most", "media"):
        return True
    for at in range(subject.first, subject.last):
        word, flag = tokens.lowers[at], tokens.flags[at]
        if word in ("and", "&", "percent", "majority", "number", "both") or flag & NUMBER:
            return True
        if (word.endswith("s") and not word.endswith(("'s", "ss"))) or word in ("people", "media", "police"):
            return True
        if flag & (PREP | RELATIVE) and at > subject.first and not flag & DET:
            return False
    return False


def _is_collective(tokens: Tokens, subject: Phrase) -> bool:
    """Whether a singular name or noun may stand for its members: "the government say", "the NPU say"."""
    word, flag = tokens.words[subject.last - 1], tokens.flags[subject.last - 1]
    return (word.isupper() and len(word) > 1) or bool(flag & BODY and tokens.lowers[subject.first] == "the")


def is_clear(tokens: Tokens, at: int, form: VerbForm, last: int, before: list[Cue]) -> bool:
    """Whether a verb without a subject of its own reports for certain: "that", a quotation or an infinitive follows."""
    in_series = form.kind == "base" and bool(before) and _is_plural_present(tokens, before[-1])
    if (form.kind not in ("past", "present") and not in_series) or at + 1 >= last:
        return False
    follows = tokens.lowers[at + 1]
    if follows == "," and at + 2 < last and tokens.flags[at + 2] & QUOTED:
        return True
    if follows == "that" or tokens.flags[at + 1] & QUOTED or tokens.words[at + 1] == ":":
        return True
    if form.lemma == "look" and follows == "forward":
        return True
    if form.lemma in _SURE or (form.lemma in ("call", "appeal") and follows in ("on", "upon", "for")):
        return True
    if form.frames & {"i", "x"} and "o" not in form.frames:
        return True
    return _is_parallel(tokens, at, form, before)


def _is_plural_present(tokens: Tokens, cue: Cue) -> bool:
    """Whether a verb in its base form stands by itself: "both sides oppose", not "both sides should oppose"."""
    return cue.form.kind == "base" and not any(tokens.flags[t] & AUX for t in range(cue.first, cue.verb))


def _is_parallel(tokens: Tokens, at: int, form: VerbForm, before: list[Cue]) -> bool:
    """Whether the verb goes on a series of objects: "welcomed the accord and expressed the hope that …"."""
    if not before or not form.frames & {"o", "r", "l"}:
        return False
    previous = before[-1]
    if previous.last == at - 1:
        return False
    if previous.inverted or not previous.form.frames & {"o", "r", "x", "l"} or previous.form.kind != form.kind:
        return False
    return "that" not in tokens.lowers[previous.last : previous.last + 2]


def group_start(tokens: Tokens, verb: int, low: int) -> int:
    """Where a verb's group begins: its auxiliaries, negations, adverbs and "to"."""
    at = verb
    while at > low and (
        tokens.flags[at - 1] & (AUX | NEGATION)
        or (tokens.flags[at - 1] & ADVERB and (not tokens.flags[at - 1] & SUB or tokens.lowers[at - 1] == "once"))
        or tokens.lowers[at - 1] == "to"
    ):
        at -= 1
    return at
