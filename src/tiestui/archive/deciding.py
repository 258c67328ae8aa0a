"""What a person decides about the records of an archive, from the words of a command or a key press to changed records.

Each method belongs inside a transaction of the `Writer`; it tells in one line what was done, or raises `TiestuiError`
and leaves everything as it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tiestui.archive.correcting import CORRECTABLE, anchor_of_source, read_corrections, settle_source
from tiestui.archive.decisions import DecisionLog, blocks_of, named_record, signed, tie
from tiestui.archive.imported_reviews import Wanted
from tiestui.archive.lookup import record as record_of
from tiestui.archive.mentions import HeldMentions
from tiestui.archive.merging import Merger
from tiestui.chronology import Merged, mention_id
from tiestui.chronology.decisions import Anchor, Decision, Kind, anchor_of
from tiestui.chronology.editing import edited
from tiestui.errors import ArchiveError, UsageError
from tiestui.model.jsonform import dumps, loads, to_json
from tiestui.model.records import AnyRecord

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "star": "starred",
    "unstar": "star taken from",
    "note": "note written to",
}
_ABOUT_RECORDS = frozenset(_DONE)
_TOLD = 60
_ABOUT_SPEAKERS = frozenset({"same-speaker", "other-speaker"})


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of decisions from elsewhere. waiting: how many of the new ones find no record here yet."""

    new: int
    known: int
    waiting: int


class DecisionDesk:
    """Makes decisions on one writing connection."""

    def __init__(self, connection: sqlite3.Connection, merger: Merger, log: DecisionLog) -> None:
        self._connection = connection
        self._merger = merger
        self._log = log

    def decide(
        self, kind: Kind, words: Sequence[str], fields: Mapping[str, str | None], who: str | None, when: str | None
    ) -> str:
        """Make a decision about the records (for speakers: the names) that the words name."""
        if not words:
            raise UsageError(f"{kind} needs at least one record; write its id")
        by = signed(who, when)
        if kind in _ABOUT_SPEAKERS:
            return self._about_speakers(kind, words, *by)
        if kind == "merge":
            return self._merge(words, *by)
        if kind == "split":
            return self._split(words[0], words[1:], *by)
        if kind not in _ABOUT_RECORDS:
            raise UsageError(f"{kind!r} is no decision about a record")
        names = list(dict.fromkeys(named_record(self._connection, word) for word in words))
        if kind == "edit":
            for name in names:
                edited(record_of(self._connection, name), fields)
        anchors = tuple(self._anchor(name) for name in names)
        self._keep(Decision(kind, anchors, tuple(fields.items()), *by))
        return f"{_DONE[kind]} {', '.join(names)}"

    def decide_again(self, wanted: Iterable[Wanted]) -> None:
        """Make decisions that were made where imported records come from; now, and by whoever imports them."""
        made: list[Decision] = []
        for kind, fields, names in list(wanted):
            anchors = tuple(self._anchor(name) for name in dict.fromkeys(names))
            decision = Decision(kind, anchors, fields, *signed(None, None))
            if self._log.write(decision):
                made.append(decision)
        self._renew({block for one in made for block in blocks_of(self._connection, one)}, made)

    def undo(self, word: str | None, who: str | None, when: str | None) -> str:
        """Take back a decision by its id (or a beginning of it), without a word the last one that holds."""
        decision = self._to_undo(word)
        undo = Decision("undo", (), (("decision", decision.id),), *signed(who, when))
        blocks = blocks_of(self._connection, decision)
        self._log.write(undo)
        if decision.kind == "new":
            blocks |= self._merger.take_imported([decision.targets[0].ids[0]])
        self._renew(blocks, [decision])
        self._settle_sources([decision])
        return f"undone: {told(decision)}"

    def correct(self, slug: str, typed: Mapping[str, str | None], who: str | None, when: str | None) -> str:
        """Correct the metadata of a held document and read what it says again."""
        fields = read_corrections(typed)
        row = self._connection.execute("SELECT sha256 FROM source WHERE slug = ?", (slug,)).fetchone()
        if row is None:
            raise ArchiveError(f"the archive holds no source {slug!r}; tiestui sources lists what it holds")
        if not fields:
            raise UsageError(f"nothing to correct; write FIELD=VALUE with one of {', '.join(CORRECTABLE)}")
        decision = Decision("correct", (anchor_of_source(slug, row[0]),), tuple(fields.items()), *signed(who, when))
        if self._log.write(decision):
            self._settle_sources([decision])
        return f"corrected {slug}: {', '.join(fields)}"

    def make(self, record: AnyRecord, who: str | None, when: str | None) -> str:
        """Take in a record by hand; gives its id. Raises `ArchiveError` when it is there already."""
        name = mention_id(record)
        if self._connection.execute("SELECT 1 FROM display WHERE id = ?", (name,)).fetchone():
            raise ArchiveError(f"the archive has this record already: {name}")
        line = dumps(to_json(record))
        decision = Decision("new", (anchor_of(_as_merged(record, name)),), (("record", line),), *signed(who, when))
        self._log.write(decision)
        self._renew(self._merger.put([record], 0), [])
        return name

    def apply(self, decisions: Iterable[Decision]) -> Applied:
        """Take in decisions made elsewhere; those that are known already change nothing."""
        new = known = 0
        blocks: set[int] = set()
        added: list[Decision] = []
        for decision in decisions:
            if not self._log.write(decision):
                known += 1
                continue
            new += 1
            added.append(decision)
        holding = {decision.id for decision in self._log.book.decisions}
        for decision in added:
            if decision.kind == "new" and decision.id in holding:
                blocks |= self._merger.put([loads(decision.field("record") or "")], 0)
        self._merger.update(blocks)
        for decision in added:
            blocks |= blocks_of(self._connection, decision)
        for decision in self._log.all():
            if any(one.kind == "undo" and one.field("decision") == decision.id for one in added):
                blocks |= blocks_of(self._connection, decision)
        self._renew(blocks, added)
        self._settle_sources(self._log.all() if added else ())
        waiting = sum(bool(one.targets) and not self._is_about_something(one) for one in added)
        return Applied(new, known, waiting)

    def _about_speakers(self, kind: Kind, names: Sequence[str], who: str, when: str) -> str:
        if len(dict.fromkeys(names)) < 2:
            raise UsageError(f"{kind} needs two names or more, each in quotation marks")
        for name in names:
            if self._connection.execute("SELECT 1 FROM speaker WHERE name = ?", (name,)).fetchone() is None:
                raise ArchiveError(f"nobody speaks under the name {name!r}; tiestui speakers lists the names")
        fields = (("name", names[0]), ("names", "\n".join(dict.fromkeys(names))))
        self._keep(Decision(kind, (), fields, who, when))
        return f"{'one speaker' if kind == 'same-speaker' else 'different speakers'}: {', '.join(names)}"

    def _merge(self, words: Sequence[str], who: str, when: str) -> str:
        names = list(dict.fromkeys(named_record(self._connection, word) for word in words))
        if len(names) < 2:
            raise UsageError("merge needs two different records or more; the first one's date and words stay")
        kinds = {record_of(self._connection, name).type for name in names}
        if len(kinds) > 1:
            raise UsageError(f"records of different kinds cannot be merged: {' and '.join(sorted(kinds))}")
        anchors = tuple(self._anchor(name) for name in names)
        self._keep(Decision("merge", anchors, (), who, when))
        return f"merged into {names[0]}: {', '.join(names[1:])}"

    def _split(self, word: str, parts: Sequence[str], who: str, when: str) -> str:
        name = named_record(self._connection, word)
        members = self._members(name)
        if len(members) < 2:
            raise UsageError(f"{name} has one mention only and cannot be split")
        if len({one.id for one in members}) < 2:
            raise UsageError(f"all mentions of {name} are in the same words and stay together")
        meant = {one.id for one in members if (_is_meant(one, parts) if parts else one.id != name)}
        if not meant:
            raise UsageError(f"no mention of {name} is of {', '.join(parts)}; tiestui show {name} lists its sources")
        out = [one for one in members if one.id in meant]
        if len(out) == len(members):
            raise UsageError(f"that takes all mentions out of {name}; name fewer of its sources")
        taken = tuple(anchor_of(_as_merged(one, one.id)) for one in out)
        self._keep(Decision("split", (self._anchor(name), *taken), (), who, when))
        return f"split {name}: {len(out)} of {len(members)} mentions taken out"

    def _keep(self, decision: Decision) -> None:
        if self._log.write(decision):
            self._renew(blocks_of(self._connection, decision), [decision])

    def _renew(self, blocks: set[int], decisions: Iterable[Decision]) -> None:
        for decision in decisions:
            if decision.kind == "merge":
                tie(self._connection, blocks_of(self._connection, decision))
            if decision.kind in _ABOUT_SPEAKERS or decision.kind == "undo":
                self._connection.execute("UPDATE speaker SET shown = NULL")
        self._merger.update(blocks)

    def _settle_sources(self, decisions: Iterable[Decision]) -> None:
        """Bring the documents that these decisions correct in line with the corrections in force."""
        for name in {name for one in decisions if one.kind == "correct" for name in one.targets[0].ids}:
            sql = "SELECT slug FROM source WHERE slug = ?1 OR sha256 = ?1"
            for (slug,) in self._connection.execute(sql, (name,)).fetchall():
                settle_source(self._connection, self._merger, self._log, slug)

    def _is_about_something(self, decision: Decision) -> bool:
        if decision.kind != "correct":
            return bool(blocks_of(self._connection, decision))
        slug, sha256 = decision.targets[0].ids
        sql = "SELECT 1 FROM source WHERE slug = ? OR sha256 = ?"
        return self._connection.execute(sql, (slug, sha256)).fetchone() is not None

    def _anchor(self, name: str) -> Anchor:
        aliases = self._connection.execute("SELECT id FROM alias WHERE target = ? ORDER BY id", (name,)).fetchall()
        return anchor_of(Merged(record_of(self._connection, name), tuple(row[0] for row in aliases)))

    def _members(self, name: str) -> list[AnyRecord]:
        """The mentions of a record."""
        ids = {name, *(row[0] for row in self._connection.execute("SELECT id FROM alias WHERE target = ?", (name,)))}
        sql = "SELECT block FROM display CROSS JOIN record ON record.key = display.key WHERE display.id = ?"
        blocks = {row[0] for row in self._connection.execute(sql, (name,))}
        for block in list(blocks):
            blocks |= {row[0] for row in self._connection.execute("SELECT other FROM bond WHERE block = ?", (block,))}
        held = HeldMentions(self._connection)
        return [one.record for block in sorted(blocks) for one in held.of_block(block) if one.record.id in ids]

    def _to_undo(self, word: str | None) -> Decision:
        holding = self._log.book.decisions
        if word is None:
            if not holding:
                raise ArchiveError("there is no decision to undo")
            return holding[-1]
        found = [decision for decision in holding if decision.id.startswith(word)]
        if len(found) != 1:
            many = "several decisions begin so" if found else "no decision in force has this id"
            raise ArchiveError(f"{word!r}: {many}; tiestui review log lists them")
        return found[0]


def told(decision: Decision, undone: Decision | None = None) -> str:
    """A decision in a few words. undone: what it takes back, when it is an undo of one that is known."""
    if undone is not None:
        return f"undo {undone.id} ({told(undone)})"
    about = ", ".join(_named(anchor) for anchor in decision.targets)
    details = ", ".join(_given(name, value) for name, value in decision.fields if name not in ("record", "name"))
    return " ".join(part for part in (decision.kind, about, details) if part)


def _named(anchor: Anchor) -> str:
    """The record's id and how its words begin, so that a log can be read without looking ids up."""
    words = " ".join(anchor.words.split())
    if anchor.type == "source":
        return anchor.ids[0]
    return f"{anchor.ids[0]} “{words if len(words) <= _TOLD else words[:_TOLD].rstrip() + '…'}”"


def _given(name: str, value: str | None) -> str:
    if name == "names":
        return ", ".join((value or "").split("\n"))
    return f"{name}={value or ''}"


def _as_merged(record: AnyRecord, name: str) -> Merged:
    return Merged(replace(record, id=name))


def _is_meant(mention: AnyRecord, parts: Sequence[str]) -> bool:
    sources = {evidence.source for evidence in mention.evidence}
    return mention.id in parts or bool(sources & set(parts))
