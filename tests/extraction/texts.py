"""Documents out of a few words, for tests of the extraction: a line is a paragraph of the body, "# ..." a heading."""

from __future__ import annotations

from tiestui.extraction import analyse
from tiestui.extraction.analysis import Analysis
from tiestui.extraction.genre import Genre
from tiestui.extraction.statements import find_statements
from tiestui.model import Block, Document, Metadata, Statement


def document(text: str) -> Document:
    """A document whose lines are paragraphs of its body or, behind "# ", headings."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "heading" if line.startswith("# ") else "body"))
        at += len(line) + 1
    return Document("a.txt", text, Metadata(), tuple(blocks), "0" * 64)


def analysed(text: str) -> Analysis:
    """The analysis of a text."""
    return analyse(document(text))


def statements(text: str, genre: Genre = "news") -> list[Statement]:
    """The statements of a text."""
    return find_statements(analysed(text), genre)


def told(text: str, genre: Genre = "news") -> list[tuple[str | None, str]]:
    """Speakers' names and what they said."""
    return [(s.speaker.name if s.speaker else None, s.quote) for s in statements(text, genre)]
