"""The closed vocabularies of a record's fields: light, so that a query can be read without the records themselves."""

from __future__ import annotations

from tiestui.light import Literal

RecordType = Literal["upgrade", "statement", "agreement", "event"]
Modality = Literal["actual", "planned", "denied"]
Review = Literal["unreviewed", "accepted", "edited", "rejected"]
Origin = Literal["extracted", "imported", "by hand"]
Action = Literal["established", "upgraded", "downgraded", "suspended", "severed", "resumed"]
Mode = Literal["direct", "indirect"]
SpeakerKind = Literal["person", "body", "group", "document"]
Instrument = Literal[
    "joint statement",
    "declaration",
    "communiqué",
    "memorandum of understanding",
    "treaty",
    "agreement",
    "protocol",
    "exchange of notes",
    "contract",
    "package",
    "commitment",
    "other",
]
Status = Literal["proposed", "pledged", "agreed", "issued", "signed", "ratified", "in force", "ended"]
EventKind = Literal["visit", "meeting", "trade", "ceremony", "other"]
Pair = tuple[str, str]
TOPICS: tuple[str, ...] = tuple(
    "diplomacy trade finance connectivity energy agriculture industry science health education culture tourism "
    "sports environment security conflict territory law rights migration aid sanctions multilateral".split()
)

CSV_COLUMNS: tuple[str, ...] = tuple(
    "id type pair parties date date_basis modality title topics source start end text corroboration conflicts review "
    "origin starred note action level modifiers rank speaker.name speaker.role speaker.affiliation speaker.country "
    "speaker.kind mode quote quote_start quote_end cue speaker_start speaker_end via instrument status fields "
    "kind".split()
)
"""The one header of CSV and TSV, for all kinds of record."""

JOINT = "; "
"""What stands between the values of a list in a cell."""
