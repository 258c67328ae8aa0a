"""A record's fields changed, or a record made, by what a person types: FIELD=VALUE.

Values are read as leniently as a query reads them ("sep 2022", "Belarus - China", lists with ";") and held to the rules
of the model: what a field cannot have raises `FieldError`, which names the field and what it can have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any

from tiestui.chronology.levelling import relabelled
from tiestui.countries import country_code, parse_pair
from tiestui.dates.typed import read_date
from tiestui.errors import FieldError, UsageError
from tiestui.model.records import RECORD_TYPES, AnyRecord, Speaker, Statement, Upgrade

_KEPT = frozenset({"id", "evidence", "corroboration", "conflicts", "review", "origin", "starred", "note", "why"})
_OF_THE_TEXT = frozenset({"quote", "quote_start", "quote_end", "speaker_start", "speaker_end"})
_LISTS = frozenset({"topics", "modifiers", "fields"})
_MAY_BE_NONE = frozenset({"cue", "via", "pair", "date", "speaker"})
_SPEAKER = frozenset({"name", "role", "affiliation", "country", "kind"})


def edited(record: AnyRecord, changes: Mapping[str, str | None]) -> AnyRecord:
    """The record with these fields changed. Raises `FieldError` for a field or a value that it cannot have."""
    values: dict[str, Any] = {}
    speaker = record.speaker if isinstance(record, Statement) else None
    for name, typed in changes.items():
        _check(record, name)
        if name.startswith("speaker."):
            speaker = _speaker(speaker, name.removeprefix("speaker."), typed)
            values["speaker"] = speaker
        elif name == "speaker":
            speaker = Speaker(typed) if typed else None
            values["speaker"] = speaker
        else:
            values |= _value(name, typed)
    if isinstance(record, Upgrade) and {"level", "modifiers"} & values.keys():
        values = relabelled(record, values, changes)
    if "date" in values and "date_basis" not in values:
        values["date_basis"] = "stated" if values["date"] else "none"
    return replace(record, **values)


def made(kind: str, typed: Mapping[str, str | None], **given: Any) -> AnyRecord:
    """A record by hand of what was typed. given: fields that are values already, such as evidence."""
    if kind not in RECORD_TYPES:
        raise UsageError(f"{kind!r} is no kind of record; there are {', '.join(RECORD_TYPES)}")
    title = typed.get("title") or typed.get("quote") or typed.get("level") or ""
    if kind == "statement" and not typed.get("quote"):
        raise FieldError("quote", 'is missing; write quote="..."')
    if not title:
        raise FieldError("title", 'is missing; write title="..."')
    start: dict[str, Any] = {"title": title, "origin": "by hand", "corroboration": 0, **given}
    if kind == "statement":
        quote = typed.get("quote") or ""
        start = {"quote": quote, "quote_end": len(quote), "mode": "direct", **start}
    if kind == "upgrade":
        if not typed.get("level"):
            raise FieldError("level", 'is missing; write level="..."')
        start = {"level": typed["level"], **start}
    record = RECORD_TYPES[kind](**start)
    rest = {name: value for name, value in typed.items() if name not in ("title", "quote")}
    made_record = edited(record, rest)
    if typed.get("title"):
        made_record = replace(made_record, title=title)
    if not made_record.parties and made_record.pair:
        made_record = replace(made_record, parties=made_record.pair)
    return made_record


def typed_fields(record: AnyRecord) -> dict[str, str | None]:
    """What somebody would type to make any record of the kind what this one says; what cannot be typed is left out."""
    typed: dict[str, str | None] = {}
    for name in editable(record.type):
        if name == "speaker" or (name.startswith("speaker.") and _at(record, "speaker") is None):
            continue
        text = _typed(_at(record, name))
        try:
            if _at(edited(record, {name: text}), name) == _at(record, name):
                typed[name] = text
        except FieldError:
            continue
    return typed


def changes_to(record: AnyRecord, wanted: AnyRecord) -> dict[str, str | None]:
    """Of what makes a record what another of its kind says, what it does not say already."""
    return {name: text for name, text in typed_fields(wanted).items() if _at(record, name) != _at(wanted, name)}


def _at(record: AnyRecord, name: str) -> Any:
    field, _, part = name.partition(".")
    value = getattr(record, field)
    return getattr(value, part, None) if part else value


def _typed(value: Any) -> str | None:
    if isinstance(value, tuple):
        return "; ".join(value)
    return None if value is None else str(value)


def editable(kind: str) -> tuple[str, ...]:
    """The fields of a kind of record that can be edited, in the order of the contract."""
    names = [field.name for field in fields_of(RECORD_TYPES[kind]) if field.name not in _KEPT | _OF_THE_TEXT]
    own = (
        [f"speaker.{name}" for name in ("name", "role", "affiliation", "country", "kind")] if "speaker" in names else []
    )
    return (*names, *own)


def _check(record: AnyRecord, name: str) -> None:
    allowed = editable(record.type)
    if name in allowed:
        return
    if name in _OF_THE_TEXT:
        raise FieldError(name, "says what stands in the source and cannot be edited")
    raise FieldError(name, f"is no field of this {record.type} that can be edited; there are {', '.join(allowed)}")


def _value(name: str, typed: str | None) -> dict[str, Any]:
    text = (typed or "").strip()
    if not text or text == "null":
        if name in _LISTS or name == "parties":
            return {name: ()}
        if name not in _MAY_BE_NONE:
            raise FieldError(name, "cannot be empty")
        return {name: None}
    return {name: _READERS.get(name, _same)(text)}


def _same(text: str) -> str:
    return text


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))


def _pair(text: str) -> tuple[str, str]:
    try:
        first, second = parse_pair(text)
    except UsageError as error:
        raise FieldError("pair", error.message) from error
    return first, second


def _country(field: str, text: str) -> str:
    code = country_code(text)
    if code is None:
        raise FieldError(field, f"{text!r} is no country; write its name or a code such as CHN")
    return code


def _parties(text: str) -> tuple[str, ...]:
    parts = text.replace(";", ",").split(",")
    return tuple(sorted({_country("parties", part.strip()) for part in parts if part.strip()}))


def _rank(text: str) -> int:
    if not text.isdigit():
        raise FieldError("rank", f"{text!r} is no whole number")
    return int(text)


def _topics(text: str) -> tuple[str, ...]:
    return _listed(text.lower())


_READERS: dict[str, Callable[[str], Any]] = {
    "date": read_date,
    "pair": _pair,
    "parties": _parties,
    "rank": _rank,
    **dict.fromkeys(_LISTS, _listed),
    "topics": _topics,
}


def _speaker(speaker: Speaker | None, name: str, typed: str | None) -> Speaker | None:
    text = (typed or "").strip() or None
    if name == "name":
        if text is None:
            return None
        return replace(speaker, name=text) if speaker else Speaker(text)
    if name not in _SPEAKER:
        raise FieldError(f"speaker.{name}", "is not known")
    if speaker is None:
        raise FieldError(f"speaker.{name}", "needs a speaker; write speaker.name=... first")
    if name == "country" and text:
        text = _country("speaker.country", text)
    if name == "kind" and text is None:
        raise FieldError("speaker.kind", "cannot be empty")
    values: dict[str, Any] = {name: text}
    return replace(speaker, **values)
