"""What the finders of upgrades, agreements and events share about a document, worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tiestui.extraction.analysis import Analysis
from tiestui.extraction.genre import Genre, genre_of
from tiestui.extraction.leads import build_dating
from tiestui.extraction.parties import Parties, find_parties
from tiestui.extraction.when import Dating
from tiestui.model.records import Evidence

_OFFICE = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z-]+\s+){0,2}?(?:[Pp]resident|[Pp]rime\s+[Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Ll]eader"
    r"|(?:[A-Za-z]+\s+)?[Mm]inister|[Ss]ecretary(?:\s+of\s+\w+)?)\s+(?P<name>(?:[A-Z][\w’'-]+\s?){1,4})"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A document's analysis, its genre, its countries with its pair, and its dates.

    text: the stored text, in whose code points every span is counted.
    officials: names of those that are introduced with an office of one of the pair ("Chinese President Xi Jinping").
    """

    analysis: Analysis
    text: str
    genre: Genre
    parties: Parties
    dating: Dating
    officials: frozenset[str]

    def evidence(self, start: int, end: int) -> tuple[Evidence]:
        """The passage from `start` to `end` as a record's evidence."""
        return (Evidence(self.analysis.document.name, start, end, self.analysis.text[start:end]),)


def build_frame(analysis: Analysis) -> Frame:
    """The frame of an analysed document."""
    genre = genre_of(analysis)
    parties = find_parties(analysis)
    return Frame(analysis, analysis.text, genre, parties, build_dating(analysis, genre), _officials(analysis, parties))


def _officials(analysis: Analysis, parties: Parties) -> frozenset[str]:
    names: set[str] = set()
    for mention in parties.mentions:
        if parties.pair is not None and mention.code in parties.pair:
            office = _OFFICE.match(analysis.masked, mention.end)
            if office is not None:
                names.update(office["name"].split())
    return frozenset(names)
