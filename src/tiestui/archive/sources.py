"""Sources: documents as an archive holds them, by their slugs."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from tiestui.errors import ArchiveError
from tiestui.model.documents import Block, Document, Metadata
from tiestui.query.view import View

_COLUMNS = (
    "id, slug, sha256, title, byline, outlet, published, published_basis, language, origin, note, duplicate_of, blocks"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A held document. id: its slug. published: EDTF text or None. pairs: of its records, most frequent first.

    records: how many records have evidence in it. duplicate_of: the slug of the document that it reprints, or None.
    """

    id: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    published_basis: str
    language: str | None
    origin: str | None
    sha256: str
    pairs: tuple[str, ...]
    records: int
    duplicate_of: str | None
    note: str | None
    blocks: tuple[Block, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The source as the contract has it."""
        names = "id title byline outlet published published_basis language origin sha256".split()
        data: dict[str, Any] = {name: getattr(self, name) for name in names}
        return data | {"pairs": list(self.pairs), "records": self.records, "duplicate_of": self.duplicate_of}


def sources(connection: sqlite3.Connection) -> Iterator[Source]:
    """All held sources, the oldest publication first, undated ones last."""
    order = "ORDER BY published IS NULL, published, slug"
    for row in connection.execute(f"SELECT {_COLUMNS} FROM source {order}").fetchall():
        yield _source(connection, row)


def source(connection: sqlite3.Connection, slug: str) -> Source | None:
    """The source with that slug, or None."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM source WHERE slug = ?", (slug,)).fetchone()
    return _source(connection, row) if row else None


def text_of(connection: sqlite3.Connection, slug: str) -> str:
    """The stored text of a source; raises `ArchiveError` when it is not held."""
    sql = "SELECT text FROM source CROSS JOIN source_text ON source_text.id = source.id WHERE slug = ?"
    row = connection.execute(sql, (slug,)).fetchone()
    if row is None:
        raise ArchiveError(f"the archive holds no source {slug!r}")
    return str(row[0])


def _source(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Source:
    number, slug, sha256, title, byline, outlet, published, basis, language, origin, note, twin, blocks = row
    counted = connection.execute(
        "SELECT display.pair, count(DISTINCT span.key) FROM span CROSS JOIN display ON display.key = span.key "
        "WHERE span.source = ? GROUP BY display.pair ORDER BY 2 DESC, 1",
        (number,),
    ).fetchall()
    pairs = tuple(pair for pair, _ in counted if pair)
    records = sum(many for _, many in counted)
    return Source(
        slug, title, byline, outlet, published, basis, language, origin, sha256, pairs, records, twin, note,
        tuple(Block(*block) for block in json.loads(blocks)),
    )  # fmt: skip


def slug_for(name: str) -> str:
    """The slug of a file's name: lower case, letters and digits, hyphens between ("joint-communique-1998")."""
    stem = PurePath(name).name
    stem = stem.rsplit(".", 1)[0] if "." in stem.lstrip(".") else stem
    plain = "".join(c for c in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(c)).lower()
    slug = re.sub(r"[^\w]+|_+", "-", plain).strip("-")
    return slug[:80].rstrip("-") or "document"


def free_slug(connection: sqlite3.Connection, wanted: str) -> str:
    """`wanted`, or with the first number from 2 that no held source has."""
    slug, number = wanted, 1
    while connection.execute("SELECT 1 FROM source WHERE slug = ?", (slug,)).fetchone():
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def store_source(
    connection: sqlite3.Connection, number: int, slug: str, document: Document, location: str | None
) -> None:
    """Write the document's row and text under its number (that of the value "source")."""
    meta: Metadata = document.metadata
    connection.execute(
        "INSERT INTO source(id, slug, sha256, title, byline, outlet, published, published_basis, published_inferred, "
        "language, origin, note, pair, encoding, encoding_guessed, blocks, location) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            number, slug, document.sha256, meta.title, meta.byline, meta.outlet,
            meta.published.edtf if meta.published else None, meta.published_basis, "published" in meta.inferred,
            meta.language, meta.origin, meta.note, "-".join(meta.pair) if meta.pair else None,
            document.encoding, document.encoding_guessed,
            json.dumps([(b.start, b.end, b.role) for b in document.blocks], separators=(",", ":")), location,
        ),
    )  # fmt: skip
    connection.execute("INSERT INTO source_text(id, text) VALUES(?, ?)", (number, document.text))


def sources_of(connection: sqlite3.Connection, view: View) -> list[Source]:
    """The held sources of the view's records, in its order by publication; all of them when it is not narrowed.

    When the view is of certain sources, those that tell of the same records are left out.
    """
    found = list(sources(connection))
    if view.is_narrowed:
        from tiestui.archive.counting import narrow_rows, value_text

        told = {number for (number,) in narrow_rows(connection, view, "record.sources") if number}
        slugs = {slug for number in told for slug in value_text(connection, number).split("\n")}
        if view.values("source"):
            slugs &= _named(connection, view.values("source"))
        found = [one for one in found if one.id in slugs]
    if view.sort == "newest":
        found = [*(one for one in reversed(found) if one.published), *(one for one in found if not one.published)]
    return found if view.limit is None else found[: view.limit]


def _named(connection: sqlite3.Connection, values: tuple[str, ...]) -> set[str]:
    """The slugs of the sources that a filter on the source has named."""
    from tiestui.archive.counting import value_text
    from tiestui.archive.matching import values_that_say
    from tiestui.query.ast import Field, leaves
    from tiestui.query.view import Filter

    fields = [leaf for leaf, _ in leaves(Filter("source", values).expression()) if isinstance(leaf, Field)]
    return {value_text(connection, number) for field in fields for number in values_that_say(connection, field)}
