"""Records as lines of the one table that `-f csv` prints and `import` reads: nested fields dotted, lists joined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tiestui.model.safe import cell
from tiestui.model.vocabulary import CSV_COLUMNS, JOINT

_NOTHING: dict[str, Any] = {}
_FREE = tuple(
    CSV_COLUMNS.index(name)
    for name in (
        "id title source text conflicts note level modifiers speaker.name speaker.role speaker.affiliation quote cue "
        "via fields"
    ).split()
)
"""The columns whose cells can hold any text; the others hold numbers and words of closed lists."""
_BEGINS_FORMULA = frozenset("=+-@\t\r\n'")


def csv_line(data: Mapping[str, Any]) -> str:
    """The line, without its end, of a record in its JSON form; no spreadsheet runs a cell, no terminal obeys one."""
    cells = csv_cells(data)
    for place in _FREE:
        if cells[place]:
            cells[place] = _quoted(str(cells[place]))
    return ",".join(["" if one is None else one if one.__class__ is str else str(one) for one in cells])


def _quoted(text: str) -> str:
    """A cell made safe, in quotation marks where it needs them; `csv.writer` takes twice as long for a line."""
    if text[0] in _BEGINS_FORMULA or not text.isprintable():
        text = cell(text)
    if "," in text or '"' in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def csv_cells(data: Mapping[str, Any]) -> list[str | int | None]:
    """The values under `CSV_COLUMNS`, uncleaned; a field that the kind lacks is None."""
    get = data.get
    first = (data["evidence"][0] if data["evidence"] else _NOTHING).get
    speaker = (get("speaker") or _NOTHING).get
    conflicts = data["conflicts"]
    return [
        get("id"), get("type"), _joined(get("pair")), _joined(data["parties"]), get("date"), get("date_basis"),
        get("modality"), get("title"), _joined(data["topics"]), first("source"), first("start"), first("end"),
        first("text"), get("corroboration"), _conflicts(conflicts) if conflicts else "", get("review"), get("origin"),
        int(data["starred"]), get("note"), get("action"), get("level"), _joined(get("modifiers")), get("rank"),
        speaker("name"), speaker("role"), speaker("affiliation"), speaker("country"), speaker("kind"), get("mode"),
        get("quote"), get("quote_start"), get("quote_end"), get("cue"), get("speaker_start"), get("speaker_end"),
        get("via"), get("instrument"), get("status"), _joined(get("fields")), get("kind"),
    ]  # fmt: skip


def _joined(values: list[str] | None) -> str | None:
    return None if values is None else JOINT.join(values)


def _conflicts(conflicts: list[dict[str, str]]) -> str:
    return JOINT.join(f"{one['field']}={one['value']} ({one['source']})" for one in conflicts)
