"""What one line of a list says of a record, from its data: the text columns that go to a pipe as they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tiestui.model.wording import beside

UNDATED_TEXT = "undated"
UNKNOWN_TEXT = "unknown"

_FOLDED = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
_HARMLESS = frozenset("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000")


def what(data: Mapping[str, Any]) -> str:
    """The type, marked when it is planned or denied."""
    kind: str = data["type"]
    return kind if data["modality"] == "actual" else f"{kind} ({data['modality']})"


def who(data: Mapping[str, Any]) -> str:
    """The speaker of a statement, the parties of anything else."""
    if data["type"] != "statement":
        return ", ".join(data["parties"])
    return folded(data["speaker"]["name"]) if data["speaker"] else UNKNOWN_TEXT


def words(data: Mapping[str, Any]) -> str:
    """The record in one line of words."""
    match data["type"]:
        case "statement":
            return folded(data["quote"])
        case "upgrade":
            return folded(f"{data['action']}: {beside(data['action'], data['title'])}")
        case "agreement":
            return folded(f"{data['status']} {data['instrument']}: {data['title']}")
        case _:
            return folded(f"{data['kind']}: {data['title']}")


def place(data: Mapping[str, Any]) -> str:
    """Where the first evidence stands: "source:start-end", or "" without evidence."""
    if not data["evidence"]:
        return ""
    first = data["evidence"][0]
    return f"{folded(first['source'])}:{first['start']}-{first['end']}"


def folded(text: str) -> str:
    """`text` with line ends and tabs as spaces, so that it stays one field of one line."""
    return text if text.isprintable() else text.translate(_FOLDED)


def is_plain(text: str) -> bool:
    """Whether a terminal can be given the folded `text` as it is: no control, format or bidi character in it."""
    return text.isprintable() or all(c.isprintable() or c in _HARMLESS for c in text)
