"""The reader of saved web pages: the article's text without navigation, and what the page says about it.

The article is found by trafilatura. A day of publication that no field of the page tells is taken only if it stands
written in the page, and is handed on as worked out.
"""

from __future__ import annotations

import html as entities
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tiestui.dates.partial import PartialDate
from tiestui.errors import InputError
from tiestui.model.documents import BlockRole
from tiestui.reading.decoding import Decoded, decode
from tiestui.reading.draft import Draft, Fields
from tiestui.reading.libraries import library
from tiestui.reading.limits import Limits
from tiestui.reading.sheet import Sheet, one_line
from tiestui.reading.textdates import calendar_day, find_full_date

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{0,100}encoding=["']([\w.-]+)""", re.I
)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
_NOTE_MARK = re.compile(r"(?<=[.,;:!?”\"’])<sup\b[^<>]*>(?:<a\b[^<>]*>)?\[?\d{1,3}\]?(?:</a>)?</sup>", re.I)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\slang=[\"']?([\w-]+)", re.I)
_HEAD_SIZE = 4096
_DATE_FIELDS = re.compile(
    r"(?:published_?time|datePublished|date[_.-]?issued|dc(?:terms)?[.:](?:date|issued|created)|pub-?_?date|publish-?_?date|"
    r"article:published|name=[\"']date[\"']|<time\b)[^<>]{0,200}",
    re.IGNORECASE,
)
_PLACE_OF_DATE = re.compile(r"/(\d{4})[/-]?(\d\d)[/-]?(\d\d)(?=\D|$)")
_VISIBLE_SIZE = 400_000
_SENTENCE = 20
_LONG = 200
_TITLE = 60
_BREAK = "\x1f"
_ENDS = re.compile(r"[.!?。！？…:]\W*$")


def read(data: bytes, limits: Limits) -> Draft:
    """The draft of a web page; raises `InputError` when it holds no article."""
    decoded = decode(data, _declared(data))
    return draft_of_page(decoded, limits)


def draft_of_page(decoded: Decoded, limits: Limits) -> Draft:
    """The draft of a page that is decoded already (the HTML part of an e-mail too)."""
    page = _NOTE_MARK.sub("", _XML_HEAD.sub("", decoded.text))
    article = _article(page)
    sheet = Sheet(limits.text)
    for element in article.body:
        _add(sheet, element, article.title)
    if not _is_prose(sheet.text):
        raise InputError(_NO_ARTICLE)
    told, weak = _fields(article, page)
    return Draft(
        text=sheet.text,
        marked=sheet.marked,
        own=told,
        weak=weak,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
    )


_NO_ARTICLE = "no article was found in this page; save its text as a text file"


def _is_prose(text: str) -> bool:
    """Whether there is a sentence in what was found, and not only the words of links and buttons."""
    return any(len(line) >= _SENTENCE and _ENDS.search(line) for line in text.splitlines()) or len(text) > _LONG


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD_SIZE])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


@dataclass(frozen=True, slots=True)
class _Article:
    """What trafilatura made of a page: `body` is an element with paragraphs, headings and lists below it."""

    body: Any
    title: str | None
    author: str | None
    site: str | None
    host: str | None
    url: str | None
    day: str | None


def _article(page: str) -> _Article:
    trafilatura = library("trafilatura", package="trafilatura", reads="HTML")
    for name in ("trafilatura", "htmldate", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    wanted: dict[str, Any] = {
        "with_metadata": True,
        "include_comments": False,
        "date_extraction_params": {"original_date": True, "extensive_search": False},
    }
    try:
        found = trafilatura.bare_extraction(page, **wanted)
        found = found or trafilatura.bare_extraction(page, favor_recall=True, **wanted)
    except (ValueError, TypeError, AttributeError, RecursionError, LookupError, AssertionError) as error:
        raise InputError(f"this page cannot be read ({type(error).__name__}); save its text as a text file") from error
    if found is None or found.body is None:
        raise InputError(_NO_ARTICLE)
    return _Article(found.body, found.title, found.author, found.sitename, found.hostname, found.url, found.date)


def _add(sheet: Sheet, element: Any, title: str | None) -> None:
    """Adds an element of the article: a paragraph, a heading, a list, a quotation, a table."""
    tag = element.tag
    if tag in ("list", "table", "div", "quote") and len(element):
        if one_line(element.text or ""):
            sheet.add(("- " if tag == "list" else "") + element.text)
        for child in element:
            _add(sheet, child, title)
            if one_line(child.tail or ""):
                sheet.add(child.tail)
    elif tag == "head":
        words = _words(element)
        sheet.add(words, _heading_role(sheet, words, title))
    elif tag == "item":
        sheet.add("- " + _words(element), "body")
    elif tag == "row":
        sheet.add(" | ".join(filter(None, (_words(cell) for cell in element))), "body")
    else:
        for words in _parted(_raw_words(element)):
            sheet.add(words)


def _heading_role(sheet: Sheet, words: str, title: str | None) -> BlockRole:
    is_first = not sheet.marked and (not sheet.text or one_line(words) == one_line(title or ""))
    return "headline" if is_first else "heading"


def _words(element: Any) -> str:
    """The text of an element and of what is in it, on one line."""
    return one_line(_raw_words(element))


def _raw_words(element: Any) -> str:
    """The text of an element and of what is in it, with a mark for each line break."""
    parts = [element.text or ""]
    for child in element:
        parts.append(_BREAK if child.tag == "lb" else _raw_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _parted(words: str) -> Iterator[str]:
    """The paragraphs of a text that pages part by line breaks: by two of them, or by one after a whole sentence.

    A break inside a sentence is how an old page wraps its lines.
    """
    for block in re.split(rf"(?:{_BREAK}\s*){{2,}}", words):
        paragraph = ""
        for line in filter(None, map(one_line, block.split(_BREAK))):
            if paragraph and (_ENDS.search(paragraph) or (len(paragraph) < _TITLE and not line[0].islower())):
                yield paragraph
                paragraph = ""
            paragraph = f"{paragraph} {line}" if paragraph else line
        if paragraph:
            yield paragraph


def _fields(article: _Article, page: str) -> tuple[Fields, Fields]:
    """What the page tells of itself, and what was worked out from it."""
    day = _calendar(article.day)
    is_told = day is not None and any(str(day) in field for field in _DATE_FIELDS.findall(page))
    guess = None if is_told or day is None else _confirmed(day, article.url, page)
    saved = _SAVED_FROM.search(page[:_HEAD_SIZE])
    language = _LANGUAGE.search(page[:_HEAD_SIZE])
    told = Fields(
        title=_clean(article.title),
        byline=_clean((article.author or "").replace(";", ",")),
        outlet=_clean(article.site),
        published=day if is_told else None,
        language=language[1] if language else None,
        url=article.url or (saved[1] if saved else None),
    )
    return told, Fields(outlet=_clean(article.host), published=guess)


def _clean(words: str | None) -> str | None:
    return one_line(entities.unescape(words)) or None if words else None


def _calendar(day: str | None) -> PartialDate | None:
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", day or "")
    return calendar_day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _confirmed(day: PartialDate, url: str | None, page: str) -> PartialDate | None:
    """`day`, if the page's address or its text has the whole of it: a year alone must not become a first of January."""
    found = _PLACE_OF_DATE.search(url or "")
    if found and calendar_day(int(found[1]), int(found[2]), int(found[3])) == day:
        return day
    place = 0
    visible = re.sub(r"<[^<>]*>", " ", page[:_VISIBLE_SIZE])
    while written := find_full_date(visible, place, len(visible)):
        if written.date == day:
            return day
        place = written.end
    return None
