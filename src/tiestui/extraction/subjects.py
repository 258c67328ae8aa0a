"""Who does it: the kind of subject that stands before a verb, by the first words of the verb's clause.

"The two sides" and "We" act together, "Kenya" or "the Ministry of Health" for one side, "the agreement" is a thing and
undertakes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tiestui.countries import find_countries
from tiestui.extraction.clauses import clause_start
from tiestui.lexicons import alternation, load

SubjectKind = Literal["together", "they", "side", "body", "person", "thing", "none"]

_LEAD = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])[.)]\s+|[-•–*·]\s+)?(?:(?:in|under|by|through"
    r"|during)?\s*which\s+(?=(?:they|both|the)\b))?[\s,;:–—\"“”‘’'()]*(?:(?:and|but|that|while|when|as|so"
    r"|also|then|furthermore|moreover|therefore|meanwhile|however|finally|similarly|additionally|together"
    r"|accordingly|thus"
    r"|in\s+addition|in\s+this\s+regard|to\s+this\s+end|to\s+that\s+end|today|in\s+response|for\s+\w+\s+"
    r"part)\b[\s,]*)*",
    re.IGNORECASE,
)
_GOVERNMENT = (
    r"(?:government|governments|administration|side|delegation|cabinet|parliament|ministry|authorities"
    r"|officials|military|leadership|army|navy|regime|state|council|senate|congress"
    r"|negotiators|diplomats|party|parties|companies|lawmakers|team)"
)
_SIDE = re.compile(rf"(?:[\w.'’-]+\s+){{0,3}}?{_GOVERNMENT}\b", re.IGNORECASE)
_BODY = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w.&’'-]*\s+(?:(?:of|for|and|on|the)\s+)*){0,7}?(?:Agency|Department|Ministry"
    r"|Ministries|Bank|Corporation|Commission|Administration|Organi[sz]ation|Foundation|Authority"
    r"|Authorities"
    r"|Council|Company|Institute|University|Service|Fund|Office|Group|Association|Union|Committee|Chamber"
    r"|Corps|Command|Center|Centre|Board|Secretariat|Parties|Participants|Sides|Government|Governments)\b"
)
_ACRONYM = re.compile(r"(?:the\s+|The\s+)?[A-Z]{3,}\w*\b")
_PAIRED = re.compile(
    r"(?:(?:both|Both)\s+)?(?:[Tt]he\s+)?(?:[A-Z][\w.’'-]*|(?:US|U\.S\.|UK)\b)(?:,?\s+(?:[A-Z][\w.’'-]*"
    r"|[a-z]{2,3}|of|the))*\s*(?:,[^,]{2,40},)?\s+(?:and|&)\s+(?:[Tt]he\s+)?(?:[A-Z]|his|her|its)"
)
_THEY = re.compile(r"(?:they|both|all)\b", re.IGNORECASE)
_WE = re.compile(r"(?:we|our\s+(?:two\s+)?(?:countries|governments|nations|teams))\b", re.IGNORECASE)
_PERSON_WORD = re.compile(r"(?:he|she|it|i)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:[Tt]he\s+|[Aa]n?\s+)?(?:\w+\s+)?(?:president|prime\s+minister|leader|minister|premier|envoy"
    r"|ambassador|secretary|king|queen)\b"
    r"|[Tt]he\s+[A-Z]|(?!(?:The|This|That|These|Those|An?|Its?|Their|His|Her|Our|Such|No|All|Some|Each)\b)[A-Z]"
)
_AFTER_NAME = re.compile(r"(?:['’]s?\s+|\s+)(?P<next>[\w.’'-]+)")
_VERBISH = re.compile(
    r"\s*(?:,|\(|$|(?:ha(?:ve|s|d)|also|further|therefore|will|jointly|both|mutually|formally|officially"
    r"|today|yesterday|on|in|would|is|are|agreed|has|later|recently|eventually|finally|then|subsequently"
    r"|again|each|now|\w+ly)\b)"
)


# What stands before a verb that has no subject of its own: "2. Agreed to ...", "Have decided to ...".
_NO_SUBJECT = re.compile(
    r"\s*(?:\(?\w{1,4}[.)]\s+)?(?:[Hh]ave|[Hh]as|[Hh]ad|[Hh]ereby|[Ff]urther|[Aa]lso|[Jj]ointly)?\s*(?:also"
    r"|further|jointly)?\s*"
)


# "The envoy said the two sides agreed": the clause begins behind the speech verb, with or without "that".
_SAID = re.compile(
    r"\b(?:said|says|added|announced|stated|confirmed|reported|recalled|noted)\s+(?:on\s+\w+day\s+|\w+day\s+|today\s+)?"
    r"(?=(?:the|an?|it|they|both|we|he|she|his|her|their)\s|[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A verb's subject: its kind, and the code point at which it starts."""

    kind: SubjectKind
    start: int


@cache
def _together() -> re.Pattern[str]:
    nouns = alternation(load("instruments")["collective"]["nouns"])
    return re.compile(
        rf"(?:(?:the|both|our|their|these|two|all)\s+)(?:(?:two|three|both|of\s+the|of\s+our|newly"
        rf"|respective|visiting)\s+)*(?:[\w.’'-]+\s+){{0,2}}?{nouns}\b|(?:Ministers|Leaders|Presidents"
        rf"|Principals|Secretaries|Delegations|Parties)\b|both\s+(?:of\s+them\b|$|(?:also|agreed|have)\b)"
        rf"|the\s+(?:two|pair)\s*$",
        re.IGNORECASE,
    )


def subject_of(text: str, low: int, verb: int) -> Subject:
    """The subject of the verb at code point `verb`, looked for from `low` on."""
    begin = clause_start(text, low, verb)
    lead = _LEAD.match(text, begin, verb)
    start = lead.end() if lead else begin
    start = max((said.end() for said in _SAID.finditer(text, start, verb)), default=start)
    head = text[start:verb]
    if not head.strip() or _NO_SUBJECT.fullmatch(head):
        return Subject("none", start)
    return Subject(_kind(text, start, verb, head), start)


def _kind(text: str, start: int, verb: int, head: str) -> SubjectKind:
    if _together().match(head) or _WE.match(head):
        return "together"
    if _THEY.match(head):
        return "they"
    if _PAIRED.match(head):
        return "together"
    if _PERSON_WORD.match(head):
        return "person"
    named = _of_country(text, start, verb)
    if named is not None:
        return named
    if _BODY.match(head) or _ACRONYM.match(head):
        return "body"
    if _SIDE.match(head):
        return "side"
    return "person" if _PERSON.match(head) else "thing"


def _of_country(text: str, start: int, verb: int) -> SubjectKind | None:
    """What a subject that begins with a country's word is, or None when it does not begin so."""
    first = start + 4 if text[start : start + 4].lower() == "the " else start
    countries = find_countries(text, first, min(verb, first + 60))
    if not countries or countries[0].start != first:
        return None
    country = countries[0]
    rest = text[country.end : verb]
    if _VERBISH.match(rest) or not rest.strip():
        return "side"
    if _SIDE.match(rest.lstrip("’' s") if rest.startswith(("'", "’")) else rest.lstrip()):
        return "side"
    after = _AFTER_NAME.match(rest)
    if after is not None and (after["next"][0].isupper()):
        return "body" if _BODY.match(rest.lstrip("’'s ")) else "person"
    if re.match(r"['’]?s?\s+(?:president|prime|foreign|leader|minister|king|chancellor|premier|top)", rest):
        return "person"
    return "thing"
