"""Made archives for benchmarks, kept when a path is given so that they are made once."""

from __future__ import annotations

from pathlib import Path

from benchmarks.synthetic import json_records
from tiestui.archive import open_archive
from tiestui.model.jsonform import from_json


def archive_of(path: Path, number: int) -> None:
    """An archive of so many made-up records at `path`, unless there is one."""
    if path.exists():
        return
    with open_archive(path, "write") as archive:
        archive.bulk_import(from_json(data) for data in json_records(number))
