"""The words that the rules go by, as data files beside this module, and their loaders.

Each file is read when a rule first needs it and kept. TOML holds lists and tables of words, TSV holds rows
(a line that starts with "#" is a remark). A word is added in the file; no code changes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from tiestui.lexicons.trees import any_sequence

_FOLDER = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The table of `name`.toml; a missing file is a defect of the installation and raises `FileNotFoundError`."""
    import tomllib

    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, *path: str) -> tuple[str, ...]:
    """The list of words at `path` in `name`.toml, such as `words("levels", "modifiers")`."""
    value: Any = load(name)
    for key in path:
        value = value[key]
    return tuple(value)


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `name`.tsv as tuples of their cells, remarks and empty lines left out."""
    text = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))


def alternation(phrases: tuple[str, ...] | list[str]) -> str:
    """A regular expression (text) for any of `phrases`, longest first; a space in a phrase is any white space."""
    import re

    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return any_sequence([r"\s+" if sign == " " else re.escape(sign) for sign in phrase] for phrase in ordered)
