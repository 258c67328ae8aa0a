"""What follows a verb of commitment: to do something, on something, that something shall be; a sum, a thing, a plan.

Each reader gives the status, the rule's name and the code point where the committed thing begins, or None when the verb
commits nobody here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tiestui.extraction.clauses import LONGEST_CLAUSE
from tiestui.extraction.genre import Genre
from tiestui.extraction.subjects import Subject
from tiestui.lexicons import alternation, load
from tiestui.model.records import Status

Reading = tuple[Status, str, int]
"""Status, rule, and where the committed thing begins."""

_ADVERB = (
    r"(?:\s+(?:also|further|jointly|today|formally|officially|mutually|in\s+principle|unanimously|again"
    r"|therefore|fully|firmly|together|on\s+\w+day|(?:on|in)\s+(?:[A-Z]\w+\s+)?\d[\w,]*(?:\s+"
    r"[A-Z]\w+)?(?:,?\s+\d{4})?,?|\w+day|yesterday|at\s+the\s+\w+|\w+ly))*"
)
_TO_DO = re.compile(rf"{_ADVERB}\s+(?:not\s+)?to\s+(?P<what>\w+)", re.IGNORECASE)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ON = re.compile(rf"{_ADVERB}\s+(?:on|upon)\s+(?!(?-i:[A-Z][a-z]+day\b|(?:{_MONTH})\b)|\d)(?P<what>\w+)", re.IGNORECASE)
_JUDGEMENT = re.compile(
    rf"{_ADVERB}\s+(?:on|upon)\s+(?:the\s+)?(?:\w+\s+)?(?:importance|need|necessity|significance|urgency|value|fact)\b"
)
_TO_NOUN = re.compile(rf"{_ADVERB}\s+to\s+(?:an?|the|its|their|this|several|\d)\b", re.IGNORECASE)
_THAT = re.compile(rf"{_ADVERB}\s+that\b(?P<what>[^;]{{0,220}})", re.IGNORECASE)
_COLON = re.compile(r"\s*(?:to|on|upon|that)?\s*(?:the\s+following(?:\s+\w+){0,4}?)?\s*:")
_DOING = (
    r"(?:be\s+(?:held|established|set|opened|extended|created|reviewed|completed|launched|signed"
    r"|implemented|formed|increased|continued|given|made|raised)|commence|begin|start|meet|continue|hold"
    r"|convene|establish|open|sign"
    r"|conclude|provide|cooperate|co-operate|consult|exchange|work|take\s+place|resume|form|set\s+up"
    r"|review|launch|develop|seek|discuss|send|withdraw|release|support|refrain|be\s+(?:meeting|holding|sending"
    r"|working|consulting|reviewing|visiting|opening|establishing)|visit|return|pay|receive|allow|join|help|assist"
    r"|invest|contribute|supply|build|grant|lift|end|reopen|restore)\b"
)
_SHALL = re.compile(rf"\b(?:would\s+{_DOING}|shall|should|will|must|is\s+to|are\s+to|to\s+be)\b", re.IGNORECASE)
_JUDGED = re.compile(
    rf"\b(?:would(?!\s+{_DOING})|is|are|was|were|has|have|had|remains?|can|could|(?-i:may))\b", re.IGNORECASE
)
_SUM = r"(?:(?:US|A|NZ|C|HK|S|AU|CA)?[$€£¥]\s?\d|(?-i:[A-Z]{3})\s?\d[\d.,]*|\d[\d.,]*\s*(?:million|billion|trillion))"
_AMOUNT = re.compile(
    rf"{_ADVERB}\s+(?:(?:up\s+to|more\s+than|over|about|some|an?\s+(?:additional|further|initial)|additional"
    rf"|another|nearly|almost|around)\s+)*(?:{_SUM}|\d[\d.,]*\s*(?:percent|per\s+cent|doses|tons|tonnes))"
)
_THING_PLEDGED = re.compile(
    rf"{_ADVERB}\s+(?:(?:their|its|his|her|full|continued|more|further|additional|new|an?|the|increased|greater"
    rf"|strong|mutual|closer|military|financial|humanitarian)\s+)*(?:support|assistance|aid|cooperation"
    rf"|co-operation|help|loans?|grants?|funding|investments?|troops|weapons|backing|package|money|funds|relief"
    rf"|protection)\b",
    re.IGNORECASE,
)
_LAUNCHED = re.compile(
    r"[^;]{0,90}?\b(?:partnerships?|programmes?|programs?|dialogues?|initiatives?|mechanisms?|negotiations?"
    r"|working\s+groups?|framework|forum|fund|task\s+forces?|schedules?|plans?|guidelines|road\s?maps?"
    r"|joint\s+declaration|strategy|recommendations|principles|outcomes|agreements?|platform|projects?"
    r"|consultations?|committee|commission|alliance|corridor|network|process)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    rf"(?:\s+(?:on\s+\w+day|today|also|jointly|that\s+(?:they|it|he|she)\s+(?:had|have|has)\s+(?:reached"
    rf"|agreed\s+on)))*\s+(?:(?:the|an?|new|several|additional|further|its|their|his|major|joint|up\s+to"
    rf"|more\s+than|nearly|over|almost|about)\s+)*"
    rf"(?P<what>(?:launch|establishment|creation|formation|inauguration|opening|start)\s+of|{_SUM}"
    rf"|(?:[\w$.-]+\s+){{0,6}}?(?:deals?|packages?|assistance|funding|aid"
    rf"|agreements?|partnerships?|loans?|grants?|initiatives?|programmes?|programs?|investments?|financing"
    rf"|commitments?|pact|truce|ceasefire|scholarships|missions?|dialogues?|working\s+groups?|funds?|hubs?"
    rf"|campaigns?|projects?|alliances?|joint\s+venture|sale\s+of|conclusion\s+of)\b)",
    re.IGNORECASE,
)
_ANNOUNCED_PLAN = re.compile(
    r"\s+(?:(?:its|their|his|her|the|a|an|our|new)\s+)?(?:[Gg]overnment['’]s\s+)?(?:plans?|intention"
    r"|intent|decision|readiness|commitment)\s+"
    r"to\s+(?:\w+ly\s+)?(?P<what>\w+)",
    re.IGNORECASE,
)
_NOTIFIED = re.compile(
    r"[^;]{0,60}?\bof\s+(?:its|their|the|an?)\s+(?:intention|intent|plans?|wish|decision|desire)\s+to\s+"
    r"(?P<what>\w+)",
    re.IGNORECASE,
)
_NOTIFIED_SALE = re.compile(
    r"[^;]{0,40}?\bof\s+(?:the|an?)\s+(?:possible|proposed|planned|potential)\s+(?P<what>(?:\w+\s+"
    r"){0,3}?sales?)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:possible|proposed|planned|potential)\b", re.IGNORECASE)
_GUARANTEES = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:guarantees|assurances|commitments?|promises|pledges?|a\s+(?:promise|pledge"
    r"|commitment|guarantee))\s+(?:that|to|from|of)\b",
    re.IGNORECASE,
)
_SALE = re.compile(
    r"\s+(?:the|an?)?\s*(?:\S+\s+){0,5}?(?:(?:sales?|transfer|export)\s+(?:of|to)|loans?|grants?|financing"
    r"|(?:aid|assistance)\s+package)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:analysts?|experts?|observers?|expect(?:s|ed|ing)?|believ(?:e|es|ed)|predict\w*|forecast\w*|likely"
    r"|hop(?:e|es|ed|ing)|estimat\w+|think|thinks|confident|optimistic|scholars?|project(?:s|ed)\s+that|(?-i:may)"
    r"|might|perhaps)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\s+(?:not|never)\b")
_COMMON_THING = re.compile(r"\bdeals?|agreements?|pact|truce|ceasefire|launch|establishment", re.IGNORECASE)
_SPEECH = re.compile(
    r"\b(?:said|says|told|added|stated|stressed|noted|warned|argued|claimed|insisted|wrote|explained|remarked"
    r"|declared|emphasi[sz]ed|pointed\s+out|saying|adding)\b",
    re.IGNORECASE,
)
_ONLY_STATIVE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:be|have|need|bring|benefit|see|remain\s+to|depend|mean|help\s+to|enable|mark|take\s+"
    r"place|celebrate|face|meet|visit|arrive|attend|hold\s+talks|travel|receive|discuss|decide|announce"
    r"|sign)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of commitment in a sentence of the masked text.

    start, end: the sentence. at: where the words after the verb begin. together_before: whether the sentence before had
    the parties acting together, so that "they" are the parties.
    """

    masked: str
    start: int
    end: int
    at: int
    word: str
    subject: Subject
    genre: Genre
    together_before: bool

    @property
    def together(self) -> bool:
        """Whether the parties act together."""
        they = self.subject.kind == "they" and (self.together_before or self.genre == "communiqué")
        return self.subject.kind == "together" or they

    @property
    def acting(self) -> bool:
        """Whether a party, or a body of one, is the subject."""
        return self.together or self.subject.kind in ("side", "body")

    @property
    def someone(self) -> bool:
        """Whether anybody is the subject, a single person too."""
        return self.acting or self.subject.kind in ("person", "they")

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern right behind the verb."""
        return pattern.match(self.masked, self.at, self.end)

    def around(self, pattern: re.Pattern[str]) -> bool:
        """Whether the sentence holds the pattern, looked for a clause's length around the verb."""
        low, high = max(self.start, self.at - LONGEST_CLAUSE), min(self.end, self.at + LONGEST_CLAUSE)
        return pattern.search(self.masked, low, high) is not None

    @property
    def thing(self) -> int:
        """Where the next word begins."""
        at = self.at
        while at < self.end and self.masked[at].isspace():
            at += 1
        return at


def agreed(verb: Verb) -> Reading | None:
    """As in "agreed to open", "agreed on a plan", "agreed that X shall be done"; "would be good" is a judgement."""
    if verb.word in ("agreeing", "concurring") or verb.subject.kind == "none":
        return None
    if (colon := verb.match(_COLON)) is not None:
        return "agreed", "commitment: agreed", colon.end()
    if (hit := verb.match(_TO_DO) or verb.match(_ON)) is not None:
        return None if verb.match(_JUDGEMENT) else ("agreed", "commitment: agreed", hit.start("what"))
    if verb.match(_TO_NOUN) is not None:
        return "agreed", "commitment: agreed", verb.thing
    that = verb.match(_THAT)
    return ("agreed", "commitment: agreed that", that.start("what") + 1) if that and _is_to_be(that["what"]) else None


def _is_to_be(clause: str) -> bool:
    """Whether a clause says what shall be done, before it says what is or would be."""
    shall, judged = _SHALL.search(clause), _JUDGED.search(clause)
    return shall is not None and (judged is None or shall.start() <= judged.start())


def pledged(verb: Verb) -> Reading | None:
    """As in "pledged to train", "committed to a package", "pledges $5 million", "promised that"."""
    if not verb.someone or (verb.word.startswith(("commit", "recommit")) and verb.word.endswith("ing")):
        return None
    if (hit := verb.match(_TO_DO)) is not None:
        return "pledged", "commitment: pledged", hit.start("what")
    if any(verb.match(pattern) for pattern in (_TO_NOUN, _AMOUNT, _THING_PLEDGED)):
        return "pledged", "commitment: pledged", verb.thing
    that = verb.match(_THAT)
    if that is not None and not verb.word.startswith("commit"):
        return "pledged", "commitment: pledged that", that.start("what") + 1
    return None


def decided(verb: Verb) -> Reading | None:
    """As in "decided to open", "decided that X would be held", by the parties together or in a communiqué."""
    if not verb.acting:
        return None
    if (that := verb.match(_THAT)) is not None:
        return ("agreed", "commitment: decided that", that.start("what") + 1) if _SHALL.search(that["what"]) else None
    hit = verb.match(_TO_DO) or verb.match(_ON)
    if hit is None or not (verb.together or verb.genre == "communiqué"):
        return None
    return "pledged" if verb.word.startswith("resolv") else "agreed", "commitment: decision", hit.start("what")


def intended(verb: Verb) -> Reading | None:
    """As in "intend to expand", "plans to fund", by a party or its bodies."""
    told = (
        verb.subject.kind == "person"
        and verb.masked[max(0, verb.subject.start - 5) : verb.subject.start] == "that "
        and verb.word == "intended"
    )
    it = told and verb.masked[verb.subject.start : verb.subject.start + 3] == "it "
    hit = verb.match(_TO_DO) if verb.acting or it else None
    return ("pledged", "commitment: intention", hit.start("what")) if hit else None


def will(verb: Verb) -> Reading | None:
    """As in "the two sides will cooperate": not of a thing, not as somebody's forecast, not in a history."""
    if verb.genre == "history" or verb.match(_NOT) or verb.match(_ONLY_STATIVE):
        return None
    if verb.around(_FORECAST):
        return None
    if verb.word == "would" and (verb.genre != "communiqué" or not verb.match(_giving())):
        return None
    together = verb.subject.kind == "together" or (verb.subject.kind == "they" and verb.together_before)
    alone = verb.subject.kind in ("side", "body") and (verb.genre == "communiqué" or _gives(verb))
    return ("pledged", "commitment: will", verb.thing) if together or alone else None


def _gives(verb: Verb) -> bool:
    """Whether one side says in a report what it will give, and no speaker is quoted as saying so."""
    giving = verb.match(_giving()) is not None
    return giving and not verb.around(_SPEECH)


@cache
def _giving() -> re.Pattern[str]:
    verbs = alternation(load("instruments")["giving"]["verbs"])
    return re.compile(rf"\s+(?:\w+ly\s+|also\s+|further\s+)?{verbs}\b", re.IGNORECASE)


def launched(verb: Verb) -> Reading | None:
    """As in "launched a dialogue", "endorsed the roadmap": what is launched must be a joint thing, no missile."""
    return ("agreed", "launch", verb.thing) if verb.acting and verb.match(_LAUNCHED) else None


def announced(verb: Verb) -> Reading | None:
    """As in "announced a loan of", "announced plans to", "announced that the agreement shall continue"."""
    if not verb.someone:
        return None
    if (hit := verb.match(_ANNOUNCED)) is not None:
        common = verb.together or verb.subject.kind == "they" or _COMMON_THING.search(hit["what"])
        return "agreed" if common else "pledged", "commitment: announced", verb.thing
    if (hit := verb.match(_ANNOUNCED_PLAN)) is not None:
        return "pledged", "commitment: announced plan", hit.start("what")
    that = verb.match(_THAT)
    if that is not None and verb.subject.kind in ("together", "side", "body") and _SHALL.search(that["what"]):
        status: Status = "agreed" if verb.subject.kind == "together" else "pledged"
        return status, "commitment: announced that", that.start("what") + 1
    return None


def notified(verb: Verb) -> Reading | None:
    """As in "notified Congress of its intention to sell" proposes it."""
    hit = (verb.match(_NOTIFIED) or verb.match(_NOTIFIED_SALE)) if verb.someone else None
    return ("proposed", "notified intention", hit.start("what")) if hit else None


def secured(verb: Verb) -> Reading | None:
    """As in "secured guarantees that": the other side has pledged it."""
    return ("pledged", "guarantees secured", verb.thing) if verb.match(_GUARANTEES) else None


def approved(verb: Verb) -> Reading | None:
    """As in "approved the sale of"; a possible sale is proposed."""
    hit = verb.match(_SALE) if verb.someone else None
    if hit is None:
        return None
    return "proposed" if _POSSIBLE.search(hit[0]) else "agreed", "sale approved", verb.thing
