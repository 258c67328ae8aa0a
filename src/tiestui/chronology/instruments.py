"""Upgrades that only the title of an instrument names: kept while no other mention tells of that level by then.

A joint statement "on the all-weather partnership" is the upgrade itself when nothing else is; when another mention has
the same pair, level and modifiers by the same day or before, it merely repeats what was there.
"""

from __future__ import annotations

from collections.abc import Sequence

from tiestui.chronology.alike import same_time
from tiestui.chronology.mention import Mention
from tiestui.model.records import Upgrade


def without_repeated(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one block of upgrades without the instruments that name a level which was there already."""
    named = [mention for mention in mentions if _only_named(mention)]
    if not named:
        return list(mentions)
    others = [mention for mention in mentions if not _only_named(mention)]
    first = min((mention.date for mention in named if mention.date), key=lambda date: date.sort_key, default=None)
    kept = [
        mention
        for mention in named
        if (first is None or same_time(first, mention.date))
        and not any(_tells_before(other, mention) for other in others)
    ]
    return others + kept


def _only_named(mention: Mention) -> bool:
    record = mention.record
    return isinstance(record, Upgrade) and record.why is not None and record.why.rule.startswith("instrument")


def _tells_before(other: Mention, named: Mention) -> bool:
    """Whether another mention has the level earlier, and not at a time that the instrument's day may be."""
    if other.date is None or named.date is None:
        return named.date is None and other.date is not None
    return other.date.earliest <= named.date.earliest and not same_time(other.date, named.date)
