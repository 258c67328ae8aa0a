"""The chronology: mentions of many documents merged into records, with corroboration and conflicts.

`merge` gives the records, `merge_groups` also the superseded ids that lead to each, `block_key` what can merge at all.
`tiestui.chronology.duplicates` finds reprints, `tiestui.chronology.speakers` the names that are one speaker. All that
merges is imported when it is first named: the browser draws a ladder (`standing`) without it.
"""

from __future__ import annotations

import importlib

from tiestui.light import TYPE_CHECKING

if TYPE_CHECKING:
    from tiestui.chronology.identity import block_key, mention_id
    from tiestui.chronology.merging import chronological, merge, merge_groups
    from tiestui.chronology.uniting import Merged

__all__ = ["Merged", "block_key", "chronological", "mention_id", "merge", "merge_groups"]

_OF_IDENTITY = ("block_key", "mention_id")


def __getattr__(name: str) -> object:
    """The function or class of that name, from its own module."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "identity" if name in _OF_IDENTITY else "merging"
    return getattr(importlib.import_module(f"tiestui.chronology.{module}"), name)
