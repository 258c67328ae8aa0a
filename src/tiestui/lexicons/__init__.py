"""The words that the rules go by, as data files beside this module, and their loaders.

A lexicon is a TOML file (tables and lists of words) or a TSV file (one entry a line, `#` begins a comment line).
Loaded once, when first asked for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `name`.toml; FileNotFoundError when there is no such lexicon."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def load_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `name`.tsv, comments and empty lines left out; FileNotFoundError when there is no such lexicon."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))
