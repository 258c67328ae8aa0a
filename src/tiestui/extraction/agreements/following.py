"""What follows a verb of promising: to do something, on something, that something shall be; a sum, a thing, a plan.

Each reader gives the status, the rule's name and the code point where the committed thing begins, or None when the verb
commits nobody here. What is announced, launched or approved is read in `announcing`.
"""

from __future__ import annotations

import re
from functools import cache

from tiestui.extraction.agreements.verb import ADVERB, AMOUNT, DEED, SHALL, THAT, Reading, Verb
from tiestui.lexicons import alternation, load

_TO_DO = re.compile(rf"{ADVERB}\s+(?:not\s+|never\s+)?to\s+(?P<what>\w+)", re.IGNORECASE)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ON = re.compile(rf"{ADVERB}\s+(?:on|upon)\s+(?!(?-i:[A-Z][a-z]+day\b|(?:{_MONTH})\b)|\d)(?P<what>\w+)", re.IGNORECASE)
_JUDGEMENT = re.compile(
    rf"{ADVERB}\s+(?:on|upon)\s+(?:the\s+)?(?:\w+\s+)?(?:importance|need|necessity|significance|urgency|value|fact)\b"
)
# British usage: "agreed a timetable for", "agreed the terms of".
_AGREED_THING = re.compile(
    rf"{ADVERB}\s+(?:an?|the|their|new|several|two|three)\s+(?:(?!that\b)[\w'’-]+\s+){{0,4}}?"
    r"(?:timetables?|terms|texts?|schedules?|plans?|programmes?|roadmaps?|road\s+maps?|deals?|agreements?|treaty|pact|accord"
    r"|protocols?|measures|steps|principles|ceasefire|truce|budget|framework|mechanism|formula|compromise|package|list"
    r"|agenda|guidelines|rules|arrangements?|extension|exchange|partnership|strategy|declaration|settlement)\b"
    r"(?!\s+(?:is|are|was|were|has|have|had|would|will|should|could|must|needs?)\b)",
    re.IGNORECASE,
)
_TO_NOUN = re.compile(rf"{ADVERB}\s+to\s+(?:an?|the|its|their|this|several|\d)\b", re.IGNORECASE)
_COLON = re.compile(r"\s*(?:to|on|upon|that)?\s*(?:the\s+following(?:\s+\w+){0,4}?)?\s*:")
_JUDGED = re.compile(
    rf"\b(?:would(?!\s+{DEED})|is|are|was|were|has|have|had|remains?|can|could|(?-i:may))\b", re.IGNORECASE
)
_A_SUM = re.compile(rf"{ADVERB}\s+{AMOUNT}")
_THING_PLEDGED = re.compile(
    rf"{ADVERB}\s+(?:(?:their|its|his|her|full|continued|more|further|additional|new|an?|the|increased|greater"
    rf"|strong|mutual|closer|military|financial|humanitarian)\s+)*(?:support|assistance|aid|cooperation"
    rf"|co-operation|help|loans?|grants?|funding|investments?|troops|weapons|backing|package|money|funds|relief"
    rf"|protection)\b",
    re.IGNORECASE,
)
# "Promised Kenya 40 vehicles", "pledged its neighbour a loan of": what is promised stands behind the one who gets it.
_TO_WHOM = re.compile(
    rf"{ADVERB}\s+(?:(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){{0,3}}|(?:its|their|his|her|the)\s+[\w-]+(?:\s+[\w-]+)?"
    rf"|them|it)\s+(?P<what>{AMOUNT}|(?:an?|the|its|full|more|new|further|free)\s+(?!that\b)[a-z]|\d)"
)
_ITS_SAFETY = re.compile(r"\s+(?:the|its|their|full)\s+(?:\w+\s+)?\w+\s+(?:of|for|to)\b")
_REFLEXIVE = re.compile(
    rf"{ADVERB}\s+(?:itself|themselves|himself|herself|ourselves|its\s+\w+|their\s+\w+)\s+to\s+(?P<what>\w+)",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:analysts?|experts?|observers?|expect(?:s|ed|ing)?|believ(?:e|es|ed)|predict\w*|forecast\w*|likely"
    r"|hop(?:e|es|ed|ing)|estimat\w+|think|thinks|confident|optimistic|scholars?|project(?:s|ed)\s+that|(?-i:may)"
    r"|might|perhaps)\b",
    re.IGNORECASE,
)
# "Said it plans to": a government speaks of itself.
_TOLD_IT = re.compile(r"\b(?:that|said|says|announced|confirmed)\s+it\s$")
_NOT = re.compile(r"\s+(?:not|never)\b")
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


def agreed(verb: Verb) -> Reading | None:
    """As in "agreed to open", "agreed on a plan", "agreed that X shall be done"; "would be good" is a judgement."""
    if verb.word in ("agreeing", "concurring") or verb.subject.kind == "none":
        return None
    if (colon := verb.match(_COLON)) is not None:
        return "agreed", "commitment: agreed", colon.end()
    if (hit := verb.match(_TO_DO) or verb.match(_ON)) is not None:
        return None if verb.match(_JUDGEMENT) else ("agreed", "commitment: agreed", hit.start("what"))
    if verb.match(_TO_NOUN) is not None or (verb.acting and verb.match(_AGREED_THING) is not None):
        return "agreed", "commitment: agreed", verb.thing
    that = verb.match(THAT)
    return ("agreed", "commitment: agreed that", that.start("what") + 1) if that and _is_to_be(that["what"]) else None


def _is_to_be(clause: str) -> bool:
    """Whether a clause says what shall be done, before it says what is or would be."""
    shall, judged = SHALL.search(clause), _JUDGED.search(clause)
    return shall is not None and (judged is None or shall.start() <= judged.start())


def pledged(verb: Verb) -> Reading | None:
    """As in "pledged to train", "committed to a package", "pledges $5 million", "promised that"."""
    if not verb.someone or (verb.word.startswith(("commit", "recommit")) and verb.word.endswith("ing")):
        return None
    if (hit := verb.match(_TO_DO)) is not None:
        return "pledged", "commitment: pledged", hit.start("what")
    if (hit := verb.match(_REFLEXIVE) if verb.word.startswith(("commit", "recommit", "pledg")) else None) is not None:
        return "pledged", "commitment: pledged", hit.start("what")
    if (hit := verb.match(_TO_WHOM) if verb.word.startswith(("promis", "pledg", "guarantee")) else None) is not None:
        return "pledged", "commitment: pledged", hit.start("what")
    if verb.word.startswith("guarantee") and verb.match(_ITS_SAFETY):
        return "pledged", "commitment: pledged", verb.thing
    if any(verb.match(pattern) for pattern in (_TO_NOUN, _A_SUM, _THING_PLEDGED)):
        return "pledged", "commitment: pledged", verb.thing
    that = verb.match(THAT)
    if that is not None and not verb.word.startswith("commit"):
        return "pledged", "commitment: pledged that", that.start("what") + 1
    return None


def decided(verb: Verb) -> Reading | None:
    """As in "decided to open", "decided that X would be held", by the parties together or in a communiqué."""
    if not verb.acting:
        return None
    if (that := verb.match(THAT)) is not None:
        return ("agreed", "commitment: decided that", that.start("what") + 1) if SHALL.search(that["what"]) else None
    hit = verb.match(_TO_DO) or verb.match(_ON)
    if hit is None or not (verb.together or verb.genre == "communiqué"):
        return None
    return "pledged" if verb.word.startswith("resolv") else "agreed", "commitment: decision", hit.start("what")


def intended(verb: Verb) -> Reading | None:
    """As in "intend to expand", "plans to fund", by a party or its bodies."""
    it = verb.subject.kind == "person" and _TOLD_IT.search(verb.masked, verb.start, verb.subject.start + 3) is not None
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
