"""What follows a reporting verb, by its frames: a clause, an object, a person and "to", a preposition."""

from __future__ import annotations

from functools import cache

from tiestui.extraction.nounphrases import Phrase, phrase_starting_at
from tiestui.extraction.statements.hearers import behind_sign, with_hearer
from tiestui.extraction.statements.objects import is_estimate, is_span_of_time, labelled, opens_object, owns
from tiestui.extraction.statements.occasions import skip_occasion
from tiestui.extraction.statements.parts import Content, Cue
from tiestui.extraction.statements.stances import light_content, takes_stance
from tiestui.extraction.tokens import Tokens
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
    PREP,
    QUOTED,
    SIGN,
    SUB,
    SUBJECT_PRONOUN,
    TIME,
    TITLE,
)
from tiestui.lexicons import load

_OFF = ("out", "instead", "back", "down", "up")


@cache
def _manners() -> frozenset[str]:
    return frozenset(load("frames")["manner"]["words"].split())


@cache
def _prepositions() -> dict[str, tuple[str, ...]]:
    return {verb: tuple(words) for verb, words in load("frames")["preposition"].items()}


def content_behind(tokens: Tokens, cue: Cue, after: int, last: int, positions: bool) -> Content | None:
    """What was said behind the cue (from the token `after`), its end open; None when nothing that was said follows.

    positions: whether an object of a position verb is a statement, as in a communiqué.
    """
    if cue.inverted:
        at = after + (after < last and tokens.words[after] in (",", ":"))
        if after + 1 < last and tokens.lowers[after] == "that" and tokens.lowers[cue.last] == "by":
            return Content(after + 1, last, "that")
        return Content(at, last, "quotation") if at < last and tokens.flags[at] & QUOTED else None
    frames, lemma = cue.form.frames, cue.form.lemma
    if "l" in frames:
        return light_content(tokens, lemma, after, last)
    at = _skip_manner(tokens, after, last)
    if at >= last or (lemma == "comment" and tokens.lowers[at] == "on" and not _quotes(tokens, at, last)):
        return None
    if tokens.flags[at] & QUOTED:
        return Content(at, last, "quotation")
    if cue.kind == "finite" and cue.subject is not None and _says_as(tokens, cue):
        comma = skip_occasion(tokens, at, last)
        if comma + 1 < last and tokens.words[comma] == ",":
            return Content(comma + 1, last, "clause")
    if tokens.words[at] in (":", ","):
        return behind_sign(tokens, at, last)
    if tokens.lowers[at] == "to" and frames & {"o", "r"} and "i" not in frames:
        return _object_behind_hearer(tokens, at, last)
    special = _by_frame(tokens, lemma, frames, at, last, positions or cue.kind == "shared")
    if special is not None:
        return special
    if not frames & {"c", "e", "w", "q"}:
        return None
    return _clause(tokens, frames, lemma, at, last)


def _quotes(tokens: Tokens, at: int, last: int) -> bool:
    return any(tokens.flags[t] & QUOTED for t in range(at, last))


def _skip_manner(tokens: Tokens, at: int, last: int) -> int:
    """Behind adverbs, ", however,", "with satisfaction", and a second verb with the same object ("and supports")."""
    flags, lowers, words = tokens.flags, tokens.lowers, tokens.words
    while at < last and ((flags[at] & ADVERB and not flags[at] & (SUB | TIME)) or lowers[at] in _OFF):
        if lowers[at] == "there" and at + 1 < last and flags[at + 1] & AUX:
            break
        at += 1
    if lowers[at : at + 2] in (["once", "again"], ["this", "way"]):
        at += 2
    if at + 2 < last and words[at] == "," and flags[at + 1] & ADVERB and words[at + 2] == ",":
        at += 3
    if at + 2 < last and lowers[at] == "with" and lowers[at + 1] in _manners():
        at += 2 + (lowers[at + 2] in _manners())
    if at + 1 < last and lowers[at] == "and" and flags[at + 1] & CUE:
        at += 2
    return at


def _says_as(tokens: Tokens, cue: Cue) -> bool:
    """Whether the cue's clause is "As Ms. Berg noted" at the head of its sentence."""
    at = cue.subject.first - 1 if cue.subject is not None else -1
    return at >= 0 and tokens.lowers[at] == "as" and tokens.opens_sentence(at)


def _by_frame(
    tokens: Tokens, lemma: str, frames: frozenset[str], at: int, last: int, positions: bool
) -> Content | None:
    flag, lower = tokens.flags[at], tokens.lowers[at]
    if lemma == "consider" and lower == "that":
        return Content(at + 1, last, "that")
    if (lower == "that" and at + 1 < last and "o" not in frames) or (lower == "that" and frames & {"c", "e"}):
        return Content(at + 1, last, "that") if frames & {"c", "e", "h", "w"} else None
    if "w" in frames and lower in ("whether", "if", "why", "how", "what", "who", "where", "when"):
        return Content(at, last, "clause")
    if lower in ("on", "upon", "to", "with") and f"{lemma} {lower}" in load("frames")["addressee"]["with_preposition"]:
        person = phrase_starting_at(tokens, at + 1, last)
        if person is not None and "to" in tokens.lowers[person.last : min(last, person.last + 8)]:
            return Content(at + 1, last, "person")
    if "i" in frames and lower == "to":
        return Content(at, last, "infinitive")
    if lemma in ("agree", "concur") and lower == "on" and takes_stance(tokens, lemma, at + 1, last):
        return Content(at + 1, last, "preposition")
    if "p" in frames and flag & PREP and lower in _prepositions().get(lemma, ()):
        if at + 1 >= last or tokens.flags[at + 1] & (CONJ | SIGN) or is_span_of_time(tokens, at + 1, last):
            return None
        return Content(at + 1, last, "preposition")
    if lower == "not" and "x" in frames:
        return None
    if lemma == "accuse" and not flag & SIGN:
        return Content(at, last, "person")
    if frames & {"h", "x"} and not flag & (SIGN | PREP | SUB | TIME):
        addressed = with_hearer(tokens, lemma, frames, at, last)
        if addressed is not None or "r" not in frames:
            return addressed
    if lemma == "look":
        return Content(at + 2, last, "preposition") if tokens.lowers[at : at + 2] == ["forward", "to"] else None
    if "a" in frames and not flag & (SIGN | PREP | SUB):
        label = labelled(tokens, lemma, at, last)
        if label is not None or not frames & {"o", "c"}:
            return label
    if "b" in frames and opens_object(tokens, at):
        return Content(at, last, "blame")
    if lemma == "welcome" and flag & (PERSON | TITLE | OBJECT_PRONOUN) and not owns(tokens, at, last):
        return None
    positions = positions or takes_stance(tokens, lemma, at, last)
    if ("o" in frames or ("r" in frames and positions)) and opens_object(tokens, at):
        if lemma in ("express", "voice", "convey") and lower in ("these", "this", "such", "those"):
            return None
        if lemma in ("express", "voice") and (clause := _that_behind_noun(tokens, at, last)) is not None:
            return Content(clause, last, "that")
        if "c" in frames and _has_clause_soon(tokens, at, last):
            return Content(at, last, "clause")
        return Content(at, last, "object")
    return None


def _object_behind_hearer(tokens: Tokens, at: int, last: int) -> Content | None:
    """What was said to somebody who is told first: "conveyed to the minister his thanks"."""
    hearer = phrase_starting_at(tokens, at + 1, last)
    if hearer is None:
        return None
    for t in range(at + 2, hearer.last + 1):
        flag = tokens.flags[t] if t < last else 0
        if tokens.lowers[t] == "that" and t + 1 < last:
            return Content(t + 1, last, "that", Phrase(hearer.first, t, t))
        if flag & (DET | POSSESSIVE) and not tokens.flags[t - 1] & (PREP | DET | CONJ):
            return Content(t, last, "object", Phrase(hearer.first, t, t))
    return None


def _that_behind_noun(tokens: Tokens, at: int, last: int) -> int | None:
    """Where the clause begins in "expressed the hope that …"; None when no clause hangs on the noun."""
    for t in range(at, min(last - 1, at + 4)):
        if tokens.lowers[t] == "that" and t > at and tokens.lowers[t + 1] not in ("of", "in", "for"):
            return t + 1
    return None


def _points_back(tokens: Tokens, at: int, last: int) -> bool:
    """Whether what follows only points back: "He said this at the talks", "she said so"."""
    if tokens.lowers[at] not in ("this", "so", "it", "these", "those"):
        return False
    return at + 1 >= last or bool(tokens.flags[at + 1] & (PREP | SIGN | TIME))


def _goes_on_as_clause(tokens: Tokens, comma: int, last: int) -> bool:
    """Whether a clause follows a comma behind words that lead into it ("said on this question, we agree")."""
    at = comma + 1
    if at >= last or tokens.flags[comma - 1] & TIME:
        return False
    opens = tokens.flags[at] & (SUBJECT_PRONOUN | DET)
    return bool(opens) and tokens.lowers[at] not in ("who", "which", "that") and _has_clause_soon(tokens, at, last)


def _has_clause_soon(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a subject and a finite verb follow: a clause without "that"."""
    for t in range(at + 1, min(last, at + 18)):
        flag = tokens.flags[t]
        if flag & (AUX | FINITE | PARTICIPLE) and not flag & CAPITAL and tokens.lowers[t - 1] == "and":
            return False
        if flag & (AUX | FINITE):
            return True
        past = flag & PARTICIPLE or tokens.lowers[t].endswith("ed") or tokens.lowers[t] in ("said", "told", "wrote")
        if past and not flag & CAPITAL and not tokens.flags[t - 1] & (DET | PREP | ADVERB):
            return True
        if flag & SIGN and tokens.words[t] in ",;—–":
            return False
    return False


def _clause(tokens: Tokens, frames: frozenset[str], lemma: str, at: int, last: int) -> Content | None:
    behind = skip_occasion(tokens, at, last)
    if behind >= last:
        return None
    if tokens.flags[behind] & QUOTED:
        return Content(behind, last, "quotation")
    if tokens.words[behind] == "," and behind > at and "c" in frames and _goes_on_as_clause(tokens, behind, last):
        return Content(at, last, "clause")
    if tokens.words[behind] in (":", ","):
        return behind_sign(tokens, behind, last)
    if tokens.lowers[behind] == "that" and frames & {"c", "e", "w"}:
        return Content(behind + 1, last, "that")
    if tokens.flags[behind] & (SIGN | CONJ):
        return None
    if ("c" not in frames or "v" in frames) and not (
        frames & {"e", "v"} and behind == at and _has_clause_soon(tokens, at, last)
    ):
        return None
    if _points_back(tokens, behind, last):
        return None
    if tokens.flags[behind] & SUB and not tokens.flags[behind] & (DET | PREP):
        return Content(behind, last, "subordinate") if tokens.lowers[behind] in ("if", "while", "although") else None
    if tokens.flags[behind] & PREP and behind == at and not is_estimate(tokens, behind, last):
        return Content(behind, last, "adjunct")
    return Content(behind, last, "clause")
