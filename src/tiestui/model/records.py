"""The records: what a document says happened, was said, or was agreed, each with its evidence.

Frozen values without I/O. Offsets are code points of a source's stored text, end-exclusive. A value that a field cannot
have raises `FieldError`, which names the field. Field names and values are the contract of the JSON form
(`tiestui.model.jsonform`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

from tiestui.dates.partial import Basis, PartialDate
from tiestui.errors import FieldError
from tiestui.model import checks
from tiestui.model.vocabulary import (
    Action,
    EventKind,
    Instrument,
    Modality,
    Mode,
    Origin,
    Pair,
    RecordType,
    Review,
    SpeakerKind,
    Status,
)

HIGHEST_RANK = 7


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a source: code points `start` to `end` (exclusive) of its stored text, and the text there."""

    source: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise FieldError("evidence", f"start {self.start} and end {self.end} enclose nothing")
        if len(self.text) != self.end - self.start:
            raise FieldError("evidence", f"the text has {len(self.text)} code points, not {self.end - self.start}")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another value that a source gives for a field, incompatible with the record's own."""

    field: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `name` is the fullest that the document gives; `country` an alpha-3 code or None if unknown."""

    name: str
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    kind: SpeakerKind = "person"

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise FieldError("speaker.name", "is empty; an unknown speaker is null")
        checks.one_of("speaker.kind", self.kind)
        if self.country is not None:
            checks.countries("speaker.country", (self.country,))


@dataclass(frozen=True, slots=True)
class Why:
    """What made a record: the rule's name and the words of the text that it went by."""

    rule: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the four kinds share. `id` is "" until the chronology gives one.

    pair: the two parties whose chronology it belongs to, sorted, or None when the text tells none.
    date: None when unknown (never invented); `date_basis` is "none" exactly then.
    corroboration: how many distinct sources (reprints counted once) give it.
    why: the explanation of an extracted record; not part of the JSON contract unless asked for.
    """

    type: ClassVar[RecordType]

    id: str = ""
    pair: Pair | None = None
    parties: tuple[str, ...] = ()
    date: PartialDate | None = None
    date_basis: Basis = "none"
    modality: Modality = "actual"
    title: str = ""
    topics: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    corroboration: int = 1
    conflicts: tuple[Conflict, ...] = ()
    review: Review = "unreviewed"
    origin: Origin = "extracted"
    starred: bool = False
    note: str | None = None
    why: Why | None = None

    def __post_init__(self) -> None:
        checks.one_of("date_basis", self.date_basis)
        checks.one_of("modality", self.modality)
        checks.one_of("review", self.review)
        checks.one_of("origin", self.origin)
        if (self.date is None) != (self.date_basis == "none"):
            raise FieldError("date_basis", f"{self.date_basis!r} does not go with the date {self.date}")
        if not self.title.strip():
            raise FieldError("title", "is empty")
        if self.corroboration < 0:
            raise FieldError("corroboration", f"{self.corroboration} is below zero")
        checks.topics(self.topics)
        checks.countries("parties", self.parties)
        if self.pair is not None:
            checks.pair(self.pair)
        if not self.evidence and self.origin == "extracted":
            raise FieldError("evidence", "an extracted record has none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgrade(Record):
    """A change of the relationship's level.

    level: the label without its modifiers; rank: 0 to 7, tiestui's own ordinal (see the README).
    """

    type: ClassVar[RecordType] = "upgrade"

    action: Action = "upgraded"
    level: str = ""
    modifiers: tuple[str, ...] = ()
    rank: int = 0

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        checks.one_of("action", self.action)
        if not self.level.strip():
            raise FieldError("level", "is empty")
        if not 0 <= self.rank <= HIGHEST_RANK:
            raise FieldError("rank", f"{self.rank} is not between 0 and {HIGHEST_RANK}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """Who said what.

    quote: direct speech without its marks, or the reported clause without cue and speaker; it stands at
        `quote_start` to `quote_end` of the first evidence's source.
    speaker_start, speaker_end: the mention that the text itself has ("he"), or None.
    via: the outlet or hearer through whom it reached us, or None.
    """

    type: ClassVar[RecordType] = "statement"

    speaker: Speaker | None = None
    mode: Mode = "indirect"
    quote: str = ""
    quote_start: int = 0
    quote_end: int = 0
    cue: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    via: str | None = None

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        checks.one_of("mode", self.mode)
        if not self.quote.strip():
            raise FieldError("quote", "is empty")
        if not 0 <= self.quote_start <= self.quote_end:
            raise FieldError("quote_start", f"{self.quote_start} and quote_end {self.quote_end} are no span")
        if (self.speaker_start is None) != (self.speaker_end is None):
            raise FieldError("speaker_start", "stands without speaker_end, or the other way round")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """An instrument or a commitment: the instrument's word and its status, and the fields it covers."""

    type: ClassVar[RecordType] = "agreement"

    instrument: Instrument = "commitment"
    status: Status = "agreed"
    fields: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        checks.one_of("instrument", self.instrument)
        checks.one_of("status", self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Another dated happening between the parties."""

    type: ClassVar[RecordType] = "event"

    kind: EventKind = "other"

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        checks.one_of("kind", self.kind)


__all__ = [
    "HIGHEST_RANK",
    "RECORD_TYPES",
    "Action",
    "Agreement",
    "AnyRecord",
    "Conflict",
    "Event",
    "EventKind",
    "Evidence",
    "Instrument",
    "Modality",
    "Mode",
    "Origin",
    "Pair",
    "Record",
    "RecordType",
    "Review",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "Status",
    "Upgrade",
    "Why",
    "placed",
]

AnyRecord = Upgrade | Statement | Agreement | Event
RECORD_TYPES: dict[str, type[AnyRecord]] = {kind.type: kind for kind in (Upgrade, Statement, Agreement, Event)}
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in RECORD_TYPES.values()}


def placed(record: AnyRecord, name: str, evidence: tuple[Evidence, ...]) -> AnyRecord:
    """The record under an id and with its evidence named anew; all else is as it was checked when it was made."""
    kind = type(record)
    copy = object.__new__(kind)
    for field in _FIELDS[kind]:
        object.__setattr__(copy, field, getattr(record, field))
    object.__setattr__(copy, "id", name)
    object.__setattr__(copy, "evidence", evidence)
    return copy
