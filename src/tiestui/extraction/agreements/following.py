"""What follows a verb of promising: to do something, on something, that something shall be; a sum, a thing, a plan.

Each reader gives the status, the rule's name and the code point where the committed thing begins, or None when the verb
commits nobody here. What is announced, launched or approved is read in `announcing`.
"""

from __future__ import annotations

import re
from functools import cache

from tiestui.dates.words import FULL_MONTH
from tiestui.extraction.agreements.verb import ADVERB, AMOUNT, DEED, SHALL, THAT, Reading, Verb
from tiestui.extraction.wordforms import participles
from tiestui.lexicons import alternation, load
from tiestui.patterns import lazily

_TO_DO = lazily(rf"{ADVERB}\s+(?:not\s+|never\s+)?to\s+(?P<what>\w+)", re.IGNORECASE)
_ON = lazily(
    rf"{ADVERB}\s+(?:on|upon)\s+(?!(?-i:[A-Z][a-z]+day\b|(?:{FULL_MONTH})\b)|\d)(?!(?:issues|matters|things)\s+(?:and|but|like)\b|(?:issues|matters|things)[.,])(?P<what>\w+)",
    re.IGNORECASE,
)
_JUDGEMENT = lazily(
    rf"{ADVERB}\s+(?:on|upon)\s+(?:the\s+)?(?:\w+\s+)?(?:importance|need|necessity|significance|urgency|value|fact)\b"
)
# British usage: "agreed a timetable for", "agreed the terms of".
_AGREED_THING = lazily(
    rf"{ADVERB}\s+(?:an?|the|their|new|several|two|three)\s+(?:(?!that\b)[\w.'’-]+\s+){{0,4}}?"
    r"(?:timetables?|terms|texts?|schedules?|plans?|programmes?|roadmaps?|road\s+maps?|deals?|agreements?|treaty|pact|accord"
    r"|protocols?|measures|steps|principles|ceasefire|truce|budget|framework|mechanism|formula|compromise|package|list"
    r"|agenda|guidelines|rules|arrangements?|extension|exchange|partnership|strategy|declaration|settlement)\b"
    r"(?!\s+(?:is|are|was|were|has|have|had|would|will|should|could|must|needs?)\b)",
    re.IGNORECASE,
)
_TO_NOUN = lazily(rf"{ADVERB}\s+to\s+(?:an?|the|its|their|this|several|\d)\b", re.IGNORECASE)
_COLON = lazily(r"\s*(?:to|on|upon|that)?\s*(?:the\s+following(?:\s+\w+){0,4}?)?\s*:")
_JUDGED = lazily(
    rf"\b(?:would(?!\s+{DEED})|is|are|was|were|has|have|had|remains?|can|could|(?-i:may))\b", re.IGNORECASE
)
_A_SUM = lazily(rf"{ADVERB}\s+{AMOUNT}")
_THING_PLEDGED = lazily(
    rf"{ADVERB}\s+(?:(?:their|its|his|her|full|continued|more|further|additional|new|an?|the|increased|greater"
    rf"|strong|mutual|closer|military|financial|humanitarian)\s+)*(?:support|assistance|aid|cooperation"
    rf"|co-operation|help|loans?|grants?|funding|investments?|troops|weapons|backing|package|money|funds|relief"
    rf"|protection)\b",
    re.IGNORECASE,
)
# "Promised Kenya 40 vehicles", "pledged its neighbour a loan of": what is promised stands behind the one who gets it.
_TO_WHOM = lazily(
    rf"{ADVERB}\s+(?:(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){{0,3}}|(?:its|their|his|her|the)\s+[\w-]+(?:\s+[\w-]+)?"
    rf"|them|it)\s+(?P<what>{AMOUNT}|(?:an?|the|its|full|more|new|further|free)\s+(?!that\b)[a-z]|\d)"
)
_ITS_SAFETY = lazily(r"\s+(?:the|its|their|full)\s+(?:\w+\s+)?\w+\s+(?:of|for|to)\b")
_REFLEXIVE = lazily(
    rf"{ADVERB}\s+(?:itself|themselves|himself|herself|ourselves|its\s+\w+|their\s+\w+)\s+to\s+(?P<what>\w+)",
    re.IGNORECASE,
)
# A company may agree to something too, but the talks do so for their parties.
_GATHERING = lazily(
    r"\b(?:talks|meetings?|summit|conference|session|commission|committee|council|negotiat\w+|delegates)\b"
)
_FORECAST = lazily(
    r"\b(?:analysts?|experts?|observers?|expect(?:s|ed|ing)?|believ(?:e|es|ed)|predict\w*|forecast\w*|likely"
    r"|hop(?:e|es|ed|ing)|estimat\w+|think|thinks|confident|optimistic|scholars?|project(?:s|ed)\s+that|(?-i:may)"
    r"|might|perhaps)\b",
    re.IGNORECASE,
)
# "Said it plans to": a government speaks of itself.
_TOLD_IT = lazily(r"\b(?:that|said|says|announced|confirmed)\s+it\s$")
_NOT = lazily(r"\s+(?:not|never)\b")
_SPEECH = lazily(
    r"\b(?:said|says|told|added|stated|stressed|noted|warned|argued|claimed|insisted|wrote|explained|remarked"
    r"|declared|emphasi[sz]ed|pointed\s+out|saying|adding)\b",
    re.IGNORECASE,
)
# "..., the foreign ministry said": a government tells it, no outsider.
_OFFICIALLY = lazily(
    r",\s+(?:[\w.’'-]+\s+){0,8}?(?:ministry|government|presidency|spokes\w+|minister|president|embassy|officials?|office"
    r"|department|premier|chancellor|secretary)(?:\s+[\w.’'-]+){0,4}?\s+(?:said|announced|confirmed|stated)\b",
    re.IGNORECASE,
)
_LEADER = lazily(
    r"(?:[Tt]he\s+)?(?:[A-Z][\w.’'-]*\s+)?(?:President|Prime\s+Minister|Premier|Chancellor|Secretary|Minister)\b"
)
_NOT_DONE = ("work", "help", "continue", "cooperate", "join", "open", "make", "send", "give")
_ONLY_STATIVE = lazily(
    r"\s+(?:\w+ly\s+)?(?:be|have|need|bring|benefit|see|remain\s+to|depend|mean|help\s+to|enable|mark|take\s+"
    r"place|celebrate|face|meet|visit|arrive|attend|hold\s+talks|travel|receive|discuss|decide|announce"
    r"|sign)\b",
    re.IGNORECASE,
)


def agreed(verb: Verb) -> Reading | None:
    """As in "agreed to open", "agreed on a plan", "agreed that X shall be done"; "would be good" is a judgement."""
    if verb.word in ("agreeing", "concurring") or verb.subject.kind == "none":
        return None
    if verb.subject.kind == "thing" and verb.genre == "news" and not verb.before(_GATHERING):
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
    if not (verb.acting or verb.subject.kind == "they"):
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
    if verb.genre == "history" or verb.match(_NOT) or verb.around(_FORECAST):
        return None
    if (done := _done(verb)) is not None or verb.match(_ONLY_STATIVE):
        return done
    if verb.word == "would" and (verb.genre != "communiqué" or not verb.match(_giving())):
        return None
    together = verb.subject.kind == "together" or (verb.subject.kind == "they" and verb.together_before)
    alone = verb.subject.kind in ("side", "body") and (verb.genre == "communiqué" or _gives(verb))
    leader = verb.genre == "communiqué" and verb.subject.kind == "person" and _leads_a_side(verb)
    return ("pledged", "commitment: will", verb.thing) if together or alone or leader else None


def _leads_a_side(verb: Verb) -> bool:
    return _LEADER.match(verb.masked, verb.subject.start, verb.at) is not None


def _done(verb: Verb) -> Reading | None:
    """As in "visas will be waived", in a communiqué: what shall be done there is done by the parties."""
    hit = verb.match(_to_be_done()) if verb.genre == "communiqué" else None
    if hit is None or verb.subject.kind not in ("thing", "person", "body"):
        return None
    return "agreed" if hit["set"] else "pledged", "commitment: shall be done", verb.thing


@cache
def _to_be_done() -> re.Pattern[str]:
    doing = [entry for entry in load("instruments")["giving"]["verbs"] if entry not in _NOT_DONE]
    return lazily(
        r"\s+(?:\w+ly\s+|also\s+)?be\s+(?:\w+ly\s+|further\s+)?"
        rf"(?:(?P<set>established|set\s+up|created|formed|convened|launched)|{participles(doing)})\b",
        re.IGNORECASE,
    )


def _gives(verb: Verb) -> bool:
    """Whether one side says in a report what it will give; who is quoted as saying so must speak for a government."""
    if verb.match(_giving()) is None or verb.before(_SPEECH):
        return False
    return not verb.around(_SPEECH) or _OFFICIALLY.search(verb.masked, verb.at, verb.end) is not None


@cache
def _giving() -> re.Pattern[str]:
    verbs = alternation(load("instruments")["giving"]["verbs"])
    return lazily(rf"\s+(?:\w+ly\s+|also\s+|further\s+)?{verbs}\b", re.IGNORECASE)
