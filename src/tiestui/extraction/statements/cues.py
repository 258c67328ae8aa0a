"""Reporting verbs of a sentence that report here: which form, who speaks, in what kind of clause.

A form that is a noun here ("the report", "a state visit"), a passive without a speaker and a negated act are no cues.
"""

from __future__ import annotations

from tiestui.extraction.nounphrases import CATENATIVE, Phrase, phrase_ending_at, phrase_starting_at
from tiestui.extraction.statements.agents import (
    CONTRACTED,
    can_speak,
    may_invert,
    sentence_subject,
    shared_subject,
    subject_ahead,
    subject_behind,
    subject_behind_with,
)
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.statements.quoting import find_quoted
from tiestui.extraction.statements.verbhood import agrees, is_clear, is_noun, is_reduced_passive
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verb_subjects import subject_before
from tiestui.extraction.verbs import VerbForm, verb_forms
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CAPITAL,
    CUE,
    DET,
    DOCUMENT,
    FINITE,
    NEGATION,
    POSSESSIVE,
    PREP,
    QUOTED,
    RELATIVE,
    SIGN,
    SPEAKING_NOUN,
    SUB,
    SUBJECT_PRONOUN,
    TIME,
)

_MAKE = frozenset("make makes made making".split())
_REMAIN = frozenset(("remain", "remains", "remained", "feel", "felt"))
_NEEDS = {"make clear": "", "put": "it", "point": "out"}
_FUTURE = frozenset("will shall may might can could should must".split())
_PERSONAL = frozenset(("raise", "protest"))
"""Verbs that speak only when somebody does them: a minister raises doubts in words, a fall in trade does not."""
_CONDITIONS = frozenset(("if", "unless", "whether", "until", "lest"))
_LINKS = frozenset(("and", "but", ",", "then", "also", "—", "–", "as", "well"))
_NEGATED = frozenset(
    "didn't doesn't don't wouldn't won't hasn't haven't hadn't couldn't can't cannot never not".split()
)
_BE = frozenset("is are was were be been being isn't aren't wasn't weren't 's 're get gets got".split())
_SEEING = frozenset(
    "show shows showed shown see sees saw seen hear hears heard has have had reveal reveals revealed".split()
)
_SAID = VerbForm("say", "past", frozenset("c"))


def _has_its_author(tokens: Tokens, document: Phrase) -> bool:
    """Whether a document's phrase names whose it is: "carried a Foreign Ministry statement saying that"."""
    owner = range(document.first, document.last - 1)
    named = any(tokens.flags[t] & CAPITAL and tokens.lowers[t] != "joint" for t in owner)
    return named and bool(tokens.flags[document.last - 1] & DOCUMENT)


def _shown(tokens: Tokens, group: int, first: int) -> Phrase | None:
    """Who is seen to speak, right before a participle: "the cables show Peru and Chile asserting that"."""
    start = group
    while start > first and (
        tokens.flags[start - 1] & CAPITAL or tokens.lowers[start - 1] in ("the", "and", ",", "(", ")")
    ):
        start -= 1
    while start < group and not tokens.flags[start] & CAPITAL and tokens.lowers[start] != "the":
        start += 1
    if start == group or tokens.words[group - 1] == "," or tokens.flags[group - 1] & QUOTED:
        return None
    seen = any(tokens.lowers[t] in _SEEING for t in range(max(first, start - 8), start))
    return Phrase(start, group, group) if seen else None


def find_cues(tokens: Tokens, first: int, last: int) -> list[Cue]:
    """The cues of a sentence (tokens `first` to `last`), in order."""
    forms = verb_forms()
    found: list[Cue] = []
    low = first
    for at in range(first, last):
        flag = tokens.flags[at]
        if flag & QUOTED or tokens.words[at] in (";", ":"):
            low = at + 1
        if not flag & CUE:
            continue
        form = forms.get(tokens.lowers[at])
        cue = _cue_at(tokens, at, form, low, first, last, found) if form is not None else None
        if cue is not None:
            found.append(cue)
    return found


def _cue_at(tokens: Tokens, at: int, form: VerbForm, low: int, first: int, last: int, before: list[Cue]) -> Cue | None:
    if form.kind == "gerund":
        return None if form.lemma == "raise" else _participle(tokens, at, form, low, first, last, before)
    group = _group_start(tokens, at, first)
    lead = tokens.lowers[group:at]
    passive = form.kind == "past" and any(word in _BE for word in lead)
    if not passive and is_noun(tokens, at, form, first, last):
        return None
    if form.lemma in _NEEDS or form.lemma.startswith("be "):
        return _with_its_word(tokens, at, form, low, first, last, before)
    if passive:
        return _by_agent(tokens, at, form, last)
    if _is_barred(tokens, at, form, group, first):
        return None
    if form.kind == "past" and is_reduced_passive(tokens, at, form, first, last):
        return None
    behind = _closing_subject(tokens, at, form, first, last)
    if behind is not None:
        return Cue(at, at, at + 1, form, behind, True, "finite")
    subject = subject_before(tokens, at, low)
    if subject is not None and subject.first > first and tokens.lowers[subject.first - 1] in _CONDITIONS:
        return None
    if subject is not None and can_speak(tokens, subject):
        wants_somebody = (
            "a" in form.frames
            or form.lemma in _PERSONAL
            or ("r" in form.frames and not form.frames & {"c", "e", "o", "q"})
        )
        named = not wants_somebody or _is_somebody(tokens, subject)
        return (
            Cue(group, at, at + 1, form, subject, False, "finite")
            if (named and agrees(tokens, subject, form, lead))
            else None
        )
    if subject is not None and not may_invert(tokens, at, first):
        return None
    return _without_subject(tokens, at, form, group, first, last, before)


def _without_subject(
    tokens: Tokens, at: int, form: VerbForm, group: int, first: int, last: int, before: list[Cue]
) -> Cue | None:
    """A verb whose clause has no subject before it: inverted, or sharing the clause before."""
    if form.kind == "base" and "n" in form.frames:
        return None
    behind_quote = at > first and bool(tokens.flags[at - 1] & QUOTED)
    quoted = behind_quote and "q" in form.frames and "a" not in form.frames
    if (quoted or {"q", "c"} <= form.frames) and may_invert(tokens, at, first):
        behind = subject_behind(tokens, at, last)
        if behind is not None:
            return Cue(at, at, at + 1, form, behind, True, "finite")
    if behind_quote and "," in tokens.words[at - 1] and "," in tokens.words[first : at - 1]:
        subject = sentence_subject(tokens, first, at - 1)
        return Cue(group, at, at + 1, form, subject, False, "finite") if subject is not None else None
    previous = tokens.lowers[group - 1] if group > first else ""
    if previous in _LINKS and is_clear(tokens, at, form, last, before):
        return Cue(group, at, at + 1, form, shared_subject(tokens, group, first, before), False, "shared")
    return None


def _is_barred(tokens: Tokens, at: int, form: VerbForm, group: int, first: int) -> bool:
    """Whether the verb's own words keep it from reporting: negated, still to come, a bare infinitive."""
    lead = tokens.lowers[group:at]
    if form.lemma != "deny" and any(word in _NEGATED for word in lead):
        return True
    if "q" in form.frames and any(word in _FUTURE for word in lead):
        return True
    if "to" not in lead:
        return False
    before = group - 1 - (group - 1 > first and tokens.lowers[group - 1] == "on")
    return before < first or tokens.lowers[before] not in CATENATIVE


def _with_its_word(
    tokens: Tokens, at: int, form: VerbForm, low: int, first: int, last: int, before: list[Cue]
) -> Cue | None:
    """A verb that speaks only with a word beside it: "made (it) clear", "put it", "pointed out"."""
    if form.lemma.startswith("be "):
        return _conviction(tokens, at, form, low, first, last)
    if form.lemma == "make clear":
        made = at - 1 - (tokens.lowers[at - 1] == "it")
        if made < first or tokens.lowers[made] not in _MAKE:
            return None
        found = _cue_at(tokens, made, _SAID, low, first, last, before)
        return found._replace(verb=at, last=at + 1, form=form) if found is not None else None
    if at + 1 >= last or tokens.lowers[at + 1] != _NEEDS[form.lemma]:
        return None
    kind = "past" if form.lemma == "put" else form.kind
    found = _cue_at(tokens, at, _SAID._replace(kind=kind), low, first, last, before)
    return found._replace(last=at + 2, form=form) if found is not None else None


def _conviction(tokens: Tokens, at: int, form: VerbForm, low: int, first: int, last: int) -> Cue | None:
    """An adjective of conviction: "is convinced that", "remain confident that"."""
    group = _group_start(tokens, at, first)
    lead = tokens.lowers[group:at]
    linked = any(word in _BE or word in _REMAIN for word in lead)
    if not linked or at + 1 >= last or tokens.lowers[at + 1] != "that" or any(word in _NEGATED for word in lead):
        return None
    subject = subject_before(tokens, at, low)
    return Cue(group, at, at + 1, form, subject, False, "finite") if subject and can_speak(tokens, subject) else None


def _closing_subject(tokens: Tokens, at: int, form: VerbForm, first: int, last: int) -> Phrase | None:
    """The speaker behind a verb that follows a comma, when it closes the sentence: "…, said the minister."."""
    if not {"q", "c"} <= form.frames or "h" in form.frames or (form.kind == "base" and "n" in form.frames):
        return None
    if at - 1 <= first or tokens.words[at - 1] not in (",", "—", "–"):
        return None
    behind = subject_behind(tokens, at, last)
    return behind if behind is not None and behind.end >= last - 1 else None


def _is_somebody(tokens: Tokens, subject: Phrase) -> bool:
    """Whether a phrase surely names somebody, as naming verbs want ("a plan called Sunrise" calls nothing)."""
    wanted = CAPITAL | SPEAKING_NOUN | SUBJECT_PRONOUN | RELATIVE
    return any(tokens.flags[t] & wanted and not tokens.flags[t] & DET for t in range(subject.first, subject.last))


def _by_agent(tokens: Tokens, at: int, form: VerbForm, last: int) -> Cue | None:
    """The speaker of a passive: "she was asked by her host, “…”"."""
    if at + 2 >= last or tokens.lowers[at + 1] != "by" or "q" not in form.frames:
        return None
    agent = phrase_starting_at(tokens, at + 2, last)
    return Cue(at, at, at + 1, form, agent, True, "finite") if agent is not None and can_speak(tokens, agent) else None


def _group_start(tokens: Tokens, verb: int, low: int) -> int:
    at = verb
    while at > low and (
        tokens.flags[at - 1] & (AUX | NEGATION)
        or (tokens.flags[at - 1] & ADVERB and (not tokens.flags[at - 1] & SUB or tokens.lowers[at - 1] == "once"))
        or tokens.lowers[at - 1] == "to"
    ):
        at -= 1
    return at


def _leads_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Whether "that" or a quotation follows the verb."""
    return at + 1 < last and (tokens.lowers[at + 1] == "that" or bool(tokens.flags[at + 1] & QUOTED))


def _participle(
    tokens: Tokens, at: int, form: VerbForm, low: int, first: int, last: int, before: list[Cue]
) -> Cue | None:
    quoted = find_quoted(tokens, at, form, low) if at > first and tokens.lowers[at - 1] == "as" else None
    if quoted is not None:
        return quoted
    group = _group_start(tokens, at, first)
    lead = tokens.lowers[group:at]
    if any(word in _BE for word in lead):
        subject = subject_before(tokens, at, low)
        if subject is None or not can_speak(tokens, subject) or any(word in _NEGATED for word in lead):
            return None
        return Cue(group, at, at + 1, form, subject, False, "finite")
    if any(word in _NEGATED for word in lead):
        return None
    if group > first and tokens.lowers[group - 1] in CONTRACTED:
        return Cue(group, at, at + 1, form, Phrase(group - 1, group, group), False, "finite")
    if at == first or not any(
        tokens.flags[t] & (AUX | FINITE | CUE) and not tokens.lowers[t].endswith("ing") for t in range(first, group)
    ):
        leads = at == first or tokens.flags[first] & (PREP | SUB | ADVERB | TIME)
        following = subject_ahead(tokens, at, last) if leads else None
        if following is not None:
            return Cue(group, at, at + 1, form, following, False, "participle")
    if at == first:
        return Cue(group, at, at + 1, form, None, False, "participle")
    previous, flag = tokens.lowers[group - 1], tokens.flags[group - 1]
    if previous == "by" and not form.frames & {"c", "e", "o", "q"}:
        return None
    if flag & PREP and previous not in ("by", "in", "upon") and not _leads_clause(tokens, at, last):
        return None
    accompanying = subject_behind_with(tokens, group, first)
    if accompanying is not None:
        return Cue(group, at, at + 1, form, accompanying, False, "participle")
    if flag & (DET | POSSESSIVE) or previous in ("of", "the") or previous.endswith(("'s", "s'")):
        return None
    shown = _shown(tokens, group, first)
    if shown is not None:
        return Cue(group, at, at + 1, form, shown, False, "participle")
    if previous in (",", "and", "by", "while", "before", "after", "in", "—", "–", "without") or flag & QUOTED:
        return Cue(group, at, at + 1, form, shared_subject(tokens, group, first, before), False, "participle")
    if flag & (CAPITAL | SPEAKING_NOUN) and not flag & SIGN:
        document = phrase_ending_at(tokens, group - 1, low)
        if flag & SPEAKING_NOUN and document is not None and _has_its_author(tokens, document):
            return Cue(group, at, at + 1, form, document, False, "participle")
        if flag & SPEAKING_NOUN and document is not None:
            return Cue(
                group, at, at + 1, form, shared_subject(tokens, group, first, before) or document, False, "participle"
            )
    return Cue(group, at, at + 1, form, shared_subject(tokens, group, first, before), False, "participle")
