"""HTML: one page by itself, everything escaped, no script, and a policy that lets a browser load nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from tiestui.model.safe import line
from tiestui.views.columns import UNDATED, Value
from tiestui.views.dating import is_plain
from tiestui.views.entry import Entry, entries
from tiestui.views.listing import Listing
from tiestui.views.style import Style
from tiestui.views.writers.text import LISTED, listed_rows

STYLESHEET = Path(__file__).with_name("page.css")


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the page."""
    title = text(listing.title or "tiestui")
    yield head(title)
    yield f"<h1>{title}</h1>\n"
    yield from _years(listing) if listing.kind == "records" else _table(listing)
    yield TAIL


def head(title: str) -> str:
    """The page up to its body; the policy allows this stylesheet, by its hash, and nothing else. `title` is escaped."""
    import base64
    import hashlib

    stylesheet = STYLESHEET.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(stylesheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{stylesheet}</style>\n</head>\n<body>\n"
    )


TAIL = "</body>\n</html>\n"


def text(value: Value) -> str:
    """The value as text of a page: one line, safe, escaped."""
    return "" if value is None else escape(line(str(value)))


def _years(listing: Listing) -> Iterator[str]:
    year = ""
    for entry in entries(listing):
        if entry.year != year:
            yield "</ol>\n" if year else ""
            year = entry.year
            yield f'<h2>{year if year != UNDATED else year.capitalize()}</h2>\n<ol class="records">\n'
        yield item(entry, f'<p class="where">{where(entry)}</p>')
    yield "</ol>\n" if year else "<p>Nothing was found.</p>\n"


def where(entry: Entry) -> str:
    """The record's place, pair and id."""
    return text(" · ".join(part for part in (entry.pair, entry.place or "no source held", entry.id) if part))


def item(entry: Entry, reference: str) -> str:
    """The record as an item of a list; `reference` is HTML that says where it stands."""
    flags = "".join(f' <span class="flag">{text(flag)}</span>' for flag in entry.flags)
    note = f'<p class="note">{text(entry.note)}</p>' if entry.note else ""
    kind = f"{entry.type} indirect" if entry.mode == "indirect" else entry.type
    stamp = f'<time datetime="{text(entry.date)}">' if entry.date and is_plain(entry.date) else "<time>"
    return (
        f'<li id="{text(entry.id)}" class="{kind}">{stamp}{text(entry.when)}</time>\n'
        f'<div><p class="label">{text(entry.heading)}{flags}</p>'
        f"<p>{text(entry.words)}</p>{note}{reference}</div></li>\n"
    )


def _table(listing: Listing) -> Iterator[str]:
    columns = LISTED[listing.kind]
    names = "".join(f"<th>{name.replace('_', ' ')}</th>" for name in columns)
    yield f"<table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n"
    for row in listed_rows(listing):
        yield f"<tr>{''.join(f'<td>{text(value)}</td>' for value in row)}</tr>\n"
    yield "</tbody>\n</table>\n"
