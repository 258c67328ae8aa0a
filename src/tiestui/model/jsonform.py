"""Records as plain JSON values and back: the contract that `-f json`, `-f jsonl`, `extract` and `import` share.

`to_json` gives the contract's fields in order. `from_json` is strict: an unknown field, a missing one that
has no default, or a value of the wrong kind raises `FieldError`, which names it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

from tiestui.dates.edtf import parse_edtf
from tiestui.dates.partial import Bound, PartialDate
from tiestui.errors import FieldError, InputError
from tiestui.model.records import (
    RECORD_TYPES,
    Agreement,
    AnyRecord,
    Conflict,
    Event,
    Evidence,
    Speaker,
    Statement,
    Upgrade,
    Why,
)

Json = dict[str, Any]
T = TypeVar("T", Evidence, Conflict, Speaker)

LARGEST = 2**53
"""What every reader of JSON can hold as a whole number."""


_UNPRINTED = re.compile(
    "[\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def dumps(value: object) -> str:
    """Compact JSON text of `value` on one line; only what a terminal would obey or hide is escaped."""
    return escaped(_ENCODER.encode(value))


def escaped(text: str) -> str:
    """JSON text with escapes for what a terminal would obey or hide; nothing of that stands outside its strings."""
    if (text.isascii() and "\x7f" not in text) or text.isprintable():
        return text
    return _UNPRINTED.sub(lambda found: json.dumps(found[0])[1:-1], text)


def to_json(record: AnyRecord, *, explain: bool = False) -> Json:
    """The record as the contract has it; with `explain`, also the rule and the words that made it."""
    data: Json = {
        "id": record.id,
        "type": record.type,
        "pair": list(record.pair) if record.pair else None,
        "parties": list(record.parties),
        "date": record.date.edtf if record.date else None,
        "date_basis": record.date_basis,
        "modality": record.modality,
        "title": record.title,
        "topics": list(record.topics),
        "evidence": [{"source": e.source, "start": e.start, "end": e.end, "text": e.text} for e in record.evidence],
        "corroboration": record.corroboration,
        "conflicts": [{"field": c.field, "value": c.value, "source": c.source} for c in record.conflicts],
        "review": record.review,
        "origin": record.origin,
        "starred": record.starred,
        "note": record.note,
    }
    data |= _own_fields(record)
    if explain:
        data["explain"] = _explained(record)
    return data


def _explained(record: AnyRecord) -> Json | None:
    """The rule, its words, and the bound that the prose put on the date ("by 2016"), which EDTF does not say."""
    if record.why is None:
        return None
    told: Json = {"rule": record.why.rule, "words": list(record.why.words)}
    if record.date is not None and record.date.bound is not None:
        told["bound"] = record.date.bound
    return told


def _own_fields(record: AnyRecord) -> Json:
    match record:
        case Upgrade():
            return {
                "action": record.action,
                "level": record.level,
                "modifiers": list(record.modifiers),
                "rank": record.rank,
            }
        case Statement():
            return {
                "speaker": speaker_to_json(record.speaker),
                "mode": record.mode,
                "quote": record.quote,
                "quote_start": record.quote_start,
                "quote_end": record.quote_end,
                "cue": record.cue,
                "speaker_start": record.speaker_start,
                "speaker_end": record.speaker_end,
                "via": record.via,
            }
        case Agreement():
            return {"instrument": record.instrument, "status": record.status, "fields": list(record.fields)}
        case Event():
            return {"kind": record.kind}


def speaker_to_json(speaker: Speaker | None) -> Json | None:
    """The speaker as the contract has it, or None when unknown."""
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "country": speaker.country,
        "kind": speaker.kind,
    }


_KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("pair",), (list, type(None))),
    **dict.fromkeys(("parties", "topics", "evidence", "conflicts", "modifiers", "fields"), (list,)),
    **dict.fromkeys(("date", "note", "cue", "via"), (str, type(None))),
    **dict.fromkeys(("corroboration", "rank", "quote_start", "quote_end"), (int,)),
    **dict.fromkeys(("speaker_start", "speaker_end"), (int, type(None))),
    "starred": (bool,),
    "speaker": (dict, type(None)),
    "explain": (dict, type(None)),
}
_STRING_LISTS = ("parties", "topics", "modifiers", "fields", "pair")
_SHARED = (
    "id type pair parties date date_basis modality title topics evidence corroboration conflicts review origin "
    "starred note explain"
).split()
FIELDS_OF_TYPE: dict[str, tuple[str, ...]] = {
    "upgrade": ("action", "level", "modifiers", "rank"),
    "statement": tuple(
        "speaker mode quote quote_start quote_end cue speaker_start speaker_end via".split(),
    ),
    "agreement": ("instrument", "status", "fields"),
    "event": ("kind",),
}


NAMES = {kind: (*_SHARED[:-1], *own) for kind, own in FIELDS_OF_TYPE.items()}
"""The fields of each kind in the order of `to_json`."""
_PLAINLY = {
    name: frozenset(one for one in _KINDS.get(name, (str,)) if one is not int)
    for name in (*_SHARED, *(field for fields in FIELDS_OF_TYPE.values() for field in fields))
}
"""The classes of values that need no other look; a number may be too large, a list may hold what is no text."""
_KNOWN = {kind: frozenset((*_SHARED, *fields)) for kind, fields in FIELDS_OF_TYPE.items()}
_date = lru_cache(maxsize=4096)(parse_edtf)


def from_json(data: Mapping[str, Any]) -> AnyRecord:
    """The record that `to_json` gave; raises `FieldError` (or `InputError`) on what is no record."""
    kind = data.get("type")
    if not isinstance(kind, str) or kind not in RECORD_TYPES:
        raise FieldError("type", f"{kind!r} is not one of {', '.join(RECORD_TYPES)}")
    known = _KNOWN[kind]
    for name, value in data.items():
        if name not in known:
            raise FieldError(name, f"is no field of a record of type {kind}")
        if value.__class__ not in _PLAINLY[name] or (value.__class__ is list and value and name in _STRING_LISTS):
            _check_kind(name, value)
    values: Json = {name: value for name, value in data.items() if name not in ("type", "explain")}
    for name in _STRING_LISTS:
        if values.get(name) is not None:
            values[name] = tuple(values[name])
    if values.get("date") is not None:
        values["date"] = _date(values["date"])
        values.setdefault("date_basis", "stated")
    values["evidence"] = tuple(_part(Evidence, "evidence", e) for e in values.get("evidence", ()))
    values["conflicts"] = tuple(_part(Conflict, "conflicts", c) for c in values.get("conflicts", ()))
    if values.get("speaker") is not None:
        values["speaker"] = speaker_from_json(values["speaker"])
    if (explain := data.get("explain")) is not None:
        values["why"] = _why(explain)
        if values.get("date") is not None and (bound := explain.get("bound")) is not None:
            values["date"] = PartialDate(
                values["date"].edtf, values["date"].earliest, values["date"].latest, _bound(bound)
            )
    return RECORD_TYPES[kind](**values)


def speaker_from_json(data: object) -> Speaker:
    """The speaker that `speaker_to_json` gave; raises `FieldError` (or `InputError`) on what is none."""
    return _part(Speaker, "speaker", data)


def is_of_plain_class(name: str, kind: type) -> bool:
    """Whether values of that class need no other look in the field than at their content."""
    return kind in _PLAINLY[name] or (kind is int and int in _KINDS.get(name, (str,)))


def _why(explain: Mapping[str, Any]) -> Why:
    rule, words = explain.get("rule", ""), explain.get("words", [])
    if not isinstance(rule, str) or not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise FieldError("explain", "is not a rule with its words")
    return Why(rule, tuple(words))


def _bound(value: object) -> Bound:
    for bound in ("by", "before", "after"):
        if value == bound:
            return bound
    raise FieldError("explain", f"{value!r} is no bound")


def _check_kind(name: str, value: object) -> None:
    kinds = _KINDS.get(name, (str,))
    right = isinstance(value, kinds) and not (isinstance(value, bool) and bool not in kinds)
    if not right:
        raise FieldError(name, f"{dumps(value)[:60]} is not {' or '.join(k.__name__ for k in kinds)}")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise FieldError(name, f"{str(value)[:20]} is too large a number")
    if name in _STRING_LISTS and isinstance(value, list) and not all(isinstance(v, str) for v in value):
        raise FieldError(name, "holds something that is not text")


_PART_FIELDS: dict[type, dict[str, tuple[type, ...]]] = {
    Evidence: {"source": (str,), "start": (int,), "end": (int,), "text": (str,)},
    Conflict: {"field": (str,), "value": (str,), "source": (str,)},
    Speaker: {
        "name": (str,),
        "role": (str, type(None)),
        "affiliation": (str, type(None)),
        "country": (str, type(None)),
        "kind": (str,),
    },
}


def _part(cls: type[T], field: str, data: object) -> T:
    if not isinstance(data, dict):
        raise FieldError(field, f"{dumps(data)[:60]} is not an object")
    known = _PART_FIELDS[cls]
    for name, value in data.items():
        if name not in known:
            raise FieldError(f"{field}.{name}", "is not known")
        if value.__class__ is str and known[name][0] is str:
            continue
        if not isinstance(value, known[name]) or isinstance(value, bool):
            raise FieldError(f"{field}.{name}", f"{dumps(value)[:60]} is of the wrong kind")
        if isinstance(value, int) and abs(value) > LARGEST:
            raise FieldError(f"{field}.{name}", f"{str(value)[:20]} is too large a number")
    try:
        return cls(**data)
    except TypeError as error:
        raise FieldError(field, f"is incomplete: it needs {', '.join(known)}") from error


def loads(line: str) -> AnyRecord:
    """The record of one line of JSON; raises `InputError` for what is no JSON object."""
    try:
        data = json.loads(line)
        if "\\u" in line:
            dumps(data).encode()
    except UnicodeEncodeError as error:
        raise InputError("it holds half of a character (a lone surrogate); write the whole of it") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"this is not JSON ({error})") from error
    if not isinstance(data, dict):
        raise InputError("this is not a JSON object")
    return from_json(data)
