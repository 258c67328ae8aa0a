"""Lines on pages made running text: broken words mended, lines joined to paragraphs.

Where a paragraph ends is told by what a reader sees: more space, another size of type, a short last line, an indent. A
paragraph that runs over a page's end is joined when its sentence goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from tiestui.model.documents import BlockRole
from tiestui.reading.pdflines import BROKEN_WORD, PageLine
from tiestui.reading.pdfpages import MORE_SPACE, OTHER_SIZE, body_size, usual_pitch, without_running_heads

_ITEM = re.compile(r"(?:[-*•·‣–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_SHORT_LINE = 0.12
_INDENT = 0.8
_SAME_COLUMN = 40.0
_REACHED_BY = 0.8
_MUCH_ROOM = 1.5
_LONGEST_HEADING = 200
_BROKEN_END = re.compile(rf"\S*{BROKEN_WORD}$")
_WORD = re.compile(r"\w[\w-]*\w")


def flow(lines: list[PageLine]) -> Iterator[tuple[str, BlockRole | None]]:
    """The paragraphs of a document, each with its role where the size of type tells one."""
    body = without_running_heads(lines)
    size = body_size(body)
    known = Counter(_WORD.findall(" ".join(_BROKEN_END.sub("", line.text) for line in body).lower()))
    is_first = True
    for paragraph in _paragraphs(body):
        words = _joined((line.text for line in paragraph), known)
        role: BlockRole | None = None
        is_large = paragraph[0].size > (1 + OTHER_SIZE) * size
        if is_large and len(words) <= _LONGEST_HEADING and not words.endswith("."):
            role = "headline" if is_first else "heading"
        is_first = False
        yield words, role


def _paragraphs(lines: list[PageLine]) -> Iterator[list[PageLine]]:
    pitch = usual_pitch(lines)
    rights = _column_rights(lines)
    paragraph: list[PageLine] = []
    for line in lines:
        if paragraph and _begins(line, paragraph, pitch, rights):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _column_rights(lines: list[PageLine]) -> dict[tuple[int, int], float]:
    """The right edge of the text for lines that begin about the same place of a page.

    It is the end that a fifth of the lines reach which run over that place: those of the column, and not the few that
    run over all columns.
    """
    rights: dict[tuple[int, int], float] = {}
    pages = {number: list(page) for number, page in groupby(lines, key=lambda line: line.page)}
    for number, left in {_column(line) for line in lines}:
        over = sorted(
            line.right
            for line in pages[number]
            if line.left < (left + 1) * _SAME_COLUMN and line.right > left * _SAME_COLUMN
        )
        rights[number, left] = over[int(_REACHED_BY * (len(over) - 1))]
    return rights


def _column(line: PageLine) -> tuple[int, int]:
    return (line.page, int(line.left // _SAME_COLUMN))


def _begins(line: PageLine, paragraph: list[PageLine], pitch: float, rights: dict[tuple[int, int], float]) -> bool:
    """Whether `line` begins a new paragraph after the lines of `paragraph`."""
    before = paragraph[-1]
    has_ended = bool(_ENDS_SENTENCE.search(before.text))
    if abs(line.size - before.size) > OTHER_SIZE * max(line.size, before.size):
        return True
    if before.text.endswith(BROKEN_WORD):
        return False
    step = before.baseline - line.baseline
    if line.page != before.page or step < -0.5 * line.size:
        return has_ended or not (line.text[:1].islower() or before.right >= 0.9 * rights[_column(before)])
    if step > MORE_SPACE * pitch * before.size:
        return True
    if _ITEM.match(line.text):
        return True
    width = max(1.0, rights[_column(before)] - before.left)
    room = rights[_column(before)] - before.right
    if room > _MUCH_ROOM * _first_word_width(line) and room > _SHORT_LINE * width and not line.text[:1].islower():
        return True
    is_short = room > _SHORT_LINE * width
    is_indented = line.left - before.left > _INDENT * line.size
    return has_ended and (is_short or (is_indented and len(paragraph) > 1))


def _first_word_width(line: PageLine) -> float:
    """How wide the first word is, about, with a space before it."""
    word = line.text.split(None, 1)[0]
    return (line.right - line.left) * (len(word) + 1) / max(1, len(line.text))


def _joined(lines: Iterable[str], known: Counter[str]) -> str:
    """The lines as one; a word that was broken at a line's end is mended."""
    words = ""
    for line in lines:
        if words.endswith((BROKEN_WORD, "-", "\xad", "‐")) and line[:1].islower() and words[-2:-1].isalpha():
            words = _mended(words[:-1], line, known)
        else:
            words = f"{words.removesuffix(BROKEN_WORD)} {line}" if words else line
    return words.replace("\xad", "").replace(BROKEN_WORD, "-")


def _mended(before: str, after: str, known: Counter[str]) -> str:
    """The broken word as one, unless the document has it with a hyphen elsewhere and never without."""
    head = re.search(r"[\w-]*$", before)
    tail = re.match(r"[\w-]*", after)
    first, second = (head[0] if head else "").lower(), (tail[0] if tail else "").lower()
    keeps_hyphen = known[f"{first}-{second}"] > known[f"{first}{second}"]
    return f"{before}-{after}" if keeps_hyphen else before + after
