"""The record that several mentions of one happening make: all the evidence, the finest date, what contradicts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tiestui.chronology.conflicts import conflicts_of
from tiestui.chronology.mention import Group, mention_of
from tiestui.chronology.names import fullness, may_be_same
from tiestui.model.records import Agreement, AnyRecord, Evidence, Speaker, Statement


@dataclass(frozen=True, slots=True)
class Merged:
    """A record of the chronology, the other ids that lead to it, in alphabetical order, and its mentions with ids.

    members: the leading mention first; `record` has their evidence together.
    """

    record: AnyRecord
    aliases: tuple[str, ...] = ()
    members: tuple[AnyRecord, ...] = ()


def united(members: Sequence[AnyRecord], duplicates: Mapping[str, str] | None = None) -> Merged:
    """One record of mentions that a reader knows to be one; the first leads."""
    mentions = [mention_of(record, duplicates or {}) for record in members]
    return record_of([Group(tuple(mentions))])


def record_of(groups: Sequence[Group]) -> Merged:
    """One record of groups that are one happening; the first leads."""
    lead = groups[0].lead
    members = [member for group in groups for member in group.members]
    if len(members) == 1:
        record = lead.record if lead.record.id else replace(lead.record, id=lead.id)
        return Merged(record, (), (record,))
    others = [member for member in members if member is not lead]
    records = [member.record for member in others]
    sources = frozenset().union(*(member.sources for member in members))
    values: dict[str, Any] = {
        "id": lead.id,
        "evidence": _evidence(lead.record, records),
        "topics": _union(lead.record.topics, [record.topics for record in records]),
        "corroboration": len(sources) or lead.record.corroboration,
        "conflicts": conflicts_of(groups, [conflict for member in members for conflict in member.record.conflicts]),
        "starred": any(member.record.starred for member in members),
        "note": lead.record.note or next((r.note for r in sorted(records, key=_by_note) if r.note), None),
    }
    if isinstance(lead.record, Statement):
        values["speaker"] = _fullest(lead.record.speaker, records)
        values["via"] = lead.record.via or min(
            (r.via for r in records if isinstance(r, Statement) and r.via), default=None
        )
    if isinstance(lead.record, Agreement):
        values["fields"] = _union(lead.record.fields, [r.fields for r in records if isinstance(r, Agreement)])
    aliases = tuple(sorted({member.id for member in others} - {lead.id}))
    told = tuple(m.record if m.record.id else replace(m.record, id=m.id) for m in members)
    return Merged(replace(lead.record, **values), aliases, told)


def _evidence(lead: AnyRecord, records: Sequence[AnyRecord]) -> tuple[Evidence, ...]:
    rest = sorted((e for record in records for e in record.evidence), key=lambda e: (e.source, e.start, e.end))
    return tuple(dict.fromkeys((*lead.evidence, *rest)))


def _union(first: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *sorted({word for words in others for word in words}))))


def _by_note(record: AnyRecord) -> str:
    return record.note or ""


def _fullest(speaker: Speaker | None, records: Sequence[AnyRecord]) -> Speaker | None:
    """The fullest of the names that are this speaker, with role and country where any mention tells them."""
    if speaker is None:
        return None
    same = [r.speaker for r in records if isinstance(r, Statement) and r.speaker and may_be_same(speaker, r.speaker)]
    ranked = sorted((speaker, *same), key=fullness, reverse=True)
    return replace(
        ranked[0],
        role=next((one.role for one in ranked if one.role), None),
        affiliation=next((one.affiliation for one in ranked if one.affiliation), None),
        country=next((one.country for one in ranked if one.country), None),
    )
