"""Clauses: a sentence cut between its acts, and whether an act is told as done, planned, denied or merely wished.

No parser: words before a verb decide its modality, and the last sensible joint between two acts parts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

Standing = Literal["actual", "planned", "denied", "wish"]
"""How an act is told; a "wish" is an aim, a hope, a chance or a condition and makes no record."""

_JOINTS: tuple[re.Pattern[str], ...] = (
    re.compile(r";\s+(?:and\s+)?"),
    re.compile(
        r",\s+(?:and|but|while|whereas|although|though|yet|which|who|where|when|after|before|as|following"
        r"|with)\b\s*"
    ),
    re.compile(r"\s(?:and|but|while|whereas|although|which|who|when|after|before|following)\s"),
    re.compile(r",\s+"),
)

_NEGATION = (
    r"\b(?:(?:not|never|nor|neither|without|cannot|unable|against|imminent)\b|refus\w+"
    r"|declin\w+\s+to|fail\w*\s+to|withh[eo]ld\w*"
    r"|den(?:y|ied|ies|ying)|reject\w*|"
    r"rul(?:e|ed|es|ing)\s+out|stopp?(?:ed)?\s+short|short\s+of|avoid\w*|instead\s+of|rather\s+than"
    r"|oppos\w+|no\s+(?:plans?|intention)|"
    r"non-|no\s+longer|unwilling\w*|block\w*|prevent\w*|reluctan\w+|delay\w*|postpon\w+)"
    r"|n['’]t\b"
)
_DENIAL = re.compile(_NEGATION, re.IGNORECASE)
# "Not until 1862 did they recognise", "relations were not established until 1921": it was done then.
_NOT_UNTIL = re.compile(r"\bnot\b[^;]{0,90}?\buntil\b|n['’]t\b[^;]{0,90}?\buntil\b", re.IGNORECASE)
_UNDENIED = re.compile(r"\bnot\s+only\b|\bno\s+longer\s+than\b|\bdid\s+not\s+(?:stop|prevent)\b", re.IGNORECASE)

_FIRM = re.compile(
    r"\b(?:will|shall|plan(?:s|ned|ning)?\s+to|plans?\s+for|intends?\s+to|(?:is|are|was|were)\s+(?:all\s+"
    r")?(?:set|due|scheduled|slated|expected|poised|about)\s+to|"
    r"(?:is|are)\s+to|to\s+be|in\s+principle|announced?\s+(?:plans|(?:his|her|its|their|an?)\s+"
    r"(?:intention|intent|plan))|propos\w+)\b[^,;]{0,70}$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:would|could|(?-i:may)|might|should|can|must|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought"
    r"|want(?:s|ed|ing)?|wish\w*|desir\w+|aspir\w+|"
    r"ready|readiness|willing\w*|prepared|consider(?:s|ed|ing)?|discuss\w*|explor\w+|possib\w+"
    r"|potential\w*|look\w*\s+forward|"
    r"urg(?:e|es|ed|ing)|invit\w+|offer\w*|call(?:s|ed|ing)?\s+(?:for|on)|appeal\w*|negotiat\w+|talks"
    r"|ask(?:s|ed|ing)?|request\w*|"
    r"try|tr(?:ies|ied|ying)|attempt\w*|strive\w*|endeavou?r\w*|effort\w*|work(?:s|ed|ing)?\s+(?:to"
    r"|towards?)|move(?:s|d)?\s+to|mov(?:e|ing)\s+towards?|interest(?:ed)?\s+in|"
    r"likely|perhaps|if|whether|unless|until|in\s+order|so\s+as|need(?:s|ed)?\s+to|ought|expect(?:s|ed|ing)?|"
    r"demand\w*|advocat\w+|recommend\w*|suggest\w*|threat\w*|warn\w*|propos\w+|favou?r\w*|(?:terms"
    r"|conditions?|reasons?|purposes?|ways?|goals?|objectives?|dreams?|visions?|prospects?|agenda)\s+"
    r"(?:for|of|to|on)|"
    r"opposed|debat\w+|question\w*|rumou?r\w*|speculat\w+|anticipat\w+|contemplat\w+|prior\s+to|wait\w*"
    r"|eager|keen|anxious|hesita\w+)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:agree(?:s|d|ing)?|decid(?:e|es|ed|ing)|commit(?:s|ted)?|resolv(?:e|es|ed)|determined|proud"
    r"|pleased|honou?red|announc(?:e|es|ed|ing)|declar(?:e|es|ed)|concur(?:red)?|"
    r"chos(?:e|en)|vot(?:ed|ing)|ordered|approv(?:e|ed|al|ing)|undertook|consent(?:ed)?|proceeded|led"
    r"|managed|confirm(?:s|ed|ing)?)"
    r"(?:\s+(?:on\s+\w+day|\w+day|(?:on|in)\s+(?:[A-Z]\w+\s+)?\d[\w,]*(?:\s+[A-Z]\w+)?(?:,?\s+\d{4})?"
    r"|today|jointly|formally|officially|unanimously|yesterday|also|further"
    r"|therefore|mutually|it|that|on))*,?"
    r"\s+to\s+(?:\w+ly\s+|further\s+)?$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+|further\s+|re-?\s*)?$", re.IGNORECASE)
_GOVERNOR = re.compile(
    r"\b(?:will|shall|plan(?:s|ned)?\s+to|intends?\s+to|(?:is|are)\s+(?:\w+\s+)?(?:set|due|scheduled"
    r"|slated|expected|poised|about)\s+to|(?:is|are)\s+to|scheduled\s+to|due\s+to)"
    r"\s+(?:be\s+)?(?:\w+ly\s+|also\s+|then\s+)?$",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|wish\w*|if|whether|unless|would|could|(?-i:may)|might|urg\w+|call\w*|want\w*|aim\w*|so"
    r"|fear\w*|not|never)\b",
    re.IGNORECASE,
)
_PRINCIPLE = re.compile(r"\bin\s+principle\b", re.IGNORECASE)
_PURPOSE_GERUND = re.compile(r"\b(?:for|of|at|towards?|about|on|to|considering|into)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def partition(text: str, acts: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The stretch of `text[start:end]` that belongs to each of the acts (code points, in order).

    Acts that no joint parts share one stretch.
    """
    cuts = [_joint(text, before, after) for (_, before), (after, _) in pairwise(acts)]
    lows, highs = [start], [end]
    for cut in cuts:
        lows.append(lows[-1] if cut is None else cut)
    for cut in reversed(cuts):
        highs.append(highs[-1] if cut is None else cut)
    return list(zip(lows, reversed(highs), strict=True))[: len(acts)]


def _joint(text: str, low: int, high: int) -> int | None:
    for pattern in _JOINTS:
        last = None
        for match in pattern.finditer(text, low, max(low, high)):
            last = match
        if last is not None:
            return last.end()
    return None


_NEXT_CLAUSE = re.compile(
    r";|,\s+(?:and|but|while|whereas|although|though|yet)\s+(?:(?:in|on|by|at)\s+\S+|it|they|he|she|we)\b"
    r"|,\s+(?:and|but|while|whereas|although|though|yet)\s+(?=(?:[\w.’'-]+\s+){1,6}?(?:will|would|has|have"
    r"|had|is|are|was|were|did|said|met|held|made|took|gave|began|led|became|grew|rose|fell|went|came|saw"
    r"|spoke|told|sent|left|won|lost|broke|cut|put|set|paid"
    r"|brought|bought|sought|fought|stood|kept|ran|drew|flew|wrote|chose|[a-z]{2,}ed)\b)|,\s+(?:the|it"
    r"|they|its|their)\s+(?:\w+\s+)?(?:has|have|is|are|was|were|will|had)\b|,\s+(?:saying|adding|stressing"
    r"|noting|which|who|where|when)\b"
)


def clause_end(text: str, at: int, end: int) -> int:
    """Where the clause that holds `at` ends: before the next one with a subject of its own."""
    match = _NEXT_CLAUSE.search(text, at, end)
    return match.start() if match is not None else end


_JOINING = re.compile(
    r"[\s,;:]*(?:(?:that|and|but|while|when|whereas|although|as|where|because|after|before|since|following"
    r"|which|who)\s+)?"
)


# A verb whose subject stands before a comma: ", who arrived", "..., Ann Ek, presented", "but were called off".
_SUBJECTLESS = re.compile(
    r"[\s,]*(?:(?:who|which|and|but|that)\s+)?(?:\w+ly\s+|also\s+|then\s+)?(?:(?:is|are|was|were|has|have"
    r"|had|been|be|will|would|not)\s+){0,4}|,\s+(?:the\s+)?[A-Z][^,]{1,60},\s*(?:\w+ly\s+)?"
)


def narrowed(text: str, span: tuple[int, int], verb: int, last: int) -> tuple[int, int]:
    """The clause of `span` whose verb stands at `verb`, to the end of the clause that holds `last`."""
    begin = clause_start(text, span[0], verb)
    joining = _JOINING.match(text, begin, verb)
    start = joining.end() if joining is not None else begin
    if begin > span[0] and _SUBJECTLESS.fullmatch(text, begin, verb):
        before = clause_start(text, span[0], begin)
        joining = _JOINING.match(text, before, begin)
        start = joining.end() if joining is not None else before
    return start, clause_end(text, max(last, verb), min(span[1], max(last, verb) + LONGEST_CLAUSE))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and joining marks at its ends."""
    mark = _LIST_MARK.match(text, start, end)
    start = mark.end() if mark is not None and mark.end() < end else start
    while start < end and text[start] in " \t\r\n\u00a0,;:–—-“”\"'‘":
        start += 1
    while end > start and text[end - 1] in " \t\r\n\u00a0,;:–—-":
        end -= 1
    loose = _LOOSE_END.search(text, max(start, end - 12), end)
    return trimmed(text, start, loose.start()) if loose is not None and loose.start() > start else (start, end)


_LIST_MARK = re.compile(r"\s*(?:\((?:\d{1,2}|[ivxl]{1,5}|[a-z])\)|\d{1,2}[.)](?=\s)|[-•–*·](?=\s))\s*")
_LOOSE_END = re.compile(r"[\s,]+(?:and|but|or|while|when|which|who|as|with|after|before|in|under)$")

_CLAUSE_START = re.compile(
    r"[;:]\s|\b(?:that|which|who|when|while|whereas|although|but|where|because|after|before|since"
    r"|following)\b|,\s+as\b|,[”’']?\s+(?:and\s+)?(?=(?:the|a|an|it|they|he|she|we)\b|[A-Z])"
)


LONGEST_CLAUSE = 800
"""How far, in code points, a clause is looked for on each side of its verb, however long its sentence is."""


def clause_start(text: str, start: int, verb: int) -> int:
    """Where the verb's own clause begins: behind the last joint before it, joining words left in."""
    last = start = max(start, verb - LONGEST_CLAUSE)
    for match in _CLAUSE_START.finditer(text, start, verb):
        if not (match[0][0] == "," and _ONLY_NAMES.fullmatch(text, last, match.start())):
            last = match.start()
    return last


# A list of names ("Norway, Chile and Peru") is one subject.
_ONLY_NAMES = re.compile(
    r"[,\s]*(?:and\s+)?(?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+(?:(?:of|and|for|the)\s+)*[A-Z][\w.’'-]*)*\s*"
)


def clause_before(text: str, start: int, verb: int) -> str:
    """The words from the start of the verb's own clause to the verb."""
    return text[clause_start(text, start, verb) : verb]


def standing(text: str, start: int, verb: int, form: str) -> Standing:
    """How the act whose verb stands at `verb` is told, by the words of its clause before it.

    form: "base", "past", "participle", "gerund", "present" or "noun".
    """
    head = clause_before(text, start, verb)
    near = head[-110:]
    until = _NOT_UNTIL.search(text, max(start, verb - 90), verb + 120) is not None
    if not until and _DENIAL.search(near[-60:]) and not _UNDENIED.search(near):
        return "denied" if form != "noun" else "wish"
    if form in ("present", "base") and _ANY.search(text[max(start, verb - 60) : verb]):
        return "wish"
    if form == "base" and _AND.search(near) and (modal := _last_modal(text, start, verb)) is not None:
        return standing(text, start, modal, "base")
    if _hypothetical(near) and _ANNOUNCED.search(text[max(start, verb - len(head) - 90) : verb - len(head) + 4]):
        return "planned"
    if form in ("past", "present"):
        return "wish" if _hypothetical(near) else "actual"
    if (
        form == "base"
        and not _INFINITIVE.search(near)
        and not re.search(r"\b(?:will|shall|would|could|(?-i:may)|might|should|can|must|to|let)\b", near[-45:], re.I)
    ):
        return "actual"
    decided = _DECIDED.search(near)
    if decided is not None:
        return (
            "planned" if _PRINCIPLE.search(near) else ("wish" if _hypothetical(near[: decided.start()]) else "actual")
        )
    if form == "gerund":
        return "wish" if _WISH.search(near) or _FIRM.search(near) else "actual"
    if form in ("participle", "noun"):
        governor = _GOVERNOR.search(near)
        if governor is not None:
            return "wish" if _HOPED.search(near[: governor.start()][-60:]) else "planned"
        if form == "noun" and _DECIDED_ON.search(near):
            return "actual"
        if _WISH.search(near):
            return "wish"
        return "planned" if _FIRM.search(near) else "actual"
    governor = _GOVERNOR.search(near)
    if governor is not None:
        return "wish" if _HOPED.search(near[: governor.start()][-60:]) else "planned"
    if _WISH.search(near[-70:]):
        return "wish"
    return "planned" if _FIRM.search(near) else "wish"


# "Have decided upon mutual recognition and the establishment of", "confirmed the elevation of".
_DECIDED_ON = re.compile(
    r"\b(?:decid|agre|announc|confirm|proclaim|declar)\w*\s+(?:on\s+|upon\s+|to\s+)?(?:[a-z]+\s+){0,5}$", re.IGNORECASE
)
_ANNOUNCED = re.compile(r"\b(?:announc|agree|decid|declar|confirm|proclaim)\w*\b[^;]{0,40}?\bthat$", re.IGNORECASE)
_ANY = re.compile(
    r"\b(?:any|every|all|those|other|countries|states|nations|country|state)\s+(?:\w+\s+)?(?:that|which"
    r"|who)\s+$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,|\band|\bor)\s+(?:\w+ly\s+|to\s+)?$")
_MODAL = re.compile(r"\b(?:will|would|shall|should|could|may|might|can|must|to)\s+(?:\w+ly\s+)?(?=[a-z])")


def _last_modal(text: str, start: int, verb: int) -> int | None:
    """Where the verb stands that the last modal or "to" before a coordinated verb goes with."""
    last = None
    for match in _MODAL.finditer(text, max(start, verb - LONGEST_CLAUSE), verb):
        if match.end() < verb:
            last = match.end()
    return last


_NOT_HELD = re.compile(
    r"[^;,]{0,60}?\s(?:(?:was|were|been)\s+(?:\w+\s+)?(?:postponed|cancell?ed|called\s+off|scrapped|suspended)"
    r"|(?:was|were)\s+to\s+(?:be|have|take)|(?:was|were)\s+(?:scheduled|supposed|due|planned)\s+to)\b"
)
_TO_COME = re.compile(
    r"[^;,]{0,60}?\s(?:will|shall|would|(?:is|are)\s+(?:\w+\s+)?(?:set|due|scheduled|expected|planned|slated)"
    r"|(?:is|are)\s+to\s+(?:be|take)|(?:scheduled|planned|slated)\s+for)\b"
)


_PERHAPS = re.compile(
    r"[^;,]{0,60}?\s(?:may|might|could|should|can)\s+(?:\w+ly\s+)?(?:be|take|have|lead|begin|start)\b"
)


def standing_after(text: str, noun: int, end: int) -> Standing:
    """How a happening named by a noun is told by the words behind it: "the talks will be held", "were called off"."""
    if _NOT_HELD.match(text, noun, end):
        return "denied"
    if _PERHAPS.match(text, noun, end):
        return "wish"
    return "planned" if _TO_COME.match(text, noun, end) else "actual"


def _hypothetical(head: str) -> bool:
    return (
        re.search(
            r"\b(?:would|could|might|if|whether|unless|should|(?-i:may)|likely\s+to|hope\w*\s+that|wish\w*)\b",
            head[-60:],
            re.I,
        )
        is not None
    )
