"""Whom something was told, between the verb and what was said: "told the council that", "urged it to"."""

from __future__ import annotations

from tiestui.extraction.nounphrases import Phrase, phrase_starting_at
from tiestui.extraction.statements.occasions import skip_occasion, skip_time
from tiestui.extraction.statements.parts import Content
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    AUX,
    CAPITAL,
    CONJ,
    DET,
    GROUP,
    OBJECT_PRONOUN,
    POSSESSIVE,
    PREP,
    QUOTED,
    ROLE,
    SIGN,
)

_BARE_ADDRESSEE = frozenset(("urge", "invite", "exhort", "implore"))
_LONGEST_OCCASION = 7
_QUESTIONS = frozenset("whether if why how what who where when".split())


def with_hearer(tokens: Tokens, lemma: str, frames: frozenset[str], at: int, last: int) -> Content | None:
    """What was said behind a hearer that begins at the token `at`; None when no hearer stands there.

    A content without tokens (it begins at `last`) has its hearer and nothing that was said behind it.
    """
    hearer = phrase_starting_at(tokens, at, last)
    owned = tokens.flags[at] & POSSESSIVE and at + 2 < last and tokens.lowers[at + 2] == "that"
    if tokens.flags[at] & OBJECT_PRONOUN and not owned and (at + 1 >= last or not _is_nominal(tokens, at + 1)):
        hearer = Phrase(at, at + 1, at + 1)
    if hearer is None or hearer.last >= last:
        return None
    behind = hearer.last
    if "x" in frames and tokens.lowers[behind] == "to":
        return Content(at, last, "person")
    told_of = _told_of(tokens, hearer) if "p" in frames else None
    if told_of is not None:
        return Content(told_of + 1, last, "preposition", Phrase(hearer.first, told_of, told_of))
    asked = _question(tokens, behind, last) if "w" in frames else None
    if asked is not None:
        return Content(asked, last, "clause", hearer)
    if "h" not in frames:
        return Content(at, last, "object") if lemma in _BARE_ADDRESSEE else None
    behind = skip_time(tokens, behind, last)
    if behind < last and "p" in frames and tokens.lowers[behind] in ("of", "about"):
        return Content(behind + 1, last, "preposition", hearer)
    behind = skip_occasion(tokens, behind, last)
    if behind >= last:
        return Content(last, last, "hearer", hearer)
    if tokens.words[behind] in (",", ":"):
        sign = behind_sign(tokens, behind, last)
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


def _question(tokens: Tokens, behind: int, last: int) -> int | None:
    """Where a question begins behind a hearer, or behind a phrase of occasion: "asked us over lunch what …"."""
    if tokens.lowers[behind] not in _QUESTIONS and not tokens.flags[behind] & PREP:
        return None
    for at in range(behind, min(last, behind + _LONGEST_OCCASION)):
        if tokens.lowers[at] in _QUESTIONS:
            return at
        if tokens.flags[at] & (SIGN | QUOTED | AUX):
            return None
    return None


def _told_of(tokens: Tokens, hearer: Phrase) -> int | None:
    """The "of" behind a hearer that leads to what he was told ("informed the council of the plan")."""
    for at in range(hearer.first + 1, hearer.last):
        if tokens.lowers[at] in ("of", "about") and tokens.flags[at + 1] & (DET | POSSESSIVE):
            return at
    return None


def behind_sign(tokens: Tokens, at: int, last: int) -> Content | None:
    """What stands behind a colon, or behind a comma when it is a quotation."""
    start = at + 1
    if start >= last:
        return None
    if tokens.flags[start] & QUOTED:
        return Content(start, last, "quotation")
    if tokens.words[at] == ":":
        return Content(start, last, "clause")
    return None


def _is_nominal(tokens: Tokens, at: int) -> bool:
    return bool(tokens.flags[at] & (ROLE | GROUP | CAPITAL)) and not tokens.flags[at] & (AUX | SIGN)
