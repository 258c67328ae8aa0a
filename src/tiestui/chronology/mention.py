"""A mention as the merging sees it: the record, its id, its canonical sources, and which mention leads a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tiestui.chronology.identity import mention_id
from tiestui.dates.partial import PartialDate
from tiestui.model.records import AnyRecord, Statement

_BASIS = {"stated": 0, "relative": 0, "document": 1, "none": 2}
_FAR = 10**9


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """One record of one document (or an imported one). sources: canonical ones, a reprint standing for its original.

    Two mentions are never equal, as are two groups: a document may say a thing twice.
    """

    record: AnyRecord
    id: str
    sources: frozenset[str]

    @property
    def date(self) -> PartialDate | None:
        """The record's date."""
        return self.record.date


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Mentions taken for one record. The first of `members` leads: its date, action and wording are the record's."""

    members: tuple[Mention, ...]
    sources: frozenset[str] = field(default=frozenset())

    @property
    def lead(self) -> Mention:
        """The mention whose date and wording the record has."""
        return self.members[0]


def mention_of(record: AnyRecord, duplicates: Mapping[str, str]) -> Mention:
    """The mention of a record; `duplicates` names for each reprint the source that it repeats."""
    return Mention(record, mention_id(record), sources_of(record, duplicates))


def sources_of(record: AnyRecord, duplicates: Mapping[str, str]) -> frozenset[str]:
    """The canonical sources of a record."""
    return _set_of(tuple([duplicates.get(evidence.source, evidence.source) for evidence in record.evidence]))


@lru_cache(maxsize=1024)
def _set_of(names: tuple[str, ...]) -> frozenset[str]:
    """One set for all mentions of a document."""
    return frozenset(names)


def group_of(mentions: Iterable[Mention]) -> Group:
    """The group of mentions, the leading one first, the others in a fixed order."""
    members = tuple(sorted(mentions, key=leading_order))
    return Group(members, frozenset().union(*(member.sources for member in members)))


def leading_order(mention: Mention) -> tuple[object, ...]:
    """The finest date leads, then what was said of it in the most direct way; ties are settled by content."""
    record, date = mention.record, mention.record.date
    first = record.evidence[0] if record.evidence else None
    return (
        _BASIS[record.date_basis],
        date.days if date else _FAR,
        date is not None and date.bound is not None,
        date is not None and date.edtf[-1] in "~?%",
        record.why is not None and record.why.rule.startswith("instrument"),
        isinstance(record, Statement) and record.mode == "indirect",
        date.edtf if date else "",
        -len(record.title),
        mention.id,
        (first.source, first.start, first.end) if first else ("", 0, 0),
        record.origin == "imported",
    )
