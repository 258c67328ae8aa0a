"""The one way of document text to a terminal: control, bidi and invisible characters become visible marks.

Titles, quotations and file names come from anywhere and may hold escape sequences, text that runs backwards, or
characters that hide. Every mark is one character for one, so offsets into the text still hold on the screen.
"""

from __future__ import annotations

_LINE_ENDS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HIDDEN = (
    "\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufff9\ufffa"
    "\ufffb"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

_UNSAFE = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]|\r(?!\n)"
)
_NOT_ONE_LINE = f"\r\n|[{_LINE_ENDS}]|{_UNSAFE}"

_PLAIN_ASCII = bytes(byte for byte in range(0x80) if 0x20 <= byte < 0x7F or byte in b"\t\n")
_UNSAFE_BYTES = (
    rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f\xad]|\xd8\x9c|\xe1\xa0\x8e|\xe2\x80[\x8b-\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]"
    rb"|\xed[\xa0-\xbf]|\xef\xbb\xbf|\xef\xbf[\xb9-\xbb]|\xf3\xa0[\x80\x81]"
)


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
    """`text` with every control, bidi and hidden character as a mark; line ends and tabs stay. Length is kept."""
    return text if text.isprintable() else _marked(text)


def line(text: str) -> str:
    """`text` on one line: line ends and tabs become a space, other unsafe characters a mark."""
    return text if text.isprintable() else _folded(text)


def _marked(text: str) -> str:
    import re  # only here and below: a listing of plain text starts without it

    return re.sub(_UNSAFE, lambda found: _mark(found[0]), text)


def _folded(text: str) -> str:
    import re

    return re.sub(_NOT_ONE_LINE, lambda found: " " if found[0][0] in _LINE_ENDS else _mark(found[0]), text)


def storable(text: str) -> str:
    r"""`text` as UTF-8 can hold it: bytes of a file's name that are none, and halves of characters, as "\udcff"."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def is_plain(text: bytes) -> bool:
    """Whether `visible` would leave a large text in UTF-8 as it is: far faster than looking character by character.

    What is plain ASCII is struck out first, and the rest mostly printable; a carriage return counts as unsafe wherever
    it stands.
    """
    rest = text.translate(None, _PLAIN_ASCII)
    if rest.decode(errors="surrogateescape").isprintable():
        return True
    import re

    return not re.search(_UNSAFE_BYTES, rest)


def cell(text: str) -> str:
    """A table's cell that no spreadsheet runs as a formula: what begins like one gets an apostrophe before it."""
    shown = visible(text)
    return "'" + shown if shown.lstrip("'").startswith(_FORMULA) else shown


def uncell(text: str) -> str:
    """What `cell` was given, marks aside."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA) else text
