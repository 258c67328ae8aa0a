"""What a reader makes of one file: a text, what the format's own fields say, and the roles it knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from tiestui.dates.partial import PartialDate
from tiestui.model.documents import Block
from tiestui.model.records import Pair


@dataclass(frozen=True, slots=True)
class Fields:
    """What one origin (flags, front matter, the format's own fields, the text) says about a document; None: nothing."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: PartialDate | None = None
    pair: Pair | None = None
    language: str | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A reader's result, before the layout and the other origins of metadata are laid over it.

    text: the stored text. marked: the runs whose role the format tells (a heading element), in order of place.
    front_matter: what the document's front matter says. own: what the format's own fields say.
    weak: what the reader worked out, or fields that often mislead (the day when a PDF was made); the text goes first.
    encoding, encoding_guessed: as `Document` has them. damage: what of the file could not be read and was left out.
    """

    text: str
    marked: tuple[Block, ...] = ()
    front_matter: Fields = field(default_factory=Fields)
    own: Fields = field(default_factory=Fields)
    weak: Fields = field(default_factory=Fields)
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    damage: tuple[str, ...] = ()
