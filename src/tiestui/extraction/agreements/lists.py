"""Lists of steps under a colon: "agreed to: (i) open a consulate; (ii) resume flights"."""

from __future__ import annotations

import re

from tiestui.extraction.analysis import Analysis
from tiestui.extraction.clauses import trimmed

_MARK = re.compile(r"(?:(?:^|\n|;\s*(?:and\s+)?|\s)(?:\((?:\d{1,2}|[ivxl]{1,5}|[a-z])\)|(?:\d{1,2}|[ivxl]{1,5}|[a-z])[.)](?=\s)))\s*|(?:^|\n)\s*[-•–*·]\s+")
_LINE = re.compile(r"\s*\n\s*")
_FEWEST = 2


def list_items(analysis: Analysis, index: int) -> list[tuple[int, int]] | None:
    """The spans of the items behind the colon of sentence `index`, or None when no list of two items follows."""
    sentence = analysis.sentences[index]
    colon = sentence.masked.find(":")
    begin = sentence.start + colon + 1
    end = analysis.paragraphs[sentence.paragraph][1]
    if analysis.text[begin:end].strip() == "":
        end = _following(analysis, sentence.paragraph)
    items = _split(analysis.text, begin, end)
    return items if len(items) >= _FEWEST else None


def _following(analysis: Analysis, paragraph: int) -> int:
    """The end of the paragraphs that go on as a list: marked ones, or ones that end in a semicolon."""
    last = analysis.paragraphs[paragraph][1]
    for start, end in analysis.paragraphs[paragraph + 1 :]:
        piece = analysis.text[start:end]
        goes_on = _MARK.match(piece) is not None
        if not goes_on and not piece.rstrip().endswith((";", "; and", ", and")):
            if last > analysis.paragraphs[paragraph][1] and analysis.text[:last].rstrip().endswith((";", "and")):
                last = end
            break
        last = end
    return last


def _split(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    marks = list(_MARK.finditer(text, begin, end))
    if len(marks) >= _FEWEST:
        edges = [(mark.end(), following) for mark, following in zip(marks, [*(m.start() for m in marks[1:]), end], strict=True)]
    elif ";" in text[begin:end] and "\n" in text[begin:end]:
        parts = [begin, *(m.end() for m in re.finditer(r";\s*(?:and\s+)?", text[begin:end]))]
        starts = [begin, *(begin + m.end() for m in re.finditer(r";\s*(?:and\s+)?", text[begin:end]))]
        edges = list(zip(starts, [*starts[1:], end], strict=True)) if parts else []
    else:
        return []
    spans = [trimmed(text, start, last) for start, last in edges]
    return [(s, e) for s, e in spans if e - s > 3]
