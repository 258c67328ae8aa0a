"""The metadata of a held document corrected by hand, and what it says read again in that light.

Corrections are decisions (kind "correct", anchored to the slug and the content of the document): they are logged, can
be taken back, and hold when the file is read again. What the document itself said of a corrected field is kept in the
column `overrides`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tiestui.archive.decisions import DecisionLog
from tiestui.archive.mentions import HeldMentions
from tiestui.archive.merging import Merger
from tiestui.chronology.decisions import Anchor, Decision
from tiestui.chronology.succession import successors
from tiestui.countries import parse_pair
from tiestui.dates.edtf import parse_edtf
from tiestui.dates.typed import read_date
from tiestui.errors import FieldError, UsageError
from tiestui.model.documents import Block, Document, Metadata
from tiestui.model.jsonform import dumps

CORRECTABLE = ("title", "byline", "outlet", "published", "language", "origin", "note", "pair")
_BASIS = "published_basis"

Fields = dict[str, str | None]


def read_corrections(typed: Mapping[str, str | None]) -> Fields:
    """The corrections as they are stored; raises `FieldError` for a field or a value that a document cannot have."""
    fields: Fields = {}
    for name, value in typed.items():
        name = "origin" if name == "url" else name
        if name not in CORRECTABLE:
            raise FieldError(name, f"is no field of a source that can be corrected; there are {', '.join(CORRECTABLE)}")
        fields[name] = _checked(name, value) if value else None
    return fields


def anchor_of_source(slug: str, sha256: str) -> Anchor:
    """What a correction finds its document by: its slug, and its content when that comes under another name."""
    return Anchor("source", (slug, sha256), (), slug)


def settle_source(connection: sqlite3.Connection, merger: Merger, log: DecisionLog, slug: str) -> None:
    """Give a held document the metadata that the corrections in force say, and read it again if that changes any."""
    names = ", ".join((*CORRECTABLE, _BASIS))
    row = connection.execute(f"SELECT id, sha256, overrides, {names} FROM source WHERE slug = ?", (slug,)).fetchone()
    if row is None:
        return
    number, sha256, overrides, *values = row
    present: Fields = dict(zip((*CORRECTABLE, _BASIS), values, strict=True))
    own = present | json.loads(overrides)
    wanted, kept = _corrected(own, corrections_of(log.book.decisions, slug, sha256))
    connection.execute("UPDATE source SET overrides = ? WHERE id = ?", (dumps(kept), number))
    if wanted != present:
        sets = ", ".join(f"{name} = ?" for name in wanted)
        connection.execute(f"UPDATE source SET {sets} WHERE id = ?", (*wanted.values(), number))
        _read_again(connection, merger, number, slug)


def corrected(document: Document, corrections: Fields) -> tuple[Document, Fields]:
    """The document with its metadata corrected, and what it said itself of the corrected fields."""
    meta = document.metadata
    own: Fields = {name: getattr(meta, name) for name in CORRECTABLE if name not in ("published", "pair")}
    own |= {
        "published": meta.published.edtf if meta.published else None,
        "pair": "-".join(meta.pair) if meta.pair else None,
        _BASIS: meta.published_basis,
    }
    wanted, kept = _corrected(own, corrections)
    return replace(document, metadata=_metadata(wanted)), kept


def corrections_of(decisions: Sequence[Decision], slug: str, sha256: str) -> Fields:
    """The corrections in force of one document, a later one before an earlier one."""
    fields: Fields = {}
    for decision in decisions:
        if decision.kind == "correct" and {slug, sha256} & set(decision.targets[0].ids):
            fields |= dict(decision.fields)
    return fields


def _corrected(own: Fields, corrections: Fields) -> tuple[Fields, Fields]:
    wanted = own | corrections
    if "published" in corrections:
        wanted[_BASIS] = "by hand" if wanted["published"] else "none"
    kept = {name: own[name] for name in corrections}
    if "published" in kept:
        kept[_BASIS] = own[_BASIS]
    return wanted, kept


def _read_again(connection: sqlite3.Connection, merger: Merger, number: int, slug: str) -> None:
    from tiestui.extraction import extract

    old = [one.record for one in HeldMentions(connection).of_source(number)]
    new = extract(held_document(connection, number, slug))
    blocks = merger.take(number) | merger.put(new, number)
    merger.update(blocks, successors(old, new), anew=blocks)


def held_document(connection: sqlite3.Connection, number: int, slug: str) -> Document:
    """The document that a source holds, with its metadata as it stands now."""
    names = (*CORRECTABLE, _BASIS)
    sql = (
        f"SELECT text, blocks, sha256, encoding, encoding_guessed, {', '.join(names)} "
        "FROM source JOIN source_text USING(id) WHERE id = ?"
    )
    text, blocks, sha256, encoding, guessed, *values = connection.execute(sql, (number,)).fetchone()
    layout = tuple(Block(*block) for block in json.loads(blocks))
    metadata = _metadata(dict(zip(names, values, strict=True)))
    return Document(slug, text, metadata, layout, sha256, encoding, bool(guessed))


def _metadata(fields: Fields) -> Metadata:
    values: dict[str, Any] = dict(fields)
    published, pair = fields.get("published"), fields.get("pair")
    values["published"] = parse_edtf(published) if published else None
    values["pair"] = tuple(pair.split("-")) if pair else None
    return Metadata(**values)


def _checked(name: str, value: str) -> str:
    if name == "published":
        try:
            return read_date(value).edtf
        except FieldError as error:
            raise FieldError("published", error.message.removeprefix("date: ")) from error
    if name == "pair":
        try:
            return "-".join(parse_pair(value))
        except UsageError as error:
            raise FieldError("pair", error.message) from error
    return value
