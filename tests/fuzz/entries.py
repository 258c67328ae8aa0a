"""Every place where outside data comes in, with what is tried there and what must hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from hypothesis import strategies as st

from .checks import (
    check_correction,
    check_date,
    check_decision,
    check_edit,
    check_extraction,
    check_front_matter,
    check_import,
    check_query,
    check_record,
    check_view,
    reads,
)
from .mutations import RECORD_FILES, SEEDS, damaged
from .strategies import ANY_TEXT, DATE, DECISION, EDITS, FRONT_MATTER, PROSE, QUERY, TYPED, record_lines


@dataclass(frozen=True, slots=True)
class Entry:
    """One way in: what to try there, and the function that raises when a promise is broken."""

    name: str
    values: st.SearchStrategy[Any]
    check: Callable[[Any], None]


ENTRIES = {
    entry.name: entry
    for entry in (
        *(Entry(f"reader {kind}", damaged(seeds), reads(f"a.{kind}")) for kind, seeds in SEEDS.items()),
        Entry("reader of anything", st.binary(max_size=600) | damaged([*chain(*SEEDS.values())]), reads("-")),
        Entry("extraction", PROSE, check_extraction),
        Entry("front matter", FRONT_MATTER, check_front_matter),
        Entry("date", DATE | ANY_TEXT, check_date),
        Entry("query", QUERY | ANY_TEXT, check_query),
        Entry("view", QUERY | ANY_TEXT, check_view),
        Entry("record", record_lines(), check_record),
        Entry("import", damaged(RECORD_FILES), check_import),
        Entry("review edit", EDITS, check_edit),
        Entry("review apply", DECISION, check_decision),
        Entry("source", TYPED, check_correction),
    )
}
