"""Meetings: talks, summits, negotiations, calls, whoever holds them.

"The ministers met in Bern", "held talks with", "the third round of border talks", "spoke by telephone", "received the
envoy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tiestui.extraction.events.happening import Happening, Rule
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.wordforms import all_forms, every_form, form_names, squeezed
from tiestui.lexicons import alternation, load

_WHOM = (
    r"(?:with\s+)?(?:(?:the\s+)?(?:visiting\s+)?(?:(?:al|el|bin|ibn|de|von|van|da|di|du|le|la)[- ])?[A-Z]"
    r"|(?:his|her|their|its|the|a)\s+(?:[\w.-]+\s+){0,3}?(?:counterparts?|president|prime|premier|minister"
    r"|leaders?|secretary|delegation|king|chancellor|officials?|diplomats?|ambassador|envoys?|pope|emperor)"
    r"|(?:business|opposition|community|religious|party)\s+leaders|lawmakers|senators|executives|members\s+of)"
)
_MET = Guarded(
    "met meets meet meeting received receives",
    rf"\b(?P<verb>met|meets|meet|meeting|received|receives)\s+(?P<whom>{_WHOM}|(?:here|again|privately|in"
    rf"|on|at|for|last|this|each\s+other|face-to-face|yesterday|today|separately|briefly|twice)\b)",
)
# "It has met twice": a count of meetings is none of them.
_COUNTED = re.compile(r"\s+(?:twice|thrice|often|regularly|frequently|repeatedly|(?:once|several|many|\w+)\s+times?)\b")
_HAS = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?$")
_HAS_REACH = 24
_SPOKE = Guarded(
    "phone telephone video telephoned phoned called",
    r"\b(?P<verb>sp(?:oke|oken|eaks?|eaking)|talk(?:ed|s)|conferred|communicat(?:ed|es)|telephoned"
    r"|phoned|called)\b[^;]{0,70}?\b(?:by\s+(?:tele)?phone|on\s+the\s+(?:tele)?phone|by\s+telephone|over\s+the\s+"
    r"phone|via\s+(?:video|telephone|phone)|by\s+video|in\s+a\s+(?:phone|telephone|video)\s+call)\b"
    r"|\b(?P<verb2>telephoned|phoned)\s+(?:[A-Z]|(?:him|her|them|his|the)\b)"
    r"|\b(?P<verb3>called)\s+[A-Z][^;,.]{1,50}?\sto\s+(?:congratulate|discuss|express|offer|thank|brief|assure|convey)\b",
)
# "Sat down with", "conferred with officials", "saw the ambassador", "discussed the border with King X".
_TITLED = (
    r"(?:the\s+)?(?:[A-Z][\w.’'-]+\s+)?(?:President|Prime|Premier|Foreign|Minister|Secretary|Ambassador|King|Queen|Chancellor"
    r"|Emperor|Pope|Chairman|Vice|Deputy|Crown|Sultan|Emir|Sheikh)\b"
)
_TITLED_SMALL = (
    r"(?:(?:the\s+)?[A-Z][\w.’'-]+\s+|(?:his|her|their)\s+(?:[A-Z]\w+\s+)?)"
    r"(?:president|prime|premier|foreign|chancellor|king|counterparts?)\b"
)
_SAW = Guarded(
    "sat sits conferred consulted huddled exchanged compared saw discussed discusses gathered assembled came convened"
    " spoke speaks talks talked dinner lunch breakfast tea",
    rf"\b(?P<verb>(?:sat|sits)\s+down|conferred|consulted|huddled|exchanged\s+views|compared\s+notes)\s+with\s+{_WHOM}"
    rf"|\b(?P<verb2>saw|discuss(?:ed|es)\b(?:(?!\bhow\b|\bwhether\b)[^;,]){{1,70}}?\swith)\s+{_TITLED}"
    rf"|\b(?P<verb4>(?:spoke|speaks|talks|talked)\s+(?:to|with))\s+(?:{_TITLED}|{_TITLED_SMALL})"
    rf"|\b(?P<verb5>(?:had|shared)\s+(?:an?\s+)?(?:\w+\s+)?(?:dinner|lunch|breakfast|tea)\s+with)\s+{_WHOM}"
    r"|\b(?P<verb3>gathered|assembled|came\s+together|convened)\s+(?:in|at|on)\s+(?:the\s+)?[A-Z]",
)
_NAMES_AFTER = re.compile(
    r"\s+(?:between|with|of|involving|among)\s+(?:(?:the|his|her|their|its|a|visiting|newly|other|top|senior)\s+)*(?:[A-Z]|(?:\w+\s+){0,3}?(?:counterparts?|presidents?|ministers?|leaders?|officials?"
    r"|secretar\w+|sides|countries|governments|delegations?))"
)
_OWNER_BEFORE = re.compile(
    r"(?:[A-Z][\w.-]*['’]s?|[A-Z]\w+[-–][A-Z]\w+|[Tt]rilateral|[Bb]ilateral|one-on-one|[Jj]oint"
    r"|border|[Nn]ATO|G20|G7|BRICS|APEC|ASEAN|EU|UN|[Ss]ummit)\s+(?:[\w.-]+\s+){0,3}$"
)
_OF_PARLIAMENT = re.compile(
    r"\s+of\s+(?:the\s+)?(?:[\w.-]+\s+){0,2}?(?:[Pp]arliament|[Cc]ongress|Council|Assembly|National|Duma"
    r"|Knesset|Senate)"
)
_ROUND = Guarded(
    "round rounds session sessions meeting meetings series",
    r"\b(?P<noun>(?:\w+\s+)?(?:rounds?|sessions?|meetings?|series)\s+of\s+(?:(?:the|their|[\w-]+)\s+){0,4}?(?:talks|negotiations|consultations|commission|committee"
    r"|dialogue|discussions|meetings|conversations|council))\b",
    re.IGNORECASE,
)
# "The next annual review": a meeting when it has a date.
_REVIEW = Guarded(
    "review dialogue consultations session commission committee",
    r"\b(?:annual|mid-?term|joint|periodic|next|first|second|third|inaugural)\s+(?:[\w.-]+\s+){0,4}?(?P<noun>review|dialogue"
    r"|consultations|session|commission|committee)\b(?!\s+(?:was|were|is|will\s+be)\s+(?:set\s+up|established|created|formed))",
    re.IGNORECASE,
)
_TAKES_PLACE = Guarded(
    "held convened hosted took opened began started resumed concluded ended collapsed broke",
    r"\b(?P<noun>summit|talks|session|round|meeting|dialogue|forum|conference|consultations)\s(?:(?:of|on|between|with|for)\s[^;,]{1,80}?\s)?(?:was|were|will\s+be"
    r"|to\s+be|has\s+been)\s+(?P<held>held|convened|hosted)\b|\b(?P<noun2>session|round|meeting|dialogue|forum|conference|summit"
    r"|consultations|talks|negotiations|discussions)\s(?:[^;,]{0,80}?\s)?(?:took\s+place|opened|began|started|resumed"
    r"|concluded|ended|collapsed|broke\s+(?:down|off|up))\b",
    re.IGNORECASE,
)
_TITLE = (
    r"(?:President|Prime|Premier|Minister|Foreign|Secretary|Ambassador|King|Queen|Chancellor|Emperor|Pope|Speaker|Chairman"
    r"|Vice|Deputy|Crown|General|Governor|Sultan|Emir)"
)
_RECEIVED_BY = Guarded(
    "received welcomed greeted hosted",
    r"\b(?:was|were)\s+(?:\w+ly\s+|also\s+)?(?P<verb>received|welcomed|greeted|hosted)\s+(?:\w+\s+){0,3}?by\s+(?:the\s+)?"
    rf"(?:[A-Z]\w+\s+){{0,2}}?{_TITLE}",
)
_CALLED_ON = Guarded(
    "called calls call",
    rf"\b(?P<verb>called|(?:paid|made|pays)\s+(?:an?\s+)?courtesy\s+calls?)\s+on\s+(?:the\s+)?(?:[A-Z]\w+\s+)?{_TITLE}\b(?![^;,]{{0,80}}\sto\s+[a-z])",
)


@cache
def _patterns() -> tuple[Scanner, Scanner, frozenset[str]]:
    data = load("events")["meeting"]
    nouns = alternation(data["nouns"])
    return (
        Scanner(
            rf"\b(?P<verb>{all_forms(data['holding'])})\s+(?:their\s+|his\s+|her\s+|an?\s+|the\s+"
            rf")?(?:[\w.’'-]+\s+){{0,5}}?(?P<noun>{nouns})\b",
            every_form(data["holding"]),
        ),
        Scanner(
            rf"(?<!press )(?<!news )(?<![\w-])(?P<noun>{nouns})\b(?!\s+(?:points?|room|rooms|table|agenda|place"
            rf"|process|on\s+behalf))",
            data["nouns"],
        ),
        frozenset(data["loose"]),
    )


@cache
def _holding_forms() -> dict[str, str]:
    return form_names(load("events")["meeting"]["holding"])


_MEETING = Rule("meeting", "nothing", True, "met")
_SEEN = Rule("meeting", "date", True, "met")
_CALL = Rule("meeting", "nothing", True, "call")
_HELD = Rule("meeting", "nothing", True, "talks held")
_ROUND_OF = Rule("meeting", "nothing", True, "round of talks")
_NAMED_NOUN = Rule("meeting", "nothing", True, "meeting by noun")
_HELD_NOUN = Rule("meeting", "telling", True, "talks held")
_REVIEWED = Rule("meeting", "near date", True, "review by noun")
_LOOSE_NOUN = Rule("meeting", "date", True, "meeting by noun")
_NOUN = Rule("meeting", "names or date", False, "meeting by noun")


def find_meetings(text: str, start: int, end: int) -> Iterator[Happening]:
    """The meetings that a sentence tells of; they may overlap."""
    holding, nouns, loose = _patterns()
    for match in _MET.finditer(text, start, end):
        counted = _COUNTED.match(text, match.end("verb"), end) is not None
        if counted and _HAS.search(text, max(start, match.start() - _HAS_REACH), match.start()):
            continue
        if _is_meeting(text, start, match):
            yield _MEETING.of(match, "verb", _FORMS[match["verb"]])
    for match in _SPOKE.finditer(text, start, end):
        yield _CALL.of(match, _which(match), "past")
    for match in _SAW.finditer(text, start, end):
        yield (_MEETING if match["verb"] or match["verb4"] or match["verb5"] else _SEEN).of(
            match, _which(match), "past"
        )
    for match in holding.finditer(text, start, end):
        verb, noun = squeezed(match["verb"]), squeezed(match["noun"])
        if verb in _ONLY_DONE and "negotiations" in noun:
            continue
        if _is_held(verb, noun, match[0]):
            yield _HELD.of(match, "verb", _holding_forms()[verb], verb, noun)
    for match in _RECEIVED_BY.finditer(text, start, end):
        yield _MEETING.of(match, "verb", "participle")
    for match in _CALLED_ON.finditer(text, start, end):
        yield _MEETING.of(match, "verb", "past")
    for match in _TAKES_PLACE.finditer(text, start, end):
        which = "noun" if match["noun"] else "noun2"
        yield replace(_HELD_NOUN.of(match, which, "noun"), end=match.end("held" if match["held"] else which))
    for match in _REVIEW.finditer(text, start, end):
        if not _OF_PARLIAMENT.match(text, match.end()):
            yield _REVIEWED.of(match, "noun", "noun")
    for match in _ROUND.finditer(text, start, end):
        yield _ROUND_OF.of(match, "noun", "noun")
    for match in nouns.finditer(text, start, end):
        named = _NAMES_AFTER.match(text, match.end(), end) or _OWNER_BEFORE.search(
            text, max(start, match.start() - _OWNER_REACH), match.start()
        )
        if squeezed(match["noun"]) not in loose:
            yield (_NAMED_NOUN if named else _NOUN).of(match, "noun", "noun")
        elif named and not _OF_PARLIAMENT.match(text, match.end()):
            yield _LOOSE_NOUN.of(match, "noun", "noun")


def _which(match: re.Match[str]) -> str:
    """The name of the verb's group that took part in a match."""
    return next(name for name in ("verb", "verb2", "verb3", "verb4", "verb5") if match.groupdict().get(name))


_OWNER_REACH = 45
_FORMS = {
    "met": "past",
    "meets": "present",
    "meet": "base",
    "meeting": "gerund",
    "received": "past",
    "receives": "present",
}
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|this|that|their|his|her|of|first|second|\w+al|\w+-\w+|summit|[A-Z]\w+['’]s?)\s+$"
)
_MET_NEED = re.compile(r"[^;]{0,12}?\b(?:needs?|goals?|targets?|demands?|requirements?|challenges?)\b")
_SOMEBODY = re.compile(
    r"(?:the\s+)?(?:visiting\s+)?(?:[A-Z][\w.-]+\s+)*?(?:President|Prime|Premier|Minister|Foreign|Secretary"
    r"|Ambassador|King|Queen|Chancellor|Mr|Ms|Mrs|Dr|General|Senator|Governor|Speaker|Chairman|Vice|Deputy"
    r"|Crown|Special|[A-Z]\w+\s+[A-Z]\w+)\b|\w*(?:president|minister|delegation|envoy|counterpart)"
)


def _is_meeting(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the object is somebody: not "received assistance", not "the meeting in Rome", not "met the goal"."""
    verb = match["verb"]
    if verb.startswith("receiv") and not _SOMEBODY.match(text, match.start("whom")):
        return False
    if verb == "meeting" and _NOUN_BEFORE.search(text, max(start, match.start() - 25), match.start()):
        return False
    return _MET_NEED.match(text, match.end()) is None


# "Intend to conclude negotiations": no meeting.
_ONLY_DONE = frozenset({"conclude", "complete"})
_OPENING_VERBS = frozenset({"open", "start", "end", "lead", "led", "leads", "have", "has", "host", "call"})


def _is_held(verb: str, noun: str, words: str) -> bool:
    """Whether the noun is a meeting with this verb: "have a dialogue" is none, nor is "make a call" without a phone."""
    if noun == "conference" and ("press" in words or "news" in words):
        return False
    if noun == "call":
        return "phone" in words or "video" in words
    return verb not in _OPENING_VERBS or noun not in ("dialogue", "conference", "forum")
