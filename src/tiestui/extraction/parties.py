"""Who with whom: the countries of a sentence, the pair that a document is about, and the parties of a record.

The sentence comes before the document: two countries named in the clause are the parties; "the two sides", "both
countries" and persons stand for the document's pair.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from tiestui.countries import CountryMention, country_name, find_countries
from tiestui.extraction.analysis import Analysis
from tiestui.model.records import Pair

_TITLE_WEIGHT = 4
_OPENING_WEIGHT = 2
_OPENING_SENTENCES = 4
_LOOK_BACK = 60
_PLACE = re.compile(
    r"\b(?:in|at|near|via|outside|around|through|over|(?:visit(?:ed|s)?|travell?ed|trip|flew|arrived"
    r"|journey(?:ed)?|went)\s+(?:to|from|in)|from|the\s+(?:city|capital)\s+of)\s+(?:the\s+)?(?:capital\s+"
    r"(?:city\s+)?(?:of\s+)?)?$"
)
_BESIDE = re.compile(r"\s*(?:,|and\b|or\b|as\s+well)")
PAIR_WORDS = re.compile(
    r"\b(?:(?:[Tt]he|[Oo]ur|[Tt]heir|[Tt]hese)\s+(?:two|three)\s+\w+|[Bb]oth|[Bb]ilateral|[Mm]utual"
    r"|[Tt]he\s+pair|[Ee]ach\s+other|[Tt]wo-way"
    r"|[Tt]he\s+(?:sides|parties|leaders|[Pp]residents|[Pp]rime\s+[Mm]inisters|[Mm]inisters|[Hh]eads\s+"
    r"of\s+[Ss]tate)|[Ww]e|[Tt]hey)\b"
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The countries' words of a document and its pair, with the reason for the pair."""

    mentions: tuple[CountryMention, ...]
    pair: Pair | None
    reason: str
    _starts: tuple[int, ...]
    _text: str
    _sentences: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[CountryMention, ...]:
        """The countries' words between two code points."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def any_within(self, start: int, end: int) -> bool:
        """Whether a country is named between two code points."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end

    def codes(self, start: int, end: int) -> tuple[str, ...]:
        """The countries named between two code points, in order, a capital only when it is no mere place."""
        found: dict[str, None] = {}
        for mention in self.within(start, end):
            may_be_place = mention.kind == "capital" or (self.pair is not None and mention.code not in self.pair)
            if may_be_place and mention.kind != "demonym" and self._is_place(mention):
                continue
            found.setdefault(mention.code)
        return tuple(found)

    def _is_place(self, mention: CountryMention) -> bool:
        return _PLACE.search(self._text[max(0, mention.start - 40) : mention.start]) is not None

    def of(self, start: int, end: int) -> tuple[str, ...]:
        """The parties of an act told between two code points."""
        named = self.codes(start, end)
        pair = self.pair
        if len(named) == 2:
            return tuple(sorted(named))
        if pair is None:
            return tuple(sorted(named))
        if len(named) > 2:
            speaks_for_pair = set(pair) <= set(named) and not self._is_wider(start, end)
            return pair if speaks_for_pair or self._acts_alone(named[0], start, end) else tuple(sorted(named))
        if not named or named[0] in pair or PAIR_WORDS.search(self._text, start, end) is not None:
            return pair
        return tuple(sorted({named[0], self._partner(start) or pair[0]}))

    def _acts_alone(self, first: str, start: int, end: int) -> bool:
        """Whether one country of the pair, and none beside it, opens the passage: the others are what it speaks of."""
        opens = next((m for m in self.within(start, end) if m.code == first), None)
        if opens is None or self.pair is None or first not in self.pair:
            return False
        return _BESIDE.match(self._text, opens.end) is None

    def _is_wider(self, start: int, end: int) -> bool:
        return re.search(r"\b(?:three|four|trilateral|multilateral)\b", self._text[start:end]) is not None

    def _partner(self, position: int) -> str | None:
        """Who of the pair deals with a third country that is named from `position` on.

        Who opens the sentence, else who was named last before.
        """
        assert self.pair is not None
        opening = bisect_right(self._sentences, position) - 1
        for mention in self.within(self._sentences[opening], position)[:_LOOK_BACK] if opening >= 0 else ():
            if mention.code in self.pair:
                return mention.code
        last = bisect_left(self._starts, position)
        for mention in reversed(self.mentions[max(0, last - _LOOK_BACK) : last]):
            if mention.code in self.pair:
                return mention.code
        return None

    def pair_of(self, parties: tuple[str, ...]) -> Pair | None:
        """The pair whose chronology a record of these parties belongs to."""
        if len(parties) == 2:
            return (parties[0], parties[1]) if parties[0] < parties[1] else (parties[1], parties[0])
        if self.pair is not None and (set(self.pair) <= set(parties) or len(parties) < 2):
            return self.pair
        return None if len(parties) > 2 else self.pair


# "Ernesto Soto Lima": a capital that is somebody's last name is no country.
_FORENAMES = re.compile(r"(?:^|[^A-Za-z.])(?:[A-Z][a-zà-ÿ]+\s){2}$")


def _is_surname(text: str, mention: CountryMention) -> bool:
    return mention.kind == "capital" and _FORENAMES.search(text, max(0, mention.start - 40), mention.start) is not None


def find_parties(analysis: Analysis) -> Parties:
    """The countries of the document's body and its pair: the one given, else the one inferred."""
    text = analysis.text
    low, high = (analysis.paragraphs[0][0], analysis.paragraphs[-1][1]) if analysis.paragraphs else (0, 0)
    body = (mention for mention in analysis.countries if low <= mention.start < high)
    mentions = tuple(mention for mention in body if not _is_surname(text, mention))
    starts = tuple(mention.start for mention in mentions)
    sentences = tuple(sentence.start for sentence in analysis.sentences)
    given = analysis.document.metadata.pair
    if given is not None:
        return Parties(mentions, given, "given with the document", starts, text, sentences)
    pair, reason = infer_pair(analysis, mentions)
    return Parties(mentions, pair, reason, starts, text, sentences)


def infer_pair(analysis: Analysis, mentions: tuple[CountryMention, ...]) -> tuple[Pair | None, str]:
    """The two countries that a document is most about, and why, in words for a person; None when it names fewer."""
    title = analysis.document.metadata.title or ""
    named_in_title = list(dict.fromkeys(mention.code for mention in find_countries(title)))
    opening = analysis.sentences[min(_OPENING_SENTENCES, len(analysis.sentences)) - 1].end if analysis.sentences else 0
    weights: Counter[str] = Counter()
    for mention in mentions:
        weights[mention.code] += _OPENING_WEIGHT if mention.start < opening else 1
    for code in named_in_title:
        weights[code] += _TITLE_WEIGHT
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) < 2:
        return None, "fewer than two countries are named"
    first, second = sorted(code for code, _ in ranked[:2])
    if len(named_in_title) == 2 and set(named_in_title) <= {code for code, _ in ranked[:3]}:
        first, second = sorted(named_in_title)
        return (first, second), f"the title names {country_name(first)} and {country_name(second)}"
    counts = ", ".join(f"{country_name(code)} {count}" for code, count in ranked[:3])
    return (first, second), f"named most often (title and opening count more): {counts}"
