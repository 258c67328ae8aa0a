"""What the command line's tests share: a call of `main` with what it printed, and an archive of awkward records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.views.awkward import RECORDS
from tiestui.archive import open_archive
from tiestui.cli import main


class Result(NamedTuple):
    """What a call came to."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command line in this process."""

    def call(*words: object) -> Result:
        capsys.readouterr()
        status = main([str(word) for word in words])
        return Result(status, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def awkward_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the awkward records, for reading only."""
    path = tmp_path_factory.mktemp("cli") / "awkward.db"
    with open_archive(path, "write") as archive:
        archive.bulk_import(RECORDS)
    return path


@pytest.fixture
def archive(awkward_archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive of awkward records, named by the environment."""
    monkeypatch.setenv("TIESTUI_ARCHIVE", str(awkward_archive))
    return awkward_archive


ARTICLE = """\
---
title: A treaty in the harbour
outlet: The Lima Post
published: 2021-05-04
pair: FJI-PER
---
LIMA: Peru and Fiji established diplomatic relations in 1973.

President Ana Costa said that Peru would never forget the friendship. “We have waited long for this treaty,” Costa said.

The two sides signed a treaty on fishing on Monday.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small article of our own."""
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
