"""What a reader decided elsewhere and a file of records brought along: decisions here, as if they were made again.

The record goes in without its review, star and note; decisions give them back to it, or to what documents say of it,
whichever of the two comes first.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tiestui.archive.intake import prepared_record
from tiestui.archive.lookup import current_id
from tiestui.archive.lookup import record as record_of
from tiestui.archive.mentions import record_in
from tiestui.archive.preparing import NOTED, STARRED, Prepared
from tiestui.archive.tokens import CODES
from tiestui.chronology.decisions import Kind
from tiestui.chronology.editing import changes_to, typed_fields
from tiestui.model.records import AnyRecord

_UNREVIEWED = CODES["review"]["unreviewed"]
MOST_TOGETHER = 100
"""So many records share one decision, which is taken back as one."""

Fields = tuple[tuple[str, str | None], ...]
Wanted = tuple[Kind, Fields, list[str]]
"""A decision to make: its kind, what goes with it, the ids of its records."""


def is_reviewed(record: Prepared) -> bool:
    """Whether somebody decided about the record where it comes from."""
    return record.coded.review != _UNREVIEWED or bool(record.coded.flags & (STARRED | NOTED))


def as_found(record: Prepared) -> Prepared:
    """The record without what was decided about it."""
    told = record_in(record.json, record.why)
    return prepared_record(replace(told, review="unreviewed", starred=False, note=None))[0]


def reviews_of(connection: sqlite3.Connection, records: Iterable[Prepared]) -> Iterator[Wanted]:
    """The decisions that make the held records what these say of them; none where they are that already."""
    found: defaultdict[tuple[Kind, Fields], list[str]] = defaultdict(list)
    for prepared in records:
        name = current_id(connection, prepared.id)
        if name is not None:
            wanted = record_in(prepared.json, prepared.why)
            for kind, fields in _decisions(record_of(connection, name), wanted):
                found[kind, fields].append(name)
    for (kind, fields), names in found.items():
        for start in range(0, len(names), MOST_TOGETHER):
            yield kind, fields, names[start : start + MOST_TOGETHER]


def _decisions(held: AnyRecord, wanted: AnyRecord) -> Iterator[tuple[Kind, Fields]]:
    if wanted.review == "edited":
        changes = changes_to(held, wanted)
        if changes or held.review != "edited":
            # Of a record that no document here tells of, nobody knows which of its fields were edited.
            told = changes if held.origin == "extracted" else typed_fields(wanted)
            yield "edit", tuple(told.items())
    elif wanted.review == "accepted" and held.review not in ("accepted", "edited"):
        yield "accept", ()
    elif wanted.review == "rejected" and held.review != "rejected":
        yield "reject", ()
    if wanted.starred and not held.starred:
        yield "star", ()
    if wanted.note and wanted.note != held.note:
        yield "note", (("note", wanted.note),)
