"""What the finders of upgrades, agreements and events share about a document, worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from tiestui.extraction.analysis import Analysis
from tiestui.extraction.genre import Genre, genre_of
from tiestui.extraction.leads import build_dating
from tiestui.extraction.parties import Parties, find_parties
from tiestui.extraction.when import Dating
from tiestui.model.records import Evidence


@dataclass(frozen=True, slots=True)
class Frame:
    """A document's analysis, its genre, its countries with its pair, and its dates."""

    analysis: Analysis
    genre: Genre
    parties: Parties
    dating: Dating

    @property
    def text(self) -> str:
        """The stored text, in whose code points every span is counted."""
        return self.analysis.text

    def evidence(self, start: int, end: int) -> tuple[Evidence]:
        """The passage from `start` to `end` as a record's evidence."""
        return (Evidence(self.analysis.document.name, start, end, self.analysis.text[start:end]),)


def build_frame(analysis: Analysis) -> Frame:
    """The frame of an analysed document."""
    genre = genre_of(analysis)
    return Frame(analysis, genre, find_parties(analysis), build_dating(analysis, genre))
