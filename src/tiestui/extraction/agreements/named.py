"""Instruments that no finite verb of signing governs: by a participle in front, a year in brackets, what they replace.

"Signed in 1982, the agreement on ...", "an Agreement on Visas (2008)", "was replaced by a treaty in 1971", "we go
further with a new memorandum".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.agreements.found import BRACKETED, PASSIVE, Found
from tiestui.extraction.agreements.words import InstrumentWords
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.wordforms import every_form, participles, squeezed
from tiestui.lexicons import load
from tiestui.patterns import lazily

FRONTED = "instrument by a participle in front"
_REPLACING = "instrument that replaces"
_BROUGHT_IN = "instrument without a verb"
_WORDS = r"(?:[\w.’'-]+\s+)"
_NEW = Guarded(
    "new landmark historic",
    rf"\b(?:with|through|via)\s+(?P<np>an?\s+(?:new|landmark|historic)\s+{_WORDS}{{0,6}}?)"
    r"(?P<title>memorand|mou|agreement|treaty|accord|protocol|convention)",
    re.IGNORECASE,
)
_REPLACED = Guarded(
    "replaced superseded succeeded",
    rf"\b(?P<verb>replaced|superseded|succeeded)\s+(?:(?:in|on)\s+[\w ,]{{4,20}}\s)?by\s+(?P<np>an?\s+{_WORDS}{{0,5}}?)"
    r"(?P<title>memorand|mou|agreement|treaty|accord|protocol|convention|pact)",
    re.IGNORECASE,
)
_NAMED = lazily(rf"(?P<np>(?:the|an?|its|their)\s+(?:(?!that\b|who\b|which\b){_WORDS}){{0,6}}?)$", re.IGNORECASE)
_ENTRY = lazily(r"[:|–—\t]|\s-\s")
_ENTRY_NAME = lazily(rf"(?:[:|–—\t;-])\s*(?P<np>(?:(?!(?:was|were|of|on)\b){_WORDS}){{0,5}})$")
_DONE = lazily(
    r"(?:\s+[^;.,|]{1,90}?)?\s+(?P<verb>signed|concluded|initialled|ratified|terminated|renewed)(?=\s*(?:[.;|]|$))"
)
_FRONT_REACH = 90
_NAME_REACH = 70
_YEAR = lazily(r"[^;.()]{0,260}?\((?:signed\s+)?(?:(?:in|on)\s+)?[\w ,]{0,14}\d{4}\)")
# "Agreements on trade (1995) and on visas (2006)": what goes on after the first year.
_MORE = lazily(
    r",?\s+(?:and\s+)?(?:on|for|concerning)\s+(?P<title>[^;.()]{2,90}?)\s"
    r"\((?:signed\s+)?(?:(?:in|on)\s+)?[\w ,]{0,14}\d{4}\)"
)
# What stands before the name of an instrument in a list: not "under the", not "the Lima".
_LISTS = lazily(
    rf"(?:^|[;:,(•*–-]\s*|\b(?:and|including|as|signed|concluded|were|are)\s+)(?P<np>(?:an?\s+)?(?:(?!(?:by|the|of|to|in|with|under)\b){_WORDS}){{0,4}}?)$"
)


@cache
def _fronted() -> Scanner:
    """A participle in front, to the comma behind it."""
    words = load("instruments")["verbs"]
    done = [*words["signed"], *words["ratified"]]
    return Scanner(
        rf"(?P<verb>{participles(done)})\s+(?:in|on|by|at|between|under|during|after|before|as)\s[^;:.]{{2,{_FRONT_REACH}}}?,\s+(?=(?:the|an?|its|their)\s)",
        every_form(done),
    )


def find_named(text: str, start: int, end: int, words: InstrumentWords) -> Iterator[Found]:
    """The instruments of a sentence that these rules find; another rule may have found the same."""
    for match in _fronted().finditer(text, start, end):
        if not text[start : match.start()].strip():
            yield from _in_front(text, match, end, words)
    if _ENTRY.search(text, start, end):
        yield from _noted(text, start, end, words)
    if "(" in text[start:end]:
        yield from _bracketed(text, start, end, words)
    for pattern, rule in ((_NEW, _BROUGHT_IN), (_REPLACED, _REPLACING)):
        for match in pattern.finditer(text, start, end):
            yield from _object(text, match, end, words, rule)


def _noted(text: str, start: int, end: int, words: InstrumentWords) -> Iterator[Found]:
    """As chronologies note it: "2004: Agreement on fisheries signed"."""
    for title in words.titles.finditer(text, start, end):
        entry = _ENTRY_NAME.search(text[max(start, title.start() - _NAME_REACH) : title.start()])
        done = _DONE.match(text[title.end() : end])
        if entry is not None and done is not None:
            first, last = title.start() - len(entry["np"]), title.end() + done.start("verb")
            verb, word = squeezed(done["verb"]), squeezed(title[0])
            status = words.status_of.get(verb, "signed")
            yield Found(
                first,
                title.end() + done.end(),
                last,
                "past",
                words.kind(word),
                status,
                (first, last),
                PASSIVE,
                (verb, word),
            )


def _in_front(text: str, match: re.Match[str], end: int, words: InstrumentWords) -> Iterator[Found]:
    for title in words.titles.finditer(text, match.end(), min(end, match.end() + _NAME_REACH)):
        named = _NAMED.fullmatch(text, match.end(), title.start())
        if named is not None:
            verb, word = squeezed(match["verb"]), squeezed(title[0])
            status = words.status_of.get(verb, "signed")
            span = (match.end(), title.end())
            yield Found(
                match.start(), match.end(), match.start(), "past", words.kind(word), status, span, FRONTED, (verb, word)
            )
        return


def _bracketed(text: str, start: int, end: int, words: InstrumentWords) -> Iterator[Found]:
    titles = list(words.titles.finditer(text, start, end))
    for number, title in enumerate(titles):
        year = _YEAR.match(text, title.end(), end)
        following = titles[number + 1].start() if number + 1 < len(titles) else end
        low = max(start, title.start() - _NAME_REACH)
        lists = _LISTS.search(("" if low == start else " ") + text[low : title.start()])
        if year is None or year.end() > following or lists is None:
            continue
        first = title.start() - len(lists["np"])
        last = text.rindex("(", title.end(), year.end())
        word = squeezed(title[0])
        kind = words.kind(word)
        yield Found(first, year.end(), title.start(), "past", kind, "signed", (first, last), BRACKETED, (word,))
        at = year.end()
        while (more := _MORE.match(text, at, following)) is not None:
            at = more.end()
            span = more.span("title")
            yield Found(span[0], at, span[0], "past", kind, "signed", span, BRACKETED, (word,))


def with_own_years(told: list[Found], bracketed: list[Found]) -> list[Found]:
    """As in "agreements on trade (1995) and on visas (2001) were signed": each by its own year, in order."""
    first, last = bracketed[0].title[0], bracketed[-1].end
    others = [item for item in told if not (item.start < last and item.end > first)]
    return sorted([*others, *bracketed], key=lambda item: item.start)


def _object(text: str, match: re.Match[str], end: int, words: InstrumentWords, rule: str) -> Iterator[Found]:
    title = words.titles.match(text, match.start("title"), end)
    if title is not None:
        span = (match.start("np"), title.end())
        word = squeezed(title[0])
        yield Found(*span, match.start("np"), "past", words.kind(word), "signed", span, rule, ("new", word))
