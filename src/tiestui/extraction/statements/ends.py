"""Where what was said ends: before the next cue's clause, before another clause, with the sentence."""

from __future__ import annotations

from tiestui.extraction.statements.occasions import skip_occasion
from tiestui.extraction.statements.parts import Cue
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import AUX, CAPITAL, CONJ, CUE, DET, FINITE, PARTICIPLE, QUOTED, SIGN, SUBJECT_PRONOUN


def content_end(tokens: Tokens, cue: Cue, others: list[Cue], start: int, last: int) -> int:
    """Where the content that begins at `start` ends; `others`: the cues of the sentence that report something."""
    for other in others:
        if other.first <= max(start, cue.last):
            continue
        edge = _edge(tokens, other)
        if edge <= start:
            continue
        lead = tokens.lowers[edge - 1]
        if other.inverted:
            if lead == "," or other.kind == "according to":
                return edge
        elif other.kind == "participle":
            if lead in (",", "—", "–") or (tokens.flags[edge - 1] & QUOTED and "," in lead):
                return edge
            if lead == "and" and cue.kind == "participle":
                return edge - 1
        elif lead in ("and", "but", "while", "whereas", "then") or (lead == "," and other.kind == "shared"):
            return edge - 1 if lead != "," else edge
        elif lead == "," and skip_occasion(tokens, other.last, last) + 1 >= last:
            return edge
    return last


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
    for at in range(start + 1, end - 1):
        lower = tokens.lowers[at]
        if words[at] == ";":
            return at
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


def _verb_soon(tokens: Tokens, at: int, end: int) -> bool:
    for t in range(at + 1, min(end, at + 7)):
        if tokens.flags[t] & (AUX | FINITE) or (
            tokens.flags[t] & (PARTICIPLE | CUE) and tokens.lowers[t].endswith("ed")
        ):
            return True
        if tokens.flags[t] & SIGN:
            return False
    return False


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Without the signs and conjunctions at its end."""
    while end > start and (
        (tokens.flags[end - 1] & SIGN and tokens.words[end - 1] not in ")]%")
        or tokens.flags[end - 1] & CONJ
        or tokens.lowers[end - 1] in ("while", "whereas")
    ):
        end -= 1
    return end
