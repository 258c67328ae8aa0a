"""The one way of document text to a terminal: control, bidi and invisible characters become visible marks.

Titles, quotations and file names come from anywhere and may hold escape sequences, text that runs backwards, or
characters that hide. Every mark is one character for one, so offsets into the text still hold on the screen.
"""

from __future__ import annotations

import re

_LINE_ENDS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HIDDEN = "\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb"

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_NOT_ONE_LINE = re.compile(f"(?:\r\n|[{_LINE_ENDS}])|{UNSAFE.pattern}")


def _mark(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in _BIDI:
        return "⇆"
    if character in _HIDDEN or code >= 0xE0000:
        return "⍽"
    if character in _LINE_ENDS:
        return "␤"
    return "␦"


def visible(text: str) -> str:
    """`text` with every control, bidi and hidden character as a mark; line feeds and tabs stay. Length is kept."""
    return UNSAFE.sub(lambda found: _mark(found[0]), text) if UNSAFE.search(text) else text


def line(text: str) -> str:
    """`text` on one line: line ends and tabs become a space, other unsafe characters a mark."""
    return _NOT_ONE_LINE.sub(_folded, text)


def _folded(found: re.Match[str]) -> str:
    return " " if found[0][0] in _LINE_ENDS else _mark(found[0])
