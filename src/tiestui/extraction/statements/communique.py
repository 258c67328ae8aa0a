"""Whether a document is a communiqué: both sides speak together, in the present tense or as one."""

from __future__ import annotations

from tiestui.extraction.analysis import Analysis
from tiestui.patterns import lazily

_JOINT_VOICE = lazily(
    r"(?i:\b(?:(?:the|both)\s+(?:two\s+)?(?:sides|leaders|presidents|ministers|prime\s+ministers|countries|parties|"
    r"governments|principals)|we|they|(?:vice\s+)?presidents?\s+[A-Z]\w+|the\s+united\s+states))\s+(?:also\s+|further\s+|jointly\s+|both\s+)?"
    r"(?:re)?(?:affirm|commit|pledge|welcome|underscore|underline|note|recogni[sz]e|emphasi[sz]e|stress|express|intend|"
    r"acknowledge|support|agree|look\s+forward|applaud|reiterate|condemn|call\s+on|encourage|share|endorse|commend|"
    r"appreciate|highlight|recall|oppose|decide|resolve)(?:s|ed)?\b"
)
_FEWEST = 4
_OPENING = 3000
OURSELVES = lazily(r"\b[Ww]e,\s+(?:the\s+)?((?:[^,.;:\n]|,(?=\s+(?:the\b|and\b|[A-Z])))+),\s+(?=[a-z])")
"""How those who speak together name themselves: "We, the ministers of Denmark and Norway, welcome"."""


def is_communique(analysis: Analysis) -> bool:
    """Whether the text reads as a joint statement: "we, the …" opens it, or four sentences and more take a position.

    An article that only reports a joint statement has fewer, for its length.
    """
    start = analysis.sentences[0].start if analysis.sentences else 0
    if OURSELVES.search(analysis.masked, start, start + _OPENING) is not None:
        return True
    found = sum(1 for _ in _JOINT_VOICE.finditer(analysis.masked))
    return found >= max(_FEWEST, len(analysis.sentences) // 12)
