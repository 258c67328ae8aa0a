"""Lists under a colon: steps ("agreed to: (i) open a consulate; (ii) resume flights") and instruments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiestui.extraction.agreements.found import BRACKETED, LISTED, Found
from tiestui.extraction.agreements.words import instrument_words
from tiestui.extraction.analysis import Analysis
from tiestui.extraction.clauses import trimmed
from tiestui.extraction.wordforms import squeezed
from tiestui.patterns import lazily

_MARK = lazily(
    r"(?:(?:^|\n|;\s*(?:and\s+)?|\s)(?:\((?:\d{1,2}|[ivxl]{1,5}|[a-z])\)|(?:\d{1,2}|[ivxl]{1,5}"
    r"|[a-z])[.)](?=\s)))\s*|(?:^|\n)\s*[-•–*·]\s+"
)
_FIRST_MARK = 500
"""How far behind its colon a list's first mark stands at most: no colon reads the whole paragraph."""
_FEWEST = 2
_SHORTEST = 3
_SEMICOLON = lazily(r";\s*(?:and\s+)?")
_AT_COLON = lazily(r"\w+\s*(?:to|on|upon|that)?\s*(?:the\s+following(?:\s+\w+){0,4})?\s*:\s*.{0,6}", re.DOTALL)
# "The following documents were signed:", "signed the following agreements during the visit:".
_AFTER_VERB = lazily(r"\w+(?:\s+[^.;:\n]{1,120}?)?\s*:\s*\W{0,6}(?:\w{1,3}[.)]\s*)?", re.DOTALL)
# "They decided to take several steps. These include:": what was decided stands in the list.
_STEPS = lazily(r"\b(?:steps|measures|actions|initiatives|undertakings|commitments|areas|arrangements)\b")
_STEPS_ARE = lazily(
    r"(?:These|They|Such\s+\w+|The\s+(?:\w+\s+)?(?:steps|measures|actions|initiatives|undertakings|commitments))"
    r"(?:\s+\w+){0,3}?\s+(?:include|are|comprise|were|included|cover)\b[^.]{0,60}:"
)

# An instrument of a plain list behind the colon: "a pact on fish, two protocols and a memorandum on ports".
_LISTED_NAME = lazily(
    r"(?:\s*|[^.;:]{0,120}?(?:,\s*(?:and\s+)?|\band\s+))(?P<np>(?:an?|the|two|three|four|five|several|\d+)\s+"
    r"(?:(?!(?:was|were|on|of)\b)[\w.’'-]+\s+){0,5})"
)


def with_listed(text: str, end: int, told: list[Found]) -> list[Found]:
    """The instruments with those behind a colon for what they are together: "three documents: a pact, ..."."""
    lead = next((item for item in told if item.status == "signed" and item.rule != BRACKETED), None)
    colon = text.find(":", lead.end, end) if lead is not None else -1
    if lead is None or colon < 0 or any(item.verb > colon for item in told):
        return told
    items = list(_behind(text, colon + 1, end, lead))
    together = lead.words[-1].endswith("s")
    return [*(item for item in told if item is not lead or not together), *items] if len(items) > 1 else told


def _behind(text: str, start: int, end: int, lead: Found) -> Iterator[Found]:
    words, last = instrument_words(), start
    for title in words.titles.finditer(text, start, end):
        named = _LISTED_NAME.fullmatch(text, last, title.start())
        if named is not None:
            span, word = (named.start("np"), title.end()), squeezed(title[0])
            yield Found(*span, lead.verb, lead.form, words.kind(word), lead.status, span, LISTED, (lead.words[0], word))
            last = title.end()


def leads(text: str, item: Found, listed: list[tuple[int, int]]) -> bool:
    """Whether a list is what was agreed or signed ("agreed to: ..."), or stands under marks of its own."""
    before = text[item.verb : listed[0][0]]
    if not item.is_commitment:
        return item.status in ("signed", "issued") and _AFTER_VERB.fullmatch(before) is not None
    return "\n" in before or _AT_COLON.fullmatch(before.rstrip("( \n")) is not None


def decides_steps(text: str, item: Found) -> bool:
    """Whether a commitment speaks of steps that the next sentence may list."""
    return item.is_commitment and _STEPS.search(text, item.verb, item.end) is not None


def tells_steps(sentence: str) -> bool:
    """Whether a sentence only opens the list of the steps decided before: "These include:"."""
    return _STEPS_ARE.fullmatch(sentence.rstrip()) is not None


def list_items(analysis: Analysis, index: int) -> list[tuple[int, int]] | None:
    """The spans of the items behind the colon of sentence `index`, or None when no list of two items follows."""
    sentence = analysis.sentences[index]
    colon = sentence.masked.find(":")
    begin = sentence.start + colon + 1
    end = analysis.paragraphs[sentence.paragraph][1]
    if analysis.text[begin:end].strip() == "":
        end = _following(analysis, sentence.paragraph)
    elif _MARK.search(analysis.text, begin, min(end, begin + _FIRST_MARK)) is None:
        end = sentence.end
    items = _split(analysis.text, begin, end)
    return items if len(items) >= _FEWEST else None


def _following(analysis: Analysis, paragraph: int) -> int:
    """The end of the paragraphs that go on as a list under marks of one kind, or that end in a semicolon."""
    text = analysis.text
    last = analysis.paragraphs[paragraph][1]
    kind: str | None = None
    open_ended = True
    for start, end in analysis.paragraphs[paragraph + 1 :]:
        piece = text[start:end]
        mark = _MARK.match(piece)
        found = _kind(mark[0]) if mark is not None else "no mark"
        if kind is None:
            own = _MARK.match(text[analysis.paragraphs[paragraph][0] : last])
            if found == "no mark" and not piece.rstrip().endswith(";"):
                break
            if own is not None and _kind(own[0]) == found:
                break
            kind = found
        elif found != kind or (kind == "no mark" and not open_ended):
            break
        open_ended = re.search(r"[;,](?:\s*and)?\s*$", piece) is not None
        last = end
    return last


def _kind(mark: str) -> str:
    return re.sub(r"\w+", "x", mark.strip())


def _split(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    marks = list(_MARK.finditer(text, begin, end))
    if len(marks) >= _FEWEST:
        ends = [*(mark.start() for mark in marks[1:]), end]
        edges = [(mark.end(), last) for mark, last in zip(marks, ends, strict=True)]
    else:
        joints = [begin, *(match.end() for match in _SEMICOLON.finditer(text, begin, end))]
        edges = list(zip(joints, [*joints[1:], end], strict=True)) if len(joints) > _FEWEST else []
    spans = [trimmed(text, start, last) for start, last in edges]
    return [(s, e) for s, e in spans if e - s > _SHORTEST]
