"""The reader of Word documents (DOCX): paragraphs, headings by their style, lists, tables, core properties.

The package is measured before it is unpacked; what was deleted under tracked changes is left out, what was inserted is
read; footnotes, headers and footers are not.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tiestui.dates.partial import PartialDate
from tiestui.errors import InputError
from tiestui.model.documents import BlockRole
from tiestui.reading.draft import Draft, Fields
from tiestui.reading.libraries import library
from tiestui.reading.limits import Limits, in_words
from tiestui.reading.sheet import Sheet, one_line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HIDDEN = frozenset((_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr"))
_DAMAGED = "this Word document is damaged"
_TEMPLATE_DAY = date(2013, 12, 23)
"""The day that the template of python-docx carries into every document made with it; nobody wrote it."""


def read(data: bytes, limits: Limits) -> Draft:
    """The draft of a Word document; raises `InputError` when it is damaged, too large once unpacked, or empty."""
    docx = library("docx", package="python-docx", reads="Word documents")
    check_package(data, limits)
    try:
        document = docx.Document(io.BytesIO(data))
        sheet = Sheet(limits.text)
        styles = _style_names(document)
        for paragraph in _paragraphs(document.element.body, styles):
            sheet.add(*paragraph)
        told, weak = _fields(document.core_properties)
    except InputError:
        raise
    # A damaged package makes the library fail in many ways, of which none is the reader's fault.
    except Exception as error:
        raise InputError(
            f"{_DAMAGED} ({type(error).__name__}); open it in a word processor and save it anew"
        ) from error
    return Draft(text=sheet.text, marked=sheet.marked, own=told, weak=weak)


def check_package(data: bytes, limits: Limits) -> None:
    """Raises `InputError` when the zip `data` is damaged, encrypted or would unpack to more than the limits allow."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(f"{_DAMAGED} ({str(error) or 'no zip'}); get it again from its source") from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("this Word document is encrypted; save it without a password")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.size or len(entries) > limits.members:
        raise InputError(
            f"it would unpack to {in_words(unpacked)} in {len(entries)} parts, more than {in_words(limits.size)} or "
            f"{limits.members} parts; it is refused"
        )


def _style_names(document: Any) -> dict[str, str]:
    """The names of the paragraph styles by their ids, in small letters."""
    return {style.style_id: (style.name or "").lower() for style in document.styles if style.style_id}


def _paragraphs(element: Any, styles: dict[str, str]) -> Iterator[tuple[str, BlockRole | None]]:
    """The paragraphs below `element` in order, each with the role that its style tells."""
    for child in element:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, styles)
        elif child.tag == f"{_W}tr":
            cells = (
                " ".join(one_line(_words(p)) for p in cell.iter(f"{_W}p")) for cell in child.iterchildren(f"{_W}tc")
            )
            yield " | ".join(filter(None, map(str.strip, cells))), "body"
        elif child.tag not in _HIDDEN:
            yield from _paragraphs(child, styles)


def _paragraph(element: Any, styles: dict[str, str]) -> Iterator[tuple[str, BlockRole | None]]:
    style_id = element.find(f"{_W}pPr/{_W}pStyle")
    style = styles.get(style_id.get(f"{_W}val"), "") if style_id is not None else ""
    is_listed = "list" in style or element.find(f"{_W}pPr/{_W}numPr") is not None
    for words in re.split(r"\n\s*\n", _words(element)):
        if style == "title":
            yield words, "headline"
        elif style.startswith(("heading", "subtitle")):
            yield words, "heading"
        elif is_listed and words.strip():
            yield "- " + words, "body"
        else:
            yield words, None


def _words(element: Any) -> str:
    """The text of a paragraph, inserted runs and links and fields included, deleted ones not."""
    parts: list[str] = []
    waiting = list(reversed(element))
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in _BREAKS:
            parts.append(_BREAKS[node.tag])
        elif node.tag not in _HIDDEN:
            waiting.extend(reversed(node))
    return "".join(parts)


def _fields(properties: Any) -> tuple[Fields, Fields]:
    author = one_line(properties.author or "")
    told = Fields(
        title=one_line(properties.title or "") or None,
        byline=author if author not in ("", "python-docx") else None,
        language=one_line(properties.language or "") or None,
        note=None,
    )
    return told, Fields(published=_day(properties.created))


def _day(made: datetime | None) -> PartialDate | None:
    if made is None or made.date() == _TEMPLATE_DAY:
        return None
    return PartialDate(made.date().isoformat(), made.date(), made.date())
