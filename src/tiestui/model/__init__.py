"""Records and documents as frozen values; the vocabulary that every other part speaks."""

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
