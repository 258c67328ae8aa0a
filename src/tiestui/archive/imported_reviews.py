"""What a reader decided elsewhere and a file of records brought along: decisions here, as if they were made again.

The record goes in without its review, star and note; decisions give them back to it, or to what documents say of it,
whichever of the two comes first.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tiestui.archive.decisions import DecisionLog, signed
from tiestui.archive.indexing import Entry, Filling
from tiestui.archive.intake import prepared_record
from tiestui.archive.lookup import current_id
from tiestui.archive.lookup import record as record_of
from tiestui.archive.mentions import Held, HeldMentions, record_in
from tiestui.archive.preparing import Prepared, prepare_record
from tiestui.chronology import Merged
from tiestui.chronology.deciding import DecisionBook
from tiestui.chronology.decisions import Anchor, Decision, Kind, anchor_of
from tiestui.chronology.editing import changes_to, typed_fields
from tiestui.model.records import AnyRecord

MOST_TOGETHER = 100
"""So many records share one decision, which is taken back as one."""

Fields = tuple[tuple[str, str | None], ...]
Wanted = tuple[Kind, Fields, list[str]]
"""A decision to make: its kind, what goes with it, the ids of its records."""


def as_found(record: Prepared) -> Prepared:
    """The record without what was decided about it."""
    return prepared_record(_unreviewed(record_in(record.json, record.why)))[0]


def _unreviewed(record: AnyRecord) -> AnyRecord:
    return replace(record, review="unreviewed", starred=False, note=None)


class Reviews:
    """Decisions about records that nothing else in the archive can be one with, made as the records come.

    The record that a decision makes, its mention and the decision are what `DecisionDesk` would come to.
    """

    def __init__(self, connection: sqlite3.Connection, log: DecisionLog) -> None:
        self._connection = connection
        self._log = log
        self._signed = signed(None, None)
        self.moved: list[Entry] = []
        self._made: defaultdict[tuple[Kind, Fields], list[Anchor]] = defaultdict(list)

    def decided(self, batch: Iterable[tuple[Prepared, int]]) -> list[Filling]:
        """The records as decided; those that another date takes elsewhere are left out and become `moved`."""
        found: list[Filling] = []
        for record, block in batch:
            if not record.reviewed:
                found.append((record, block, 0))
            elif (changed := self._decided(record, block)).low == record.low:
                found.append((changed, block, None))
            else:
                self.moved.append(Entry(changed, block, None))
        return found

    def _decided(self, record: Prepared, block: int) -> Prepared:
        """The record as decided; its mention is stored as it was found, the decisions wait for others like them."""
        told = record_in(record.json, record.why)
        found = _unreviewed(told)
        anchor = anchor_of(Merged(found))
        wanted = list(_decisions(found, told))
        HeldMentions(self._connection).insert([(block, Held(0, found))])
        for one in wanted:
            self._made[one].append(anchor)
            if len(self._made[one]) >= MOST_TOGETHER:
                self._write(*one)
        if told.review != "edited" and told.note != "":
            return record  # other decisions make of what was found what was told
        decisions = [Decision(kind, (anchor,), fields, *self._signed) for kind, fields in wanted]
        (changed,) = DecisionBook(decisions).apply([Merged(found, (), (found,))])
        return prepare_record(changed.record)

    def write(self) -> None:
        """Write down the decisions that wait for others like them."""
        for kind, fields in list(self._made):
            self._write(kind, fields)

    def _write(self, kind: Kind, fields: Fields) -> None:
        self._log.write(Decision(kind, tuple(self._made.pop((kind, fields))), fields, *self._signed))


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
