"""What is known about a held document and from where: given, inferred or corrected; its pair with the reason."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from tiestui.archive.correcting import held_document
from tiestui.archive.sources import Source, source
from tiestui.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Described:
    """A source with what its list does not tell.

    pair: the pair that it is read as being about ("BLR-CHN"), or None; pair_reason: why, in words.
    published_inferred, pair_inferred: they were worked out, not given. reprints: the slugs of the other documents with
    its text. corrected: the names of the fields that were corrected by hand.
    """

    source: Source
    pair: str | None
    pair_reason: str
    pair_inferred: bool
    published_inferred: bool
    encoding: str
    encoding_guessed: bool
    reprints: tuple[str, ...]
    corrected: tuple[str, ...]


def described(connection: sqlite3.Connection, slug: str) -> Described:
    """The source with that slug, described; raises `ArchiveError` when it is not held."""
    from tiestui.extraction import analyse
    from tiestui.extraction.parties import find_parties

    found = source(connection, slug)
    if found is None:
        raise ArchiveError(f"the archive holds no source {slug!r}; `tiestui sources` lists what it holds")
    sql = "SELECT id, published_inferred, encoding, encoding_guessed, overrides FROM source WHERE slug = ?"
    number, inferred, encoding, guessed, overrides = connection.execute(sql, (slug,)).fetchone()
    document = held_document(connection, number, slug)
    parties = find_parties(analyse(document))
    inferred_pair = document.metadata.pair is None
    corrected = tuple(name for name in json.loads(overrides) if name != "published_basis")
    return Described(
        source=found,
        pair="-".join(parties.pair) if parties.pair else None,
        pair_reason="corrected by hand" if "pair" in corrected and not inferred_pair else parties.reason,
        pair_inferred=inferred_pair,
        published_inferred=bool(inferred) and "published" not in corrected,
        encoding=encoding,
        encoding_guessed=bool(guessed),
        reprints=_reprints(connection, found),
        corrected=corrected,
    )


def _reprints(connection: sqlite3.Connection, found: Source) -> tuple[str, ...]:
    """Every other document of its text, whichever of them stands for all."""
    stands = found.duplicate_of or found.id
    sql = "SELECT slug FROM source WHERE (slug = ?1 OR duplicate_of = ?1) AND slug <> ?2 ORDER BY slug"
    return tuple(str(row[0]) for row in connection.execute(sql, (stands, found.id)))
