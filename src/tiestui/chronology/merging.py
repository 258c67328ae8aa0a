"""Mentions of one happening made one record: the finest date and its wording, all the evidence, what contradicts.

Mentions are merged block by block (`block.Block`). The result depends on the set of mentions and not on their order;
ids are those of the leading mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tiestui.chronology.block import Block
from tiestui.chronology.identity import block_key
from tiestui.chronology.mention import Mention, mention_of
from tiestui.chronology.uniting import Merged
from tiestui.model.records import AnyRecord

_NO_DATE = (10**9, 0, "")


def merge(mentions: Iterable[AnyRecord], duplicates: Mapping[str, str] | None = None) -> tuple[AnyRecord, ...]:
    """The chronology of these mentions: merged records with ids, in order of date, undated ones last."""
    return tuple(merged.record for merged in merge_groups(mentions, duplicates))


def merge_groups(mentions: Iterable[AnyRecord], duplicates: Mapping[str, str] | None = None) -> tuple[Merged, ...]:
    """The same with the aliases of each record. duplicates: for each reprint the source that it repeats."""
    reprints = duplicates or {}
    blocks: defaultdict[str, list[Mention]] = defaultdict(list)
    for record in mentions:
        blocks[block_key(record)].append(mention_of(record, reprints))
    merged = [one for block in blocks.values() for one in Block().merged(block)]
    return tuple(sorted(merged, key=lambda one: chronological(one.record)))


def chronological(record: AnyRecord) -> tuple[object, ...]:
    """Order of the chronology: date, then place in the text, kind, id; undated records last."""
    first = record.evidence[0] if record.evidence else None
    place = (first.source, first.start) if first else ("", 0)
    return (record.date.sort_key if record.date else _NO_DATE, place, record.type, record.id)
