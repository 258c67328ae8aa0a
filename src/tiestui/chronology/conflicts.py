"""Upgrades to one level that different documents date differently: one record that shows the conflict.

A document that tells of two such acts tells of two; only when no document tells both are they one act that somebody
dates wrongly. Embassies and acts of recognition have two sides, and relations once broken can be opened again: those
stay apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tiestui.chronology.alike import kept_apart, same_time
from tiestui.chronology.grouping import cliques, graph
from tiestui.chronology.mention import Group
from tiestui.model.records import Conflict, Upgrade

MOST_DATES = 300
_LOWEST_RANK = 2
_FAR_APART_DAYS = 3653
_LENGTHS = (1, 7, 31, 92, 184, 366, 3653, 36525)
"""Days of a day, a week, a month, a season, half a year, a year, a decade, a century: a leap year is no less fine."""


def joined(groups: Sequence[Group]) -> list[list[Group]]:
    """The groups of one block of upgrades, those in conflict together; the one that dates the record comes first."""
    ordered = sorted(groups, key=_standing)
    neighbours = graph(ordered, lambda group: ("level",), _one_act, MOST_DATES)
    return [[ordered[number] for number in sorted(clique)] for clique in cliques(neighbours)]


def conflicts_of(joined_groups: Sequence[Group], given: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """The other dates and the sources that give them, besides conflicts that imported records brought along."""
    found = list(given)
    lead = joined_groups[0].lead.record
    main = lead.date if lead.date_basis != "document" else None
    for group in joined_groups:
        for member in group.members:
            record = member.record
            if record.date is None or main is None or record.date_basis == "document" or same_time(record.date, main):
                continue
            sources = sorted({evidence.source for evidence in record.evidence})
            found += [Conflict("date", record.date.edtf, source) for source in sources]
    return tuple(dict.fromkeys(found))


def _standing(group: Group) -> tuple[object, ...]:
    """What most sources give comes first, then the finer date, then the earlier."""
    date = group.lead.record.date
    return (
        date is None,
        -len(group.sources),
        bisect_left(_LENGTHS, date.days) if date else 0,
        date.sort_key if date else (0, 0, ""),
        group.lead.id,
        tuple((e.source, e.start) for e in group.lead.record.evidence),
    )


def _one_act(one: Group, other: Group) -> bool:
    first, second = one.lead.record, other.lead.record
    if not isinstance(first, Upgrade) or first.date is None or second.date is None:
        return False
    if kept_apart(one.lead, other.lead):
        return False
    if _has(one, other) or _has(other, one):
        return True
    if one.sources & other.sources or not (one.sources and other.sources):
        return False
    gap = abs(first.date.earliest.toordinal() - second.date.earliest.toordinal())
    if first.rank < _LOWEST_RANK:
        return first.level == "diplomatic relations" and gap <= _FAR_APART_DAYS
    return True


def _has(one: Group, other: Group) -> bool:
    """Whether the archive that an imported record comes from had made the other a part of it: it has its passages."""
    records = [member.record for member in one.members if member.record.origin == "imported"]
    if not records or any(member.record.origin == "imported" for member in other.members):
        return False
    passages = {(e.source, e.start, e.end) for record in records for e in record.evidence}
    return all((e.source, e.start, e.end) in passages for member in other.members for e in member.record.evidence)
