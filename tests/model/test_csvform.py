"""A record's line of the table: every column under its own name, cells that nothing runs."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.views.awkward import RECORDS
from tiestui.model import AnyRecord
from tiestui.model.csvform import csv_line
from tiestui.model.jsonform import FIELDS_OF_TYPE, to_json
from tiestui.model.safe import cell
from tiestui.model.vocabulary import CSV_COLUMNS


def shown(value: Any) -> str:
    """What a cell says of a field's value."""
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, bool):
        value = int(value)
    return "" if value is None else cell(str(value))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_value_stands_under_its_name(record: AnyRecord) -> None:
    data = to_json(record)
    (cells,) = csv.reader(io.StringIO(csv_line(data), newline=""))
    flat = dict(zip(CSV_COLUMNS, cells, strict=True))
    for name, value in data.items():
        if name in ("evidence", "speaker"):
            parts = ("source", "start", "end", "text") if name == "evidence" else ("name", "role", "country", "kind")
            held = (value[0] if name == "evidence" else value) if value else dict.fromkeys(parts)
            prefix = "speaker." if name == "speaker" else ""
            assert [flat[prefix + part] for part in parts] == [shown(held[part]) for part in parts]
        elif name != "conflicts":
            assert flat[name] == shown(value)
    others = {field for kind, fields in FIELDS_OF_TYPE.items() if kind != record.type for field in fields}
    assert not any(flat[name] for name in others - {"speaker"} - set(FIELDS_OF_TYPE[record.type]))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_line_is_one_row(record: AnyRecord) -> None:
    (row,) = (
        csv.reader([csv_line(to_json(record))])
        if "\n" not in csv_line(to_json(record))
        else csv.reader(csv_line(to_json(record)).splitlines(keepends=True))
    )
    assert len(row) == len(CSV_COLUMNS)
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
