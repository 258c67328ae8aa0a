"""The reader of TEI XML, the form in which archives publish diplomatic papers.

Read by the standard library's parser as a stream. No entity is ever fetched or expanded, save the five of XML: a
document that declares its own is refused.
"""

from __future__ import annotations

import re
import xml.parsers.expat as expat
from dataclasses import dataclass, field, replace

from tiestui.dates.partial import PartialDate
from tiestui.errors import InputError
from tiestui.model.documents import BlockRole
from tiestui.reading.decoding import decode
from tiestui.reading.draft import Draft, Fields
from tiestui.reading.limits import Limits
from tiestui.reading.sheet import Sheet, one_line
from tiestui.reading.values import read_published

_ROLES: dict[str, BlockRole | None] = {
    "head": "heading",
    "titlePart": "headline",
    "docTitle": None,
    "dateline": "dateline",
    "byline": "byline",
    "docAuthor": "byline",
    "salute": None,
    "signed": None,
    "closer": None,
    "opener": None,
    "p": None,
    "ab": None,
    "l": None,
    "quote": None,
    "item": "body",
    "speaker": None,
    "stage": None,
    "row": "body",
    "note": None,
    "figDesc": "courtesy",
    "trailer": None,
    "argument": None,
    "epigraph": None,
}
_INLINE_INSIDE_PROSE = frozenset(("quote", "note", "figDesc", "stage"))
_DROPPED = frozenset(("fw", "del"))
_DROPPED_WHERE_THERE_IS_A_CHOICE = frozenset(("sic", "orig", "abbr"))
_DATED_PARTS = frozenset(("creation", "sourceDesc"))
_SPACED = frozenset(("lb", "pb", "cb", "cell", "label"))
_DEPTH_PER_NESTING = 60
_CHARSET = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""")


def read(data: bytes, limits: Limits) -> Draft:
    """The draft of a TEI document; raises `InputError` when it is no XML, no TEI, or declares entities."""
    reader = _Reader(limits)
    decoded = decode(data, _declared(data))
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.EntityDeclHandler = _refuse_entities
    parser.ExternalEntityRefHandler = _refuse_external
    try:
        parser.Parse(decoded.text, True)
    except expat.ExpatError as error:
        raise InputError(
            f"line {error.lineno}: this is no well-formed XML ({expat.ErrorString(error.code)})"
        ) from error
    except (ValueError, LookupError) as error:
        raise InputError(f"this XML cannot be read ({error})") from error
    if not reader.is_tei:
        raise InputError("this XML is no TEI; save its text as a text file, or the page as HTML")
    return replace(reader.draft(), encoding=decoded.encoding, encoding_guessed=decoded.guessed)


def _declared(data: bytes) -> str | None:
    found = _CHARSET.match(data)
    return found[1].decode("ascii", "replace") if found else None


def _refuse_entities(name: str, *_rest: object) -> None:
    raise InputError(f"it declares the entity {name[:40]!r}; entities are not expanded, write them out first")


def _refuse_external(*_rest: object) -> int:
    raise InputError("it refers to an external entity; such are never fetched")


@dataclass(slots=True)
class _Header:
    """What the TEI header told so far; the first of each kind counts."""

    title: str = ""
    authors: list[str] = field(default_factory=list)
    publisher: str = ""
    date_when: str = ""
    language: str = ""
    url: str = ""


class _Reader:
    """Follows the parser through header and text, and builds both."""

    def __init__(self, limits: Limits) -> None:
        self.is_tei = False
        self._sheet = Sheet(limits.text)
        self._header = _Header()
        self._path: list[str] = []
        self._parts: list[str] = []
        self._dropped = 0
        self._notes: list[str] = []
        self._around_note: list[list[str]] = []
        self._deepest = limits.nesting * _DEPTH_PER_NESTING
        self._has_headline = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Opens an element."""
        tag = name.rpartition("}")[2]
        if not self._path:
            self.is_tei = tag in ("TEI", "TEI.2", "teiCorpus")
        self._path.append(tag)
        if len(self._path) > self._deepest:
            raise InputError(f"its elements lie more than {self._deepest} deep; it is refused")
        if "teiHeader" in self._path:
            self._start_header(tag, attributes)
            return
        if self._is_dropped(tag):
            self._dropped += 1
        elif tag == "note" and self._is_inside_prose(tag):
            self._around_note.append(self._parts)
            self._parts = []
        elif self._around_note:
            self._parts.append(" ")
        elif tag in _ROLES and not self._is_inside_prose(tag):
            self._flush(self._open_role())
        elif tag == "lb" and attributes.get("break") == "no":
            self._parts = ["".join(self._parts).rstrip().removesuffix("-")]
        elif tag in _SPACED:
            self._parts.append(" | " if tag == "cell" and one_line("".join(self._parts)) else " ")

    def _is_dropped(self, tag: str) -> bool:
        """Whether the open element `tag` is no part of the text: a running head, a deletion, the uncorrected form."""
        is_choice = self._path[-2:-1] == ["choice"]
        return tag in _DROPPED or (is_choice and tag in _DROPPED_WHERE_THERE_IS_A_CHOICE)

    def _is_inside_prose(self, tag: str) -> bool:
        """Whether the element is a part of a running sentence (a quotation inside a paragraph)."""
        return tag in _INLINE_INSIDE_PROSE and any(above in ("p", "item", "ab", "row") for above in self._path[:-1])

    def _start_header(self, tag: str, attributes: dict[str, str]) -> None:
        self._parts = [] if tag in ("title", "author", "publisher", "language", "idno", "date") else self._parts
        when = attributes.get("when") or attributes.get("when-iso") or attributes.get("notBefore")
        if tag == "date" and when and not self._header.date_when and _DATED_PARTS & set(self._path):
            self._header.date_when = when
        if tag == "language" and not self._header.language:
            self._header.language = attributes.get("ident", "")

    def end(self, name: str) -> None:
        """Closes an element."""
        tag = name.rpartition("}")[2]
        if "teiHeader" in self._path:
            self._end_header(tag)
            self._path.pop()
            return
        if self._is_dropped(tag):
            self._dropped -= 1
        elif tag == "note" and self._is_inside_prose(tag) and self._around_note:
            self._notes.append("".join(self._parts))
            self._parts = self._around_note.pop()
        elif self._around_note:
            self._parts.append(" ")
        elif tag in _ROLES and not self._is_inside_prose(tag):
            self._flush(_ROLES[tag])
        self._path.pop()

    def _end_header(self, tag: str) -> None:
        words, header = one_line("".join(self._parts)), self._header
        if tag == "title" and "titleStmt" in self._path and not header.title:
            header.title = words
        elif tag == "author" and words and "titleStmt" in self._path and words not in header.authors:
            header.authors.append(words)
        elif tag == "publisher" and not header.publisher:
            header.publisher = words
        elif tag == "idno" and words.startswith(("http://", "https://")) and not header.url:
            header.url = words
        elif tag == "teiHeader":
            self._parts = []

    def words(self, words: str) -> None:
        """Takes character data."""
        if not self._dropped:
            self._parts.append(words)

    def _open_role(self) -> BlockRole | None:
        """The role of the nearest element that is open around a new one and has one."""
        return next((_ROLES[tag] for tag in reversed(self._path[:-1]) if tag in _ROLES), None)

    def _flush(self, role: BlockRole | None) -> None:
        words = one_line("".join(self._parts))
        self._parts = []
        if role == "heading" and not self._has_headline and not self._sheet.text:
            role = "headline"
        self._has_headline = self._has_headline or (role == "headline" and bool(words))
        self._sheet.add(f"- {words}" if words and self._path[-1:] == ["item"] else words, role)
        notes, self._notes = self._notes, []
        for note in notes:
            self._sheet.add(note, "body")

    def draft(self) -> Draft:
        """The draft of what was read."""
        self._flush(None)
        header = self._header
        own = Fields(
            title=header.title or None,
            byline=", ".join(header.authors) or None,
            outlet=header.publisher or None,
            published=_published(header.date_when),
            language=header.language or None,
            url=header.url or None,
        )
        return Draft(text=self._sheet.text, marked=self._sheet.marked, own=own)


def _published(when: str) -> PartialDate | None:
    try:
        return read_published(when or None, "date")
    except InputError:
        return None
