"""Clauses: a sentence cut between its acts, and the clause of a verb with its subject.

No parser: the last sensible joint between two acts parts them, and a clause is bounded however long its sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from tiestui.dates.words import FULL_MONTH

_JOINTS: tuple[re.Pattern[str], ...] = (
    re.compile(r";\s+(?:and\s+)?"),
    re.compile(
        r",\s+(?:as\s+well\s+as|and|but|while|whereas|although|though|yet|which|who|where|when|after|before|as|following"
        r"|with)\b\s*"
    ),
    re.compile(r"\s(?:and|but|while|whereas|although|which|who|when|after|before|following)\s"),
    re.compile(r",\s+"),
)


def partition(text: str, acts: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The stretch of `text[start:end]` that belongs to each of the acts (code points, in order).

    Acts that no joint parts share one stretch.
    """
    if len(acts) == 1:
        return [(start, end)]
    cuts = [_joint(text, before, after) for (_, before), (after, _) in pairwise(acts)]
    lows, highs = [start], [end]
    for cut in cuts:
        lows.append(lows[-1] if cut is None else cut)
    for cut in reversed(cuts):
        highs.append(highs[-1] if cut is None else cut)
    return list(zip(lows, reversed(highs), strict=True))[: len(acts)]


# "Between Kenya and Peru": this "and" parts nothing.
_BETWEEN = re.compile(r"\b(?:between|both)\s(?:(?!\band\b)[^,;]){1,60}$")
_PAIR_REACH = 70


def _joint(text: str, low: int, high: int) -> int | None:
    for pattern in _JOINTS:
        last = None
        for match in pattern.finditer(text, low, max(low, high)):
            if not (
                match[0] == " and " and _BETWEEN.search(text, max(low, match.start() - _PAIR_REACH), match.start())
            ):
                last = match
        if last is not None:
            return last.end()
    return None


_NEXT_CLAUSE = re.compile(
    r";|,\s+(?:and|but|while|whereas|although|though|yet)\s+(?:(?:in|on|by|at)\s+\S+|it|they|he|she|we)\b"
    r"|,\s+(?:and|but|while|whereas|although|though|yet)\s+(?=(?:[\w.’'-]+\s+){1,6}?(?:will|would|has|have"
    r"|had|is|are|was|were|did|said|met|held|made|took|gave|began|led|became|grew|rose|fell|went|came|saw"
    r"|spoke|told|sent|left|won|lost|broke|cut|put|set|paid"
    r"|brought|bought|sought|fought|stood|kept|ran|drew|flew|wrote|chose|wants?|plans?|hopes?|aims?|seeks?"
    r"|expects?|[a-z]{2,}ed)\b)|,\s+(?:the|it"
    r"|they|its|their)\s+(?:\w+\s+)?(?:has|have|is|are|was|were|will|had)\b|,\s+(?:saying|adding|stressing"
    r"|noting|which|who|where|when)\b"
)


def clause_end(text: str, at: int, end: int) -> int:
    """Where the clause that holds `at` ends: before the next one with a subject of its own."""
    match = _NEXT_CLAUSE.search(text, at, end)
    return match.start() if match is not None else end


_JOINING = re.compile(
    r"[\s,;:]*(?:(?:that|and|but|while|when|whereas|although|as|where|because|after|before|since|following"
    r"|which|who)\s+)?"
)


# A verb whose subject stands before a comma: ", who arrived", "..., Ann Ek, presented", "but were called off".
_SUBJECTLESS = re.compile(
    r"[\s,]*(?:(?:who|which|and|but|that)\s+)?(?:\w+ly\s+|also\s+|then\s+)?(?:(?:is|are|was|were|has|have"
    r"|had|been|be|will|would|not)\s+){0,4}|,\s+(?:the\s+)?[A-Z][^,]{1,60},\s*(?:\w+ly\s+)?"
)


def narrowed(text: str, span: tuple[int, int], verb: int, last: int) -> tuple[int, int]:
    """The clause of `span` whose verb stands at `verb`, to the end of the clause that holds `last`."""
    begin = clause_start(text, span[0], verb)
    joining = _JOINING.match(text, begin, verb)
    start = joining.end() if joining is not None else begin
    if begin > span[0] and _SUBJECTLESS.fullmatch(text, begin, verb):
        before = clause_start(text, span[0], begin)
        joining = _JOINING.match(text, before, begin)
        start = joining.end() if joining is not None else before
    return start, clause_end(text, max(last, verb), min(span[1], max(last, verb) + LONGEST_CLAUSE))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and joining marks at its ends."""
    mark = _LIST_MARK.match(text, start, end)
    start = mark.end() if mark is not None and mark.end() < end else start
    while start < end and text[start] in " \t\r\n\u00a0,;:–—-“”\"'‘":
        start += 1
    while end > start and text[end - 1] in " \t\r\n\u00a0,;:–—-":
        end -= 1
    loose = _LOOSE_END.search(text, max(start, end - 12), end)
    return trimmed(text, start, loose.start()) if loose is not None and loose.start() > start else (start, end)


_LIST_MARK = re.compile(r"\s*(?:\((?:\d{1,2}|[ivxl]{1,5}|[a-z])\)|\d{1,2}[.)](?=\s)|[-•–*·](?=\s))\s*")
_LOOSE_END = re.compile(r"[\s,]+(?:and|but|or|while|when|which|who|as|with|after|before|in|under)$")

_CLAUSE_START = re.compile(
    r"[;:]\s|\b(?:that|which|who|when|while|whereas|although|but|where|because"
    r"|(?:after|before|since|following)(?!\s+(?:(?:early|mid|late)[\s-])?(?:\d|(?:"
    rf"{FULL_MONTH}"
    r")\s+\d)))\b|,\s+as\b|,[”’']?\s+(?:and\s+)?(?=(?:the|a|an|it|they|he|she|we)\b|[A-Z])"
)


LONGEST_CLAUSE = 800
"""How far, in code points, a clause is looked for on each side of its verb, however long its sentence is."""


@lru_cache(maxsize=64)
def clause_start(text: str, start: int, verb: int) -> int:
    """Where the verb's own clause begins: behind the last joint before it, joining words left in."""
    last = start = max(start, verb - LONGEST_CLAUSE)
    for match in _CLAUSE_START.finditer(text, start, verb):
        if not (match[0][0] == "," and _ONLY_NAMES.fullmatch(text, last, match.start())):
            last = match.start()
    return last


# A list of names ("Norway, Chile and Peru") is one subject.
_ONLY_NAMES = re.compile(
    r"[,\s]*(?:and\s+)?(?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+(?:(?:of|and|for|the)\s+)*[A-Z][\w.’'-]*)*\s*"
)


def clause_before(text: str, start: int, verb: int) -> str:
    """The words from the start of the verb's own clause to the verb."""
    return text[clause_start(text, start, verb) : verb]
