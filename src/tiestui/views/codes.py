"""Codes of event data (CAMEO, PLOVER) for records, where one fits the act; the table says where they come from."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

CODE_COLUMNS = ("cameo", "plover")
"""The columns that `--codes` adds to a table, after all others."""
ACT_COLUMNS = ("type", "modality", "action", "status", "kind")
"""The columns of a stream that a code is found by."""


class Codes(NamedTuple):
    """A CAMEO code and a PLOVER category; both "" when no code fits."""

    cameo: str = ""
    plover: str = ""


NO_CODES = Codes()


def codes_of(kind: str, modality: str, act: str | None) -> Codes:
    """The codes of a record of that type; `act` is its action, status or kind of event."""
    return _table().get((kind, act or "", modality), NO_CODES)


@cache
def _table() -> dict[tuple[str, str, str], Codes]:
    lines = Path(__file__).with_name("codes.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(kind, act, modality): Codes(cameo, plover) for kind, act, modality, cameo, plover in rows}
