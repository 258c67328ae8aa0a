"""The open rule: a dated sentence about the parties that tells what was done, and that no other rule reads.

"In 1958 Ghana and Chile united their fleets", "On 6 June the garrison left the Ghanaian coast". What is said, thought,
planned or merely so is no happening.
"""

from __future__ import annotations

from tiestui.dates.grammar import FoundDate
from tiestui.extraction.events.happening import Happening
from tiestui.extraction.frame import Frame
from tiestui.extraction.segment import MASK
from tiestui.extraction.story import ENTRY
from tiestui.extraction.when import OWN_KINDS
from tiestui.patterns import lazily

_DONE = lazily(
    r"(?<![\w-])(?!(?:remained|maintained|continued|included|consisted|enjoyed|existed|lived|seemed|appeared|wanted|needed|shared"
    r"|feared|based|located|called|named|related|used|increased|decreased|declined|improved|ranked|totalled|numbered)\b)"
    r"(?P<verb>[a-z]{3,}ed|took|gave|began|led|went|sent|left|won|lost|broke|fell|came|met|held|fought|built|brought|drew|struck"
    r"|fled|sold|bought|paid|flew|withdrew|overthrew|seized|chose|was\s+the\s+first|became\s+the\s+first)\b"
)
# "March 2015: Peru recalls its envoy", as chronologies tell it: the word behind a name.
_DONE_NOW = lazily(r"\b[A-Z][\w’'-]+\s+(?:\w+ly\s+)?(?P<verb>[a-z]{3,}s)\b")
_ENTRY_REACH = 4
_NOT_TOLD = lazily(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|according|stat(?:ed|es|ing)|not(?:ed|es|ing)|believ\w+|hop(?:e|es|ed|ing)|expect\w*|will"
    r"|would|could|may|might|should|must|report\w*|indicat\w+|show\w*|suggest\w*|th(?:ink|ought)|consider\w*|seem\w*|appear\w*"
    r"|argu\w+|claim\w*|describ\w+|warn\w*|add(?:ed|s)|insist\w*|den(?:y|ied|ies)|emphasi\w+|stress\w*|reaffirm\w*|welcom\w+|express\w*"
    r"|if|whether|never|not|no)\b|n['’]t\b",
)
_NOT_ITS_DAY = frozenset({"since", "until", "till", "by", "before", "for", "from", "than"})
_YEAR, _MONTH = 366, 31
_LONGEST = 320


def dated_clause(frame: Frame, index: int) -> list[Happening]:
    """The happening that sentence `index` tells as a whole, by the open rule; empty when it tells none."""
    sentence = frame.analysis.sentences[index]
    if frame.genre == "communiqué" or not frame.dating.found(index) or sentence.end - sentence.start > _LONGEST:
        return []
    if MASK in sentence.masked or sentence.masked.endswith("?") or _NOT_TOLD.search(sentence.masked):
        return []
    told = _behind_day(frame, index)
    done = _DONE.search(frame.text, sentence.start, sentence.end)
    if done is None and told is not None:
        done = _DONE_NOW.search(frame.text, told, sentence.end)
    if done is None or not _concerns_both(frame, sentence.start, sentence.end):
        return []
    if not any(_tells_when(frame, found) for found in frame.dating.found(index)):
        return []
    span = (sentence.start if told is None else told, sentence.end, done.start("verb"))
    return [Happening(*span, "past", "other", "date", False, "dated clause", (done["verb"],))]


def _behind_day(frame: Frame, index: int) -> int | None:
    """Where what a chronology's entry tells begins, behind its day; None when the sentence is none."""
    sentence, day = frame.analysis.sentences[index], frame.dating.found(index)[0]
    if day.start > sentence.start + _ENTRY_REACH:
        return None
    parting = ENTRY.match(frame.text, day.end, sentence.end)
    return parting.end() if parting is not None else None


def _concerns_both(frame: Frame, start: int, end: int) -> bool:
    """Whether a report names both of the pair, a history one of them."""
    pair = frame.parties.pair
    if pair is None:
        return False
    named = set(frame.parties.codes(start, end)) & set(pair)
    return len(named) == len(pair) or (frame.genre == "history" and bool(named))


def _tells_when(frame: Frame, found: FoundDate) -> bool:
    longest = _YEAR if frame.genre == "history" else _MONTH
    return (
        found.date is not None
        and found.kind in OWN_KINDS
        and found.lead not in _NOT_ITS_DAY
        and found.date.days <= longest
    )
