"""Text wrapped to terminal cells: wide characters count two, combining ones none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_ON, _OFF = "\ue000", "\ue001"


def cells(text: str) -> int:
    """How many cells of a terminal the text takes; it must be safe and on one line."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if character.isascii():
        return 1
    if character in (_ON, _OFF) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def wrap(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` cells, broken at spaces where there are any; one empty line for no text."""
    current, used = "", 0
    for word in text.split(" "):
        size = cells(word)
        if current and used + 1 + size <= width:
            current, used = f"{current} {word}", used + 1 + size
            continue
        if current:
            yield current
        while size > width:
            head = _head(word, width)
            yield head
            word = word[len(head) :]
            size = cells(word)
        current, used = word, size
    yield current


def _head(word: str, width: int) -> str:
    used = 0
    for at, character in enumerate(word):
        used += _cell(character)
        if used > width:
            return word[: max(at, 1)]
    return word


def padded(text: str, width: int) -> str:
    """The text with spaces up to `width` cells."""
    return text + " " * (width - cells(text))


def marked(text: str, start: int, end: int) -> str:
    """The text with marks that take no room around `start` to `end`; `painted` makes colour of them after wrapping."""
    clean = text.replace(_ON, "␦").replace(_OFF, "␦")
    return f"{clean[:start]}{_ON}{clean[start:end]}{_OFF}{clean[end:]}"


def painted(rows: Iterable[str], sequence: str) -> Iterator[str]:
    """The rows with the marks as `sequence` and reset; colour never runs over the end of a row."""
    inside = False
    for row in rows:
        text = (sequence if inside else "") + row.replace(_ON, sequence).replace(_OFF, "\x1b[0m")
        inside = (inside or _ON in row) and _OFF not in row
        yield text + ("\x1b[0m" if inside else "")
