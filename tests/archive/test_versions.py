from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from tiestui.archive import open_archive
from tiestui.archive.schema import VERSION
from tiestui.query import View

from .made import document
from .store_version import EVERYTHING, STORED

VERSIONS = range(1, VERSION + 1)


def unpacked(version: int, folder: Path) -> Path:
    path = folder / "stored.db"
    path.write_bytes(gzip.decompress((STORED / f"v{version}.db.gz").read_bytes()))
    return path


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("mode", ["read", "write"])
def test_an_archive_of_every_version_is_read_and_written(version: int, mode: str, tmp_path: Path) -> None:
    path = unpacked(version, tmp_path)
    lines = (STORED / f"v{version}.jsonl").read_text(encoding="utf-8").splitlines()
    with open_archive(path, mode) as archive:  # type: ignore[arg-type]
        assert [line for (line,) in archive.stream(EVERYTHING, ["json"])] == lines
        assert list(archive.check()) == []
        assert archive.count(View(query="speaker:ito silk")) == 1
        assert archive.count(View(query="is:accepted OR is:noted")) == 2
        assert archive.info()["version"] == VERSION
    with open_archive(path, "write") as archive:
        archive.add(*document("more.txt", ["event 2020 | one more visit"]))
        archive.remove("b")
        assert list(archive.check()) == []


def test_who_changes_the_tables_makes_a_version(tmp_path: Path) -> None:
    sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    stored = sqlite3.connect(unpacked(VERSION, tmp_path))
    with open_archive(tmp_path / "fresh.db", "write") as fresh:
        assert fresh._connection.execute(sql).fetchall() == stored.execute(sql).fetchall()
    stored.close()
