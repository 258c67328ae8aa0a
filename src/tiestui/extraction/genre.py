"""The kind of a document: a communiqué or joint statement, a news report, or a history.

It decides what an undated act is dated by and whether "the two sides will ..." is a commitment. Only the title and the
opening are looked at, so a long document costs no more than a short one.
"""

from __future__ import annotations

import re
from typing import Literal

from tiestui.extraction.analysis import Analysis, Sentence
from tiestui.extraction.gates import gate

Genre = Literal["communiqué", "news", "history"]

_OPENING = 6000
_TITLE = re.compile(
    r"\b(?:joint\s+(?:press\s+)?(?:statement|declaration|communiqu[eé]|vision|leaders|readout|press\s+"
    r"release|fact\s*sheet)"
    r"|communiqu[eé]|fact\s*sheet|leaders['’]?\s+statement|statement\s+of\s+(?:the\s+)?leaders|roadmap\s+"
    r"for|vision\s+statement)",
    re.IGNORECASE,
)
_JOINT_VOICE = re.compile(
    r"\b(?:[Ww]e|[Tt]he\s+(?:two\s+)?(?:leaders|sides|presidents|prime\s+ministers|ministers|parties"
    r"|countries|heads\s+of\s+state)"
    r"|[Bb]oth\s+(?:sides|leaders|countries|ministers|parties)|[Tt]he\s+Presidents|[Tt]he\s+Prime\s+"
    r"Ministers|[Tt]hey)\s+"
    r"(?:also\s+|further\s+|therefore\s+|jointly\s+|strongly\s+|warmly\s+)?"
    r"(?:welcomed?|reaffirm(?:ed)?|underscored?|underlined?|noted?|commit(?:ted)?|pledged?|appl?auded?"
    r"|recogni[sz]ed?|acknowledged?|expressed|"
    r"emphasi[sz]ed|emphasi[sz]e|agreed|agree|decided|intend|reiterated?|affirm(?:ed)?|resolved?|stressed"
    r"|look(?:ed)?\s+forward|hailed|discussed|shared?)\b"
)
_ISSUED = re.compile(r"\b(?:the\s+)?following\s+(?:joint\s+)?(?:communiqu[eé]|statement|declaration)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_HISTORY_TITLE = re.compile(
    r"\b(?:history|historical|milestones?|recognition|bilateral\s+relations|relations\s+(?:of|between)"
    r"|chronology|timeline|background\s+note|since\s+1)\b",
    re.IGNORECASE,
)


def genre_of(analysis: Analysis) -> Genre:
    """The kind of the document that was analysed."""
    document = analysis.document
    body = document.blocks[0].start if document.blocks else 0
    head = f"{document.metadata.title or ''}\n{document.text[body : body + 200].partition(chr(10) + chr(10))[0]}"
    sentences = _opening(analysis)
    opening = " ".join(sentence.masked for sentence in sentences)
    published = document.metadata.published
    if _TITLE.search(head) or _ISSUED.search(opening[:600]):
        return "communiqué"
    if _count_joint_voices(analysis, sentences) >= max(4, len(opening) // 1200):
        return "communiqué"
    years = [int(year) for year in _YEAR.findall(opening)]
    if published is None:
        return "history" if len(set(years)) >= 3 or _HISTORY_TITLE.search(head) else "news"
    old = sum(1 for year in years if year < published.earliest.year - 3)
    return "history" if old >= 8 and len(set(years)) >= 6 and old >= len(years) * 0.7 else "news"


def _opening(analysis: Analysis) -> list[Sentence]:
    found: list[Sentence] = []
    length = 0
    for sentence in analysis.sentences:
        found.append(sentence)
        length += sentence.end - sentence.start
        if length > _OPENING:
            break
    return found


def _count_joint_voices(analysis: Analysis, sentences: list[Sentence]) -> int:
    """How often the opening sentences tell what both sides say and do together."""
    opened = analysis.tokens.gates
    together = [sentence.masked for index, sentence in enumerate(sentences) if opened[index] & gate("together")]
    return sum(len(_JOINT_VOICE.findall(masked)) for masked in together)
