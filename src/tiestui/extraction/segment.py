"""Paragraphs and sentences of a document, as spans of its stored text.

Sentence ends are looked for in text whose quotations are masked, so that a stop inside a quotation ends nothing; a
quotation that ends with a stop ends its sentence when a new one begins behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.words import ADVERB, AUX, CONJ, DET, POSSESSIVE, PREP, PRONOUN, SUB, word_flags
from tiestui.lexicons import load
from tiestui.model import Document

MASK = "\x1a"
"""What stands for each masked code point inside a quotation: no letter, no space, no mark."""

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LONGEST = 3000
_SPACE = re.compile(r"\s+")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_NEXT = re.compile(r"\s+([\"'“‘«„(\[—–-]*\s?)(\w[\w’']*)?")
_LAST_WORD = re.compile(r"(?<![\w.&'’-])([\w.&'’-]*\w)\.$")
_INITIAL = re.compile(r"(?:^|[\s.(])[A-Z]\.$")
_LONGEST_INITIAL = 3
_NO_NAME = DET | PRONOUN | POSSESSIVE | PREP | CONJ | SUB | AUX | ADVERB
_LIST_MARK = re.compile(r"^\s*\(?(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])[.)]$")


def find_paragraphs(document: Document) -> list[tuple[int, int]]:
    """Spans of the body's paragraphs: each body block, cut at blank lines, without space at its ends."""
    spans: list[tuple[int, int]] = []
    for block in document.blocks:
        if block.role == "body":
            start = block.start
            for gap in _BLANK_LINE.finditer(document.text, block.start, block.end):
                spans.append((start, gap.start()))
                start = gap.end()
            spans.append((start, block.end))
    return [span for span in (strip_span(document.text, *s) for s in spans) if span[1] > span[0]]


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """Words whose stop ends no sentence, and words whose stop ends one only before a capital letter."""
    words = load("abbreviations")
    return frozenset(words["never_last"]), frozenset(words["maybe_last"])


def find_sentences(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of one paragraph of the masked text; one beyond all measure is cut at a space."""
    for sentence_start, sentence_end in _whole_sentences(masked, start, end):
        at = sentence_start
        while sentence_end - at > _LONGEST:
            cut = _SPACE.search(masked, at + _LONGEST, sentence_end)
            if cut is None:
                break
            yield at, cut.start()
            at = cut.end()
        if at < sentence_end:
            yield at, sentence_end


def _whole_sentences(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begins = start
    for stop in _STOP.finditer(masked, start, end):
        if stop.end() < end and _ends_sentence(masked, begins, stop, end):
            yield begins, stop.end()
            begins = stop.end()
            while begins < end and masked[begins].isspace():
                begins += 1
    if begins < end:
        yield begins, end


@cache
def _asked_behind() -> re.Pattern[str]:
    """A short clause of speech behind a quoted question: "…?" Ms. Berg asked."""
    return re.compile(
        r"\s+(?:[\w.’'-]+\s+){1,4}(?:said|says|asked|asks|wrote|added|tweeted|replied|shouted|exclaimed)\b"
    )


def _ends_sentence(masked: str, begins: int, stop: re.Match[str], end: int) -> bool:
    follows = _NEXT.match(masked, stop.end(), end)
    if follows is None:
        return True
    first = follows.group(2)
    if masked[stop.start() - 1] == MASK and stop.group()[0] in "?!" and _asked_behind().match(masked, stop.end(), end):
        return False
    opens = follows.group(1).strip("-–— ")
    if first is not None and first[0].islower():
        return False
    if first is None and not opens and masked[follows.end() : follows.end() + 1] == MASK:
        return True
    sign = stop.group()
    if sign != ".":
        return True
    return not _is_abbreviation(masked, begins, stop.start(), first, bool(opens))


def _is_abbreviation(masked: str, begins: int, at: int, first: str | None, opens: bool) -> bool:
    never, maybe = _abbreviations()
    head = masked[max(begins, at - 24) : at + 1]
    if at - begins < 6 and _LIST_MARK.match(masked[begins : at + 1]):
        return True
    word = _LAST_WORD.search(head, head.rfind(" ") + 1)
    if word is None:
        return False
    name = word.group(1).lower().rpartition("_")[2].rpartition("-")[2]
    if name in never:
        return True
    if _INITIAL.search(head, max(0, len(head) - _LONGEST_INITIAL)):
        return not opens and (first is None or not word_flags().get(first.lower(), 0) & _NO_NAME)
    if name in maybe or "." in name:
        return first is not None and not first[0].isupper() and not opens
    return False
