"""Records as lines of the one table that `-f csv` prints and `import` reads: nested fields dotted, lists joined."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from typing import Any

from tiestui.model.safe import cell
from tiestui.model.vocabulary import CSV_COLUMNS, JOINT

_SPEAKER = ("name", "role", "affiliation", "country", "kind")
_EVIDENCE = ("source", "start", "end", "text")
_MAYBE_FORMULA = re.compile(r"(?:^|[,\n])[\"']*[=+\-@\t\r\n]")


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
    if line.isprintable() and not _MAYBE_FORMULA.search(line):
        return line
    line = _WRITER.writerow([cell(value) if isinstance(value, str) else value for value in cells])
    return line


def csv_cells(data: Mapping[str, Any]) -> list[str | int | None]:
    """The values under `CSV_COLUMNS`, uncleaned; a field that the kind lacks is None."""
    evidence = data["evidence"][0] if data["evidence"] else {}
    speaker = data.get("speaker") or {}
    return [_cell(name, data, evidence, speaker) for name in CSV_COLUMNS]


def _cell(name: str, data: Mapping[str, Any], evidence: Mapping[str, Any], speaker: Mapping[str, Any]) -> Any:
    if name in _EVIDENCE:
        return evidence.get(name)
    if name.startswith("speaker."):
        return speaker.get(name[8:])
    value = data.get(name)
    if name == "conflicts":
        return JOINT.join(f"{one['field']}={one['value']} ({one['source']})" for one in value or ())
    if isinstance(value, list):
        return JOINT.join(value)
    return int(value) if isinstance(value, bool) else value
