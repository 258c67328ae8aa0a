"""What the dialogs that edit a record show: its fields by names that people use, their values, and what they can be."""

from __future__ import annotations

from collections.abc import Sequence

from tiestui.chronology.editing import typed_fields
from tiestui.model import AnyRecord
from tiestui.query.fields import CLOSED
from tiestui.tui.screens.ask import Choice

LABELS = {
    "date_basis": "how the date is known",
    "modality": "actual, planned or denied",
    "kind": "kind of event",
    "mode": "direct or reported",
    "via": "reported through",
    "modifiers": "words around the level",
}
HINTS = {
    "date": "2016, sep 2022, 1 March 2023, 12-13 May 2023; nothing for no date",
    "date_basis": "stated, relative, document or none",
    "pair": "Belarus - China, or codes",
    "parties": "names or codes, with ; between them",
    "kind": ", ".join(CLOSED["event"]),
    "mode": "direct or indirect",
    "speaker.country": "a name or a code",
    "speaker.kind": "person, body, group or document",
}
BETWEEN = "with ; between them"
LISTS = {"modifiers": BETWEEN, "fields": BETWEEN}


def choices(record: AnyRecord) -> Sequence[Choice]:
    """The record's fields that can be edited, each with its present value as one would type it."""
    return [Choice(name, label_of(name), value or "") for name, value in typed_fields(record).items()]


def label_of(field: str) -> str:
    """What people call a field."""
    return LABELS.get(field, field.replace("speaker.", "speaker’s ").replace("_", " "))


def hint_of(field: str) -> str:
    """What can be typed for it."""
    closed = {"topics": "topic"}.get(field, field)
    if field in HINTS or closed not in CLOSED:
        return HINTS.get(field, LISTS.get(field, ""))
    return ", ".join(CLOSED[closed]) + (f"; {BETWEEN}" if field == "topics" else "")
