"""The reader of web pages that a browser saved as one file (MHTML): a mail around the page and its pictures."""

from __future__ import annotations

from dataclasses import replace

from tiestui.errors import InputError
from tiestui.reading.decoding import decode
from tiestui.reading.draft import Draft
from tiestui.reading.html import draft_of_page
from tiestui.reading.limits import Limits
from tiestui.reading.mail import header_of, leaves, message_of


def read(data: bytes, limits: Limits) -> Draft:
    """The draft of the first page in the file; raises `InputError` when there is none that can be read."""
    try:
        message = message_of(data)
        pages = [part for part in leaves(message, limits) if part.get_content_type() == "text/html"]
        page = pages[0].get_payload(decode=True) if pages else None
        charset = pages[0].get_content_charset() if pages else None
        address = header_of(message, "Snapshot-Content-Location")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"this web archive is broken ({type(error).__name__}); save the page again as HTML") from error
    if not isinstance(page, bytes):
        raise InputError("there is no page in this web archive; save it again as HTML")
    draft = draft_of_page(decode(page, charset), limits)
    return replace(draft, own=replace(draft.own, url=draft.own.url or address or None))
