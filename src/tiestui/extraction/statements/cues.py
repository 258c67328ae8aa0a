"""Reporting verbs of a sentence that report here: which form, who speaks, in what kind of clause.

A form that is a noun here ("the report", "a state visit"), a passive without a speaker and a negated act are no cues.
"""

from __future__ import annotations

from tiestui.extraction.nounphrases import CATENATIVE, Phrase, phrase_starting_at
from tiestui.extraction.statements.agents import (
    can_speak,
    may_invert,
    sentence_subject,
    shared_subject,
    subject_behind,
)
from tiestui.extraction.statements.participles import participle_cue
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.statements.verbhood import (
    BE,
    NEGATED,
    agrees,
    group_start,
    is_clear,
    is_noun,
    is_reduced_passive,
)
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verb_subjects import subject_before
from tiestui.extraction.verbs import VerbForm, verb_forms
from tiestui.extraction.words import (
    CAPITAL,
    CUE,
    DET,
    QUOTED,
    RELATIVE,
    SIGN,
    SPEAKING_NOUN,
    SUBJECT_PRONOUN,
)

_MAKE = frozenset("make makes made making".split())
_REMAIN = frozenset(("remain", "remains", "remained", "feel", "felt"))
_NEEDS = {"make clear": "", "put": "it", "point": "out"}
_FUTURE = frozenset("will shall may might can could should must".split())
_PERSONAL = frozenset(("raise", "protest"))
"""Verbs that speak only when somebody does them: a minister raises doubts in words, a fall in trade does not."""
_NEAR_BE = 8
_CONDITIONS = frozenset(("if", "unless", "whether", "until", "lest"))
_LINKS = frozenset(("and", "but", ",", "then", "also", "—", "–", "as", "well"))
_WANTED = CUE | QUOTED | SIGN
_SAID = VerbForm("say", "past", frozenset("c"))


def find_cues(tokens: Tokens, first: int, last: int) -> list[Cue]:
    """The cues of a sentence (tokens `first` to `last`), in order."""
    forms = verb_forms()
    found: list[Cue] = []
    low = first
    for at in tokens.having(_WANTED, first, last):
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
        is_deed = form.lemma == "raise"
        return None if is_deed else participle_cue(tokens, at, form, low, first, last, before)
    group = group_start(tokens, at, first)
    lead = tokens.lowers[group:at]
    passive = form.kind == "past" and not BE.isdisjoint(lead)
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
    handed = not BE.isdisjoint(tokens.lowers[max(first, group - _NEAR_BE) : group])
    if handed and form.kind == "past" and "h" in form.frames:
        return None  # "they were handed notes and told that …"
    if previous in _LINKS and is_clear(tokens, at, form, last, before):
        return Cue(group, at, at + 1, form, shared_subject(tokens, group, first, before), False, "shared")
    return None


def _is_barred(tokens: Tokens, at: int, form: VerbForm, group: int, first: int) -> bool:
    """Whether the verb's own words keep it from reporting: negated, still to come, a bare infinitive."""
    lead = tokens.lowers[group:at]
    if form.lemma != "deny" and not NEGATED.isdisjoint(lead):
        return True
    if "q" in form.frames and not _FUTURE.isdisjoint(lead):
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
    group = group_start(tokens, at, first)
    lead = tokens.lowers[group:at]
    linked = any(word in BE or word in _REMAIN for word in lead)
    if not linked or at + 1 >= last or tokens.lowers[at + 1] != "that" or not NEGATED.isdisjoint(lead):
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
    if tokens.lowers[subject.last - 1] in ("former", "latter"):
        return True
    return any(tokens.flags[t] & wanted and not tokens.flags[t] & DET for t in range(subject.first, subject.last))


def _by_agent(tokens: Tokens, at: int, form: VerbForm, last: int) -> Cue | None:
    """The speaker of a passive: "she was asked by her host, “…”"."""
    if at + 2 >= last or tokens.lowers[at + 1] != "by" or "q" not in form.frames:
        return None
    agent = phrase_starting_at(tokens, at + 2, last)
    return Cue(at, at, at + 1, form, agent, True, "finite") if agent is not None and can_speak(tokens, agent) else None
