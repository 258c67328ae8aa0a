"""The columns that `stream` can give: what a list shows, and every field of the contract, by its dotted name.

Display columns (never null): when, what, pair, who, words, place, id. "json" is the stored canonical line; "line" (the
display columns, tabs between), "json_bytes" and "csv_bytes" are whole lines as bytes, for a pipe. A field of the
contract comes from "json": a list joined by "; ", a field that the kind lacks as None.
"""

from __future__ import annotations

from collections.abc import Sequence

_DISPLAY = {
    "id": "display.id",
    "when": "display.moment",
    "what": "display.what",
    "pair": "display.pair",
    "who": "display.who",
    "words": "display.words",
    "place": "display.place",
}
_LINE = ("when", "what", "pair", "who", "words", "place", "id")
_PLAIN = (
    "type date date_basis modality title corroboration review origin starred note action level rank "
    "speaker.name speaker.role speaker.affiliation speaker.country speaker.kind mode quote quote_start quote_end cue "
    "speaker_start speaker_end via instrument status kind"
).split()
_LISTS = ("parties", "topics", "modifiers", "fields")
_FIRST_EVIDENCE = ("source", "start", "end", "text")

_EXPRESSIONS: dict[str, str] = {
    **_DISPLAY,
    "key": "{key}",
    "json": "content.json",
    "line": "CAST(" + " || char(9) || ".join(_DISPLAY[name] for name in _LINE) + " AS BLOB)",
    "json_bytes": "CAST(content.json AS BLOB)",
    "csv_bytes": "CAST(sheet.line AS BLOB)",
    **{name: f"json_extract(content.json, '$.{name}')" for name in _PLAIN},
    **{name: f"json_extract(content.json, '$.evidence[0].{name}')" for name in _FIRST_EVIDENCE},
    **{
        name: f"CASE WHEN json_type(content.json, '$.{name}') IS NOT NULL THEN "
        f"(SELECT coalesce(group_concat(value, '; '), '') FROM json_each(content.json, '$.{name}')) END"
        for name in _LISTS
    },
    "conflicts": (
        "(SELECT coalesce(group_concat(json_extract(value, '$.field') || '=' || json_extract(value, '$.value') || ' (' "
        "|| json_extract(value, '$.source') || ')', '; '), '') FROM json_each(content.json, '$.conflicts'))"
    ),
}

COLUMNS = tuple(_EXPRESSIONS)


def plan(columns: Sequence[str]) -> str:
    """The SELECT list for the columns; {key} stands for the key. An unknown column is a defect: KeyError."""
    return ", ".join(_EXPRESSIONS[name] for name in columns)


def needed(columns: Sequence[str]) -> tuple[str, ...]:
    """The tables that the columns come from."""
    text = plan(columns)
    return tuple(table for table in ("display", "content", "sheet", "record") if f"{table}." in text) or ("record",)
