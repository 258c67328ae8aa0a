"""What follows from a level that a person typed: its modifiers apart, its rank, and the words that it is shown by."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from tiestui.model.records import Upgrade

if TYPE_CHECKING:
    from tiestui.extraction.upgrades.labels import Label

_ACTS = {"diplomatic relations": 1, "embassy": 1, "recognition": 0}


def relabelled(record: Upgrade, values: dict[str, Any], typed: Collection[str]) -> dict[str, Any]:
    """`values` (level and modifiers among them) with the title and the rank that go with them.

    What was typed itself (the names in `typed`) is left as it is. A level that is known nowhere keeps the rank that
    the record has.
    """
    level = str(values.get("level", record.level))
    modifiers = tuple(values.get("modifiers", record.modifiers))
    known = _read(level) if "level" in typed and "modifiers" not in typed else None
    if known is not None and known.modifiers:
        level, modifiers, shown = known.level, known.modifiers, known.title
    else:
        shown = _shown(level, modifiers)
    follows: dict[str, Any] = {"level": level, "modifiers": modifiers, "title": shown}
    follows["rank"] = 0 if values.get("action", record.action) == "severed" else _rank(shown, level, record.rank)
    return values | {name: value for name, value in follows.items() if name not in typed or name == "level"}


def _shown(level: str, modifiers: tuple[str, ...]) -> str:
    """The level with its modifiers in the order of English: "all-weather … of coordination in the new era"."""
    after = [one for one in modifiers if one.startswith(("of ", "for ")) or one == "new era"]
    before = [one for one in modifiers if one not in after]
    return " ".join([*before, level, *(f"in the {one}" if one == "new era" else one for one in after)])


def _read(level: str) -> Label | None:
    """The label that these words are, None for words that are none."""
    from tiestui.extraction.upgrades.labels import find_labels

    label = next(find_labels(level, 0, len(level)), None)
    return label if label is not None and label.start == 0 else None


def _rank(shown: str, level: str, otherwise: int) -> int:
    if level in _ACTS:
        return _ACTS[level]
    known = _read(shown) or _read(level)
    return known.rank if known is not None else otherwise
