"""A Document becomes records: pure functions over lexicons."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import cache

from tiestui.extraction.analysis import Analysis, Sentence, analyse
from tiestui.model import AnyRecord, Document

__all__ = ["Analysis", "Sentence", "analyse", "extract"]

_FINDERS = (
    ("upgrades", "find_upgrades"),
    ("agreements", "find_agreements"),
    ("events", "find_events"),
    ("statements", "find_statements"),
)


@cache
def _finders() -> tuple[Callable[[Analysis], Iterable[AnyRecord]], ...]:
    found = []
    for module, name in _FINDERS:
        try:
            found.append(getattr(importlib.import_module(f"tiestui.extraction.{module}"), name))
        except (ModuleNotFoundError, AttributeError):
            continue
    return tuple(found)


def extract(document: Document) -> tuple[AnyRecord, ...]:
    """Every mention of a record in the document, unmerged and without ids, in the order of the finders."""
    analysis = analyse(document)
    return tuple(record for finder in _finders() for record in finder(analysis))
