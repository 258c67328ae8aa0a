"""Whether an act is told as done, planned, denied or merely wished: by the words of its clause before its verb.

The words stand in `lexicons/standing.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Literal

from tiestui.extraction.clauses import LONGEST_CLAUSE, clause_before
from tiestui.extraction.wordforms import any_of
from tiestui.lexicons import load
from tiestui.patterns import lazily

Standing = Literal["actual", "planned", "denied", "wish"]
"""How an act is told; a "wish" is an aim, a hope, a chance or a condition and makes no record."""

_DENIES, _WISHES, _SUPPOSES, _PLANS, _HAD, _GOVERNS, _DECIDES, _TENDS, _ACCUSES, _NEGATES, _WAS = (
    1 << bit for bit in range(11)
)
"""What a word before a verb may tell of it: the patterns below are tried only where such a word stands."""
_NEAR = 110
_NEAR_DENIAL = 60
_NEAR_WISH = 70
_NEAR_MODAL = 45
_DATE = r"(?:on|in)\s+(?:[A-Z]\w+\s+)?\d[\w,]*(?:\s+[A-Z]\w+)?(?:,?\s+\d{4})?"
# "Not until 1862 did they recognise", "relations were not established until 1921": it was done then.
_NOT_UNTIL = lazily(r"(?<!ll\s)(?<!ould\s)(?<!cannot)(?:\bnot\b|(?<!wo)n['’]t\b)[^;]{0,90}?\buntil\b", re.IGNORECASE)
_FIRM = lazily(
    r"\b(?:will|shall|plan(?:s|ned|ning)?\s+to|plans?\s+for|intends?\s+to"
    r"|(?:is|are|was|were)\s+(?:all\s+)?(?:set|due|scheduled|slated|expected|poised|about)\s+to"
    r"|(?:is|are)\s+to|to\s+be|in\s+principle|announced?\s+(?:plans|(?:his|her|its|their|an?)\s+"
    r"(?:intention|intent|plan))|propos\w+)\b[^,;]{0,70}$",
    re.IGNORECASE,
)
# The words that _FIRM cannot match without.
_PLANNING = lazily(r"\b(?:will|shall|plan|intends?|is|are|was|were|be|announce|propos)|\bprinciple", re.IGNORECASE)
_GOVERNOR = lazily(
    r"\b(?:will|shall|plan(?:s|ned)?\s+to|intends?\s+to|(?:is|are)\s+(?:\w+\s+)?(?:set|due|scheduled"
    r"|slated|expected|poised|about)\s+to|(?:is|are)\s+to|scheduled\s+to|due\s+to|accept(?:ed|s)?\s+(?:an?|the|his|her|their)\s+invitation\s+to)"
    r"\s+(?:be\s+)?(?:\w+ly\s+|also\s+|then\s+)?$",
    re.IGNORECASE,
)
# "The spokesman said the two would sign": a plan that is told of.
_TOLD_IT_WOULD = lazily(
    r"\b(?:said|says|confirmed|told\s+\w+)\b(?:(?!\b(?:if|whether|hoped?|could|might|may|wished|wanted)\b)[^;,]){1,70}?\swould\s+"
    r"(?:\w+ly\s+|also\s+)?$"
)
_TOLD_REACH = 110
_NEGATED = lazily(
    r"(?:\b(?:not|never|nor|neither|no\s+longer|nobody|none)\b|n['’]t\b)(?:(?!\b(?:and|but)\b)[^,;]){0,60}$",
    re.IGNORECASE,
)
# "Accused him of meeting with rebels".
_ACCUSED_OF = lazily(r"\b(?:accus|suspect|charg)\w*\b[^;]{0,50}?\bof\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# "Had been scheduled to meet": they did not.
_UNFULFILLED = lazily(r"\bhad\s+(?:all\s+)?been\s+(?:due|scheduled|supposed|expected|set|slated)\s+to\b")
_INFINITIVE = lazily(r"\bto\s+(?:\w+ly\s+|further\s+|re-?\s*)?$", re.IGNORECASE)
_PRINCIPLE = lazily(r"\bin\s+principle\b", re.IGNORECASE)
_AUXILIARY = lazily(r"\b(?:will|shall|would|could|(?-i:may)|might|should|can|must|to|let)\b", re.IGNORECASE)
_ANY = lazily(
    r"\b(?:any|every|all|those|other|countries|states|nations|country|state)\s+(?:\w+\s+)?(?:that|which|who)\s+$",
    re.IGNORECASE,
)
_AND = lazily(r"(?:,|\band|\bor)\s+(?:\w+ly\s+|to\s+)?$")
_MODAL = lazily(r"\b(?:will|would|shall|should|could|may|might|can|must|to)\s+(?:\w+ly\s+)?(?=[a-z])")
# "The president announced that Chile would recognise ...": a plan, and a firm one.
_ANNOUNCED = lazily(r"\b(?:announc|agree|decid|declar|confirm|proclaim)\w*\b[^;]{0,40}?\bthat$", re.IGNORECASE)
# "Have decided upon mutual recognition and the establishment of", "confirmed the elevation of".
_DECIDED_ON = lazily(
    r"\b(?:decid|agre|announc|confirm|proclaim|declar)\w*\s+(?:on\s+|upon\s+|to\s+)?(?:[a-z]+\s+){0,5}$", re.IGNORECASE
)
# "Contributed to the promotion of the normalisation of": still on its way.
_TOWARDS = lazily(
    r"\b(?:promotion|process|progress|steps?|path|road|work|movement|preparations?|contribut\w+|advocates?|push|drive)\s+"
    r"(?:of|to|towards?|for)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "Denied reports that a deal had been signed".
# "No evidence was found that the envoy arrived".
_DENIED_THAT = lazily(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|refut\w+"
    r"|no\s+(?:evidence|record|indication|proof|sign|trace|reason\s+to\s+believe))\b[^;,.]{0,40}?\bthat\b\s?$",
    re.IGNORECASE,
)
# "The importance of establishing relations": only thought of.
_IDEA_OF = lazily(
    r"\b(?:importance|need|necessity|desirability|idea|question|issue|possibility|prospects?|benefits?|purpose|aim|goal|ways?"
    r"|means|task|conditions?|costs?|value|merits?|option|hope|dream|interest)\s+(?:of|in)\s+(?:\w+ly\s+)?$"
)
# "Were able to agree" tells that they did, "will be able to" only that they may.
_ABLE = lazily(r"\b(?P<be>was|were|been|be|is|are)\s+(?:\w+ly\s+|now\s+)?able\s+to\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_WAS_DONE = lazily(r"\b(?:was|were)\s+(?:(?!to\b|being\b)\w+\s+){0,2}$")
_NOT_HELD = lazily(
    r"[^;,]{0,60}?\s(?:(?:was|were|been)\s+(?:\w+\s+)?(?:postponed|cancell?ed|called\s+off|scrapped|suspended)"
    r"|(?:was|were)\s+to\s+(?:be|have|take)|(?:was|were)\s+(?:scheduled|supposed|due|planned)\s+to)\b"
)
_TO_COME = lazily(
    r"(?:(?!\bthat\b)[^;,]){0,60}?\s(?:will|shall|would|(?:is|are)\s+(?:\w+\s+)?(?:set|due|scheduled"
    r"|expected|planned|slated)"
    r"|(?:is|are)\s+to\s+(?:be|take)|(?:scheduled|planned|slated)\s+for)\b"
)
# "Was to have visited": it came to nothing.
_WAS_TO_HAVE = lazily(r"\b(?:was|were)\s+(?:due\s+|supposed\s+|scheduled\s+)?to\s+have\s+(?:been\s+)?$")
_PERHAPS = lazily(r"[^;,]{0,60}?\s(?:may|might|could|should|can)\s+(?:\w+ly\s+)?(?:be|take|have|lead|begin|start)\b")


_TELLING = (
    (_PLANS, _PLANNING),
    (_HAD, lazily(r"\bhad\b", re.IGNORECASE)),
    (_GOVERNS, lazily(r"\b(?:will|shall|to)\b", re.IGNORECASE)),
    (_DECIDES, lazily(r"\b(?:decid|agre|announc|confirm|proclaim|declar)", re.IGNORECASE)),
    (
        _TENDS,
        lazily(
            r"\b(?:promotion|process|progress|step|path|road|work|movement|preparation|contribut|advocate|push|drive)",
            re.IGNORECASE,
        ),
    ),
    (_ACCUSES, lazily(r"\b(?:accus|suspect|charg)", re.IGNORECASE)),
    (_NEGATES, lazily(r"\b(?:not|never|nor|neither|no|nobody|none)\b|n['’]t\b", re.IGNORECASE)),
    (_WAS, lazily(r"\b(?:was|were)\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class _Words:
    denied: re.Pattern[str]
    not_denied: re.Pattern[str]
    wished: re.Pattern[str]
    doubted: re.Pattern[str]
    hypothetical: re.Pattern[str]
    decided: re.Pattern[str]
    telling: tuple[tuple[int, re.Pattern[str]], ...]


@cache
def _words() -> _Words:
    data = load("standing")
    return _Words(
        denied=lazily(rf"\b{any_of(data['denied'])}|n['’]t\b", re.IGNORECASE),
        not_denied=lazily(rf"\b{any_of(data['not_denied'])}", re.IGNORECASE),
        wished=lazily(rf"\b(?:{any_of(data['wished'])}|{any_of(data['aims'])}\s+(?:for|of|to|on)\b)", re.IGNORECASE),
        doubted=lazily(rf"\b{any_of(data['doubted'])}", re.IGNORECASE),
        hypothetical=lazily(rf"\b{any_of(data['hypothetical'])}", re.IGNORECASE),
        decided=lazily(
            rf"\b(?:{any_of(data['decided'])}|(?:became|was|is|were)\s+(?:among\s+|one\s+of\s+)?the\s+(?:first|second|third|latest|last"
            rf"|only|\w+th)\b[^;]{{0,60}}?)(?:\s+(?:on\s+\w+day|\w+day|{_DATE}"
            rf"|{any_of(data['between'])}))*,?"
            r"\s+to\s+(?:\w+ly\s+|further\s+)?$",
            re.IGNORECASE,
        ),
        telling=(
            (_DENIES, lazily(rf"{_needed(data['denied'])}|n['’]t", re.IGNORECASE)),
            (_WISHES, lazily(_needed([*data["wished"], *data["aims"]]), re.IGNORECASE)),
            (_SUPPOSES, lazily(_needed(data["hypothetical"]), re.IGNORECASE)),
            *_TELLING,
        ),
    )


def _needed(entries: list[str]) -> str:
    """A pattern for a word that each of the entries cannot stand without, its longest."""
    return any_of({max(entry.split(), key=len).removesuffix("*") + "*" for entry in entries})


@lru_cache(maxsize=1 << 14)
def _telling(word: str) -> int:
    """Which of the patterns may match where a word stands: most words tell nothing, and asking them is cheaper."""
    return sum(bit for bit, pattern in _words().telling if pattern.search(word))


def standing(text: str, start: int, verb: int, form: str) -> Standing:
    """How the act whose verb stands at `verb` is told, in a sentence that begins at `start`.

    form: "base", "past", "participle", "gerund", "present" or "noun".
    """
    words = _words()
    head = clause_before(text, start, verb)
    near, begin = head[-_NEAR:], verb - len(head)
    told = reduce(or_, map(_telling, near.split()), 0)
    if head.startswith("that") and _DENIED_THAT.search(text, max(start, begin - _NEAR_WISH), begin + 5):
        return "denied"
    if form in ("participle", "past") and told & _WAS and _WAS_TO_HAVE.search(near):
        return "denied"
    if told & (_NEGATES if form in ("past", "present") else _DENIES) and _is_denied(text, start, verb, near, form):
        return "denied" if form != "noun" else "wish"
    if form in ("gerund", "noun") and told & _ACCUSES and _ACCUSED_OF.search(near):
        return "denied"
    if form in ("present", "base") and _ANY.search(text, max(start, verb - 60), verb):
        return "wish"
    if form == "base" and _AND.search(near) and (modal := _last_modal(text, start, verb)) is not None:
        return standing(text, start, modal, "base")
    hypothetical = bool(told & _SUPPOSES) and words.hypothetical.search(near[-60:]) is not None
    if hypothetical and _ANNOUNCED.search(text, max(start, begin - 90), begin + 4):
        return "planned"
    if form == "base" and _TOLD_IT_WOULD.search(text, max(start, verb - _TOLD_REACH), verb):
        return "planned"
    if form in ("past", "present"):
        return "wish" if hypothetical else "actual"
    if form == "base" and not _INFINITIVE.search(near) and not _AUXILIARY.search(near[-_NEAR_MODAL:]):
        return "actual"
    return _governed(near, form, words, told)


def _governed(near: str, form: str, words: _Words, told: int) -> Standing:
    """How an infinitive, a participle, a gerund or a noun is told by what governs it."""
    wishes, plans = told & _WISHES, told & _PLANS
    able = _ABLE.search(near) if "able" in near.lower() else None
    if able is not None:
        return "actual" if able["be"].lower() in ("was", "were", "been") else "wish"
    decided = words.decided.search(near) if _INFINITIVE.search(near) else None
    if decided is not None:
        if _PRINCIPLE.search(near):
            return "planned"
        return "wish" if words.hypothetical.search(near[: decided.start()][-60:]) else "actual"
    if form == "gerund":
        thought_of = (wishes and words.wished.search(near)) or (plans and _FIRM.search(near))
        return "wish" if thought_of or _IDEA_OF.search(near) else "actual"
    if told & _HAD and _UNFULFILLED.search(near):
        return "wish"
    governor = _GOVERNOR.search(near) if told & _GOVERNS else None
    if governor is not None:
        return "wish" if words.doubted.search(near[: governor.start()][-60:]) else "planned"
    if form == "noun" and told & _DECIDES and _DECIDED_ON.search(near):
        return "actual"
    if form == "noun" and told & _TENDS and _TOWARDS.search(near):
        return "wish"
    if form == "participle" and told & _WAS and _WAS_DONE.search(near):
        return "wish" if told & _SUPPOSES and words.hypothetical.search(near[-60:]) else "actual"
    firm = plans and _FIRM.search(near) is not None
    if form in ("participle", "noun"):
        return "wish" if wishes and words.wished.search(near) else "planned" if firm else "actual"
    return "planned" if firm and not words.wished.search(near[-_NEAR_WISH:]) else "wish"


def _is_denied(text: str, start: int, verb: int, near: str, form: str) -> bool:
    words = _words()
    # "Rejected the charge and recalled its envoy": a finite verb is denied by its own words only.
    denied = _NEGATED.search(near) if form in ("past", "present") else words.denied.search(near[-_NEAR_DENIAL:])
    if denied is None or words.not_denied.search(near) is not None:
        return False
    return _NOT_UNTIL.search(text, max(start, verb - 90), verb + 120) is None


def _last_modal(text: str, start: int, verb: int) -> int | None:
    """Where the verb stands that the last modal or "to" before a coordinated verb goes with."""
    last = None
    for match in _MODAL.finditer(text, max(start, verb - LONGEST_CLAUSE), verb):
        if match.end() < verb:
            last = match.end()
    return last


def standing_after(text: str, noun: int, end: int) -> Standing:
    """How a happening named by a noun is told by the words behind it: "the talks will be held", "were called off"."""
    if _NOT_HELD.match(text, noun, end):
        return "denied"
    if _PERHAPS.match(text, noun, end):
        return "wish"
    return "planned" if _TO_COME.match(text, noun, end) else "actual"
