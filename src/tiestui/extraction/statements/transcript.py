"""Transcripts and interviews: paragraphs that a speaker's name and a colon open ("Secretary Ek: We had …").

A label counts when it comes again or names an office, so that "Note: …" and "Photo: …" are no speakers.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from tiestui.extraction.analysis import Analysis
from tiestui.lexicons import load

_LABEL = re.compile(
    r"(?P<label>(?:[A-Z][\w.’'-]*|de|van|von|al|bin|the|of)(?:[ \t]+(?:[A-Z][\w.’'-]*|de|van|von|al|bin|of|the)){0,5})"
    r"(?:[ \t]*\([^)\n]{1,40}\))?:[ \t]+(?=\S)"
)
_QUESTION = re.compile(r"(?P<label>Q)[ \t]+(?=[A-Z])")
_REMARK = re.compile(r"\([^()\n]{1,40}\)[ \t]*(?=\S)")
_FURNITURE = re.compile(
    r"[(\[]|(?:Follow|Read|Watch|Contact|E-?mail|Subscribe|Copyright)\b[^\n]{0,80}(?:@|[Tt]witter|https?:|here\b)"
)
"""What stands on a page beside a transcript: remarks in brackets, "Follow us on …"."""
_FEWEST_TURNS = 2
_MOSTLY = 0.4
_LONGEST_SIGN = 2


class Turn(NamedTuple):
    """One paragraph of a transcript: its index, the label's code points, where the words begin and end."""

    paragraph: int
    label_start: int
    label_end: int
    start: int
    end: int


def find_turns(analysis: Analysis) -> list[Turn]:
    """The turns of speech; in a text that is mostly a transcript, paragraphs without a label go on the turn before."""
    labelled: dict[int, re.Match[str]] = {}
    for index, (start, end) in enumerate(analysis.paragraphs):
        match = _LABEL.match(analysis.text, start, end) or _QUESTION.match(analysis.text, start, end)
        if match is not None and analysis.text[match.end()] not in "“\"‘'":
            labelled[index] = match
    if 0 in labelled and 1 not in labelled:
        del labelled[0]  # a headline: "Ann Lee: Ferries Will Sail"
    counts = Counter(_family(match["label"]) for match in labelled.values())
    offices = {label for m in labelled.values() if _is_shouted(label := m["label"]) and _speaks(label, 1)}
    is_transcript = max(counts.values(), default=0) > 1 or len(offices) >= _FEWEST_TURNS
    speaking = {
        i: m
        for i, m in labelled.items()
        if _speaks(m["label"], counts[_family(m["label"])])
        or (is_transcript and (_is_shouted(m["label"]) or _is_person(analysis, m)))
    }
    if len(speaking) < _FEWEST_TURNS or not is_transcript:
        return []
    goes_on = len(speaking) >= _MOSTLY * len(analysis.paragraphs)
    return list(_turns(analysis, speaking, goes_on))


def _family(label: str) -> str:
    """The last word of a label, by which its turns are counted: "President Ann Lee" goes on as "Ann Lee"."""
    return label.casefold().rsplit(None, 1)[-1]


def _speaks(label: str, count: int) -> bool:
    words = label.lower().split()
    if words[0] in load("frames")["label"]["no_speaker"].split():
        return False
    titles = load("titles")
    if count > 1 or words[0] in titles["title"].split() or words[-1] in titles["role"].split():
        return True
    return label.isupper() and any(word in titles["title"].split() for word in words[:-1])


def _is_person(analysis: Analysis, match: re.Match[str]) -> bool:
    """Whether a label is the name of a person whom the text knows."""
    tokens, people = analysis.tokens, analysis.people
    number = people.at_token.get(tokens.at(match.start("label")))
    return number is not None and tokens.ends[people.mentions[number].last - 1] >= match.end("label")


def _is_shouted(label: str) -> bool:
    """Whether a label is a name in capitals, as transcripts have it."""
    if not label.isupper() or (len(label) <= _LONGEST_SIGN and label != "Q"):
        return False
    return label.lower() not in load("frames")["label"]["no_speaker"].split()


def _turns(analysis: Analysis, speaking: dict[int, re.Match[str]], goes_on: bool) -> list[Turn]:
    turns: list[Turn] = []
    current: re.Match[str] | None = None
    for index, (start, end) in enumerate(analysis.paragraphs):
        match = speaking.get(index)
        if match is not None:
            current = match
            remark = _REMARK.match(analysis.text, match.end(), end)
            start = match.end() if remark is None else remark.end()
            turns.append(Turn(index, match.start("label"), match.end("label"), start, end))
        elif current is not None and goes_on and not _FURNITURE.match(analysis.text, start, end):
            turns.append(Turn(index, current.start("label"), current.end("label"), start, end))
        else:
            current = None
    return turns
