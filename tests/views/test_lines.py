"""Chronology lines read as sentences, whatever an upgrade's title says."""

from __future__ import annotations

import pytest

from tests.views.awkward import PAIR
from tiestui.dates.edtf import parse_edtf
from tiestui.model import Upgrade
from tiestui.views.entry import ENTRY_COLUMNS, Entry
from tiestui.views.rows import row_of
from tiestui.views.writers.lines import sentence


@pytest.mark.parametrize(
    ("action", "title", "reads"),
    [
        ("upgraded", "strategic partnership", "Fiji and Peru upgrade relations to a strategic partnership"),
        ("established", "diplomatic relations", "Fiji and Peru establish diplomatic relations"),
        ("established", "diplomatic relations established", "Fiji and Peru establish diplomatic relations"),
        ("severed", "diplomatic relations severed", "Fiji and Peru sever diplomatic relations"),
        ("established", "embassy opened", "Fiji and Peru: embassy opened"),
        ("downgraded", "ambassador recalled", "Fiji and Peru: ambassador recalled"),
        ("established", "recognition", "Fiji and Peru: recognition"),
        ("suspended", "strategic partnership", "Fiji and Peru suspend a strategic partnership"),
    ],
)
def test_an_upgrade_is_a_sentence(action: str, title: str, reads: str) -> None:
    record = Upgrade(
        id="up-x", pair=PAIR, parties=PAIR, date=parse_edtf("1972"), date_basis="stated", title=title,
        action=action, level=title, rank=1, origin="imported",  # type: ignore[arg-type]
    )  # fmt: skip
    assert sentence(Entry._make(row_of(record, ENTRY_COLUMNS))) == reads
