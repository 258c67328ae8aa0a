"""What a reader decided about records: frozen values, kept apart from what was extracted, with who and when.

A decision is anchored to content: the ids that the record had (its mentions' among them), the passages it stood on and
its words. So it finds its record again after a new extraction, new rules, or the removal and return of a source.
Nothing is ever deleted: an undo is a decision too. `tiestui.chronology.deciding` applies decisions to records.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal, get_args

from tiestui.chronology.uniting import Merged
from tiestui.errors import FieldError
from tiestui.model.jsonform import dumps
from tiestui.model.records import AnyRecord, Statement

Kind = Literal[
    "accept",
    "reject",
    "edit",
    "merge",
    "split",
    "star",
    "unstar",
    "note",
    "same-speaker",
    "other-speaker",
    "new",
    "correct",
    "undo",
]
KINDS: tuple[str, ...] = get_args(Kind)

_ID_BYTES = 6


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a record is found again by.

    ids: its id first, then those of its mentions. passages: the source and the text of each piece of its evidence.
    words: its quotation or title.
    """

    type: str
    ids: tuple[str, ...]
    passages: tuple[tuple[str, str], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. targets: the records (for a split: the record, then the mentions taken out of it).

    fields: what goes with it: for an edit the new values as typed, for a note its text, for speakers the names, for an
    undo the decision that it takes back. who: the user's name. when: time in UTC (ISO 8601).
    """

    kind: Kind
    targets: tuple[Anchor, ...] = ()
    fields: tuple[tuple[str, str | None], ...] = ()
    who: str = ""
    when: str = ""

    @property
    def id(self) -> str:
        """A code of all that the decision says: the same decision has the same id on every machine."""
        code = blake2b(dumps(_plain(self)).encode(), digest_size=_ID_BYTES).digest()
        return f"de-{b32encode(code).decode().rstrip('=').lower()}"

    def field(self, name: str) -> str | None:
        """The value of a field, None when it has none."""
        return dict(self.fields).get(name)


def anchor_of(merged: Merged) -> Anchor:
    """The anchor of a merged record."""
    record = merged.record
    ids = (record.id, *merged.aliases)
    passages = tuple(dict.fromkeys((evidence.source, evidence.text) for evidence in record.evidence))
    return Anchor(record.type, ids, passages, words_of(record))


def words_of(record: AnyRecord) -> str:
    """The words that a record is known by: a statement's quotation, else the title."""
    return record.quote if isinstance(record, Statement) else record.title


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold, in order of time: without those that were undone, and without the undoing."""
    undone: set[str] = set()
    holding: list[Decision] = []
    for decision in sorted(decisions, key=lambda one: (one.when, one.id), reverse=True):
        if decision.id in undone:
            continue
        if decision.kind == "undo":
            undone.add(decision.field("decision") or "")
        else:
            holding.append(decision)
    return holding[::-1]


def decision_to_json(decision: Decision) -> dict[str, Any]:
    """The decision as `review log -f jsonl` and `review export` write it."""
    return {"id": decision.id, **_plain(decision)}


def decision_from_json(data: Mapping[str, Any]) -> Decision:
    """The decision that was exported; raises `FieldError`, which names what is wrong."""
    kind = data.get("kind")
    if kind not in KINDS:
        raise FieldError("kind", f"{kind!r} is not one of {', '.join(KINDS)}")
    targets = data.get("targets", [])
    if not isinstance(targets, list):
        raise FieldError("targets", "is no list")
    fields = data.get("fields", {})
    if not isinstance(fields, dict) or not all(v is None or isinstance(v, str) for v in fields.values()):
        raise FieldError("fields", "is no object of texts")
    return Decision(
        kind,
        tuple(_anchor(target) for target in targets),
        tuple((str(name), value) for name, value in fields.items()),
        _text("who", data.get("who", "")),
        _text("when", data.get("when", "")),
    )


def _plain(decision: Decision) -> dict[str, Any]:
    targets = [
        {
            "type": one.type,
            "ids": list(one.ids),
            "passages": [{"source": source, "text": text} for source, text in one.passages],
            "words": one.words,
        }
        for one in decision.targets
    ]
    return {
        "kind": decision.kind,
        "targets": targets,
        "fields": dict(decision.fields),
        "who": decision.who,
        "when": decision.when,
    }


def _anchor(data: object) -> Anchor:
    if not isinstance(data, dict):
        raise FieldError("targets", "holds something that is no object")
    ids = _texts("targets.ids", data.get("ids"))
    if not ids:
        raise FieldError("targets.ids", "is empty")
    passages = data.get("passages", [])
    if not isinstance(passages, list) or not all(isinstance(passage, dict) for passage in passages):
        raise FieldError("targets.passages", "is no list of objects")
    found = tuple(
        (_text("targets.passages.source", one.get("source")), _text("targets.passages.text", one.get("text")))
        for one in passages
    )
    return Anchor(_text("targets.type", data.get("type")), ids, found, _text("targets.words", data.get("words", "")))


def _text(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise FieldError(field, f"{value!r} is no text")
    return value


def _texts(field: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise FieldError(field, f"{value!r} is no list")
    return tuple(_text(field, one) for one in value)
