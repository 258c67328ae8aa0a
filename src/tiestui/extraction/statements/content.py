"""Where what was said begins and ends, as tokens: behind the verb, before it, or on both sides of it.

"… , he said on Friday, …" goes on behind the cue; "…, adding that …" ends before the next cue.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tiestui.extraction.nounphrases import Phrase, phrase_starting_at
from tiestui.extraction.statements.cues import Cue
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CAPITAL,
    CONJ,
    CUE,
    DET,
    FINITE,
    GROUP,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    POSSESSIVE,
    PREP,
    QUOTED,
    RELATIVE,
    ROLE,
    SIGN,
    SUB,
    SUBJECT_PRONOUN,
    TIME,
)
from tiestui.lexicons import load

_LEADS = frozenset("by to after before in of without".split())
_LONGEST_OCCASION = 22


class Content(NamedTuple):
    """What was said: tokens `first` to `last` (exclusive); `frame`: how it hangs on its cue; `hearer`: whom it was told."""

    first: int
    last: int
    frame: str
    hearer: Phrase | None = None


@cache
def _occasions() -> frozenset[str]:
    return frozenset(load("frames")["occasion"]["words"].split())


@cache
def _manners() -> frozenset[str]:
    return frozenset(load("frames")["manner"]["words"].split())


@cache
def _prepositions() -> dict[str, tuple[str, ...]]:
    return {verb: tuple(words) for verb, words in load("frames")["preposition"].items()}


def find_content(tokens: Tokens, cue: Cue, first: int, last: int, positions: bool) -> Content | None:
    """The content of a cue of the sentence `first` to `last`, its end still open; None when nothing is reported here.

    positions: whether an object of a position verb ("recall", "support") is a statement, as in a communiqué.
    """
    after = cue.last
    if cue.inverted and cue.subject is not None:
        after = cue.subject.end
    if _is_parenthesis(tokens, cue, after, last):
        return Content(after + 1, last, "clause")
    before = _before(tokens, cue, first)
    behind = _behind(tokens, cue, after, last, positions)
    if before is not None and _is_preferred(tokens, cue, before, behind, after, last):
        return _resumed(tokens, before, after, last)
    return behind


def _is_parenthesis(tokens: Tokens, cue: Cue, after: int, last: int) -> bool:
    """Whether the cue stands inside the clause that it reports: "because, he said, prices rose"."""
    if cue.kind != "finite" or cue.subject is None or cue.inverted or after + 1 >= last or tokens.words[after] != ",":
        return False
    at = min(cue.first, cue.subject.first) - 1
    return at > 0 and tokens.words[at] == "," and bool(tokens.flags[at - 1] & (SUB | RELATIVE | CONJ | PREP))


def close_content(tokens: Tokens, cue: Cue, content: Content, others: list[Cue], first: int) -> Content:
    """The content with its end: before the next cue of its own clause, else with the clause or the sentence."""
    if content.frame == "before":
        return content
    start = cue.last if content.frame == "resumed" else content.first
    end = content_end(tokens, cue, others, start, content.last)
    if content.frame in ("object", "person", "preposition", "blame"):
        end = _object_end(tokens, start, end)
    if content.frame != "resumed" and not cue.inverted and _leads_in(tokens, cue, first):
        end = _first_comma(tokens, start, end)
    return content._replace(last=trim_end(tokens, content.first, end))


def _leads_in(tokens: Tokens, cue: Cue, first: int) -> bool:
    """Whether the cue's clause only leads into the sentence: "While he said …, they …", "talks which he said …, ended"."""
    edge = cue.first if cue.subject is None else min(cue.first, cue.subject.first)
    if cue.kind == "participle":
        if cue.subject is not None and cue.subject.first > cue.verb:
            return True
        return cue.first == first or tokens.lowers[cue.first - 1] in _LEADS
    if edge > first and tokens.lowers[edge - 1] in ("which", "what", "whom"):
        return True
    opener = tokens.flags[first]
    if edge > first and opener & (SUB | PREP) and not opener & DET:
        return not any(tokens.words[t] == "," for t in range(first, edge))
    return False


def _first_comma(tokens: Tokens, start: int, end: int) -> int:
    for at in range(start, end):
        if tokens.words[at] == "," and at > start:
            return at
        if tokens.flags[at] & QUOTED and "," in tokens.words[at]:
            return at + 1
    return end


def _object_end(tokens: Tokens, start: int, end: int) -> int:
    """Where an object ends that another clause follows: "…, but it is unclear", "… and they left"."""
    flags, words = tokens.flags, tokens.words
    for at in range(start + 1, end - 1):
        lower = tokens.lowers[at]
        if words[at] == ";":
            return at
        if lower in ("and", "but", "although", "though", "because", "while", "whereas", "so"):
            if flags[at + 1] & SUBJECT_PRONOUN or (lower == "but" and words[at - 1] == ","):
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


def _before(tokens: Tokens, cue: Cue, first: int) -> Content | None:
    """The clause or quotation that stands before the cue's clause, set off by a comma or by its marks."""
    if cue.kind != "finite":
        return None
    edge = cue.first
    if not cue.inverted and cue.subject is not None:
        edge = cue.subject.first
    at = edge - 1
    while at > first and tokens.flags[at] & (ADVERB | CONJ) and not tokens.flags[at] & SUB:
        at -= 1
    if at < first:
        return None
    if at > first and tokens.lowers[at] == "as":
        at -= 1
    if not (tokens.words[at] in (",", "—", "–", "?", "!", "--") or tokens.flags[at] & QUOTED):
        return None
    end = at + 1 if tokens.flags[at] & QUOTED else at
    start = _clause_begin(tokens, first, end)
    if tokens.flags[at] & QUOTED and at > start and tokens.flags[at - 1] & SIGN:
        start = at
    return Content(start, end, "before") if end > start else None


def _clause_begin(tokens: Tokens, first: int, end: int) -> int:
    start = first
    for at in range(first, end):
        if tokens.words[at] in (";", "("):
            start = at + 1
    while start < end and tokens.flags[start] & SIGN and tokens.words[start] not in "$([":
        start += 1
    return start


def _is_preferred(tokens: Tokens, cue: Cue, before: Content, behind: Content | None, after: int, last: int) -> bool:
    """Whether what was said stands before the cue, not behind it."""
    bare = all(tokens.flags[t] & (QUOTED | SIGN | CONJ) for t in range(before.first, before.last))
    closing = behind is None and skip_occasion(tokens, after, last) >= last - 1
    inside = closing or (behind is None and _goes_on(tokens, after, last))
    if not bare and "c" not in cue.form.frames and not (inside and "e" in cue.form.frames):
        return False
    if bare and not cue.form.frames & {"c", "q", "e"}:
        return False
    if bare or (closing and before.last - before.first > 1):
        return True
    if behind is None:
        return cue.inverted or _goes_on(tokens, after, last) or not _is_fronted(tokens, before)
    if cue.inverted:
        return True
    if behind.frame in ("that", "quotation") or _is_fronted(tokens, before):
        return False
    if behind.frame == "clause" and behind.first > after and tokens.words[after] != ":":
        return True
    return behind.frame not in ("clause", "quotation", "hearer", "object", "person", "infinitive", "preposition")


def _goes_on(tokens: Tokens, after: int, last: int) -> bool:
    """Whether the clause goes on behind ", he said," in words of its own."""
    at = skip_occasion(tokens, after, last)
    return at + 2 < last and tokens.words[at] == "," and not tokens.lowers[at + 1].endswith("ing")


def _is_fronted(tokens: Tokens, before: Content) -> bool:
    """Whether the words before the cue's clause only lead into it: "In a speech on Monday, …", "As prices rise, …"."""
    flags = tokens.flags
    start = before.first
    while start < before.last and flags[start] & CONJ:
        start += 1
    if start >= before.last:
        return True
    flag, lower = flags[start], tokens.lowers[start]
    length = before.last - start
    verbs = sum(1 for t in range(start, before.last) if flags[t] & (AUX | FINITE) or flags[t] & PARTICIPLE)
    commas = sum(1 for t in range(start, before.last) if tokens.words[t] == ",")
    if length < 3:
        return True
    if lower.endswith(("ing", "ed")) and not verbs - (1 if flag & PARTICIPLE else 0):
        return True
    if flag & SUB and not flag & DET:
        return not (commas and verbs > 1)
    if flag & (PREP | ADVERB | TIME) or (flag & PARTICIPLE and not flag & AUX):
        return not (verbs and length > 12) and not (verbs and commas)
    return not verbs and not any(flags[t] & CUE for t in range(start, before.last))


def _resumed(tokens: Tokens, before: Content, after: int, last: int) -> Content:
    """The content before the cue, with what goes on behind it: "…, he said, …"."""
    at = skip_occasion(tokens, after, last)
    if at < last and tokens.words[at] == "," and at + 1 < last:
        start = at + 1
        if tokens.lowers[start].endswith("ing") or tokens.lowers[start] in ("while", "as", "when", "who", "which"):
            return before
        if not tokens.flags[before.last - 1] & QUOTED:
            return Content(before.first, last, "resumed")
    return before


def _behind(tokens: Tokens, cue: Cue, after: int, last: int, positions: bool) -> Content | None:
    if cue.inverted:
        at = after
        if at < last and tokens.words[at] in (",", ":"):
            at += 1
        if at < last and tokens.flags[at] & QUOTED:
            return Content(at, last, "quotation")
        return None
    frames, lemma = cue.form.frames, cue.form.lemma
    at = after
    while (
        at < last
        and tokens.flags[at] & ADVERB
        and not tokens.flags[at] & (SUB | TIME)
        or (at < last and tokens.lowers[at] in ("out", "instead", "back"))
    ):
        at += 1
    if at + 2 < last and tokens.words[at] == "," and tokens.flags[at + 1] & ADVERB and tokens.words[at + 2] == ",":
        at += 3
    if at + 2 < last and tokens.lowers[at] == "with" and tokens.lowers[at + 1] in _manners():
        at += 2 + (tokens.lowers[at + 2] in _manners())
    if at + 1 < last and tokens.lowers[at] == "and" and tokens.flags[at + 1] & CUE:
        at += 2
    if at >= last:
        return None
    if tokens.flags[at] & QUOTED:
        return Content(at, last, "quotation")
    if cue.kind == "finite" and cue.subject is not None and _says_as(tokens, cue) and tokens.words[at] == ",":
        return Content(at + 1, last, "clause")
    if tokens.words[at] in (":", ","):
        return _behind_sign(tokens, at, last)
    special = _by_frame(tokens, lemma, frames, at, last, positions)
    if special is not None:
        return special
    if not frames & {"c", "e", "w", "q"}:
        return None
    return _clause(tokens, frames, lemma, at, last)


def _says_as(tokens: Tokens, cue: Cue) -> bool:
    """Whether the cue's clause is "As Ms. Berg noted" at the head of its sentence."""
    at = cue.subject.first - 1 if cue.subject is not None else -1
    return at >= 0 and tokens.lowers[at] == "as" and at in tokens.firsts


def _behind_sign(tokens: Tokens, at: int, last: int) -> Content | None:
    start = at + 1
    if start >= last:
        return None
    if tokens.flags[start] & QUOTED:
        return Content(start, last, "quotation")
    if tokens.words[at] == ":":
        return Content(start, last, "clause")
    return None


def _by_frame(
    tokens: Tokens, lemma: str, frames: frozenset[str], at: int, last: int, positions: bool
) -> Content | None:
    flag, lower = tokens.flags[at], tokens.lowers[at]
    if lower == "that" and at + 1 < last and "o" not in frames or (lower == "that" and frames & {"c", "e"}):
        return Content(at + 1, last, "that") if frames & {"c", "e", "h", "w"} else None
    if "w" in frames and lower in ("whether", "if", "why", "how", "what", "who", "where", "when"):
        return Content(at, last, "clause")
    if lower in ("on", "upon", "to", "with") and f"{lemma} {lower}" in load("frames")["addressee"]["with_preposition"]:
        person = phrase_starting_at(tokens, at + 1, last)
        if person is not None and "to" in tokens.lowers[person.last : min(last, person.last + 8)]:
            return Content(at + 1, last, "person")
    if "i" in frames and lower == "to":
        return Content(at, last, "infinitive")
    if "p" in frames and flag & PREP and lower in _prepositions().get(lemma, ()):
        if at + 1 >= last or tokens.flags[at + 1] & (CONJ | SIGN):
            return None
        return Content(at + 1, last, "preposition")
    if lower == "not" and "x" in frames:
        return None
    if lemma == "accuse" and not flag & SIGN:
        return Content(at, last, "person")
    if frames & {"h", "x"} and not flag & (SIGN | PREP | SUB | TIME):
        return _with_hearer(tokens, frames, at, last)
    if lemma == "look":
        return Content(at + 2, last, "preposition") if tokens.lowers[at : at + 2] == ["forward", "to"] else None
    if "a" in frames and not flag & (SIGN | PREP | SUB):
        labelled = _labelled(tokens, lemma, at, last)
        if labelled is not None or "o" not in frames:
            return labelled
    if "b" in frames and _opens_object(tokens, at):
        return Content(at, last, "blame")
    if ("o" in frames or ("r" in frames and positions)) and _opens_object(tokens, at):
        if lemma in ("express", "voice") and (clause := _that_behind_noun(tokens, at, last)) is not None:
            return Content(clause, last, "that")
        if "c" in frames and _has_clause_soon(tokens, at, last):
            return Content(at, last, "clause")
        return Content(at, last, "object")
    return None


def _that_behind_noun(tokens: Tokens, at: int, last: int) -> int | None:
    """Where the clause begins in "expressed the hope that …"; None when no clause hangs on the noun."""
    for t in range(at, min(last - 1, at + 4)):
        if tokens.lowers[t] == "that" and t > at:
            return t + 1
    return None


def _labelled(tokens: Tokens, lemma: str, at: int, last: int) -> Content | None:
    """What somebody is called: "Y as Z" (or "Y Z" behind "call"), both in one clause; "each other" is no statement."""
    if tokens.lowers[at] in (
        "each",
        "itself",
        "himself",
        "herself",
        "themselves",
        "on",
        "in",
        "out",
        "off",
        "up",
        "back",
    ):
        return None
    if lemma in ("call", "declare"):
        return Content(at, last, "object")
    for t in range(at + 1, min(last, at + 18)):
        if tokens.lowers[t] == "as":
            return Content(at, last, "object")
        if tokens.words[t] in (",", ";", ":") and lemma != "describe":
            return None
    return None


def _opens_object(tokens: Tokens, at: int) -> bool:
    flag = tokens.flags[at]
    if flag & (SIGN | SUB | AUX | CONJ) and not flag & DET:
        return False
    if flag & PREP or flag & TIME:
        return False
    return True


def _has_clause_soon(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a subject and a finite verb follow: a clause without "that"."""
    for t in range(at + 1, min(last, at + 14)):
        flag = tokens.flags[t]
        if flag & (AUX | FINITE):
            return True
        if flag & (PARTICIPLE | CUE) and not flag & CAPITAL and not tokens.flags[t - 1] & (DET | PREP | ADVERB):
            return not tokens.lowers[t].endswith("ing")
        if flag & SIGN and tokens.words[t] in ",;":
            return False
    return False


def _with_hearer(tokens: Tokens, frames: frozenset[str], at: int, last: int) -> Content | None:
    hearer = phrase_starting_at(tokens, at, last)
    if tokens.flags[at] & (OBJECT_PRONOUN | POSSESSIVE) and (at + 1 >= last or not _is_nominal(tokens, at + 1)):
        hearer = Phrase(at, at + 1, at + 1)
    if hearer is None or hearer.last >= last:
        return None
    behind = hearer.last
    if "x" in frames and tokens.lowers[behind] == "to":
        return Content(at, last, "person")
    if "h" not in frames:
        if "x" in frames and frames & {"c", "e"}:
            return None
        return Content(at, last, "object") if "x" in frames and "w" not in frames else None
    behind = _skip_time(tokens, behind, last)
    if behind < last and "p" in frames and tokens.lowers[behind] in ("of", "about"):
        return Content(behind + 1, last, "preposition", hearer)
    behind = skip_occasion(tokens, behind, last)
    if behind >= last:
        return Content(last, last, "hearer", hearer)
    if tokens.words[behind] in (",", ":"):
        sign = _behind_sign(tokens, behind, last)
        return (
            Content(sign.first, last, "hearer", hearer) if sign is not None else Content(last, last, "hearer", hearer)
        )
    if tokens.lowers[behind] == "that":
        return Content(behind + 1, last, "that", hearer)
    if tokens.flags[behind] & QUOTED or tokens.lowers[behind] in ("whether", "if", "why", "how", "what", "who"):
        return Content(behind, last, "hearer", hearer)
    if not tokens.flags[behind] & (SIGN | CONJ | AUX) and not tokens.flags[behind] & PREP:
        return Content(behind, last, "hearer", hearer)
    return Content(last, last, "hearer", hearer)


def _is_nominal(tokens: Tokens, at: int) -> bool:
    return bool(tokens.flags[at] & (ROLE | GROUP | CAPITAL)) and not tokens.flags[at] & (AUX | SIGN)


def _clause(tokens: Tokens, frames: frozenset[str], lemma: str, at: int, last: int) -> Content | None:
    behind = skip_occasion(tokens, at, last)
    if behind >= last:
        return None
    if tokens.flags[behind] & QUOTED:
        return Content(behind, last, "quotation")
    if tokens.words[behind] in (":", ","):
        return _behind_sign(tokens, behind, last)
    if tokens.lowers[behind] == "that":
        return Content(behind + 1, last, "that")
    if tokens.flags[behind] & (SIGN | CONJ):
        return None
    if ("c" not in frames or "v" in frames) and not (
        frames & {"e", "v"} and behind == at and _has_clause_soon(tokens, at, last)
    ):
        return None
    if tokens.flags[behind] & SUB and not tokens.flags[behind] & (DET | PREP):
        return Content(behind, last, "subordinate") if tokens.lowers[behind] in ("if", "while", "although") else None
    if tokens.flags[behind] & PREP and behind == at:
        return Content(behind, last, "adjunct")
    return Content(behind, last, "clause")


def skip_occasion(tokens: Tokens, at: int, last: int) -> int:
    """Behind the time, place and way of speaking: "on Monday", "in a statement", "at a rally in Minsk"."""
    start = at
    flags, lowers = tokens.flags, tokens.lowers
    while at < last:
        flag = flags[at]
        if flag & QUOTED:
            break
        if (
            flag & TIME
            or (flag & ADVERB and not flag & SUB)
            or lowers[at] in ("last", "earlier", "late", "early", "a.m.", "p.m.")
        ):
            at += 1
        elif flag & NUMBER and at > start and flags[at - 1] & TIME:
            at += 1
        elif flag & DET and at + 1 < last and flags[at + 1] & TIME:
            at += 2
        elif flag & PREP and (end := _occasion_end(tokens, at, last)) is not None:
            at = end
        elif lowers[at] in ("when", "after") and (end := _until_that(tokens, at, last)) is not None:
            at = end
        else:
            break
    return at


def _skip_time(tokens: Tokens, at: int, last: int) -> int:
    while at < last and tokens.flags[at] & TIME:
        at += 1
    return at


def _occasion_end(tokens: Tokens, at: int, last: int) -> int | None:
    """Where a prepositional phrase ends that tells the occasion of speech; None when it belongs to what was said."""
    if tokens.lowers[at] in ("of", "about", "to") and at + 1 < last and not _names_hearers(tokens, at + 1):
        until = _until_that(tokens, at, last)
        return until
    end = _until_that(tokens, at, last)
    if end is not None:
        return end
    phrase = phrase_starting_at(tokens, at + 1, last)
    if at + 1 < last and tokens.flags[at + 1] & TIME:
        phrase = Phrase(at + 1, at + 2, at + 2)
    if phrase is None:
        return None
    inside = range(phrase.first, phrase.last)
    if any(tokens.lowers[t] in _occasions() or tokens.flags[t] & (TIME | NUMBER) for t in inside):
        return phrase.last
    followed = phrase.last < last and tokens.words[phrase.last] in (",", ".", ":")
    return phrase.last if followed or phrase.last >= last else None


def _names_hearers(tokens: Tokens, at: int) -> bool:
    return tokens.lowers[at] in ("reporters", "journalists", "supporters", "the")


def _until_that(tokens: Tokens, at: int, last: int) -> int | None:
    """The "that" which begins the clause behind an occasion, within reach and before any sign or verb."""
    for t in range(at + 1, min(last, at + _LONGEST_OCCASION)):
        if tokens.lowers[t] == "that" and not tokens.flags[t - 1] & PREP:
            return t
        if tokens.flags[t] & (QUOTED | AUX | FINITE) or tokens.words[t] in (";", ":", "."):
            return None
        if tokens.words[t] == "," and not tokens.flags[t - 1] & CAPITAL:
            return None
    return None


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
        elif lead in ("and", "but", "while", "whereas", "then") or (lead == "," and other.kind == "shared"):
            return edge - 1 if lead != "," else edge
        elif lead == "," and other.verb + 2 >= last:
            return edge
    return last


def _edge(tokens: Tokens, cue: Cue) -> int:
    if cue.kind == "finite" and not cue.inverted and cue.subject is not None:
        return min(cue.subject.first, cue.first)
    return cue.first


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Without the signs and conjunctions at its end."""
    while end > start and (
        (tokens.flags[end - 1] & SIGN and tokens.words[end - 1] not in ")]%")
        or tokens.flags[end - 1] & CONJ
        or tokens.lowers[end - 1] in ("while", "whereas")
    ):
        end -= 1
    return end
