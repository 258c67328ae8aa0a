"""Lines on pages made running text: broken words mended, lines joined to paragraphs.

Where a paragraph ends is told by what a reader sees: more space, another size of type, a short last line, an indent. A
paragraph that runs over a page's end is joined when its sentence goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tiestui.model.documents import BlockRole
from tiestui.reading.pdflines import BROKEN_WORD, PageLine
from tiestui.reading.pdfpages import MORE_SPACE, OTHER_SIZE, body_size, usual_pitch, without_running_heads

_ITEM = re.compile(r"(?:[-*•·‣–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_SHORT_LINE = 0.12
_INDENT = 0.8
_SAME_COLUMN = 40.0
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
        if paragraph[0].height > (1 + OTHER_SIZE) * size and len(words) <= _LONGEST_HEADING:
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
    """The right edge of each column: the farthest end of the lines of a page that begin about the same place."""
    rights: dict[tuple[int, int], float] = {}
    for line in lines:
        column = _column(line)
        rights[column] = max(rights.get(column, 0.0), line.right)
    return rights


def _column(line: PageLine) -> tuple[int, int]:
    return (line.page, int(line.left // _SAME_COLUMN))


def _begins(line: PageLine, paragraph: list[PageLine], pitch: float, rights: dict[tuple[int, int], float]) -> bool:
    """Whether `line` begins a new paragraph after the lines of `paragraph`."""
    before = paragraph[-1]
    has_ended = bool(_ENDS_SENTENCE.search(before.text))
    if abs(line.height - before.height) > OTHER_SIZE * max(line.height, before.height):
        return True
    if before.text.endswith(BROKEN_WORD):
        return False
    step = before.baseline - line.baseline
    if line.page != before.page or step < -0.5 * line.height:
        return has_ended or not (line.text[:1].islower() or before.right >= 0.9 * rights[_column(before)])
    if step > MORE_SPACE * pitch * before.height:
        return True
    if _ITEM.match(line.text):
        return True
    width = max(1.0, rights[_column(before)] - before.left)
    is_short = rights[_column(before)] - before.right > _SHORT_LINE * width
    is_indented = line.left - before.left > _INDENT * line.height
    return has_ended and (is_short or (is_indented and len(paragraph) > 1))


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
