"""A text cut into paragraphs, whatever its convention: blank lines, one line each, wrapped lines, lists.

A paragraph is a span of the text (code points, end-exclusive) without white space at its ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_ITEM = re.compile(r"[ \t]*(?:[-*•·‣–]\s+|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+)")
_CREDIT = re.compile(r"(?i:courtesy|source|photo|image)\s*:")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end and without white space around it; empty when start equals end."""

    start: int
    end: int


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs of `text`, in order; every character that is not white space is in one of them."""
    groups = _groups(text)
    wrapped = _are_wrapped(text, groups)
    found: list[tuple[int, int]] = []
    for group in groups:
        found.extend(_joined(text, group, wrapped))
    return found


def _groups(text: str) -> list[list[Line]]:
    """The lines, parted where one or more are blank."""
    groups: list[list[Line]] = [[]]
    for match in _LINE.finditer(text):
        start, end = _trimmed(text, match.start(1), match.end(1))
        if start < end:
            groups[-1].append(Line(start, end))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    stripped = piece.lstrip()
    start += len(piece) - len(stripped)
    return start, start + len(stripped.rstrip())


def _are_wrapped(text: str, groups: list[list[Line]]) -> bool:
    """Whether lines were broken at a width: none is long, and most could not have taken the next line's first word."""
    pairs = [(group[i], group[i + 1]) for group in groups for i in range(len(group) - 1)]
    width = max((line.end - line.start for group in groups for line in group), default=0)
    if not pairs or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    prose = [(line, after) for line, after in pairs if not _starts_alone(text, after)]
    full = sum(_is_full(text, line, after, width) for line, after in prose)
    return bool(prose) and full >= _MOSTLY * len(prose)


def _is_full(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether `line` had no room for the first word of the line `after` (a little raggedness allowed)."""
    first_word = text[after.start : after.end].split(None, 1)[0]
    return (line.end - line.start) + 1 + len(first_word) > 0.9 * width


def _starts_alone(text: str, line: Line) -> bool:
    return any(opening.match(text, line.start) for opening in (_ITEM, _MARKDOWN_HEADING, _CREDIT))


def _joined(text: str, group: list[Line], wrapped: bool) -> list[tuple[int, int]]:
    """The paragraphs of a group: its lines, with those joined that were broken from one another."""
    found = [(group[0].start, group[0].end)]
    for line, after in pairwise(group):
        broken = _is_broken(text, line, after, wrapped)
        if broken:
            found[-1] = (found[-1][0], after.end)
        else:
            found.append((after.start, after.end))
    return found


def _is_broken(text: str, line: Line, after: Line, wrapped: bool) -> bool:
    if _starts_alone(text, after) or _MARKDOWN_HEADING.match(text, line.start):
        return False
    if text[after.start].islower() and (wrapped or text[line.end - 1] not in '.!?”"’'):
        return True
    if not wrapped:
        return False
    return text[line.end - 1] not in '.!?:”"’' or line.end - line.start > _NARROWEST_WRAP
