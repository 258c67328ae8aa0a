"""Meetings: talks, summits, negotiations, calls, whoever holds them.

"The ministers met in Bern", "held talks with", "the third round of border talks", "spoke by telephone", "received the envoy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.events.happening import Happening
from tiestui.extraction.scan import Scanner
from tiestui.extraction.wordforms import all_forms, every_form, form_names, squeezed
from tiestui.lexicons import alternation, load

_WHOM = r"(?:with\s+)?(?:(?:the\s+)?(?:visiting\s+)?(?:(?:al|el|bin|ibn|de|von|van|da|di|du|le|la)[- ])?[A-Z]|(?:his|her|their|its|the|a)\s+(?:[\w-]+\s+){0,3}?(?:counterparts?|president|prime|premier|minister|leaders?|secretary|delegation|king|chancellor|officials?|diplomats?|ambassador|envoys?|pope|emperor))"
_MET = re.compile(
    rf"\b(?P<verb>met|meets|meet|meeting|received|receives)\s+(?P<whom>{_WHOM}|(?:here|again|privately|in|on|at|for|last|this|each\s+other|face-to-face|yesterday|today|separately|briefly|twice)\b)"
)
_SPOKE = re.compile(
    r"\b(?P<verb>sp(?:oke|oken|eaks?|eaking)|talk(?:ed|s)|conferred|telephoned|phoned|called)\b[^;]{0,70}?\b(?:by\s+(?:tele)?phone|on\s+the\s+(?:tele)?phone|by\s+telephone|over\s+the\s+phone|via\s+(?:video|telephone|phone)|by\s+video|in\s+a\s+(?:phone|telephone|video)\s+call)\b"
    r"|\b(?P<verb2>telephoned|phoned)\s+[A-Z]"
)
_NAMES_AFTER = re.compile(r"\s+(?:between|with|of|involving|among)\s+(?:(?:the|his|her|their|its|a|visiting|newly|other|top|senior|chinese)\s+)*(?:[A-Z]|(?:\w+\s+){0,3}?(?:counterparts?|presidents?|ministers?|leaders?|officials?|secretar\w+|sides|countries|governments|delegations?))")
_OWNER_BEFORE = re.compile(r"(?:[A-Z][\w.-]*['’]s?|[A-Z]\w+[-–][A-Z]\w+|[Tt]rilateral|[Bb]ilateral|one-on-one|[Jj]oint|boundary|border|[Nn]ATO|G20|G7|BRICS|APEC|ASEAN|EU|UN|[Ss]ummit)\s+(?:[\w-]+\s+){0,3}$")
_LOOSE = frozenset({"call", "session", "round", "dialogue", "contacts", "forum", "conference", "audience", "encounter", "breakfast", "luncheon"})
_OF_PARLIAMENT = re.compile(r"\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:[Pp]arliament|[Cc]ongress|Council|Assembly|National|Duma|Knesset|Senate)")
_ROUND = re.compile(r"\b(?P<noun>(?:\w+\s+)?(?:rounds?|sessions?|meetings?|series)\s+of\s+(?:(?:the|their|one-on-one|bilateral|high-level|boundary|border|[\w-]+)\s+){0,4}?(?:talks|negotiations|consultations|commission|committee|dialogue|discussions|meetings|conversations|council))\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[Scanner, Scanner]:
    data = load("events")["meeting"]
    nouns = alternation(data["nouns"])
    return (
        Scanner(rf"\b(?P<verb>{all_forms(data['holding'])})\s+(?:their\s+|his\s+|her\s+|an?\s+|the\s+)?(?:[\w’'-]+\s+){{0,5}}?(?P<noun>{nouns})\b", every_form(data["holding"])),
        Scanner(rf"(?<!press )(?<!news )(?<![\w-])(?P<noun>{nouns})\b(?!\s+(?:points?|room|rooms|table|agenda|place|process|on\s+behalf))", data["nouns"]),
    )


@cache
def _holding_forms() -> dict[str, str]:
    return form_names(load("events")["meeting"]["holding"])


def may_hold_meeting(lower: str) -> bool:
    """A quick look whether lower-case text can tell of a meeting."""
    return any(word in lower for word in ("met ", "meet", "talks", "summit", "negotiation", "consultation", "conversation", "call", "phone", "received", "dialogue", "round", "session", "discussions", "forum", "conference", "conferred"))


def find_meetings(text: str, start: int, end: int) -> Iterator[Happening]:
    """The meetings that a sentence tells of; they may overlap."""
    holding, nouns = _patterns()
    for match in _MET.finditer(text, start, end):
        item = _met(text, start, match)
        if item is not None:
            yield item
    for match in _SPOKE.finditer(text, start, end):
        which = "verb" if match["verb"] else "verb2"
        yield Happening(match.start(), match.end(), match.start(which), "past", "meeting", "nothing", True, "call", (squeezed(match[which]),))
    for match in holding.finditer(text, start, end):
        item = _held(text, match, end)
        if item is not None:
            yield item
    for match in _ROUND.finditer(text, start, end):
        yield Happening(match.start(), match.end(), match.start(), "noun", "meeting", "nothing", True, "round of talks", (squeezed(match["noun"]),))
    for match in nouns.finditer(text, start, end):
        named = _NAMES_AFTER.match(text, match.end(), end) is not None or _OWNER_BEFORE.search(text, max(start, match.start() - 45), match.start()) is not None
        if squeezed(match["noun"]) in _LOOSE and (not named or _OF_PARLIAMENT.match(text, match.end())):
            continue
        need = "names or date" if not named else "date" if squeezed(match["noun"]) in _LOOSE else "nothing"
        yield Happening(match.start(), match.end(), match.start(), "noun", "meeting", need, named, "meeting by noun", (squeezed(match["noun"]),))


def _met(text: str, start: int, match: re.Match[str]) -> Happening | None:
    verb = squeezed(match["verb"])
    before = text[max(start, match.start() - 25) : match.start()]
    if verb.startswith("receiv") and not _is_person(text, match.start("whom")):
        return None
    if verb == "meeting":
        if re.search(r"\b(?:the|a|an|this|that|their|his|her|of|first|second|\w+al|\w+-\w+|summit|[A-Z]\w+['’]s?)\s+$", before):
            return None
        form = "gerund"
    else:
        form = {"met": "past", "meets": "present", "meet": "base", "received": "past", "receives": "present"}[verb]
    if re.search(r"\b(?:needs?|goals?|targets?|demands?|requirements?|challenges?)\b", text[match.end() : match.end() + 25]):
        return None
    return Happening(match.start(), match.end(), match.start("verb"), form, "meeting", "nothing", True, "met", (verb,))


def _is_person(text: str, at: int) -> bool:
    """Whether what is received is somebody: a role or a name, not "assistance from"."""
    return re.match(
        r"(?:the\s+)?(?:visiting\s+)?(?:[A-Z][\w.-]+\s+)*?(?:President|Prime|Premier|Minister|Foreign|Secretary|Ambassador|King|Queen|Chancellor|Mr|Ms|Mrs|Dr|General|Senator|Governor|Speaker|Chairman|Vice|Deputy|Crown|Special|[A-Z]\w+\s+[A-Z]\w+)\b|\w*(?:president|minister|delegation|envoy|counterpart)",
        text[at : at + 90],
    ) is not None


def _held(text: str, match: re.Match[str], end: int) -> Happening | None:
    verb, noun = squeezed(match["verb"]), squeezed(match["noun"])
    if noun in ("call",) and not re.search(r"phone|video", match[0]):
        return None
    if verb in ("open", "start", "end", "lead", "led", "leads", "have", "has", "host", "call") and noun in ("dialogue", "contacts", "conference", "forum"):
        return None
    return Happening(match.start(), match.end(), match.start("verb"), _holding_forms()[verb], "meeting", "nothing", True, "talks held", (verb, noun))
