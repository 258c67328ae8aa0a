"""Mentions of one happening made one record: the finest date and its wording, all the evidence, what contradicts.

First the mentions of each document are put together, then those of all documents; in both steps only what surely is
one. The result depends on the set of mentions and not on their order; ids are those of the leading mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tiestui.chronology.alike import likeness_key, look_at, may_be_one, sharing_keys
from tiestui.chronology.conflicts import MOST_DATES, conflicts_of, joined
from tiestui.chronology.grouping import MOST_TOGETHER, cliques, graph
from tiestui.chronology.identity import block_key
from tiestui.chronology.instruments import without_repeated
from tiestui.chronology.mention import Group, Mention, group_of, mention_of
from tiestui.chronology.names import fullness, may_be_same
from tiestui.model.records import Agreement, AnyRecord, Evidence, Speaker, Statement, Upgrade

_NO_DATE = (10**9, 0, "")


@dataclass(frozen=True, slots=True)
class Merged:
    """A record of the chronology, the other ids that lead to it, in alphabetical order, and its mentions with ids.

    members: the leading mention first; `record` has their evidence together.
    """

    record: AnyRecord
    aliases: tuple[str, ...] = ()
    members: tuple[AnyRecord, ...] = ()


def merge(mentions: Iterable[AnyRecord], duplicates: Mapping[str, str] | None = None) -> tuple[AnyRecord, ...]:
    """The chronology of these mentions: merged records with ids, in order of date, undated ones last."""
    return tuple(merged.record for merged in merge_groups(mentions, duplicates))


def merge_groups(mentions: Iterable[AnyRecord], duplicates: Mapping[str, str] | None = None) -> tuple[Merged, ...]:
    """The same with the aliases of each record. duplicates: for each reprint the source that it repeats."""
    reprints = duplicates or {}
    blocks: defaultdict[str, list[Mention]] = defaultdict(list)
    for record in mentions:
        blocks[block_key(record)].append(mention_of(record, reprints))
    merged = [one for block in blocks.values() for one in _merge_block(block)]
    return tuple(sorted(merged, key=lambda one: chronological(one.record)))


def united(members: Sequence[AnyRecord], duplicates: Mapping[str, str] | None = None) -> Merged:
    """One record of mentions that a reader knows to be one; the first leads."""
    mentions = [mention_of(record, duplicates or {}) for record in members]
    return _record_of([Group(tuple(mentions))])


def chronological(record: AnyRecord) -> tuple[object, ...]:
    """Order of the chronology: date, then place in the text, kind, id; undated records last."""
    first = record.evidence[0] if record.evidence else None
    place = (first.source, first.start) if first else ("", 0)
    return (record.date.sort_key if record.date else _NO_DATE, place, record.type, record.id)


def _merge_block(mentions: Sequence[Mention]) -> list[Merged]:
    if len(mentions) == 1:
        return [_record_of([Group((mentions[0],), mentions[0].sources)])]
    mentions = _as_documents_tell(mentions)
    if isinstance(mentions[0].record, Upgrade):
        mentions = without_repeated(mentions)
    of_source: defaultdict[frozenset[str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        of_source[mention.sources].append(mention)
    groups: list[Group] = []
    for together in of_source.values():
        single = [Group((mention,), mention.sources) for mention in together]
        groups += _together(single) if len(single) > 1 else single
    if len(of_source) > 1:
        groups = _together(groups)
    if len(groups) > 1 and isinstance(mentions[0].record, Upgrade):
        return [_record_of(clique) for clique in joined(groups)]
    return [_record_of([group]) for group in groups]


def _as_documents_tell(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, imported ones with the date and wording of the document's mention that they once were.

    What an imported record adds to the document's own mention is its evidence elsewhere, and what contradicts it.
    """
    told = {mention.id: mention.record for mention in mentions if mention.record.origin == "extracted"}
    twins = {m.id for m in mentions if m.record.origin == "imported"} & told.keys()
    return [_worded(one, told[one.id]) if one.id in twins else one for one in mentions] if twins else mentions


def _worded(mention: Mention, told: AnyRecord) -> Mention:
    record = mention.record
    if record.origin != "imported":
        return mention
    values: dict[str, Any] = {"evidence": record.evidence, "conflicts": record.conflicts, "note": record.note}
    values |= {"corroboration": record.corroboration, "starred": record.starred, "origin": record.origin}
    return replace(mention, record=replace(told, id=mention.id, **values))


def _together(groups: Sequence[Group]) -> list[Group]:
    """The groups whose leading mentions surely are one, made one; what cannot be told apart first of all."""
    equal: defaultdict[Hashable, list[Group]] = defaultdict(list)
    for group in groups:
        equal[likeness_key(group.lead)].append(group)
    nodes = sorted((_united(same) for same in equal.values()), key=lambda group: group.lead.id)
    if len(nodes) > 1:
        leads = [look_at(group.lead) for group in nodes]
        most = MOST_DATES if isinstance(nodes[0].lead.record, Upgrade) else MOST_TOGETHER
        found = cliques(graph(leads, sharing_keys, may_be_one, most))
        nodes = [_united([nodes[number] for number in clique]) for clique in found]
    return nodes


def _united(groups: Sequence[Group]) -> Group:
    if len(groups) == 1:
        return groups[0]
    return group_of(member for group in groups for member in group.members)


def _record_of(groups: Sequence[Group]) -> Merged:
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
