"""One record as all that the tables need of it but numbers: pure, so that any process can do it.

`prepare` takes a record's data (its JSON form) and gives a `Prepared`; `indexing.Index` finds its key and the numbers
of its names and writes the rows.
"""

from __future__ import annotations

import marshal
import re
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from tiestui.archive import display
from tiestui.archive.coding import CONFLICTING, CORROBORATED, NOTED, OWN, STARRED, UNSAFE, coded, dated
from tiestui.archive.values import SEPARATOR
from tiestui.chronology.identity import dated_block, statement_block, upgrade_block
from tiestui.chronology.names import family_key
from tiestui.model.csvform import csv_line
from tiestui.model.jsonform import dumps, to_json
from tiestui.model.jsonline import json_line
from tiestui.model.records import AnyRecord, Speaker

Json = dict[str, Any]

_SPEAKER = ("name", "role", "affiliation", "country", "kind")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""The characters of hidden tokens; where a text has one, the index sees a space."""


class Prepared(NamedTuple):
    """A record as the archive stores it. All of it is plain, so that `packed` can make bytes of it.

    low, high: the range of keys of its day, precision and kind. coded: the columns kind to mode of the narrow table.
    tokens: hidden tokens of closed lists. pair to sources: names that get numbers (speaker: see `Values.speaker`).
    shown: the columns of `display` after the id. spans: source, start, end of each evidence. reviewed: whether somebody
    decided about it.
    """

    low: int
    high: int
    id: str
    coded: tuple[int | None, ...]
    tokens: str
    pair: str | None
    speaker: str | None
    role: str | None
    via: str | None
    level: str | None
    countries: tuple[str, ...]
    sources: tuple[str, ...]
    shown: tuple[str, str, str, str, str, str]
    words: str
    who: str
    json: str
    why: str | None
    sheet: str
    spans: tuple[tuple[str, int, int], ...]
    reviewed: bool


def prepare_record(record: AnyRecord) -> Prepared:
    """All that the tables need of a record."""
    why = dumps([record.why.rule, *record.why.words]) if record.why else None
    return prepare(to_json(record), why)


def prepare(data: Json, why: str | None = None) -> Prepared:
    """All that the tables need of a record's data; why: what made it, as it is stored."""
    kind, evidence, speaker = data["type"], data["evidence"], data.get("speaker")
    when = dated(data["date"])
    low = when.first(kind)
    flags = _flags(data)
    own = [data[name] for name in OWN[kind].values()]
    code = coded(kind, data["modality"], data["review"], flags, tuple(data["topics"]), *own)
    spoken, role, name = None, None, ""
    if speaker is not None:
        name, role = speaker["name"], speaker["role"]
        spoken = f"{name}{SEPARATOR}{speaker['country'] or ''}{SEPARATOR}{speaker['kind']}"
    pair = data["pair"]
    shown = (
        data["date"] or display.UNDATED_TEXT,
        display.what(data),
        f"{pair[0]}-{pair[1]}" if pair else "",
        display.who(data),
        display.words(data),
        display.place(data),
    )
    if not (display.is_plain(shown[3]) and display.is_plain(shown[4]) and display.is_plain(shown[5])):
        flags |= UNSAFE
    return Prepared(
        low,
        low + when.step,
        data["id"],
        (code.kind, when.latest, when.lasting, code.topics, code.modality, code.review, flags, *code.own),
        f"{code.tokens} {when.tokens}" if when.tokens else code.tokens,
        shown[2] or None,
        spoken,
        role,
        data.get("via"),
        " ".join((*data["modifiers"], data["level"])) if kind == "upgrade" else None,
        _countries(data),
        tuple(dict.fromkeys([one["source"] for one in evidence])),
        shown,
        _searched_words(data),
        name if name.isascii() else _PRIVATE.sub(" ", name),
        json_line(data),
        why,
        csv_line(data),
        tuple([(one["source"], one["start"], one["end"]) for one in evidence]),
        data["review"] != "unreviewed" or data["starred"] or bool(data["note"]),
    )


def packed(record: Prepared) -> bytes:
    """The record as bytes, for another process of the same program."""
    return marshal.dumps(tuple(record))


def unpacked(data: bytes) -> Prepared:
    """The record that was packed."""
    return Prepared._make(marshal.loads(data))


def block_of(data: Json) -> int:
    """The block of a record's data, as `merging.block_number` has it of the record."""
    match data["type"]:
        case "statement":
            speaker = data["speaker"]
            family = "?" if speaker is None else _family(*[speaker[name] for name in _SPEAKER])
            block = statement_block(family, data["modality"], data["quote"])
        case "upgrade":
            block = upgrade_block(
                data["pair"], data["parties"], data["level"], data["modifiers"], data["action"], data["modality"]
            )
        case kind:
            what = data["instrument"] if kind == "agreement" else data["kind"]
            year = dated(data["date"]).year
            block = dated_block(kind, data["pair"], data["parties"], what, data["modality"], year)
    return numbered(block)


def numbered(block: str) -> int:
    """A block's key as a signed number of 64 bits."""
    return int.from_bytes(blake2b(block.encode(), digest_size=8).digest(), "big", signed=True)


@lru_cache(maxsize=16_384)
def _family(*speaker: Any) -> str:
    return family_key(Speaker(*speaker))


def _flags(data: Json) -> int:
    return (
        (STARRED if data["starred"] else 0)
        | (NOTED if data["note"] else 0)
        | (CORROBORATED if data["corroboration"] > 1 else 0)
        | (CONFLICTING if data["conflicts"] else 0)
    )


def _countries(data: Json) -> tuple[str, ...]:
    """The countries that `country:` finds a record by: the speaker's for a statement, the parties for the others."""
    if data["type"] == "statement":
        speaker = data["speaker"]
        return (speaker["country"],) if speaker and speaker["country"] else ()
    return tuple(dict.fromkeys(data["parties"]))


def _searched_words(data: Json) -> str:
    """The text that words are looked for in: the evidence, and of title, quote and so on what it does not say."""
    text = "\n".join([one["text"] for one in data["evidence"]])
    for more in _wordings(data):
        if more and more not in text:
            text = f"{text}\n{more}"
    return text if text.isascii() else _PRIVATE.sub(" ", text)


def _wordings(data: Json) -> tuple[str | None, ...]:
    match data["type"]:
        case "statement":
            return (data["quote"], data["title"], data["note"])
        case "upgrade":
            return (data["title"], data["level"], *data["modifiers"], data["note"])
        case "agreement":
            return (data["title"], *data["fields"], data["note"])
        case _:
            return (data["title"], data["note"])
