"""The kinds of documents that can be read, by suffix and by content. To add one, write its reader and name it here.

A reader is a module of this package with `read(data: bytes, limits: Limits) -> Draft`; it is imported when a document
of its kind is first met. A kind of container has `members(data, limits)` instead (see `tiestui.reading.containers`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from tiestui.errors import InputError

SNIFFED = 4096
"""How many of the first bytes are looked at to tell a kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name for people, the module that reads it, its suffixes, and the test of its content.

    is_container: whether it holds documents. is_apart: whether its reader runs in a process of its own,
    after its `prepare()` has imported the library here.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    is_seen_in: Callable[[bytes], bool]
    is_container: bool = False
    is_apart: bool = False


def _starts(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(heads)


_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_TEI = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus|TEI\.2)[\s>]")
_MAIL = re.compile(
    rb"(?:From [^\n]*\n)?(?:(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|X-[\w-]+|"
    rb"DKIM-Signature|ARC-[\w-]+|Reply-To|Content-Type|Authentication-Results):[^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)
_UTF8_MARK = b"\xef\xbb\xbf"


def _is_html(data: bytes) -> bool:
    return bool(_HTML.match(data.removeprefix(_UTF8_MARK)))


def _is_tei(data: bytes) -> bool:
    head = data.removeprefix(_UTF8_MARK).lstrip()
    return head.startswith(b"<") and bool(_TEI.search(head))


def _is_docx(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and (b"word/" in data or b"[Content_Types].xml" in data[:200])


KINDS = (
    Kind("PDF", "pdf", (".pdf",), _starts(b"%PDF-"), is_apart=True),
    Kind("Word document", "word", (".docx",), _is_docx),
    Kind("zip", "zips", (".zip",), _starts(b"PK\x03\x04", b"PK\x05\x06"), is_container=True),
    Kind("TEI XML", "tei", (".xml", ".tei"), _is_tei),
    Kind("HTML", "html", (".html", ".htm", ".xhtml"), _is_html),
    Kind("web archive", "mhtml", (".mhtml", ".mht"), lambda data: b"Snapshot-Content-Location:" in data),
    Kind("e-mail", "mail", (".eml",), lambda data: bool(_MAIL.match(data.replace(b"\r\n", b"\n")))),
    Kind("text", "plain", (".txt", ".text", ".md", ".markdown"), lambda data: True),
)
TEXT = KINDS[-1]
SUFFIXES = frozenset(suffix for kind in KINDS for suffix in kind.suffixes)

_RECORDS = (".json", ".jsonl", ".csv", ".tsv")
_FOREIGN = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"\x1f\x8b", "compressed by gzip; unpack it first"),
    (b"BZh", "compressed by bzip2; unpack it first"),
    (b"\xfd7zXZ\0", "compressed by xz; unpack it first"),
    (b"(\xb5/\xfd", "compressed by zstd; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\0", "an SQLite database; name an archive with --archive"),
    (b"{\\rtf", "rich text (RTF); save it as DOCX or text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file; save it as DOCX"),
    (b"%!PS", "PostScript; convert it to PDF"),
)


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of the document `name` that begins with `data`; raises `InputError` for one that cannot be read.

    What the content shows beyond doubt (PDF, zip, a picture) goes before the suffix; the suffix goes before a guess.
    """
    head = data[:SNIFFED]
    for signature, what in _FOREIGN:
        if head.startswith(signature):
            raise InputError(f"this is {what}" if ";" in what else f"this is {what}, which has no text to read")
    suffix = PurePath(name).suffix.lower()
    for kind in KINDS[:3]:
        # A workbook, an e-book or a program package is a zip inside, and its name says that it is no pile of documents.
        if kind.is_seen_in(head) and not (kind.is_container and suffix and suffix not in SUFFIXES):
            return kind
    named = next((kind for kind in KINDS if suffix in kind.suffixes), None)
    if named is not None and named not in KINDS[:3]:
        return named
    if named is not None:
        raise InputError(f"its name ends in {suffix}, but it is no {named.name}; it is damaged or wrongly named")
    if suffix in _RECORDS:
        raise InputError(f"unknown kind {suffix} of document; records are read by: tiestui import FILE")
    if suffix:
        raise InputError(f"unknown kind {suffix}; tiestui reads {_list_of_suffixes()}; rename it or pipe it in with -")
    return next(kind for kind in KINDS if kind.is_seen_in(head))


def _list_of_suffixes() -> str:
    return " ".join(kind.suffixes[0] for kind in reversed(KINDS))
