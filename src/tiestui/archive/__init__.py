"""The archive: sources, records and the full-text index in one SQLite file. Each part is imported when first named."""

from __future__ import annotations

import importlib

from tiestui.light import TYPE_CHECKING

if TYPE_CHECKING:
    from tiestui.archive.keys import day_of, key_from, year_of
    from tiestui.archive.opening import Interrupted
    from tiestui.archive.rows import Row
    from tiestui.archive.store import Archive, open_archive

__all__ = ["Archive", "Interrupted", "Row", "day_of", "key_from", "open_archive", "year_of"]

_HOMES = {
    "keys": ("day_of", "key_from", "year_of"),
    "opening": ("Interrupted",),
    "rows": ("Row",),
    "store": ("Archive", "open_archive"),
}


def __getattr__(name: str) -> object:
    """What has that name, from its own module."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"tiestui.archive.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
