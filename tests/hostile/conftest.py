"""The corpus as a folder, made once for all tests of it."""

from pathlib import Path

import pytest

from . import corpus


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "pile"
    folder.mkdir()
    for name, data in corpus.everything().items():
        (folder / name).write_bytes(data)
    return folder
