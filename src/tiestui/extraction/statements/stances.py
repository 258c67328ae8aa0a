"""Verbs that speak only with certain words behind them: "spoke highly of", "raised concerns about"."""

from __future__ import annotations

from functools import cache

from tiestui.extraction.statements.parts import Content
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import AUX, DET, FINITE, POSSESSIVE, PREP, SIGN
from tiestui.lexicons import load

_LONGEST_STANCE = 7
_BEHIND_STANCE = frozenset("of on for about that to over regarding concerning in at with".split())
_BARE_STANCE = frozenset(("raise",))
"""Verbs whose stance stands without an article: "raised concerns about"."""


@cache
def _stances(lemma: str) -> frozenset[str]:
    return frozenset(load("frames")["stance"].get(lemma, "").split())


def light_content(tokens: Tokens, lemma: str, at: int, last: int) -> Content | None:
    """What was said behind a verb that speaks only with certain words: "spoke highly of", "extended condolences"."""
    for table, begins_behind in (("light", True), ("light_object", False)):
        for phrase in load("frames")[table].get(lemma, ()):
            words = phrase.split()
            owned = not begins_behind and at + 1 < last and bool(tokens.flags[at] & (DET | POSSESSIVE))
            if owned and tokens.lowers[at + 1 : at + 1 + len(words)] == words:
                return Content(at, last, "object")
            if tokens.lowers[at : at + len(words)] == words and at + len(words) < last:
                return Content(at + len(words) if begins_behind else at, last, "object")
    return Content(at, last, "object") if takes_stance(tokens, lemma, at, last) else None


def takes_stance(tokens: Tokens, lemma: str, at: int, last: int) -> bool:
    """Whether the object is a stance that is shared or agreed on: "the minister's concern about", "the need to"."""
    if not _stances(lemma) or at >= last:
        return False
    owned = tokens.flags[at] & (DET | POSSESSIVE) or tokens.lowers[at].endswith(("'s", "s'"))
    if not owned and lemma not in _BARE_STANCE:
        return False
    for t in range(at + bool(owned), min(last - 1, at + _LONGEST_STANCE)):
        if tokens.lowers[t] in _stances(lemma):
            return tokens.lowers[t + 1] in _BEHIND_STANCE
        if tokens.flags[t] & (SIGN | AUX | FINITE | PREP):
            return False
    return False
