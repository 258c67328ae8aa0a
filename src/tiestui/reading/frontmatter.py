"""YAML front matter of text and Markdown: split off, read, checked.

Front matter stands at the very start between two lines `---`. The stored text is what follows the newline of the
closing line. A text that opens with `---` as a rule between paragraphs (no field after it, no second one) has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tiestui.errors import InputError
from tiestui.reading.draft import Fields
from tiestui.reading.values import read_pair, read_published

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_FIELD = re.compile(r"[ \t]*[\w-]+[ \t]*:(?:\s|$)|[ \t]*#")
_LONGEST = 64_000
_ALIASES = {"date": "published", "author": "byline", "authors": "byline", "lang": "language", "source": "url"}
_TEXT_FIELDS = ("title", "byline", "outlet", "language", "url", "note")


def split(text: str) -> tuple[str | None, str]:
    """The YAML of the front matter (None when there is none) and the stored text after it.

    Raises `InputError` when a front matter is opened and never closed.
    """
    opening = _OPENING.match(text)
    if not opening:
        return None, text
    closing = _CLOSING.search(_unix_lines(text, opening.end()), opening.end())
    if closing:
        return text[opening.end() : closing.start()], text[closing.end() :]
    if _FIELD.match(text, opening.end()):
        raise InputError("the front matter that opens at line 1 is never closed; end it with a line ---")
    return None, text


def _unix_lines(text: str, start: int) -> str:
    """`text` with a lone carriage return as a line end, of the same length: `^` knows only the newline."""
    head = text[: start + _LONGEST]
    return re.sub(r"\r(?!\n)", "\n", head) if "\r" in head else head


def read(yaml_text: str) -> Fields:
    """The fields of a front matter; unknown ones are left alone. Raises `InputError` that says where it is wrong."""
    values = _mapping(yaml_text)
    for alias, name in _ALIASES.items():
        if alias in values and name not in values:
            values[name] = values[alias]
    texts = {name: _text(name, values.get(name)) for name in _TEXT_FIELDS}
    return Fields(
        **texts,
        published=read_published(_text("published", values.get("published")), "front matter: published"),
        pair=read_pair(_pair_text(values.get("pair")), "front matter: pair"),
    )


def _mapping(yaml_text: str) -> dict[str, object]:
    if not yaml_text.strip():
        return {}
    import yaml

    try:
        # The base loader leaves every scalar as it is written: no year becomes a number, no "no" a False.
        values = yaml.load(yaml_text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f" line {mark.line + 2}" if mark else ""
        raise InputError(
            f"front matter,{line}: {error.problem or 'it cannot be read'}; "
            "put a value with a colon or a bracket in quotation marks"
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputError(f"front matter: it cannot be read ({str(error).splitlines()[0]})") from error
    if values is None or values == "":
        return {}
    if not isinstance(values, Mapping):
        raise InputError(
            "front matter: there are no lines of the form 'title: ...' between the two ---; "
            "if it is meant as text, put an empty line first"
        )
    return {str(name).strip().lower(): value for name, value in values.items()}


def _text(name: str, value: object) -> str | None:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if value is None or isinstance(value, str):
        return " ".join(value.split()) or None if value else None
    raise InputError(f"front matter: {name} is not a text; write {name}: and its value on one line")


def _pair_text(value: object) -> str | None:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "-".join(value) or None
    return _text("pair", value)
