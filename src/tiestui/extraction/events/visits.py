"""Visits: somebody goes to the other country, is there, or is welcomed there.

"President Ek visited Oslo", "paid a state visit to", "arrived in", "is in Peru for talks", "during a visit by", "welcomed
Prime Minister Ito to the White House".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.events.happening import Happening
from tiestui.extraction.scan import Scanner
from tiestui.extraction.wordforms import all_forms, every_form, form_names, squeezed
from tiestui.lexicons import alternation, load

_WHO = r"(?:[A-Z]|(?:the|a|an|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:president|prime|premier|minister|leader|secretary|delegation|king|chancellor|emperor|capital|country|city|region)\b)"
_VISITED = re.compile(rf"\b(?P<verb>visit(?:s|ed)?|visiting)\s+(?P<what>{_WHO}|[Tt]he\s+[A-Z])")
_IS_IN = re.compile(r"\b(?P<verb>is|are|was|were)\s+(?:currently\s+|now\s+|also\s+|already\s+|still\s+)?in\s+(?:the\s+)?(?P<what>[A-Z][\w.]+)(?:\s+[A-Z]\w+)*,?\s+(?:for|on|to\s+(?:attend|meet|hold))\b")
_IS_ON = re.compile(r"\b(?P<verb>is|was|are|were)\s+(?:currently\s+|now\s+)?on\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,5}?(?:visit|trip|tour)\b")
_WELCOMED = re.compile(
    r"\b(?P<verb>welcom(?:e|es|ed|ing)|host(?:s|ed|ing)?)\s+(?P<what>(?:the\s+)?(?:visiting\s+)?(?:[A-Z][\w.’'-]*\s*,?\s*|of\s+|and\s+|the\s+|president\s+|prime\s+minister\s+|his\s+|counterpart\s+){1,9}?)(?:to|at|in|for)\s+(?:the\s+|an?\s+|his\s+|her\s+)?(?:[A-Z]|state|official|working|talks|visit|\w+-day)"
)
_FIRST_TO_VISIT = re.compile(r"\b(?P<verb>became|was|is)\s+the\s+(?:first|second|only|latest)\b[^;]{0,80}?\bto\s+visit\b", re.IGNORECASE)
_ARRIVAL = re.compile(r"\b(?P<verb>arrival)\s+(?:in|at)\s+(?:the\s+)?(?P<what>[A-Z]\w+)")
_OWNER = r"(?:(?:[A-Z][\w.-]*(?:['’]s?)|[Hh]is|[Hh]er|[Tt]heir|[Tt]he\s+latter['’]s|[Tt]he\s+\w+['’]s?|[Tt]his|[Tt]he|[Aa]n?|[Oo]fficial|[Ss]tate|[Ff]irst)\s+)"


@cache
def _patterns() -> tuple[Scanner, Scanner, re.Pattern[str]]:
    data = load("events")["visit"]
    nouns = alternation(data["nouns"])
    return (
        Scanner(rf"\b(?P<verb>{all_forms(data['paying'])})\s+(?:an?|his|her|their|the|another|two|three|several)\s+(?:[\w-]+\s+){{0,6}}?(?P<noun>{nouns})\b", every_form(data["paying"])),
        Scanner(
            rf"\b(?P<verb>{all_forms(data['moving'])})\s+(?:here|(?:the\s+)?(?P<what>[A-Z][\w.]+|(?:\w+\s+)?capital)|(?P<why>on|in|for)\b)",
            every_form(data["moving"]),
            cased=True,
        ),
        re.compile(rf"(?P<owner>{_OWNER})(?:[\w-]+\s+){{0,5}}?(?P<noun>{nouns})\b(?P<to>\s+(?:to|by|of|in)\s+(?:the\s+)?[A-Z][\w.’'-]*|\s+(?:here|there))?"),
    )


def may_hold_visit(lower: str) -> bool:
    """A quick look whether lower-case text can tell of a visit."""
    return any(word in lower for word in ("visit", "trip", "tour", "mission", "journey", "arriv", "travel", "flew", "fly", "welcom", "host", "is in ", "was in ", "are in ", "were in ", "went to", "land", "left for", "depart", "head"))


def find_visits(text: str, start: int, end: int) -> Iterator[Happening]:
    """The visits that a sentence tells of; they may overlap."""
    paying, moving, noun = _patterns()
    for match in paying.finditer(text, start, end):
        if _is_visit_noun(match):
            yield _made(match, "visit paid", "nothing", named=True)
    for match in _VISITED.finditer(text, start, end):
        if squeezed(match["verb"]) == "visiting" and re.search(r"\b(?:the|a|by|with|and|of)\s+$", text[max(start, match.start() - 6) : match.start()]):
            continue
        yield _made(match, "visit by verb", "nothing", named=True)
    for match in _FIRST_TO_VISIT.finditer(text, start, end):
        yield _made(match, "visit: first to", "nothing", named=True)
    for match in moving.finditer(text, start, end):
        named = match["what"] is not None
        if named or "arriv" in match["verb"].lower():
            yield _made(match, "visit: arrival", "nothing" if named and "arriv" in match["verb"].lower() else "date", named=named)
    for match in _IS_IN.finditer(text, start, end):
        yield _made(match, "visit: is there", "nothing", named=True)
    for match in _IS_ON.finditer(text, start, end):
        yield _made(match, "visit: is on one", "nothing", named=True)
    for match in _WELCOMED.finditer(text, start, end):
        if not re.match(r"the\s+(?:[A-Z]\w+\s+)*$", match["what"]) or "President" in match["what"]:
            yield _made(match, "visit: welcomed", "nothing", named=True)
    for match in _ARRIVAL.finditer(text, start, end):
        yield _made(match, "visit: arrival", "date", named=True, form="noun")
    for match in noun.finditer(text, start, end):
        if _is_visit_noun(match):
            named = match["to"] is not None or re.match(r"[A-Z]", match["owner"]) is not None and match["owner"].strip() not in ("The", "This", "His", "Her", "Their", "A", "An")
            yield _made(match, "visit by noun", "nothing" if named else "names or date", named=named, form="noun")


def _is_visit_noun(match: re.Match[str]) -> bool:
    """"Mission" and "tour" are visits only when they go somewhere or are somebody's."""
    noun = squeezed(match["noun"])
    if noun in ("mission", "tour", "journey"):
        tail = match.string[match.end("noun") : match.end("noun") + 12]
        return re.match(r"\s+(?:to|of)\s+(?:the\s+)?[A-Z]", tail) is not None and not re.search(r"\b(?:trade|diplomatic|permanent|support|peacekeeping|space|business|development)\s+\w*$", match[0][: match.start("noun") - match.start()], re.IGNORECASE)
    return True


def _made(match: re.Match[str], rule: str, need: str, *, named: bool, form: str | None = None) -> Happening:
    groups = match.re.groupindex
    which = "verb" if "verb" in groups else "noun"
    word = squeezed(match[which])
    return Happening(match.start(), match.end(), match.start(which), form or _form(word), "visit", need, named, rule, (word,))


@cache
def _forms() -> dict[str, str]:
    data = load("events")["visit"]
    return form_names(["visit", "welcome", "host", *data["paying"], *data["moving"]])


def _form(verb: str) -> str:
    return _forms().get(verb, "past")
