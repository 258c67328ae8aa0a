"""Records as lines of the one table that `-f csv` prints and `import` reads: nested fields dotted, lists joined."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import Any

from tiestui.model.safe import cell
from tiestui.model.vocabulary import JOINT

_NOTHING: dict[str, Any] = {}
_BEGINS_FORMULA = frozenset("=+-@\t\r\n'")


class _Echo:
    """A file for `csv.writer` that hands the line back."""

    @staticmethod
    def write(line: str) -> str:
        """The line without its end."""
        return line[:-1]


_WRITER = csv.writer(_Echo(), lineterminator="\n")


def csv_line(data: Mapping[str, Any]) -> str:
    """The line, without its end, of a record in its JSON form; no spreadsheet runs a cell, no terminal obeys one."""
    cells = csv_cells(data)
    line: str = _WRITER.writerow(cells)
    begins = {value[:1] for value in cells if value.__class__ is str}
    if line.isprintable() and _BEGINS_FORMULA.isdisjoint(begins):
        return line
    line = _WRITER.writerow([cell(value) if isinstance(value, str) else value for value in cells])
    return line


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
