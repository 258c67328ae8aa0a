"""The lines of a PDF's page with their places, from pdfium's text layer."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any

BROKEN_WORD = "\x02"
"""Stands at the end of a line whose last word was broken by a hyphen."""

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\ufffe": BROKEN_WORD, "\0": ""}
)
_LINE_ENDS = frozenset("\r\n")
_BROKEN = frozenset((BROKEN_WORD, "\ufffe"))


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line as it stands on a page: its text, its ends and its size in points (up and right are positive)."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float


def page_lines(text_page: Any, number: int) -> list[PageLine]:
    """The lines of one page, in the order of its content."""
    characters = _characters(text_page)
    lines: list[PageLine] = []
    start = 0
    for place, character in enumerate([*characters, "\n"]):
        if character not in _LINE_ENDS and character not in _BROKEN:
            continue
        # pdfium leaves no line end after a hyphen that it takes for a broken word's.
        end = place + 1 if character in _BROKEN else place
        if line := _line(text_page, characters, start, end, number):
            lines.append(line)
        start = place + 1
    return lines


def _characters(text_page: Any) -> list[str]:
    """One entry for each of pdfium's characters, so that an index is good for its box too."""
    import pypdfium2.raw as pdfium

    count = text_page.count_chars()
    text: str = text_page.get_text_range() if count > 0 else ""
    if len(text) == count and text.isprintable() is False and not any(ord(c) > 0xFFFF for c in text):
        return list(text)
    return [_character(pdfium.FPDFText_GetUnicode(text_page, index)) for index in range(count)]


def _character(code: int) -> str:
    is_surrogate = 0xD800 <= code <= 0xDFFF
    return "" if is_surrogate or code > 0x10FFFF else chr(code)


def _line(text_page: Any, characters: list[str], start: int, end: int, number: int) -> PageLine | None:
    shown = [place for place in range(start, end) if characters[place].strip()]
    if not shown:
        return None
    words = "".join(characters[start:end]).translate(_LIGATURES).strip(" \t")
    left, baseline, _, _ = _box(text_page, shown[0])
    _, _, right, _ = _box(text_page, shown[-1])
    middle = shown[len(shown) // 2]
    return PageLine(words, number, left, right, _baseline(text_page, middle, baseline), _size(text_page, middle))


def _baseline(text_page: Any, index: int, otherwise: float) -> float:
    """The height above the page's bottom that a character stands on."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    is_known = pdfium.FPDFText_GetCharOrigin(text_page, index, ctypes.byref(x), ctypes.byref(y))
    return y.value if is_known else otherwise


def _size(text_page: Any, index: int) -> float:
    """The size of type of a character in points, as it is printed."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    scale = 1.0
    if pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
        scale = math.hypot(matrix.c, matrix.d)
    return float(pdfium.FPDFText_GetFontSize(text_page, index)) * scale


def _box(text_page: Any, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character's cell."""
    import pypdfium2.raw as pdfium

    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(rectangle)):
        return (0.0, 0.0, 0.0, 0.0)
    return (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
