"""The reader of plain text and Markdown, with front matter or without."""

from __future__ import annotations

from tiestui.reading import frontmatter
from tiestui.reading.decoding import decode
from tiestui.reading.draft import Draft, Fields
from tiestui.reading.limits import Limits


def read(data: bytes, limits: Limits) -> Draft:
    """The draft of a text; raises `InputError` when it is no text or its front matter is wrong."""
    decoded = decode(data)
    yaml_text, text = frontmatter.split(decoded.text)
    fields = Fields() if yaml_text is None else frontmatter.read(yaml_text)
    return Draft(
        text=text,
        front_matter=fields,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
    )
