"""Documents: a text with its metadata and the roles of its lines. Frozen values, no I/O."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tiestui.dates.partial import PartialDate
from tiestui.model.records import Pair

BlockRole = Literal["headline", "byline", "dateline", "heading", "courtesy", "body"]
PublishedBasis = Literal["front matter", "field", "text", "flag", "by hand", "none"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a document's stored text (code points, end-exclusive) and what it is to the document.

    A paragraph that opens with a dateline ("BEIJING, 1 March (Xinhua) - …") is two blocks: dateline and body.
    Only "body" blocks are read by the extraction.
    """

    start: int
    end: int
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document, from front matter, its own fields, its text or flags.

    published_basis says where `published` comes from; `published_inferred` whether it was worked out, not given.
    inferred: the names of all fields that were worked out (a title from the headline), not given.
    pair: the pair that the document was said to be about, or None (the extraction infers it then).
    origin: the URL or the path as given, for people; never part of an identity.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: PartialDate | None = None
    published_basis: PublishedBasis = "none"
    published_inferred: bool = False
    language: str | None = None
    origin: str | None = None
    note: str | None = None
    pair: Pair | None = None
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its metadata.

    name: what evidence calls it: the path as given in `extract`, the archive's slug in an archive.
    text: the stored text; every offset counts its code points.
    sha256: of the bytes as read, hexadecimal. encoding: as decoded; encoding_guessed when it was a guess.
    """

    name: str
    text: str
    metadata: Metadata
    blocks: tuple[Block, ...]
    sha256: str
    encoding: str = "utf-8"
    encoding_guessed: bool = False
