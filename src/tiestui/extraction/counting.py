"""Times counted from one that their own sentence names: "A year after the war had ended in 1962, ..." is 1963."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tiestui.dates.grammar import FoundDate, Reference, find_dates

_COUNTED = re.compile(r"\b(?:after|before)$")
_FRONT = 4


def counted_from(text: str, start: int, found: Sequence[FoundDate]) -> list[FoundDate]:
    """Two or more expressions of a sentence that begins at `start`, a counted time in front and its date made one."""
    count, base, *rest = found
    if count.kind != "offset" or count.date is not None or count.start - start > _FRONT:
        return list(found)
    clause_ends = base.date is not None and base.kind == "calendar" and text[base.end : base.end + 1] == ","
    if not clause_ends or not _COUNTED.search(text, count.start, count.end) or "," in text[count.end : base.start]:
        return list(found)
    again = find_dates(text, count.start, count.end, Reference(day=base.date))
    if len(again) != 1 or again[0].date is None:
        return list(found)
    return [again[0]._replace(end=base.end), *rest]
