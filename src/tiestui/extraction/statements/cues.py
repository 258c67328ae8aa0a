"""Reporting verbs of a sentence that report here: which form, who speaks, where what was said may begin.

A form that is a noun here ("the report", "a state visit"), a passive without a speaker and a negated act are no cues.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tiestui.extraction.nounphrases import Phrase, phrase_ending_at, phrase_starting_at, subject_before
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import VerbForm, verb_forms
from tiestui.extraction.words import (
    ADVERB,
    AUX,
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
    TIME,
)

_BE = frozenset("is are was were be been being isn't aren't wasn't weren't 's 're get gets got".split())
_MODAL = frozenset("will would can could may might must should shall do does did".split())
_NEGATED = frozenset(
    "didn't doesn't don't wouldn't won't hasn't haven't hadn't couldn't can't cannot never not".split()
)
_SURE = frozenset("say tell add write hail thank welcome praise urge accuse warn note insist argue".split())
_MAKE = frozenset("make makes made making".split())
_LINKS = frozenset(("and", "but", ",", "then", "also", "—", "–", "as", "well"))
_FUTURE = frozenset("will shall may might can could should must".split())
_CONTRACTED = frozenset("he's she's it's they're we're i'm that's who's".split())
_CATENATIVE = frozenset(
    "went goes going continued continues began begins wants wanted used seemed appeared likes came proceeded".split()
)


_SAID = VerbForm("say", "past", frozenset("c"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb at work: the tokens `first` to `last` of its group, its form, its speaker's phrase.

    subject: None when the clause has none of its own. inverted: the speaker stands behind the verb.
    kind: finite, participle or shared (the speaker is the clause's before).
    """

    first: int
    verb: int
    last: int
    form: VerbForm
    subject: Phrase | None
    inverted: bool
    kind: str


def find_cues(tokens: Tokens, first: int, last: int) -> list[Cue]:
    """The cues of a sentence (tokens `first` to `last`), in order."""
    forms = verb_forms()
    found: list[Cue] = []
    low = first
    for at in range(first, last):
        flag = tokens.flags[at]
        if flag & QUOTED or tokens.words[at] in (";", ":"):
            low = at + 1
        if not flag & CUE or (flag & CAPITAL and at != first):
            continue
        form = forms[tokens.lowers[at]]
        cue = _cue_at(tokens, at, form, low, first, last, found)
        if cue is not None:
            found.append(cue)
    return found


def _cue_at(tokens: Tokens, at: int, form: VerbForm, low: int, first: int, last: int, before: list[Cue]) -> Cue | None:
    if form.kind == "gerund":
        return _participle(tokens, at, form, low, first, last, before)
    if _is_noun(tokens, at, form, first, last):
        return None
    if form.lemma == "make clear":
        made = at - 1 - (tokens.lowers[at - 1] == "it")
        if made < first or tokens.lowers[made] not in _MAKE:
            return None
        found = _cue_at(tokens, made, _SAID, low, first, last, before)
        return replace(found, verb=at, last=at + 1, form=form) if found is not None else None
    if form.lemma == "put":
        return _put_it(tokens, at, form, low, first, last, before)
    group = _group_start(tokens, at, first)
    if any(tokens.lowers[t] in _NEGATED for t in range(group, at)) and form.lemma not in ("deny",):
        return None
    lead = tokens.lowers[group:at]
    if form.kind == "past" and any(word in _BE for word in lead):
        return None
    if form.kind == "past" and _is_reduced_passive(tokens, at, form, first, last):
        return None
    if any(word in _FUTURE for word in lead) and "q" in form.frames:
        return None
    if "to" in lead and not (group > first and tokens.lowers[group - 1] in _CATENATIVE):
        return None
    subject = subject_before(tokens, at, low)
    if subject is not None and not _can_speak(tokens, subject):
        subject = None
        if not _may_invert(tokens, at, first):
            return None
    if subject is not None:
        if not _agrees(tokens, subject, form, lead):
            return None
        return Cue(group, at, at + 1, form, subject, False, "finite")
    if (
        {"q", "c"} <= form.frames
        and _may_invert(tokens, at, first)
        and (behind := _subject_behind(tokens, at, last)) is not None
    ):
        return Cue(at, at, at + 1, form, behind, True, "finite")
    previous = tokens.lowers[group - 1] if group > first else ""
    if previous in _LINKS and _is_clear(tokens, at, form, last, before):
        return Cue(group, at, at + 1, form, shared_subject(tokens, group, first, before), False, "shared")
    return None


def _put_it(tokens: Tokens, at: int, form: VerbForm, low: int, first: int, last: int, before: list[Cue]) -> Cue | None:
    """ "As one official put it": only with "it" a verb of speech."""
    if at + 1 >= last or tokens.lowers[at + 1] != "it":
        return None
    found = _cue_at(tokens, at, _SAID, low, first, last, before)
    return replace(found, last=at + 2, form=form) if found is not None else None


def _is_reduced_passive(tokens: Tokens, at: int, form: VerbForm, first: int, last: int) -> bool:
    """Whether a past form is a participle behind its noun: "diplomats accused of …", "guests invited to …"."""
    if at + 1 >= last or not form.frames & {"h", "x", "a"} and form.lemma != "accuse" or tokens.lowers[at] == "saw":
        return False
    follows = tokens.lowers[at + 1]
    if form.lemma in ("call", "appeal") and follows in ("on", "upon", "for", "to"):
        return False
    if form.lemma == "ask" and follows in ("about", "for"):
        return at == first or tokens.words[at - 1] == ","
    if form.lemma == "ask" and follows in ("whether", "if", "why", "how", "what", "when"):
        return at == first or tokens.words[at - 1] == ","
    return follows in ("of", "by", "to", "in", "on", "as", "at", "with")


def _group_start(tokens: Tokens, verb: int, low: int) -> int:
    at = verb
    while at > low and (
        tokens.flags[at - 1] & (AUX | NEGATION)
        or (tokens.flags[at - 1] & ADVERB and not tokens.flags[at - 1] & SUB)
        or tokens.lowers[at - 1] == "to"
    ):
        at -= 1
    return at


def _is_noun(tokens: Tokens, at: int, form: VerbForm, first: int, last: int) -> bool:
    if form.kind == "past":
        return at + 1 < last and tokens.lowers[at + 1] == "by"
    if form.kind == "base" and _is_singular_noun(tokens, at, first):
        return True
    if at == first:
        return True
    before, word = tokens.flags[at - 1], tokens.lowers[at - 1]
    if before & (POSSESSIVE | NUMBER) or word.endswith(("'s", "s'")):
        return "n" in form.frames or form.kind == "base"
    if before & DET and not before & (RELATIVE | SUBJECT_PRONOUN):
        return True
    if before & PREP and word != "to":
        return True
    if "n" in form.frames:
        if at + 1 < last and tokens.flags[at + 1] & (AUX | FINITE) and not tokens.lowers[at + 1].endswith("'s"):
            return True
        if at + 1 < last and tokens.flags[at + 1] & CUE and tokens.lowers[at + 1].endswith(("ed", "said", "says")):
            return True
        if at + 1 < last and tokens.lowers[at + 1] in ("of", "by", "to") and form.lemma != "point":
            return True
    return False


def _is_singular_noun(tokens: Tokens, at: int, first: int) -> bool:
    """Whether an article stands before, with adjectives only between: "a prominent advocate", "a state visit"."""
    for t in range(at - 1, max(first, at - 4) - 1, -1):
        flag, lower = tokens.flags[t], tokens.lowers[t]
        if lower in ("a", "an", "the", "this", "another") or (flag & POSSESSIVE and not flag & PRONOUN):
            return not (t < at - 1 and tokens.lowers[at - 1].endswith("s")) and tokens.lowers[at - 1] != "people"
        if lower.endswith("'s"):
            return not (t < at - 1 and tokens.lowers[at - 1].endswith("s"))
        if flag & (SIGN | QUOTED | AUX | FINITE | PRONOUN | SUB | PREP | CONJ | GROUP):
            return False
    return False


def _agrees(tokens: Tokens, subject: Phrase, form: VerbForm, lead: list[str]) -> bool:
    """Whether a base form has what it needs: a plural or first-person subject, or an auxiliary before it."""
    if form.kind != "base":
        return True
    if any(word in _MODAL or word == "to" for word in lead):
        return True
    head = tokens.lowers[subject.last - 1]
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


def _can_speak(tokens: Tokens, subject: Phrase) -> bool:
    """Whether a phrase may name somebody who speaks: a name, a pronoun, a speaking noun; no bare "it is" or gerund."""
    flags = 0
    for at in range(subject.first, subject.last):
        flags |= tokens.flags[at]
    if flags & (CAPITAL | SPEAKING_NOUN | SUBJECT_PRONOUN | RELATIVE):
        return True
    lower = tokens.lowers[subject.last - 1]
    return bool(tokens.flags[subject.first] & (DET | POSSESSIVE)) or lower.endswith("s") or len(lower) > 3


def _may_invert(tokens: Tokens, at: int, first: int) -> bool:
    if at == first:
        return True
    before = tokens.flags[at - 1]
    return bool(before & QUOTED) or tokens.words[at - 1] in (",", "—", "–", "?", "!") or tokens.lowers[at - 1] == "as"


def _subject_behind(tokens: Tokens, at: int, last: int) -> Phrase | None:
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
    flags = 0
    for token in range(phrase.first, phrase.last):
        flags |= tokens.flags[token]
    return phrase if flags & (CAPITAL | SPEAKING_NOUN | PRONOUN) else None


def _is_clear(tokens: Tokens, at: int, form: VerbForm, last: int, before: list[Cue]) -> bool:
    """Whether a verb without a subject of its own reports for certain: "that", a quotation or an infinitive follows."""
    if form.kind not in ("past", "present") or at + 1 >= last:
        return False
    follows = tokens.lowers[at + 1]
    if follows == "," and at + 2 < last and tokens.flags[at + 2] & QUOTED:
        return True
    if follows == "that" or tokens.flags[at + 1] & QUOTED or tokens.words[at + 1] == ":":
        return True
    if form.lemma in _SURE or (form.lemma in ("call", "appeal") and follows in ("on", "upon", "for")):
        return True
    if form.frames & {"i", "x"} and "o" not in form.frames:
        return True
    return _is_parallel(tokens, at, form, before)


def _is_parallel(tokens: Tokens, at: int, form: VerbForm, before: list[Cue]) -> bool:
    """Whether the verb goes on a series of objects: "welcomed the accord and expressed the hope that …"."""
    if not before or not form.frames & {"o", "r"}:
        return False
    previous = before[-1]
    if previous.inverted or not previous.form.frames & {"o", "r", "x"} or previous.form.kind != form.kind:
        return False
    return "that" not in tokens.lowers[previous.last : previous.last + 2]


def shared_subject(tokens: Tokens, at: int, first: int, before: list[Cue]) -> Phrase | None:
    """Who does a verb that has no subject of its own: the last speaker of the sentence, else the sentence's subject."""
    for t in range(at - 1, max((cue.verb for cue in before), default=at), -1):
        if tokens.lowers[t] in ("and", "but", "while") and tokens.words[t - 1] == ",":
            phrase = phrase_starting_at(tokens, t + 1, at)
            if phrase is not None and phrase.end < at and _can_speak(tokens, phrase):
                if tokens.flags[phrase.end] & (AUX | FINITE | CUE | PARTICIPLE):
                    return phrase
    for cue in reversed(before):
        if cue.subject is not None and cue.verb < at:
            return cue.subject
    return sentence_subject(tokens, first, at)


def sentence_subject(tokens: Tokens, first: int, high: int) -> Phrase | None:
    """The first noun phrase before the sentence's first finite verb, not reaching `high`."""
    for at in range(first + 1, high):
        flag = tokens.flags[at]
        if flag & (AUX | FINITE | CUE | PARTICIPLE) and not flag & CAPITAL:
            phrase = subject_before(tokens, at, first)
            if phrase is not None and _can_speak(tokens, phrase):
                return phrase
    opening = phrase_starting_at(tokens, first, high)
    return opening if opening is not None and _can_speak(tokens, opening) else None


def _behind_with(tokens: Tokens, group: int, first: int) -> Phrase | None:
    """The participle's own subject in "…, with both sides noting that …"."""
    for t in range(group - 1, max(first, group - 8), -1):
        if tokens.lowers[t] == "with":
            phrase = Phrase(t + 1, group, group)
            return phrase if phrase.first < group and _can_speak(tokens, phrase) else None
        if tokens.flags[t] & (SIGN | QUOTED | AUX | FINITE | SUB):
            return None
    return None


def _subject_ahead(tokens: Tokens, at: int, last: int) -> Phrase | None:
    """The sentence's subject behind a participle that leads into it: "Noting the delay, the minister said"."""
    for token in range(at + 1, last):
        if tokens.words[token] in (".", ";", ":"):
            return None
        if tokens.words[token] == "," and token + 1 < last:
            phrase = phrase_starting_at(tokens, token + 1, last)
            if phrase is not None and phrase.end < last and _can_speak(tokens, phrase):
                follows = tokens.flags[phrase.end]
                if follows & (AUX | FINITE | CUE | ADVERB | PARTICIPLE) or tokens.words[phrase.end] == ",":
                    return phrase
                if tokens.words[phrase.end].islower() and any(
                    tokens.flags[t] & (PERSON | GROUP) for t in range(phrase.first, phrase.last)
                ):
                    return phrase
    return None


def _participle(
    tokens: Tokens, at: int, form: VerbForm, low: int, first: int, last: int, before: list[Cue]
) -> Cue | None:
    group = _group_start(tokens, at, first)
    lead = tokens.lowers[group:at]
    if any(word in _BE for word in lead):
        subject = subject_before(tokens, at, low)
        if subject is None or not _can_speak(tokens, subject) or any(word in _NEGATED for word in lead):
            return None
        return Cue(group, at, at + 1, form, subject, False, "finite")
    if any(word in _NEGATED for word in lead):
        return None
    if group > first and tokens.lowers[group - 1] in _CONTRACTED:
        return Cue(group, at, at + 1, form, Phrase(group - 1, group, group), False, "finite")
    if at == first or not any(
        tokens.flags[t] & (AUX | FINITE | CUE) and not tokens.lowers[t].endswith("ing") for t in range(first, group)
    ):
        leads = at == first or tokens.flags[first] & (PREP | SUB | ADVERB | TIME)
        following = _subject_ahead(tokens, at, last) if leads else None
        if following is not None:
            return Cue(group, at, at + 1, form, following, False, "participle")
    if at == first:
        return Cue(group, at, at + 1, form, None, False, "participle")
    previous, flag = tokens.lowers[group - 1], tokens.flags[group - 1]
    accompanying = _behind_with(tokens, group, first)
    if accompanying is not None:
        return Cue(group, at, at + 1, form, accompanying, False, "participle")
    if flag & (DET | POSSESSIVE) or previous in ("of", "the"):
        return None
    if previous in (",", "and", "by", "while", "before", "after", "in", "—", "–", "without") or flag & QUOTED:
        return Cue(group, at, at + 1, form, shared_subject(tokens, group, first, before), False, "participle")
    if flag & (CAPITAL | SPEAKING_NOUN) and not flag & SIGN:
        document = phrase_ending_at(tokens, group - 1, low)
        if flag & SPEAKING_NOUN and document is not None:
            return Cue(
                group, at, at + 1, form, shared_subject(tokens, group, first, before) or document, False, "participle"
            )
    return Cue(group, at, at + 1, form, shared_subject(tokens, group, first, before), False, "participle")
