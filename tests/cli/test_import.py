"""import: round trips, rows that are no records, files that are none."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.views.awkward import RECORDS
from tiestui.model import AnyRecord
from tiestui.model.jsonform import dumps, loads, to_json


def as_imported(record: AnyRecord) -> AnyRecord:
    return replace(record, origin="imported")


GOOD = [record for record in RECORDS if record.review != "rejected"]


@pytest.mark.parametrize("name", ["jsonl", "json"])
def test_round_trip_gives_equal_records(run: Run, archive: Path, tmp_path: Path, name: str) -> None:
    exported = tmp_path / f"out.{name}"
    assert run("timeline", "-f", name, "-o", exported).status == 0
    other = tmp_path / "other.db"
    result = run("--archive", other, "import", exported)
    assert result.status == 0
    assert f"{len(GOOD)} records imported" in result.err
    again = [loads(line) for line in run("--archive", other, "timeline", "-f", "jsonl").lines]
    assert sorted(map(dumps_of, again)) == sorted(dumps_of(as_imported(record)) for record in GOOD)
    assert run("--archive", other, "timeline").lines == run("timeline").lines


def dumps_of(record: AnyRecord) -> str:
    return dumps(to_json(record))


def test_csv_round_trip_keeps_all_that_a_row_holds(run: Run, archive: Path, tmp_path: Path) -> None:
    exported = tmp_path / "out.csv"
    run("timeline", "-f", "csv", "-o", exported)
    other = tmp_path / "other.db"
    assert run("--archive", other, "import", exported).status == 0
    again = run("--archive", other, "timeline", "-f", "csv").out
    before = exported.read_bytes().decode()
    for origin in ("extracted", "by hand"):
        before = before.replace(f",{origin},", ",imported,")
    assert again == before


STATEMENT = {"type": "statement", "title": "x", "quote": "x y", "quote_start": 0, "quote_end": 3, "mode": "direct"}


def test_rows_that_are_no_records_are_named_with_their_lines(run: Run, tmp_path: Path) -> None:
    rows = [
        json.dumps(STATEMENT | {"id": "st-one"}),
        "",
        "{not json}",
        "[]",
        json.dumps({"type": "rumour"}),
        json.dumps(STATEMENT | {"date": "the day after"}),
        json.dumps(STATEMENT | {"colour": "red"}),
        json.dumps(STATEMENT | {"pair": ["PER", "FJI"]}),
        json.dumps(STATEMENT | {"id": "st-two", "quote": "said well"}),
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    archive = tmp_path / "mine.db"
    result = run("--archive", archive, "import", file)
    assert result.status == 3
    complaints = result.err.splitlines()[:-1]
    assert [complaint.split(":")[2] for complaint in complaints] == ["3", "4", "5", "6", "7", "8"]
    assert "2 records imported, 6 not" in result.err
    assert len(run("--archive", archive, "timeline").lines) == 2


CSV_HEAD = "type,pair,date,title,kind,source,text\n"


@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n"])
def test_csv_by_hand_is_filled_in_where_it_is_certain(run: Run, tmp_path: Path, start: str) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        start + CSV_HEAD + 'event,PER-FJI,2021,"a visit,\nlong",visit,notes,"they came"\n', encoding="utf-8"
    )
    archive = tmp_path / "mine.db"
    assert run("--archive", archive, "import", file).status == 3
    file.write_text(
        start + CSV_HEAD + 'event,FJI-PER,2021,"a visit,\nlong",visit,notes,"they came"\n', encoding="utf-8"
    )
    assert run("--archive", archive, "import", file).status == 0
    (line,) = run("--archive", archive, "timeline").lines
    assert line.startswith("2021\tevent\tFJI-PER\t\tvisit: a visit, long\tnotes:0-9\tev-")


def test_rows_without_evidence_are_corroborated_by_nobody(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("\ufefftype,title,date,kind\nevent,A visit,2020,visit\n", encoding="utf-8")
    archive = tmp_path / "mine.db"
    assert run("--archive", archive, "import", file).status == 0
    (line,) = run("--archive", archive, "timeline", "-f", "jsonl").lines
    assert json.loads(line)["corroboration"] == 0
    assert "No evidence: the record was imported" in run("--archive", archive, "show", json.loads(line)["id"]).out


def test_csv_rows_are_named_by_the_line_they_begin_on(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(CSV_HEAD + 'event,,,"two\nlines",visit,,\nevent,,,,dance,,\nevent,,x\n', encoding="utf-8")
    result = run("--archive", tmp_path / "mine.db", "import", file)
    assert [line.split(":")[2] for line in result.err.splitlines()[:-1]] == ["4", "5"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"name,when\nx,y\n", "'name' is no column"),
        (b"type,title,titel\n", "did you mean title?"),
        (b"type,title,title\n", "there twice"),
        (b"title,date\nx,2021\n", "column type is missing"),
        (b'type,title\nevent,"open\n', "no table"),
        (b"\xff\xfe\x00x\x00", "not UTF-8"),
        (b'[{"type": "event", "title": "x"}, {"type"', "not JSON"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_file_that_is_none_goes_in_not_at_all(run: Run, tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    archive = tmp_path / "mine.db"
    result = run("--archive", archive, "import", file, tmp_path / "missing")
    assert result.status == 3
    assert says in result.err
    assert result.err.count("\n") == 3
    assert result.err.endswith(": 0 records imported; 2 files not taken at all\n")
    assert run("--archive", archive, "timeline").lines == []


def test_file_that_breaks_off_leaves_the_archive_as_it_was(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    file.write_bytes(json.dumps(STATEMENT).encode() + b"\n\xff\xff\n")
    archive = tmp_path / "mine.db"
    assert run("--archive", archive, "import", file).status == 3
    assert run("--archive", archive, "timeline").lines == []


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_a_view_of_nothing_is_imported_as_nothing(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "out.jsonl"
    file.write_bytes(content)
    result = run("--archive", tmp_path / "mine.db", "import", file)
    assert (result.status, "0 records imported" in result.err) == (0, True)
