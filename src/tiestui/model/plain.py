"""Data of JSON that is a record beyond doubt, told at one look: most of a large file of records is.

What `is_plain` says yes to, `from_json` takes and `to_json` gives back as it is; of the rest `from_json` tells what is
wrong, or brings it into form. What comes again and again (dates, parties, speakers, words of closed lists) is tried
once on `from_json` itself, in a record that is right else; texts and offsets, which differ each time, are looked at
here.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import Any

from tiestui.dates.edtf import full_date, parse_edtf
from tiestui.errors import InputError
from tiestui.model.jsonform import (
    LARGEST,
    NAMES,
    from_json,
    is_of_plain_class,
    speaker_from_json,
    speaker_to_json,
    to_json,
)
from tiestui.model.records import Agreement, Event, Evidence, Speaker, Statement, Upgrade

Json = dict[str, Any]

_VALUES = {kind: itemgetter(*names) for kind, names in NAMES.items()}
_PASSAGE = itemgetter("source", "start", "end", "text")
_PASSAGE_CLASSES = (str, int, int, str)
_SPEAKER = ("name", "role", "affiliation", "country", "kind")
_SPEAKER_VALUES = itemgetter(*_SPEAKER)
_WORDS = {
    kind: ("modality", "review", "origin", "corroboration", "topics", *own)
    for kind, own in {
        "upgrade": ("action", "level", "rank", "modifiers"),
        "statement": ("mode",),
        "agreement": ("instrument", "status", "fields"),
        "event": ("kind",),
    }.items()
}
_WORD_VALUES = {kind: itemgetter(*names) for kind, names in _WORDS.items()}
_ONE = (Evidence("a", 0, 1, "a"),)
_SAMPLES: dict[str, Json] = {
    one.type: to_json(one)
    for one in (
        Upgrade(title="a", evidence=_ONE, level="a"),
        Statement(title="a", evidence=_ONE, quote="a", speaker=Speaker("a")),
        Agreement(title="a", evidence=_ONE),
        Event(title="a", evidence=_ONE),
    )
}


def is_plain(data: Json) -> bool:
    """Whether the data is a whole record as `to_json` gives it, whatever the order of its fields."""
    kind = data.get("type")
    if kind.__class__ is not str or kind not in NAMES or len(data) != len(NAMES[kind]):
        return False
    try:
        return (
            _have_right_classes(kind, tuple(map(type, _VALUES[kind](data))))
            and not data["title"].isspace()
            and data["title"] != ""
            and _is_right("event", ("date", "date_basis"), data["date"] and "2000", data["date_basis"])
            and _is_date(data["date"])
            and _is_right("event", ("pair", "parties"), data["pair"] and tuple(data["pair"]), tuple(data["parties"]))
            and _has_right_words(kind, data)
            and not data["conflicts"]
            and all(map(_is_passage, data["evidence"]))
            and data["evidence"] != []
            and (kind != "statement" or _is_said(data))
        )
    except (KeyError, TypeError):  # a field is missing, or a list holds what no list of ours does
        return False


@lru_cache(maxsize=4096)
def _have_right_classes(kind: str, classes: tuple[type, ...]) -> bool:
    return all(is_of_plain_class(name, one) for name, one in zip(NAMES[kind], classes, strict=True))


@lru_cache(maxsize=16_384)
def _is_right(kind: str, names: tuple[str, ...], *values: object) -> bool:
    """Whether these values of fields are; lists come as tuples."""
    given = {name: list(one) if isinstance(one, tuple) else one for name, one in zip(names, values, strict=True)}
    data = _SAMPLES[kind] | given
    try:
        return to_json(from_json(data)) == data
    except InputError:
        return False


@lru_cache(maxsize=16_384)
def _is_date(text: str | None) -> bool:
    try:
        return text is None or full_date(text) is not None or parse_edtf(text).edtf == text
    except InputError:
        return False


@lru_cache(maxsize=16_384)
def _is_speaker(*values: object) -> bool:
    data = dict(zip(_SPEAKER, values, strict=True))
    try:
        return speaker_to_json(speaker_from_json(data)) == data
    except InputError:
        return False


def _has_right_words(kind: str, data: Json) -> bool:
    values = [tuple(one) if one.__class__ is list else one for one in _WORD_VALUES[kind](data)]
    return _is_right(kind, _WORDS[kind], *values)


def _is_passage(data: Json) -> bool:
    source, start, end, text = _PASSAGE(data)
    return (
        (source.__class__, start.__class__, end.__class__, text.__class__) == _PASSAGE_CLASSES
        and len(data) == len(_PASSAGE_CLASSES)
        and 0 <= start < end <= LARGEST
        and len(text) == end - start
    )


def _is_said(data: Json) -> bool:
    """Whether the texts, offsets and speaker of a statement are right."""
    quote, speaker = data["quote"], data["speaker"]
    start, end = data["speaker_start"], data["speaker_end"]
    return (
        quote != ""
        and not quote.isspace()
        and 0 <= data["quote_start"] <= data["quote_end"] <= LARGEST
        and (start is end is None or (start is not None and end is not None and max(abs(start), abs(end)) <= LARGEST))
        and (speaker is None or (len(speaker) == len(_SPEAKER) and _is_speaker(*_SPEAKER_VALUES(speaker))))
    )
