"""Records and documents as frozen values; the vocabulary that every other part speaks.

Both are imported when they are first named: a listing that goes straight from the archive to a pipe needs neither.
"""

from __future__ import annotations

import importlib

from tiestui.light import TYPE_CHECKING

if TYPE_CHECKING:
    from tiestui.model.documents import Block, BlockRole, Document, Metadata
    from tiestui.model.records import (
        Agreement,
        AnyRecord,
        Conflict,
        Event,
        Evidence,
        Pair,
        Record,
        Speaker,
        Statement,
        Upgrade,
        Why,
    )

__all__ = [
    "Agreement",
    "AnyRecord",
    "Block",
    "BlockRole",
    "Conflict",
    "Document",
    "Event",
    "Evidence",
    "Metadata",
    "Pair",
    "Record",
    "Speaker",
    "Statement",
    "Upgrade",
    "Why",
]

_OF_DOCUMENTS = ("Block", "BlockRole", "Document", "Metadata")


def __getattr__(name: str) -> object:
    """The value or record class of that name, from its own module."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "documents" if name in _OF_DOCUMENTS else "records"
    return getattr(importlib.import_module(f"tiestui.model.{module}"), name)
