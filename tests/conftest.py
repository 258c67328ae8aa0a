"""What every test stands on: a scrubbed environment, so that no reader's archive, theme or colour setting leaks in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_LEAKS = (
    "TIESTUI_ARCHIVE", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TEXTUAL", "TEXTUAL_THEME",
    "TEXTUAL_ANIMATIONS", "COLUMNS", "LINES", "EDITOR", "VISUAL", "PAGER", "BROWSER",
)  # fmt: skip

settings.register_profile("ci", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("TIESTUI_HYPOTHESIS", "ci"))


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in _LEAKS:
        monkeypatch.delenv(name, raising=False)
    home = tmp_path_factory.mktemp("home")
    for name, folder in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")):
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setenv("HOME", str(home))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the documents that the built-in archive is made from."""
    return Path(__file__).parents[1] / "seeds"
