"""Whether what happened concerns the parties: a report names many happenings, and most are somebody else's."""

from __future__ import annotations

from itertools import pairwise

from tiestui.extraction.clauses import LONGEST_CLAUSE
from tiestui.extraction.events.happening import Happening
from tiestui.extraction.frame import Frame
from tiestui.patterns import lazily

_SUBJECT_REACH = 40
_CONCERNED = lazily(
    r"\b(?:[Bb]oth|two|they|bilateral|[Hh]is|[Hh]er|[Hh]e|[Ss]he|[Pp]resident|[Mm]inister|[Aa]mbassador"
    r"|[Ee]nvoy|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Kk]ing|[Ll]egation|[Ee]mbassy|[Gg]overnment)\b"
)
_OF_STATE = lazily(
    r"\b(?:[Pp]residents?|[Mm]inisters?|[Aa]mbassadors?|[Ee]nvoys?|[Pp]remiers?|[Cc]hancellor|[Ss]ecretary|[Kk]ings?"
    r"|[Ee]mbassy|[Gg]overnments?|[Aa]dministration|troops|soldiers|forces|army|navy|border|diplomats?|sanctions|tariffs|leaders?"
    r"|NATO|bombed|invaded|annexed|occupied|[Ww]ars?|invasion|airstrikes?|clashes|relations|ties|treaty"
    r"|agreement|independence|parliament|police|citizens|nationals)\b"
)
_DEFINITE = lazily(r"(?:The|They|It|He|She|Their|His|Her|Both)\b")


def concerns_parties(frame: Frame, index: int, item: Happening) -> bool:
    """Whether a happening concerns the parties that the document is about, not somebody else's affairs."""
    pair = frame.parties.pair
    if _is_of_others(frame, index, item):
        return False
    if not pair or frame.genre == "communiqué" or (frame.genre == "history" and item.form == "noun"):
        return True
    sentence = frame.analysis.sentences[index]
    low, high = max(sentence.start, item.start - LONGEST_CLAUSE), min(sentence.end, item.end + LONGEST_CLAUSE)
    named = {mention.code for mention in frame.parties.within(low, high)}
    if frame.genre == "history":
        return not named or bool(named & set(pair)) or _CONCERNED.search(sentence.masked) is not None
    if not named and _follows(frame, index):
        return True
    if named and not named & set(pair):
        return False
    if len(named) > 1 or _OF_STATE.search(sentence.masked) is not None:
        return True
    subject = frame.parties.within(max(sentence.start, item.start - _SUBJECT_REACH), item.start)
    return any(m.code in pair and m.kind != "demonym" and m.end + 1 >= item.start for m in subject[-1:])


def _is_of_others(frame: Frame, index: int, item: Happening) -> bool:
    """Whether one of the pair did it together with a third: "Peru and Chile fought a war"."""
    pair = frame.parties.pair or ()
    sentence = frame.analysis.sentences[index]
    low, high = max(sentence.start, item.start - LONGEST_CLAUSE), min(sentence.end, item.end + LONGEST_CLAUSE)
    named = frame.parties.within(low, high)
    if frame.genre == "history" or not pair or len({mention.code for mention in named} & set(pair)) != 1:
        return False
    return any(
        (one.code in pair) != (other.code in pair)
        and other.end <= item.start
        and frame.text[one.end : other.start] == " and "
        for one, other in pairwise(named)
    )


def _follows(frame: Frame, index: int) -> bool:
    """Whether a sentence goes on about what the one before tells of both: "The boats were seized on 3 March"."""
    sentences = frame.analysis.sentences
    if index == 0 or _DEFINITE.match(sentences[index].masked) is None:
        return False
    before = sentences[index - 1]
    return set(frame.parties.pair or ()) <= set(frame.parties.codes(before.start, before.end))
