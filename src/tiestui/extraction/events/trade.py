"""Trade figures: an amount, a share or a rate that trade, exports or investment reached, with its period.

"Two-way trade exceeded $4 billion in 2019", "exports to Chile rose by 12 percent last year".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.events.happening import Happening
from tiestui.extraction.scan import Scanner
from tiestui.extraction.wordforms import all_forms, squeezed
from tiestui.lexicons import alternation, load

_FIGURE = re.compile(
    r"(?:[$€£¥]|US\$|USD\s|RMB\s|EUR\s)\s?\d[\d.,]*|\b\d[\d.,]*[\s-]*(?:percent|per\s+cent|%|million|billion|trillion|tonnes?|tons)|\bfactor\s+of\s+\w+|\b(?:doubled|tripled|quadrupled)\b|\b\w+fold\b|\b\w+\s+times\b|\bone[- ](?:third|quarter|half|fifth)\b",
    re.IGNORECASE,
)
_BEFORE_FIGURE = 110


@cache
def _patterns() -> tuple[Scanner, re.Pattern[str], re.Pattern[str]]:
    data = load("events")["trade"]
    return (
        Scanner(rf"\b(?P<noun>{alternation(data['subjects'])})\b", data["subjects"]),
        re.compile(rf"\b(?:{all_forms(data['verbs'])}|standing\s+at|worth|valued\s+at|of|has\s+increased|have\s+increased)\b", re.IGNORECASE),
        re.compile(alternation(data["not_trade"]), re.IGNORECASE),
    )


def may_hold_trade(lower: str) -> bool:
    """A quick look whether lower-case text can hold a trade figure."""
    return any(word in lower for word in ("trade", "export", "import", "turnover", "investment", "commerce", "shipments", "arrivals", "remittances"))


def find_trade(text: str, start: int, end: int) -> Iterator[Happening]:
    """The first trade figure of each trade noun's clause."""
    nouns, verbs, not_trade = _patterns()
    taken = start
    for match in nouns.finditer(text, start, end):
        if match.start() < taken or not_trade.match(text, text.rfind(" ", start, match.end("noun") - 2) + 1, end) or not_trade.match(text, match.start(), end):
            continue
        figure = _FIGURE.search(text, match.end(), min(end, match.end() + _BEFORE_FIGURE))
        if figure is None:
            continue
        between = text[match.end() : figure.start()]
        if ";" in between or re.search(r"\b(?:and|but|while)\s+(?:will|pledged|agreed|signed)\b|\b(?:mission|package|deal|agreement|aim\w*|target|goal|hope)\b", between):
            continue
        verb = verbs.search(text, match.end(), figure.end())
        if verb is None:
            continue
        plain = squeezed(match["noun"])
        if plain in ("trade", "investment", "investments", "commerce", "sales", "turnover") and verb[0].lower() == "of":
            continue
        taken = figure.end()
        yield Happening(match.start(), figure.end(), verb.start(), "past", "trade", "nothing", True, "trade figure", (plain, squeezed(verb[0]), squeezed(figure[0])))
