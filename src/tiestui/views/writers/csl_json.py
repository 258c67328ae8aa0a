"""CSL-JSON of the sources, as Zotero and pandoc read it: one array."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tiestui.model.jsonform import dumps
from tiestui.views.dating import date_parts
from tiestui.views.listing import Listing
from tiestui.views.style import Style

_COLUMNS = ("id", "title", "byline", "outlet", "published", "language", "origin")


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the array."""
    before = "[\n"
    for row in listing.rows(_COLUMNS):
        yield before + dumps(_item(*(None if value is None else str(value) for value in row)))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _item(
    slug: str | None,
    title: str | None,
    byline: str | None,
    outlet: str | None,
    published: str | None,
    language: str | None,
    origin: str | None,
) -> dict[str, Any]:
    item: dict[str, Any] = {"id": slug, "type": "article-newspaper" if outlet else "document", "title": title or slug}
    if byline:
        item["author"] = [{"literal": byline}]
    if outlet:
        item["container-title"] = outlet
    if published:
        item["issued"] = _issued(published)
    if language:
        item["language"] = language
    if origin:
        item["URL" if origin.startswith(("http://", "https://")) else "source"] = origin
    return item


def _issued(published: str) -> dict[str, Any]:
    start, end = date_parts(published)
    issued: dict[str, Any] = {"date-parts": [list(part) for part in (start, end) if part is not None]}
    if published.endswith(("~", "?", "%")):
        issued["circa"] = True
    return issued
