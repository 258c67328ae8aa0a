"""The corpus as a folder, made once for all tests of it."""

from pathlib import Path

import pytest

from tiestui.errors import PARTIAL

from . import corpus
from .program import UNSAFE, tiestui


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "pile"
    folder.mkdir()
    for name, data in corpus.everything().items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def hostile_archive(hostile_folder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    done = tiestui("add", str(hostile_folder), folder=folder, archive=folder / "pile.db")
    assert done.returncode == PARTIAL, done.stderr
    assert "Traceback" not in done.stderr
    assert not UNSAFE.search(done.stderr.replace("\n", "").replace("\r", ""))
    return folder / "pile.db"
