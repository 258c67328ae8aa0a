"""A reader's draft and what else is known, made one document.

Precedence of metadata: flags, then front matter, then the format's own fields, then the text's own lines, then what a
reader worked out; what comes from the last two is marked as inferred.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath

from tiestui.errors import InputError
from tiestui.model.documents import Document, Metadata, PublishedBasis
from tiestui.model.safe import storable
from tiestui.reading.draft import Draft, Fields
from tiestui.reading.layout import lay_out

_ORIGINS: tuple[PublishedBasis, ...] = ("flag", "front matter", "field", "text", "field")
_FIRST_INFERRED = 3
_NAMES = ("title", "byline", "outlet", "published", "pair", "language", "url", "note")


def assemble(draft: Draft, *, data: bytes, name: str, flags: Fields) -> Document:
    """The document of `draft`, read from `data`, called `name`; raises `InputError` when there is no text in it."""
    if not draft.text.strip():
        raise InputError("there is no text in it")
    layout = lay_out(draft.text, draft.marked)
    origins = (flags, draft.front_matter, _with_whole_title(draft.own, layout.told), layout.told, draft.weak)
    values: dict[str, object] = {}
    places: dict[str, int] = {}
    for field in _NAMES:
        for place, origin in enumerate(origins):
            if (value := getattr(origin, field)) is not None:
                values[field], places[field] = value, place
                break
    inferred = {field for field, place in places.items() if place >= _FIRST_INFERRED}
    return Document(
        name=name,
        text=draft.text,
        metadata=_metadata(values, places, inferred, name),
        blocks=layout.blocks,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=draft.encoding,
        encoding_guessed=draft.encoding_guessed,
    )


def _with_whole_title(own: Fields, told: Fields) -> Fields:
    """The format's own fields, with the headline where the title is only its beginning (as pages cut theirs)."""
    is_cut = own.title and told.title and told.title.startswith(own.title)
    return replace(own, title=told.title) if is_cut else own


def _metadata(values: dict[str, object], places: dict[str, int], inferred: set[str], name: str) -> Metadata:
    known = {field: storable(value) if isinstance(value, str) else value for field, value in values.items()}
    url = known.pop("url", None)
    return Metadata(
        **known,  # type: ignore[arg-type]
        origin=str(url) if url else (storable(name) if name != "-" else None),
        published_basis=_ORIGINS[places["published"]] if "published" in places else "none",
        published_inferred="published" in inferred,
        inferred=tuple(field for field in _NAMES if field in inferred),
    )


def title_of(document: Document) -> str:
    """The document's title, or the name of its file when it has none."""
    return document.metadata.title or PurePath(document.name).stem
