"""Quotation marks of every convention: where quoted text begins and ends in a paragraph.

“ ” ‘ ’ " ' '' `` « » ‹ › „ are known. A mark that is open at the end of a paragraph runs to that end; when the next
paragraph opens with a mark, the quotation goes on there. Hands on `Quotation` spans in the order of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

_DOUBLE = re.compile(r"[“”„«»\"‹›'`](?:(?<=[^'`])|(?<=')'|(?<=`)`)")  # begins with a class: found fast
_OPENERS = frozenset("“„«‹`")
_CLOSERS = frozenset("”»›")
_SINGLE_OPEN = re.compile(r"[‘'](?<![\w'’‘].)(?=[\w…\[(—-])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'(\[])['’](?![\w'])")
_ELISION = re.compile(r"['‘’](?:\d\ds?\b|em\b|n\b|til\b|tis\b|twas\b|cause\b)", re.IGNORECASE)
_FINISHED = frozenset(".,!?…;:")
_LOST = re.compile(
    r"(?<=[.!?])['’](?=\s+[A-Z]|$)|(?<=,)(?=\s+(?:said|says|added|wrote|told)\s+(?:[A-Z]|the\s|an?\s|he\b|she\b))"
)
"""Where a quotation ends whose closing mark is lost or a single one."""
_LONGEST_SINGLE = 2000
_LOOKED_AGAIN = 64
"""How far behind the next opening mark a lost one is looked for again, as what follows it may decide."""
_PLURAL_OWNER = re.compile(r"[sS]['’]\s+[a-z]")


class Quotation(NamedTuple):
    """A quoted stretch of one paragraph.

    start, end: code points between the marks. outer_start, outer_end: with the marks.
    closed: whether its closing mark stands in this paragraph. continued: whether it goes on from the paragraph before.
    single: whether its marks are single ones.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    continued: bool = False
    single: bool = False


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """Quotations of the paragraphs (spans of `text` in order), outermost ones only."""
    found: list[Quotation] = []
    left_open = False
    for start, end in paragraphs:
        doubles = _doubles(text, start, end)
        singles = _singles(text, start, end, doubles)
        here = sorted([*doubles, *singles], key=lambda q: q.outer_start) if singles else doubles
        if left_open and here and here[0].outer_start == _first_sign(text, start, end):
            here[0] = here[0]._replace(continued=True)
        found += here
        left_open = bool(here) and not here[-1].closed
    return found


def _first_sign(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _doubles(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: tuple[int, int] | None = None
    within = looked = 0
    for mark in _DOUBLE.finditer(text, start, end):
        begins, ends = mark.span()
        if opened is None:
            if _can_open(text, mark.group(), begins, ends, end):
                opened, within, looked = (begins, ends), 0, ends
        elif text[opened[0]] == '"' and mark.group() == "“" and not _can_close(text, "“", begins, ends, end):
            within += 1
        elif within and mark.group() == "”":
            within -= 1
        elif _can_close(text, mark.group(), begins, ends, end):
            if begins > opened[1]:
                found.append(Quotation(opened[1], begins, opened[0], ends))
            opened = None
        elif (lost := _LOST.search(text, looked, begins)) is None:
            looked = max(looked, begins - _LOOKED_AGAIN)
        elif _SINGLE_OPEN.search(text, opened[1], lost.start()) is None:
            found.append(Quotation(opened[1], lost.start(), opened[0], lost.end()))
            opened, looked = (begins, ends), ends
        else:
            looked = end
    if opened is not None and (stop := _trimmed(text, opened[1], end)) > opened[1]:
        lost = _lost(text, opened[1], stop)
        if lost is None:
            found.append(Quotation(opened[1], stop, opened[0], stop, closed=False))
        else:
            found.append(Quotation(opened[1], lost.start(), opened[0], lost.end()))
    return found


def _lost(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where a quotation ends whose closing mark is lost or single; None where single marks stand for one within."""
    lost = _LOST.search(text, start, end)
    within = lost is not None and _SINGLE_OPEN.search(text, start, lost.start()) is not None
    return None if within else lost


def _can_open(text: str, mark: str, begins: int, ends: int, limit: int) -> bool:
    """A mark opens unless it stands as a closing one only can: after a sign and before a space."""
    if ends >= limit:
        return False
    before = text[begins - 1] if begins else " "
    after = text[ends]
    if mark[0] in _OPENERS:
        return True
    if before.isdigit() and mark == '"' and (after.isspace() or after in ",.;)"):
        return False  # a measure: 12" guns
    return not after.isspace() or (before.isspace() and mark[0] not in _CLOSERS)


def _can_close(text: str, mark: str, begins: int, ends: int, limit: int) -> bool:
    """A mark closes unless it is an opening one that stands as such: a quotation within."""
    if mark[0] not in _OPENERS:
        return True
    if ends >= limit:
        return True
    before = text[begins - 1]
    after = text[ends]
    return not before.isspace() and (after.isspace() or after in ".,;:!?)—[")


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _singles(text: str, start: int, end: int, doubles: list[Quotation]) -> list[Quotation]:
    """Quotations in single marks outside the double ones; an apostrophe is none, nor is a plural's possessive."""
    found: list[Quotation] = []
    at = start
    none_before = start
    begins_of_doubles = [q.outer_start for q in doubles]
    while (opening := _SINGLE_OPEN.search(text, at, end)) is not None:
        begins = opening.start()
        at = opening.end()
        before = bisect_right(begins_of_doubles, begins)
        if before and begins < doubles[before - 1].outer_end:
            at = doubles[before - 1].outer_end
            continue
        if _ELISION.match(text, begins):
            continue
        limit = min(begins_of_doubles[before] if before < len(doubles) else end, at + _LONGEST_SINGLE)
        if limit <= none_before:
            continue
        ends = _single_end(text, max(at, none_before), limit)
        if ends is None:
            none_before = limit
        else:
            found.append(Quotation(at, ends, begins, ends + 1, single=True))
            at = ends + 1
    return found


def _single_end(text: str, start: int, limit: int) -> int | None:
    """Where a single mark closes: after a stop for certain; after a plural's s only when nothing better follows."""
    possible: int | None = None
    for mark in _SINGLE_CLOSE.finditer(text, start, limit):
        at = mark.start()
        if at <= start:
            continue
        if text[at - 1] in _FINISHED or not _PLURAL_OWNER.match(text, at - 1):
            return at
        if possible is None:
            possible = at
    return possible
