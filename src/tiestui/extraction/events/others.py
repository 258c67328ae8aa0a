"""Ceremonies and other happenings: what is dated and concerns the parties, beyond visits, meetings and trade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.events.happening import Happening
from tiestui.extraction.scan import Scanner
from tiestui.extraction.wordforms import all_forms, every_form, form_names, forms_of, participles, squeezed
from tiestui.lexicons import alternation, load

_CREDENTIALS = re.compile(r"\b(?P<verb>presented|presents|presenting|present)\s+(?:his|her|their|the|letters\s+of)?\s*(?:\w+\s+)?(?:credentials|credence|letters?\s+of\s+(?:credence|credentials))", re.IGNORECASE)
_PRESS = re.compile(r"\b(?P<noun>(?:joint\s+)?(?:press|news)\s+(?:conference|briefing|availability))\b", re.IGNORECASE)
_AGENT = re.compile(r"\b(?:president|minister|king|queen|premier|ambassador|secretary|leader|chancellor|commissioner|general|[A-Z]\w+)\b")
_MEASURES = re.compile(
    r"\b(?P<verb>announced|imposed|introduced|lifted|unveiled)\s+(?:(?:new|a|an|the|series|of|further|additional|economic|trade|punitive|sweeping|fresh|targeted|financial|countervailing|retaliatory|visa)\s+){0,6}(?:sanctions|tariffs|measures|countermeasures|restrictions|embargo|ban|bans|duties)\b",
    re.IGNORECASE,
)
_NON_GRATA = re.compile(r"\b(?P<verb>declar\w+)\b[^;]{0,90}?\bpersonae?\s+non\s+gratae?\b", re.IGNORECASE)
_GOVERNED = re.compile(r"\b(?:to|will|shall)\s+(?:\w+ly\s+|also\s+)?$")
_FIRST_ENVOY = re.compile(r"\b(?P<verb>appointed|named|nominated|sent|became)\b[^;]{0,80}?\bfirst\b[^;,]{0,40}?\b(?:[Aa]mbassador|[Mm]inister|[Ee]nvoy|[Cc]hargé|[Rr]epresentative|[Cc]onsul)\b")
_WELCOMED = re.compile(r"\s+(?:them|him|her|(?:the\s+)?(?:visiting\s+)?[A-Z][\w.-]+\s|the\s+(?:\w+\s+)?(?:troops|delegation|president|visitors?|leaders?|ministers?|soldiers))")
_SALUTE = re.compile(r"\b(?P<noun>(?:\w+-gun|gun)\s+salute|(?:honou?r\s+guard|guard\s+of\s+honou?r))\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[Scanner, Scanner, re.Pattern[str], Scanner, dict[str, str]]:
    data = load("events")
    words = alternation(data["ceremony"]["words"])
    verbs = data["other"]["verbs"]
    forms = form_names(verbs)
    finite = sorted({form for entry in verbs for form in (forms_of(entry).past, forms_of(entry).base)})
    return (
        Scanner(rf"\b(?P<verb>{all_forms(data['ceremony']['verbs'])})\s+(?:an?\s+|the\s+|in\s+|his\s+)?(?:(?!of\b|with\b|for\b)[\w’'-]+\s+){{0,6}}?(?P<noun>{words})\b", every_form(data["ceremony"]["verbs"])),
        Scanner(rf"(?<![\w-])(?P<verb>{alternation(finite)})(?![\w-])", finite, cased=True),
        re.compile(rf"\b(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){{0,2}}?(?P<verb>{participles(verbs)})\b"),
        Scanner(rf"(?<![\w-])(?P<noun>{alternation(data['other']['nouns'])}|War|Invasion|Revolution)(?![\w-])", data["other"]["nouns"], cased=True),
        forms,
    )


def may_hold_ceremony(lower: str) -> bool:
    """A quick look whether lower-case text can tell of a ceremony."""
    return any(word in lower for word in ("ceremon", "wreath", "guard", "salute", "banquet", "dinner", "reception", "carpet", "ribbon", "medal", "doctorate", "unveil", "credential", "press conf", "news conf", "inaugurat", "anthem", "commemorat", "opening of", "non grata", "sanctions", "tariffs", "measures", "duties", "first ", "embargo", "restrictions", "briefing"))


def find_ceremonies(text: str, start: int, end: int) -> Iterator[Happening]:
    """Ceremonies, credentials, press conferences and announced measures, which need no date of their own."""
    ceremony = _patterns()[0]
    for match in ceremony.finditer(text, start, end):
        verb = squeezed(match["verb"])
        form = "gerund" if verb.split()[0].endswith("ing") else "past" if _is_past(verb) else "present" if verb.endswith("s") else "base"
        yield Happening(match.start(), match.end(), match.start("verb"), form, "ceremony", "nothing", True, "ceremony", (verb, squeezed(match["noun"])))
    for match in _SALUTE.finditer(text, start, end):
        yield Happening(match.start(), match.end(), match.start("noun"), "noun", "ceremony", "nothing", True, "ceremony", (squeezed(match["noun"]),))
    for match in _CREDENTIALS.finditer(text, start, end):
        form = {"presented": "past", "presents": "present", "present": "base"}.get(squeezed(match["verb"]), "gerund")
        yield Happening(match.start(), match.end(), match.start("verb"), form, "ceremony", "nothing", True, "credentials", (squeezed(match["verb"]), "credentials"))
    for match in _PRESS.finditer(text, start, end):
        joint = match["noun"].lower().startswith("joint")
        yield Happening(match.start(), match.end(), match.start("noun"), "noun", "other", "nothing" if joint else "date", joint, "press conference", (squeezed(match["noun"]),))
    for match in _NON_GRATA.finditer(text, start, end):
        yield Happening(match.start(), match.end(), match.start("verb"), "past", "other", "today", True, "persona non grata", ("persona non grata",))
    for match in _FIRST_ENVOY.finditer(text, start, end):
        yield Happening(match.start(), match.end(), match.start("verb"), "past", "other", "today", True, "first envoy", (match["verb"], "first"))
    for match in _MEASURES.finditer(text, start, end):
        yield Happening(match.start(), match.end(), match.start("verb"), "past", "other", "today", True, "measures", (squeezed(match[0]),))


def _is_past(verb: str) -> bool:
    return verb.endswith("ed") or verb.split()[0] in ("laid", "held", "gave", "took", "cut", "given", "taken")


def find_others(text: str, start: int, end: int) -> Iterator[Happening]:
    """Happenings that count when they are dated: finite verbs, passives, and nouns such as "the war of 1911"."""
    _, finite, passive, nouns, forms = _patterns()
    for match in passive.finditer(text, start, end):
        yield Happening(match.start(), match.end(), match.start("verb"), "participle", "other", "date", False, "happening in the passive", (squeezed(match["verb"]),))
    for match in finite.finditer(text, start, end):
        verb = squeezed(match["verb"])
        form = forms.get(verb, "past")
        if form == "present" or (form == "base" and not _GOVERNED.search(text, max(start, match.start() - 24), match.start())):
            continue
        if verb.startswith("welcom") and not _WELCOMED.match(text, match.end(), end):
            continue
        if verb.startswith(("beg", "start")) and text.startswith(" to ", match.end()):
            continue
        yield Happening(match.start(), match.end(), match.start("verb"), form, "other", "date", False, "happening by verb", (verb,))
    for match in nouns.finditer(text, start, end):
        if match["noun"][0].isupper() and not re.match(r"\s+of\s+1?[\d]", text[match.end() : match.end() + 6]) and not re.search(r"\d{4}\s+(?:\S+\s+)?$", text[max(start, match.start() - 24) : match.start()]):
            continue
        yield Happening(match.start(), match.end(), match.start("noun"), "noun", "other", "near date", False, "happening by noun", (squeezed(match["noun"]),))
