"""The day that a document's lead reports: what its undated acts have, before the document's own date.

The first day told in the opening sentences counts when it is near the document's date, else the dateline's.
"""

from __future__ import annotations

from tiestui.dates.grammar import Reference, find_dates
from tiestui.dates.partial import PartialDate
from tiestui.extraction.analysis import Analysis
from tiestui.extraction.genre import Genre
from tiestui.extraction.when import OWN_KINDS, UNDATED, Dated, Dating

_LEAD_SENTENCES = 3
_NEAR_DAYS = 45
_MOST_DAYS = 4
# "Ordered them to leave by Sunday": no day that anything happened on.
_BOUNDS = frozenset({"by", "before", "until", "till", "since", "no later than"})


def build_dating(analysis: Analysis, genre: Genre) -> Dating:
    """All date expressions of the document's sentences, and the day that its lead reports."""
    published = analysis.document.metadata.published
    dating = Dating(analysis, genre, published, UNDATED)
    dating.read_all()
    dating.lead = _lead(dating)
    return dating


def _lead(dating: Dating) -> Dated:
    """The first day told in the opening sentences, near the document's date when that is known."""
    if dating.genre == "history":
        return UNDATED
    for index in range(min(_LEAD_SENTENCES, len(dating.analysis.sentences))):
        for item in dating.found(index):
            if item.date is None or item.kind not in OWN_KINDS or item.date.days > _MOST_DAYS:
                continue
            if item.lead not in _BOUNDS and _is_near(item.date, dating.published):
                return Dated(item.date, item.basis, item)
    return _dateline(dating)


def _is_near(date: PartialDate, published: PartialDate | None) -> bool:
    if published is None:
        return True
    return -_NEAR_DAYS <= (date.earliest - published.earliest).days <= 1


def _dateline(dating: Dating) -> Dated:
    document = dating.analysis.document
    for block in document.blocks:
        if block.role == "dateline":
            for item in find_dates(document.text, block.start, block.end, Reference(dating.published)):
                if item.date is not None and item.date.days == 1 and _is_near(item.date, dating.published):
                    return Dated(item.date, item.basis, item)
    return UNDATED
