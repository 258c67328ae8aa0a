"""A record's line of the table: every column under its own name, cells that nothing runs."""

from __future__ import annotations

import csv

import pytest

from tests.views.awkward import RECORDS
from tiestui.model import AnyRecord
from tiestui.model.csvform import csv_cells, csv_line
from tiestui.model.jsonform import FIELDS_OF_TYPE, to_json
from tiestui.model.vocabulary import CSV_COLUMNS


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_value_stands_under_its_name(record: AnyRecord) -> None:
    data = to_json(record)
    flat = dict(zip(CSV_COLUMNS, csv_cells(data), strict=True))
    for name, value in data.items():
        if name == "evidence":
            assert [flat[part] for part in ("source", "start", "end", "text")] == (
                [value[0][part] for part in ("source", "start", "end", "text")] if value else [None] * 4
            )
        elif name == "speaker":
            assert all(
                flat[f"speaker.{part}"] == (value or {}).get(part) for part in ("name", "role", "country", "kind")
            )
        elif name != "conflicts":
            assert flat[name] == ("; ".join(value) if isinstance(value, list) else value)
    others = {field for kind, fields in FIELDS_OF_TYPE.items() if kind != record.type for field in fields}
    assert all(flat[name] is None for name in others - {"speaker"} - set(FIELDS_OF_TYPE[record.type]))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_line_is_one_row(record: AnyRecord) -> None:
    (row,) = (
        csv.reader([csv_line(to_json(record))])
        if "\n" not in csv_line(to_json(record))
        else csv.reader(csv_line(to_json(record)).splitlines(keepends=True))
    )
    assert len(row) == len(CSV_COLUMNS)
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
