"""BibTeX of the sources: an outlet's piece is an @article, anything else @misc; a byline stays the name it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiestui.model.safe import line
from tiestui.views.dating import date_parts, is_plain, spoken
from tiestui.views.listing import Listing
from tiestui.views.style import Style

_COLUMNS = ("id", "title", "byline", "outlet", "published", "language", "origin")
_SPECIAL = re.compile(r"[\\{}$&#^_~%\"]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", '"': r"{\textquotedbl}"}
_VERBATIM = {ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C", ord(" "): "%20"}
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
        fields |= {"language": _field(language), **_address(origin)}
        kind = "article" if outlet else "misc"
        lines = "".join(f",\n  {name} = {value}" for name, value in fields.items() if value)
        yield f"{before}@{kind}{{{_key(str(slug))}{lines}\n}}\n"
        before = "\n"


def _address(origin: str | None) -> dict[str, str]:
    """An address is verbatim in BibTeX, so nothing in it may be escaped but what would end the field."""
    if not origin or not origin.startswith(("http://", "https://")):
        return {"note": _field(origin)}
    return {"url": f"{{{origin.translate(_VERBATIM)}}}"}


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
    if not is_plain(published):
        return {"year": f"{{{_escaped(spoken(published))}}}"}
    start, _ = date_parts(published)
    fields = {"year": f"{{{start[0]:04}}}"}
    if len(start) > 1:
        fields["month"] = _MONTHS[start[1] - 1]
    if len(start) > 2:
        fields["day"] = f"{{{start[2]}}}"
    return fields
