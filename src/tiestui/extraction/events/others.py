"""Other happenings, which count when they are dated and concern the parties: by verb, in the passive, by noun.

"Invaded in 1936", "was annexed in March", "the war of 1911". Verbs and nouns stand in `lexicons/events.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tiestui.dates.words import FULL_MONTH
from tiestui.extraction.events.happening import Happening, Rule
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.wordforms import form_names, forms_of, participles, squeezed
from tiestui.lexicons import alternation, load

_BY_VERB = Rule("other", "date", False, "happening by verb")
_PASSIVE = Rule("other", "date", False, "happening in the passive")
_BY_NOUN = Rule("other", "near date", False, "happening by noun")
# Nouns that are capitalised when they are a war's own name; they count with the year beside them.
_PROPER_NOUNS = ("War", "Invasion", "Revolution")
_GOVERNED = re.compile(
    r"\b(?:will|shall|(?:first|second|last|only)\s+(?:\w+\s+){0,3}to|(?:decided|agreed|voted|chose|opted|moved|managed|determined|set|due|scheduled"
    r"|expected|slated|is|are|plans?|planned"
    r"|going|about)\s+to)\s+(?:\w+ly\s+|also\s+)?$"
)
# "Had become", "has put": the participle looks like the base form.
_PERFECT = re.compile(r"\b(?:had|has|have)\s+(?:\w+ly\s+|also\s+|since\s+|then\s+)?$")
_PERFECT_REACH = 24
_GOVERNOR_REACH = 36
# "1958: Ghana shells the islands", as chronologies tell it.
_ENTRY = re.compile(
    r"[\W_]*(?:(?:[\w.,–-]+\s+){0,4}?\d{4}|(?:\d{1,2}(?:[–-]\d{1,2})?\s+)?(?:"
    rf"{FULL_MONTH}"
    r")(?:\s+\d{1,2}(?:[–-]\d{1,2})?)?)(?:\s*[:|\t]|\s+[–—-]\s)"
)
# "Gave it $12 million", "lent the government 3 million euros".
_GAVE = Guarded(
    "gave lent",
    r"\b(?P<verb>gave|lent)\s+[^;,.]{0,40}?(?:[$€£¥]\s?\d|\d[\d.,]*\s+(?:million|billion|tons|tonnes|doses)\b)",
)
# "Earthquake relief": a noun that only describes another.
_OF_OTHER = re.compile(
    r"\s+(?!(?:of|in|on|at|by|to|from|for|with|within|between|against|among|over|near|off|during|after|before|under|since|until|when"
    r"|while|where|which|who|that|and|or|but|as|is|was|were|are|has|had|have|will|would|took|left|led|broke|began|killed|cost|struck"
    r"|hit|last|this|early|late|there|here|the|a|an|his|her|their|its)\b|[a-z]+ed\b)[a-z]"
)
_WELCOMED = re.compile(
    r"\s+(?:them|him|her|(?:the\s+)?(?:visiting\s+)?[A-Z][\w.-]+\s|the\s+(?:\w+\s+)?(?:troops|delegation"
    r"|president|visitors?|leaders?|ministers?|soldiers))"
)
_OF_YEAR = re.compile(r"\s+of\s+\d")
_YEAR_BEFORE = re.compile(r"\d{4}\s+(?:\S+\s+)?$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    finite: Scanner
    present: Scanner
    passive: Scanner
    nouns: Scanner
    forms: dict[str, str]


@cache
def _patterns() -> _Patterns:
    words = load("events")["other"]
    verbs, nouns = words["verbs"], [*words["nouns"], *_PROPER_NOUNS]
    finite = sorted({form for entry in verbs for form in (forms_of(entry).past, forms_of(entry).base)})
    present = sorted({forms_of(entry).present for entry in verbs})
    return _Patterns(
        present=Scanner(rf"(?<![\w-])(?P<verb>{alternation(present)})(?![\w-])", present, cased=True),
        finite=Scanner(rf"(?<![\w-])(?P<verb>{alternation(finite)})(?![\w-])", finite, cased=True),
        passive=Scanner(
            rf"\b(?:was|were|been|being|be|is|are)\s+(?:\w+\s+){{0,2}}?(?P<verb>{participles(verbs)})\b",
            ("was", "were", "been", "being", "be", "is", "are"),
            cased=True,
        ),
        nouns=Scanner(rf"(?<![\w-])(?P<noun>{alternation(nouns)})(?![\w-])", nouns, cased=True),
        forms=form_names(verbs),
    )


def find_others(text: str, start: int, end: int) -> Iterator[Happening]:
    """The happenings that a sentence may tell of; they count only with a date."""
    p = _patterns()
    for match in p.passive.finditer(text, start, end):
        yield _PASSIVE.of(match, "verb", "participle")
    for match in p.finite.finditer(text, start, end):
        form = p.forms.get(squeezed(match["verb"]), "past")
        if form == "base" and _PERFECT.search(text, max(start, match.start() - _PERFECT_REACH), match.start()):
            form = "participle"
        if _is_told(text, start, match, end, form):
            yield _BY_VERB.of(match, "verb", form)
    present = p.present.finditer(text, start, end)
    if present and _ENTRY.match(text, start, end) is not None:
        for match in present:
            yield _BY_VERB.of(match, "verb", "present")
    for match in _GAVE.finditer(text, start, end):
        yield _BY_VERB.of(match, "verb", "past")
    for match in p.nouns.finditer(text, start, end):
        alone = match["noun"][0].islower() and _OF_OTHER.match(text, match.end(), end) is None
        if alone or _is_dated_name(text, start, match):
            yield _BY_NOUN.of(match, "noun", "noun")


def _is_told(text: str, start: int, match: re.Match[str], end: int, form: str) -> bool:
    """Whether a verb tells a happening: finite, or an infinitive that something governs ("decided to approach")."""
    if form == "base" and not _GOVERNED.search(text, max(start, match.start() - _GOVERNOR_REACH), match.start()):
        return False
    verb = match["verb"]
    if verb.startswith("welcom"):
        return _WELCOMED.match(text, match.end(), end) is not None
    return not (verb.startswith(("beg", "start")) and text.startswith(" to ", match.end()))


def _is_dated_name(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a capitalised noun has its year beside it: "the War of 1911", "the 1911 Revolution"."""
    before = _YEAR_BEFORE.search(text, max(start, match.start() - _GOVERNOR_REACH), match.start())
    return before is not None or _OF_YEAR.match(text, match.end()) is not None
