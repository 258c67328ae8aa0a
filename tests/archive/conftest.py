from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tiestui.archive import Archive, open_archive

from .made import LINES, document


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    """An archive with one document of eight records."""
    with open_archive(path, "write") as archive:
        archive.add(*document("press/A visit.txt", LINES, outlet="The Kyoto Post"))
        yield archive
