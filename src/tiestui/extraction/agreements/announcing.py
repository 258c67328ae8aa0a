"""What one or both parties announce, launch, approve, give or have done: the readers of such verbs.

Each gives the status, the rule's name and the code point where the committed thing begins, or None when the verb
commits nobody here. The verbs of promising proper stand in `following`.
"""

from __future__ import annotations

import re
from functools import cache

from tiestui.extraction.agreements.verb import AMOUNT, SHALL, SUM, THAT, Reading, Verb
from tiestui.extraction.wordforms import forms_of
from tiestui.lexicons import alternation, load
from tiestui.model.records import Status
from tiestui.patterns import lazily

_LAUNCHED = lazily(
    r"[^;]{0,90}?\b(?:partnerships?|programmes?|programs?|dialogues?|initiatives?|mechanisms?|negotiations?"
    r"|working\s+groups?|framework|forum|fund|task\s+forces?|plans?|guidelines|road\s?maps?"
    r"|joint\s+declaration|strategy|recommendations|principles|agreements?|platform|projects?"
    r"|consultations?|committee|commission|alliance|corridor|network|process|centres?|centers?|talks)\b",
    re.IGNORECASE,
)
_ANNOUNCED = lazily(
    rf"(?:\s+(?:on\s+\w+day|today|also|jointly|that\s+(?:they|it|he|she)\s+(?:had|have|has)\s+(?:reached"
    rf"|agreed\s+on)))*\s+(?:(?:the|an?|new|several|additional|further|its|their|his|major|joint|up\s+to"
    rf"|more\s+than|nearly|over|almost|about)\s+)*"
    rf"(?P<what>(?:launch|establishment|creation|formation|inauguration|opening|start)\s+of|{SUM}"
    rf"|(?:[\w$.-]+\s+){{0,6}}?(?:deals?|packages?|assistance|funding|aid"
    rf"|agreements?|partnerships?|loans?|grants?|initiatives?|programmes?|programs?|investments?|financing"
    rf"|commitments?|pact|truce|ceasefire|scholarships|missions?|dialogues?|working\s+groups?|funds?|hubs?"
    rf"|campaigns?|projects?|alliances?|joint\s+venture|sale\s+of|conclusion\s+of)\b)",
    re.IGNORECASE,
)
_ANNOUNCED_PLAN = lazily(
    r"\s+(?:(?:its|their|his|her|the|a|an|our|new)\s+)?(?:[Gg]overnment['’]s\s+)?(?:plans?|intention"
    r"|intent|decision|readiness|commitment)\s+"
    r"to\s+(?:\w+ly\s+)?(?P<what>\w+)",
    re.IGNORECASE,
)
_NOTIFIED = lazily(
    r"[^;]{0,60}?\bof\s+(?:its|their|the|an?)\s+(?:intention|intent|plans?|wish|decision|desire)\s+to\s+"
    r"(?P<what>\w+)",
    re.IGNORECASE,
)
_NOTIFIED_SALE = lazily(
    r"[^;]{0,40}?\bof\s+(?:the|an?)\s+(?:possible|proposed|planned|potential)\s+(?P<what>(?:\w+\s+"
    r"){0,3}?sales?)\b",
    re.IGNORECASE,
)
_POSSIBLE = lazily(r"\b(?:possible|proposed|planned|potential)\b", re.IGNORECASE)
_ASSURANCE = r"(?:guarantees?|assurances?|undertakings?|commitments?|promises?|pledges?|(?:his|her|its|their)\s+word)"
_GUARANTEES = lazily(rf"\s+(?:\w+\s+){{0,3}}?{_ASSURANCE}\s+(?:that|to|from|of|not)\b", re.IGNORECASE)
_SALE = lazily(
    r"\s+(?:the|an?)?\s*(?:\S+\s+){0,5}?(?:(?:sales?|transfer|export)\s+(?:of|to)|loans?|grants?|financing"
    r"|(?:aid|assistance)\s+package)\b",
    re.IGNORECASE,
)
_CLAIMED = lazily(
    r"\b(?:claims?|allegations?|allegedly|rumou?rs|den(?:y|ies|ied|ying)|rejected|dismissed)\b", re.IGNORECASE
)
_COMMON_THING = lazily(r"\b(?:deals?|agreements?|pact|truce|ceasefire|launch|establishment)\b", re.IGNORECASE)
# "Instructed their ministers to conclude", "tasked officials with drawing up".
_OFFICIALS = lazily(
    r"\s+(?:[\w.'’-]+\s+){0,5}?(?:ministers?|ministries|officials?|teams?|experts?|delegations?|negotiators?|governments?"
    r"|authorities|departments?|agencies|committees?|commissions?|groups?|sides?|representatives|senior\s+\w+|secretariat)"
    r"(?:\s+[^;,.]{1,40}?)?\s+(?:to|with)\s+(?P<what>\w+)",
    re.IGNORECASE,
)
_GREEN_LIGHT = lazily(
    r"\s+(?:the\s+green\s+light|(?:his|her|its|their)\s+(?:approval|assent|blessing))\s+(?:to|for)\s+(?P<what>\w+)",
    re.IGNORECASE,
)
_A_SUM = lazily(rf"\s+{AMOUNT}", re.IGNORECASE)


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
    if (hit := verb.match(_giving_now())) is not None:
        return "pledged", "commitment: announced that", hit.start("what")
    that = verb.match(THAT)
    if that is not None and verb.subject.kind in ("together", "side", "body") and SHALL.search(that["what"]):
        status: Status = "agreed" if verb.subject.kind == "together" else "pledged"
        return status, "commitment: announced that", that.start("what") + 1
    return None


@cache
def _giving_now() -> re.Pattern[str]:
    """As in "announced that it was donating"."""
    giving = alternation([forms_of(entry).gerund for entry in load("instruments")["giving"]["verbs"]])
    return lazily(
        rf"[^;,]{{0,40}}?\sthat\s+(?:it|they|he|she|[^;,]{{1,40}}?)\s+(?:is|are|was|were)\s+(?P<what>{giving})\b",
        re.IGNORECASE,
    )


def confirmed(verb: Verb) -> Reading | None:
    """As in "confirmed that it would repay": who says so of what it will give commits itself."""
    hit = verb.match(_that_it_would_give()) if verb.acting or verb.someone else None
    return ("pledged", "commitment: confirmed that", hit.start("what")) if hit else None


@cache
def _that_it_would_give() -> re.Pattern[str]:
    giving = alternation(load("instruments")["giving"]["verbs"])
    return lazily(
        rf"\s+that\s+(?:it|they|he|she)\s+(?:would|will|shall)\s+(?:\w+ly\s+|also\s+)?(?P<what>{giving})\b",
        re.IGNORECASE,
    )


def offered(verb: Verb) -> Reading | None:
    """As in "offered to lend it 4 million euros": proposed, when it says how much."""
    hit = verb.match(_offered_sum()) if verb.someone and not verb.around(_CLAIMED) else None
    return ("proposed", "commitment: offered", hit.start("what")) if hit else None


@cache
def _offered_sum() -> re.Pattern[str]:
    giving = alternation(load("instruments")["giving"]["verbs"])
    return lazily(rf"\s+to\s+(?P<what>{giving})\b[^;,]{{0,60}}?{AMOUNT}", re.IGNORECASE)


def notified(verb: Verb) -> Reading | None:
    """As in "notified Congress of its intention to sell" proposes it."""
    hit = (verb.match(_NOTIFIED) or verb.match(_NOTIFIED_SALE)) if verb.someone else None
    return ("proposed", "notified intention", hit.start("what")) if hit else None


def secured(verb: Verb) -> Reading | None:
    """As in "secured guarantees that": the other side has pledged it."""
    return ("pledged", "guarantees secured", verb.thing) if verb.match(_GUARANTEES) else None


def gave(verb: Verb) -> Reading | None:
    """As in "gave an undertaking that", "made a commitment to"; "gave the green light to" agrees to it."""
    if not verb.someone:
        return None
    if (hit := verb.match(_GREEN_LIGHT)) is not None:
        return "agreed", "green light", hit.start("what")
    return ("pledged", "assurance given", verb.thing) if verb.match(_GUARANTEES) else None


def approved(verb: Verb) -> Reading | None:
    """As in "approved the sale of"; a possible sale is proposed."""
    hit = verb.match(_SALE) if verb.someone else None
    if hit is None:
        return None
    return "proposed" if _POSSIBLE.search(hit[0]) else "agreed", "sale approved", verb.thing


def instructed(verb: Verb) -> Reading | None:
    """As in "instructed their ministers to conclude the talks", by the parties together or in a communiqué."""
    hit = verb.match(_OFFICIALS) if verb.together or (verb.someone and verb.genre == "communiqué") else None
    return ("agreed", "commitment: instruction", hit.start("what")) if hit else None


def allocated(verb: Verb) -> Reading | None:
    """As in "earmarked $5 million for schools"."""
    return ("pledged", "sum set aside", verb.thing) if verb.someone and verb.match(_A_SUM) else None
