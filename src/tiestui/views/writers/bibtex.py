"""BibTeX of the sources: an outlet's piece is an @article, anything else @misc; a byline stays the name it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiestui.views.dating import date_parts
from tiestui.views.listing import Listing
from tiestui.views.safe import line
from tiestui.views.style import Style

_COLUMNS = ("id", "title", "byline", "outlet", "published", "language", "origin")
_SPECIAL = re.compile(r"[\\{}$&#^_~%\"]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", '"': r"{\textquotedbl}"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing, an entry each."""
    before = ""
    for row in listing.rows(_COLUMNS):
        slug, title, byline, outlet, published, language, origin = (
            None if value is None else line(str(value)) for value in row
        )
        fields = {"author": _braced(byline), "title": _braced(title or slug), "journal": _field(outlet)}
        fields |= _date(published)
        address = "url" if origin and origin.startswith(("http://", "https://")) else "note"
        fields |= {"language": _field(language), address: _field(origin)}
        kind = "article" if outlet else "misc"
        lines = "".join(f",\n  {name} = {value}" for name, value in fields.items() if value)
        yield f"{before}@{kind}{{{_key(str(slug))}{lines}\n}}\n"
        before = "\n"


def _key(slug: str) -> str:
    return re.sub(r"[^A-Za-z0-9:._/+-]", "-", slug) or "source"


def _field(text: str | None) -> str:
    return f"{{{_escaped(text)}}}" if text else ""


def _braced(text: str | None) -> str:
    """A second pair of braces keeps the case of a title and the whole of a name."""
    return f"{{{{{_escaped(text)}}}}}" if text else ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], "\\" + found[0]), text)


def _date(published: str | None) -> dict[str, str]:
    """Year, month and day as far as the source knows them."""
    if not published:
        return {}
    start, end = date_parts(published)
    if end is not None:
        return {"year": f"{{{published}}}"}
    fields = {"year": f"{{{start[0]:04}}}"}
    if len(start) > 1:
        fields["month"] = _MONTHS[start[1] - 1]
    if len(start) > 2:
        fields["day"] = f"{{{start[2]}}}"
    return fields
