"""Bytes to text: byte-order mark, declared charset, strict UTF-8, then a guess that is recorded as one.

Nothing but the byte-order mark is taken away; line ends and no-break spaces stay as they are.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tiestui.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64_000
_GUESS_SAMPLE = 256_000
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02
_NOT_TEXT = "this is not text; convert it to UTF-8 text, HTML, PDF or DOCX first"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was decoded from, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, whose format declares the charset `declared`; raises `InputError` when it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_checked(_decode_marked(data[len(mark) :], encoding)), encoding)
    for encoding in _meant_by(declared, data):
        if (text := _try(data, encoding)) is not None:
            return Decoded(_checked(text), codecs.lookup(encoding).name)
    if (text := _try(data, "utf-8")) is not None and "\0" not in text:
        return Decoded(_checked(text), "utf-8")
    return _guess(data)


_MEANT = {
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
}
"""What pages and mails mean by a charset, as every browser takes it: the wider one that is written under its name."""


def _meant_by(declared: str | None, data: bytes) -> tuple[str, ...]:
    """The encodings to try for a declared charset, in order; none for UTF-8 text that is declared to be Western."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return ()
    wider = _MEANT.get(name, name)
    if wider == "cp1252" and not data.isascii() and _try(data, "utf-8") is not None:
        return ()
    return (wider, name)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"its byte-order mark says {encoding}, but byte {error.start} does not fit; {_SAVE}"
        ) from error


_SAVE = "save it again as UTF-8"


def _try(data: bytes, encoding: str) -> str | None:
    """The text, or None when `encoding` is unknown, does not fit, or gives what is no text (halves of characters)."""
    try:
        text = data.decode(encoding)
        if encoding != "utf-8":
            text.encode()
    except (ValueError, LookupError):
        return None
    return text


def _checked(text: str) -> str:
    """`text`, if it is text: no NUL anywhere, hardly any other control character at its start."""
    sample = text[:_SAMPLE]
    if "\0" in text or len(_CONTROL.findall(sample)) > max(8, _MOST_CONTROLS * len(sample)):
        raise InputError(_NOT_TEXT)
    return text


def _guess(data: bytes) -> Decoded:
    if b"\0" in data:
        return _guess_wide(data)
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_GUESS_SAMPLE]).best()
    for encoding in (_western(data, match.encoding) if match else None, "cp1252"):
        if encoding and (text := _try(data, encoding)) is not None:
            return Decoded(_checked(text), codecs.lookup(encoding).name, guessed=True)
    raise InputError(_NOT_TEXT)


_TYPOGRAPHIC = re.compile(rb"[\x85\x91-\x97\xa0\xa3\xa9\xab\xbb\xc0-\xcf\xd1-\xd6\xd8-\xdc\xdf-\xef\xf1-\xf6\xf8-\xfc]")
_HIGH = re.compile(rb"[\x80-\xff]")
_FEW_HIGH = 0.25


def _western(data: bytes, guess: str) -> str:
    """`guess`, unless the few high bytes are the marks and letters of Western text where code page 1252 has them.

    A page of English with curly quotation marks holds too little for statistics, which then name some exotic page.
    """
    sample = data[:_GUESS_SAMPLE]
    high = len(_HIGH.findall(sample))
    fitting = len(_TYPOGRAPHIC.findall(sample))
    return "cp1252" if high <= _FEW_HIGH * len(sample) and fitting >= 0.9 * high else guess


def _guess_wide(data: bytes) -> Decoded:
    """UTF-16 without a mark: every other byte of Western text is NUL."""
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    for encoding, zeros in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[::2].count(0))):
        if zeros > 0.4 * half and len(data) % 2 == 0 and (text := _try(data, encoding)) is not None:
            return Decoded(_checked(text), encoding, guessed=True)
    raise InputError(_NOT_TEXT)
