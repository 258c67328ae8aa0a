"""The program run as a person runs it, and what must never be in its talk."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")


def tiestui(*words: str, folder: Path, archive: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The program run in a folder of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "TIESTUI_ARCHIVE": str(archive or folder / "none.db")}
    return subprocess.run(
        [sys.executable, "-m", "tiestui", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
        stdin=subprocess.DEVNULL,
    )
