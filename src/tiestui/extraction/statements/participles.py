"""Reporting verbs in -ing: whose clause they go on, lead into or tell of."""

from __future__ import annotations

from tiestui.extraction.nounphrases import Phrase, phrase_ending_at
from tiestui.extraction.statements.agents import (
    CONTRACTED,
    can_speak,
    shared_subject,
    subject_ahead,
    subject_behind_with,
)
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.statements.quoting import find_quoted
from tiestui.extraction.statements.verbhood import BE, NEGATED, group_start
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verb_subjects import subject_before
from tiestui.extraction.verbs import VerbForm
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CAPITAL,
    CUE,
    DET,
    DOCUMENT,
    FINITE,
    POSSESSIVE,
    PREP,
    QUOTED,
    SIGN,
    SPEAKING_NOUN,
    SUB,
    TIME,
)

_SEEING = frozenset(
    "show shows showed shown see sees saw seen hear hears heard has have had reveal reveals revealed".split()
)


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


def _has_its_author(tokens: Tokens, document: Phrase) -> bool:
    """Whether a document's phrase names whose it is: "carried a Foreign Ministry statement saying that"."""
    owner = range(document.first, document.last - 1)
    named = any(tokens.flags[t] & CAPITAL and tokens.lowers[t] != "joint" for t in owner)
    return named and bool(tokens.flags[document.last - 1] & DOCUMENT)


def _tells_where(tokens: Tokens, at: int, form: VerbForm, last: int) -> bool:
    """Whether a participle only tells where somebody speaks: "according to Ann Lee, writing in the Courier, …"."""
    if form.lemma != "write" or at + 1 >= last or tokens.lowers[at + 1] not in ("in", "for", "on"):
        return False
    return not any(tokens.flags[t] & QUOTED or tokens.lowers[t] == "that" for t in range(at, last))


def _leads_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Whether "that" or a quotation follows the verb."""
    return at + 1 < last and (tokens.lowers[at + 1] == "that" or bool(tokens.flags[at + 1] & QUOTED))


def participle_cue(
    tokens: Tokens, at: int, form: VerbForm, low: int, first: int, last: int, before: list[Cue]
) -> Cue | None:
    """The cue of a form in -ing, with its speaker: "…, adding that", "Noting the delay, she said"; None for others."""
    if _tells_where(tokens, at, form, last):
        return None
    quoted = find_quoted(tokens, at, form, low) if at > first and tokens.lowers[at - 1] == "as" else None
    if quoted is not None:
        return quoted
    group = group_start(tokens, at, first)
    lead = tokens.lowers[group:at]
    if not BE.isdisjoint(lead):
        subject = subject_before(tokens, at, low)
        if subject is None or not can_speak(tokens, subject) or not NEGATED.isdisjoint(lead):
            return None
        return Cue(group, at, at + 1, form, subject, False, "finite")
    if not NEGATED.isdisjoint(lead):
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
