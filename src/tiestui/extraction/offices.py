"""Offices that stand before a name with words of their own between: "the Prime Minister of Peru, Ann Lee".

Words of honour ("His Excellency", "the Right Honourable") between an office and a name are stepped over.
"""

from __future__ import annotations

from functools import cache

from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    BODY,
    CAPITAL,
    CONJ,
    CUE,
    DET,
    PERSON,
    POSSESSIVE,
    PREP,
    QUOTED,
    ROLE,
    SIGN,
    TIME,
    TITLE,
)
from tiestui.lexicons import load

KINDS_OF_OFFICE = frozenset("foreign prime vice deputy finance defence defense trade interior former first".split())
"""Words that tell offices of one noun apart: "foreign minister", "prime minister"."""
SHORT_OFFICES = {"PM": "prime minister", "DPM": "deputy prime minister", "FM": "foreign minister"}
"""Offices by their letters, spelt out."""
COURTESY = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. prof. madam mme mme.".split())
"""Titles of courtesy, which are no office, lower case."""

_LONGEST_COMPLEMENT = 16
_LONGEST_HEAD = 6
_LINKS = frozenset("of for the and & on to in la de".split())
_LEADING = frozenset(("the", "his", "her", "your", "their", "excellencies"))
_HEADS_COMPLEMENT = frozenset(("of", "for", "to", "in"))


@cache
def honorifics() -> frozenset[str]:
    """Words of honour ("honourable", "excellency"), lower case."""
    return frozenset((*load("titles")["honorific"].split(), "right"))


@cache
def matters() -> frozenset[str]:
    """First words of what an office is for ("State", "Foreign Affairs"), lower case."""
    return frozenset(load("titles")["office"].split())


@cache
def studied() -> frozenset[str]:
    """Nouns of what a body studies ("studies", "literature"), lower case."""
    return frozenset(load("titles")["studied"].split())


def before_honours(tokens: Tokens, name: int, low: int) -> int:
    """The token behind which words of honour before a name begin; `name` itself when it has none."""
    at = name
    while at > low and (tokens.lowers[at - 1] in honorifics() or tokens.lowers[at - 1] in COURTESY):
        at -= 1
    if at < name and at > low and tokens.lowers[at - 1] in _LEADING:
        at -= 1
    return at


def office_before(tokens: Tokens, name: int, low: int) -> range:
    """The tokens of an office with a complement, or with words of honour behind it, before the name at `name`.

    "President of the United States Ann Lee", "the Minister for Trade, the Honourable Ann Lee": from "President", from
    "Minister". Empty when no such office stands there, nor a plain one that words of honour part from the name.
    """
    end = before_honours(tokens, name, low)
    if end - 1 > low and tokens.words[end - 1] == ",":
        end -= 1
    head = _head(tokens, end, low)
    if head is None or (head == end - 1 and end == name):
        return range(0)
    return range(_first(tokens, head, low), end)


def _head(tokens: Tokens, end: int, low: int) -> int | None:
    """The office's noun: the last word, or the nearest before a complement that reaches to `end`."""
    flags, lowers = tokens.flags, tokens.lowers
    if end <= low or lowers[end - 1] in _LINKS:
        return None
    if _is_office(tokens, end - 1):
        return end - 1
    listed = False
    for at in range(end - 1, max(low, end - _LONGEST_COMPLEMENT) - 1, -1):
        listed = listed or lowers[at] == "and"
        if at + 1 < end and lowers[at + 1] in _HEADS_COMPLEMENT and _is_office(tokens, at):
            return at
        word = bool(flags[at] & CAPITAL) and not flags[at] & (PERSON | SIGN | QUOTED | TIME)
        if listed and lowers[at] == ",":
            continue  # "Minister of Trade, Industry and Labour"
        if not word and lowers[at] not in _LINKS and not (flags[at] & BODY and lowers[at - 1] in ("the", "'s")):
            return None
    return None


def _is_office(tokens: Tokens, at: int) -> bool:
    return bool(tokens.flags[at] & (ROLE | TITLE)) and tokens.lowers[at] not in honorifics()


def _first(tokens: Tokens, head: int, low: int) -> int:
    """Where the office's own words begin: "Deputy Prime" before "Minister", "general" before "secretary"."""
    flags = tokens.flags
    first = head
    stop = DET | SIGN | QUOTED | PREP | CONJ | PERSON | ADVERB | POSSESSIVE | TIME
    while first > low and head - first < _LONGEST_HEAD and not flags[first - 1] & stop:
        if not flags[first - 1] & (CAPITAL | ROLE | TITLE) and (flags[first - 1] & CUE or flags[first] & CAPITAL):
            break
        if tokens.lowers[first - 1] in honorifics() or tokens.lowers[first - 1].endswith(("'s", "s'")):
            break
        first -= 1
    return first
