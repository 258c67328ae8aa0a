"""Who said what: direct and reported speech with its speakers."""

from __future__ import annotations

from tiestui.extraction.analysis import Analysis
from tiestui.extraction.genre import Genre
from tiestui.extraction.statements.finder import find_drafts
from tiestui.extraction.statements.records import Placing, as_record, nowhere
from tiestui.model import Statement
from tiestui.model.records import Pair

__all__ = ["find_statements"]


def find_statements(
    analysis: Analysis, genre: Genre, pair: Pair | None = None, place: Placing = nowhere
) -> list[Statement]:
    """The statements of a document of a kind, in the order of what was said.

    pair: the countries that the document is about, if known ("the two sides said"). place: what tells a statement's
    date, parties and topics by its words' code points and its speaker.
    """
    drafts = sorted(find_drafts(analysis, genre, pair), key=lambda d: (d.start, d.end))
    records = (as_record(analysis, draft, place) for draft in drafts)
    return [record for record in records if record is not None]
