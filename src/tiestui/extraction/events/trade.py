"""Trade figures: an amount, a share or a rate that trade, exports or investment reached, with its period.

"Two-way trade exceeded $4 billion in 2019", "exports to Chile rose by 12 percent last year".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.events.happening import Happening, Rule
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.wordforms import all_forms, squeezed
from tiestui.lexicons import alternation, load
from tiestui.patterns import lazily

_FIGURE = lazily(
    r"(?:[$€£¥]|US\$|USD\s|RMB\s|EUR\s)\s?\d[\d.,]*|\b\d[\d.,]*[\s-]*(?:percent|per\s+cent|%|million"
    r"|billion|trillion|tonnes?|tons)|\bfactor\s+of\s+\w+|\b(?:doubled|tripled|quadrupled)\b|\b\w+-?fold\b"
    r"|\b\w+\s+times\b|\bone[- ](?:third|quarter|half|fifth)\b",
    re.IGNORECASE,
)
_BEFORE_FIGURE = 110
# "Kenya imported 30,000 tonnes of copper from", "sold its neighbour $300 million worth of".
_SUM = r"(?:[$€£¥]|US\$|USD\s)\s?\d[\d.,]*(?:\s*(?:million|billion|trillion))?|\d[\d.,]*\s*(?:million|billion)"
_MOVED = Guarded(
    "imported exported shipped bought purchased sold",
    r"\b(?P<verb>imported|exported|shipped|bought|purchased|sold)\s+(?:[^;,.]{0,50}?\s)?"
    rf"(?P<figure>{_SUM}|\d[\d.,]*\s*(?:tonnes?|tons|barrels))\b(?=[^;,.]{{0,80}}?\b(?:of|worth|from|to)\b)",
)
# "The two countries traded goods worth $190 million".
_WORTH = Guarded(
    "worth",
    rf"\b(?P<verb>imported|exported|shipped|bought|purchased|sold|traded)\s+[^;,.]{{0,50}}?\bworth\s+(?P<figure>{_SUM})",
)


@cache
def _patterns() -> tuple[Scanner, re.Pattern[str], re.Pattern[str]]:
    data = load("events")["trade"]
    return (
        Scanner(rf"\b(?P<noun>{alternation(data['subjects'])})\b", data["subjects"]),
        lazily(
            rf"\b(?:{all_forms(data['verbs'])}|standing\s+at|worth|valued\s+at|of|has\s+increased|have\s+"
            rf"increased)\b",
            re.IGNORECASE,
        ),
        lazily(alternation(data["not_trade"]), re.IGNORECASE),
    )


_TRADED = Rule("trade", "date", True, "goods traded")
_RULE = Rule("trade", "nothing", True, "trade figure")
_NOT_BETWEEN = lazily(
    r";|\b(?:and|but|while)\s+(?:will|pledged|agreed|signed)\b"
    r"|\b(?:mission|package|deal|agreement|aim\w*|target|goal|hope)\b"
)
# "Trade, which had not reached 2 million, stood at": the verb comes behind the clause.
_RELATIVE = lazily(r",\s+which\b[^,;]{0,90},\s")
_WITH = lazily(r"\bwith\s+$")
# "Trade of" and "investment of" name a sum that somebody gives, "exports of" what was sold.
# "A partner, with trade of $3 billion in 2020" tells a figure all the same.
_PLAIN = frozenset({"trade", "investment", "investments", "commerce", "sales", "turnover"})


def find_trade(text: str, start: int, end: int) -> Iterator[Happening]:
    """The first trade figure of each trade noun's clause, and dated sales of so much; they may overlap."""
    nouns, verbs, not_trade = _patterns()
    for match in _MOVED.finditer(text, start, end):
        yield _TRADED.of(match, "verb", "past", match["verb"], squeezed(match["figure"]))
    for match in _WORTH.finditer(text, start, end):
        yield _TRADED.of(match, "verb", "past", match["verb"], squeezed(match["figure"]))
    taken = start
    for match in nouns.finditer(text, start, end):
        last_word = text.rfind(" ", start, match.end("noun") - 2) + 1
        if match.start() < taken or not_trade.match(text, match.start(), end) or not_trade.match(text, last_word, end):
            continue
        figure = _FIGURE.search(text, match.end(), min(end, match.end() + _BEFORE_FIGURE))
        if figure is None or _NOT_BETWEEN.search(text, match.end(), figure.start()):
            continue
        aside = _RELATIVE.search(text, match.end(), figure.start())
        verb = verbs.search(text, aside.end() if aside is not None else match.end(), figure.end())
        noun = squeezed(match["noun"])
        with_trade = _WITH.search(text, max(start, match.start() - 8), match.start())
        if verb is None or (noun in _PLAIN and verb[0].lower() == "of" and not with_trade):
            continue
        taken = figure.end()
        said = (noun, squeezed(verb[0]), squeezed(figure[0]))
        span = (match.start(), figure.end(), verb.start())
        yield Happening(*span, "past", _RULE.kind, _RULE.need, _RULE.named, _RULE.name, said)
