"""The reader of PDFs: opens one, takes its lines page by page, says when it is locked, damaged or a scan."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

from tiestui.dates.partial import PartialDate
from tiestui.errors import InputError
from tiestui.reading.draft import Draft, Fields
from tiestui.reading.libraries import library
from tiestui.reading.limits import Limits
from tiestui.reading.pdfflow import flow
from tiestui.reading.pdflines import PageLine, page_lines
from tiestui.reading.sheet import Sheet, one_line
from tiestui.reading.textdates import calendar_day

_WRONG_PASSWORD = 4
_UNSUPPORTED_LOCK = 5
_JUNK_TITLE = re.compile(r"(?i:microsoft word - .*|untitled.*|.*\.(?:docx?|pdf|indd|qxd|rtf|tmp|wpd)|document\d*|\d*)")
_PRINTING = re.compile(r"Skia/PDF|Chrom|Mozilla|Firefox|Safari|Quartz|Print To PDF|wkhtmltopdf|Ghostscript|Scan", re.I)
"""Programs that make a PDF of what is older: the day when it was made says nothing about the document's."""

_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


def prepare() -> None:
    """Imports the library, once for all documents; raises `InputError` when it is missing."""
    _pdfium()


def _pdfium() -> ModuleType:
    return library("pypdfium2", package="pypdfium2", reads="PDF")


def read(data: bytes, limits: Limits) -> Draft:
    """The draft of a PDF; raises `InputError` when it is encrypted, damaged, too long, or a scan without text."""
    pdfium = _pdfium()
    document = _opened(pdfium, data)
    try:
        if len(document) > limits.pages:
            raise InputError(f"it has {len(document)} pages, more than {limits.pages}; cut it into parts")
        lines = _lines(pdfium, document, limits)
        told, weak = _fields(document)
    finally:
        document.close()
    sheet = Sheet(limits.text)
    for words, role in flow(lines):
        sheet.add(words, role)
    if not any(character.isalnum() for character in sheet.text):
        raise InputError(
            "it has no text: it is a scan, or holds pictures only; run a text recognition (OCR) over it first"
        )
    return Draft(text=sheet.text, marked=sheet.marked, own=told, weak=weak)


def _opened(pdfium: Any, data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (_WRONG_PASSWORD, _UNSUPPORTED_LOCK) or "password" in str(error).lower():
            raise InputError("this PDF is encrypted; save it without a password first") from error
        raise InputError("this PDF is damaged and cannot be opened; get it again from its source") from error


def _lines(pdfium: Any, document: Any, limits: Limits) -> list[PageLine]:
    """The lines of every page. A damaged page fails the whole: what is missing would not be seen."""
    lines: list[PageLine] = []
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
            lines_here = page_lines(page.get_textpage(), number)
            page.close()
        except pdfium.PdfiumError as error:
            raise InputError(f"page {number + 1} of this PDF is damaged; get it again from its source") from error
        size += sum(len(line.text) for line in lines_here)
        if size > limits.text:
            raise InputError(f"its text has more than {limits.text} characters; cut it into parts")
        lines += lines_here
    return lines


def _fields(document: Any) -> tuple[Fields, Fields]:
    values: dict[str, str] = document.get_metadata_dict()
    title = one_line(values.get("Title", ""))
    told = Fields(
        title=None if _JUNK_TITLE.fullmatch(title) else title,
        byline=one_line(values.get("Author", "")) or None,
    )
    is_printed = _PRINTING.search(f"{values.get('Producer', '')} {values.get('Creator', '')}")
    return told, Fields(published=None if is_printed else _day(values.get("CreationDate", "")))


def _day(made: str) -> PartialDate | None:
    found = _MADE.match(made)
    return calendar_day(int(found[1]), int(found[2]), int(found[3])) if found else None
