"""Stand-in until the chronology lands: every mention is a record of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from tiestui.model.jsonform import dumps, to_json
from tiestui.model.records import AnyRecord


@dataclass(frozen=True, slots=True)
class Merged:
    """A record and its other ids."""

    record: AnyRecord
    aliases: tuple[str, ...] = ()


def mention_id(record: AnyRecord) -> str:
    """An id."""
    return record.id or {"upgrade": "up", "statement": "st", "agreement": "ag", "event": "ev"}[record.type] + "-" + (
        blake2b(dumps(to_json(record)).encode(), digest_size=5).hexdigest()
    )


def block_key(record: AnyRecord) -> str:
    """A block."""
    return record.title.casefold()


def merge_groups(mentions: Iterable[AnyRecord], duplicates: Mapping[str, str]) -> tuple[Merged, ...]:
    """No merging."""
    seen = {mention_id(m): m for m in mentions}
    return tuple(Merged(replace(m, id=i)) for i, m in seen.items())
