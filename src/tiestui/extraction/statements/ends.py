"""Where what was said ends: before the next cue's clause, before another clause, with the sentence."""

from __future__ import annotations

from tiestui.extraction.statements.occasions import skip_occasion
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import verb_forms
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CAPITAL,
    CONJ,
    CUE,
    DET,
    FINITE,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PERSON,
    POSSESSIVE,
    QUOTED,
    ROLE,
    SIGN,
    SUBJECT_PRONOUN,
)

_INFINITIVES = frozenset("be been being have do".split())
_LONGEST_ASIDE = 8
_LONGEST_SUBJECT = 8
_PLANS = frozenset(
    """intend intends plan plans remain remains resolve resolves commit commits pledge pledges agree agrees decide
    decides undertake undertakes""".split()
)
_DECIDED = frozenset("decided resolved committed undertook agreed".split())


def content_end(tokens: Tokens, cue: Cue, others: list[Cue], start: int, last: int) -> int:
    """Where the content that begins at `start` ends; `others`: the cues of the sentence that report something."""
    semicolon = tokens.words.index(";", start, last) if ";" in tokens.words[start:last] else last
    if semicolon < last and _another_speaks(tokens, semicolon, last):
        last = semicolon
    begun = max(start, cue.last)
    for other in others:
        if other.first <= begun:
            continue
        edge = _edge(tokens, other)
        if edge <= start:
            if cue.kind == "participle" and edge < cue.first and tokens.words[other.first - 1] == ",":
                return other.first - 1  # "The leaders, noting the drought, welcomed …"
            continue
        lead = tokens.lowers[edge - 1]
        if semicolon < edge and not other.inverted:
            return semicolon
        if other.inverted:
            if lead == "," or other.kind == "according to":
                return edge
        elif other.kind == "participle":
            if (
                other.subject is not None
                and other.subject.last == other.first
                and "with" in tokens.lowers[edge - 8 : edge]
            ):
                with_it = other.subject.first - 1
                if with_it > start and tokens.words[with_it - 1] == ",":
                    return with_it - 1
            if lead in (",", "—", "–") or (tokens.flags[edge - 1] & QUOTED and "," in lead):
                return edge
            if lead == "and" and cue.kind == "participle":
                return edge - 1
        elif lead in ("and", "but", "while", "whereas", "then") or (lead == "," and other.kind == "shared"):
            return edge - 1 if lead != "," else _before_aside(tokens, edge - 1, start)
        elif lead == "," and skip_occasion(tokens, other.last, last) + 1 >= last:
            return edge
    return last


def _another_speaks(tokens: Tokens, semicolon: int, last: int) -> bool:
    """Whether a semicolon leads to what somebody else said or did: "said prices rose; Ann Lee promised the same"."""
    for verb in range(semicolon + 2, min(last, semicolon + _LONGEST_SUBJECT)):
        past = tokens.flags[verb] & CUE and tokens.lowers[verb].endswith(("ed", "said", "told"))
        if past and tokens.flags[verb - 1] & (PERSON | ROLE):
            return True
    return False


def _before_aside(tokens: Tokens, comma: int, start: int) -> int:
    """Where "and" begins an aside that ends at a comma before a second verb ("…, and, in this regard, welcomed")."""
    for at in range(comma - 2, max(start, comma - _LONGEST_ASIDE), -1):
        if tokens.words[at] == ",":
            return at - 1 if tokens.lowers[at - 1] in ("and", "but") else comma + 1
    return comma + 1


def _edge(tokens: Tokens, cue: Cue) -> int:
    if cue.kind == "finite" and not cue.inverted and cue.subject is not None:
        return min(cue.subject.first, cue.first)
    return cue.first


def first_comma(tokens: Tokens, start: int, end: int) -> int:
    """Where the first comma stands behind `start`, one that closes a quotation included; `end` when there is none."""
    for at in range(start, end):
        if tokens.words[at] == "," and at > start:
            return at
        if tokens.flags[at] & QUOTED and "," in tokens.words[at]:
            return at + 1
    return end


def quotation_end(tokens: Tokens, start: int, end: int) -> int:
    """Where a content ends that opens with a quotation which the reporter's own words follow: "“…,” raising fears"."""
    if not tokens.flags[start] & QUOTED:
        return end
    after = start + 1
    if after < end and tokens.words[after] == ",":
        after += 1
    elif "," not in tokens.words[start]:
        return end
    return start + 1 if after < end and tokens.lowers[after].endswith("ing") else end


def object_end(tokens: Tokens, start: int, end: int) -> int:
    """Where an object ends that another clause follows: "…, but it is unclear", "… and they left"."""
    flags, words = tokens.flags, tokens.words
    plain = True
    for at in range(start + 1, end - 1):
        lower = tokens.lowers[at]
        if words[at] == ";":
            return at
        plain = plain and not flags[at] & (AUX | FINITE) and lower not in ("who", "which", "that")
        if lower == "and" and plain and _goes_on_with_verb(tokens, at, end):
            return at - (words[at - 1] == ",")
        if lower in ("and", "but", "although", "though", "because", "while", "whereas", "so"):
            if flags[at + 1] & SUBJECT_PRONOUN or (lower == "but" and words[at - 1] == ","):
                return at
            if words[at - 1] == "," and lower == "and" and tokens.lowers[at + 1] in ("will", "shall"):
                return at
            if words[at - 1] == "," and flags[at + 1] & (DET | CAPITAL) and _verb_soon(tokens, at + 1, end):
                return at
        if words[at] == "," and flags[at + 1] & (AUX | FINITE):
            return at
    return end


def _goes_on_with_verb(tokens: Tokens, conjunction: int, end: int) -> bool:
    """Whether a second verb of the clause follows "and": "reaffirmed their support for X and decided to Y"."""
    flags, lowers = tokens.flags, tokens.lowers
    at = conjunction + 1
    if tokens.words[at] == "," and (closing := _next_comma(tokens, at + 1, min(end, at + 6))) is not None:
        at = closing + 1
    while at < end and flags[at] & ADVERB and not flags[at] & DET:
        at += 1
    if at + 1 >= end or flags[at] & CAPITAL or flags[conjunction - 1] & PARTICIPLE:
        return False
    behind = at + 1
    while behind + 1 < end and flags[behind] & ADVERB:
        behind += 1
    after, follows = flags[behind], lowers[behind]
    if flags[at] & (AUX | FINITE):
        wishes_on = lowers[at : at + 2] == ["would", "like"]
        return not after & SIGN and lowers[at] not in _INFINITIVES and not wishes_on
    opens = bool(after & (DET | POSSESSIVE | CAPITAL | OBJECT_PRONOUN) and not after & SIGN)
    if lowers[at] in _PLANS:
        return follows in ("to", "that", "committed", "confident")
    if flags[at] & CUE and (form := verb_forms().get(lowers[at])) is not None:
        if form.kind == "past":
            return opens or follows in ("to", "that", "on", "for")
        if form.kind == "base" and "n" not in form.frames:
            return opens
    return lowers[at].endswith("ed") and (opens or (lowers[at] in _DECIDED and follows in ("to", "that", "on")))


def _next_comma(tokens: Tokens, first: int, last: int) -> int | None:
    return next((t for t in range(first, last) if tokens.words[t] == ","), None)


def _verb_soon(tokens: Tokens, at: int, end: int) -> bool:
    for t in range(at + 1, min(end, at + 7)):
        if tokens.flags[t] & (AUX | FINITE) or (
            tokens.flags[t] & (PARTICIPLE | CUE) and tokens.lowers[t].endswith("ed")
        ):
            return True
        if tokens.flags[t] & SIGN or tokens.lowers[t] in ("who", "which", "that"):
            return False
    return False


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Without the signs and conjunctions at its end."""
    while end > start and (
        (tokens.flags[end - 1] & SIGN and tokens.words[end - 1] not in ")]%")
        or (tokens.flags[end - 1] & CONJ and tokens.lowers[end - 1] != "yet")
        or tokens.lowers[end - 1] in ("while", "whereas")
    ):
        end -= 1
    return end
