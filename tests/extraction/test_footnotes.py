from __future__ import annotations

import pytest

from tests.extraction.texts import document
from tiestui.extraction import extract
from tiestui.extraction.footnotes import blank_footnotes, without_footnotes
from tiestui.model import Upgrade


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("ties.[1][12] In May", "ties. In May"),
        ("trade[a] and ports[note 3] grew[citation needed]", "trade and ports grew"),
        ("agreement[s] and [1] at the start", "agreement and [1] at the start"),
        ("[...] it said, treat[ies] of 1921 [sic]", "[...] it said, treat[ies] of 1921 [sic]"),
    ],
)
def test_only_marks_behind_a_word_or_a_stop_go(text: str, without: str) -> None:
    assert without_footnotes(text) == without
    assert len(blank_footnotes(text)) == len(text)


def test_a_footnote_mark_hides_no_sentence_end_and_stands_in_no_title() -> None:
    first = "Ghana and Peru established diplomatic relations in March 1966.[7]"
    found = extract(document(f"{first} In June 1971, Peru opened an embassy in Accra.[8]"))
    assert [(type(record), record.date and record.date.edtf) for record in found] == [
        (Upgrade, "1966-03"),
        (Upgrade, "1971-06"),
    ]
    assert not any("[" in record.title for record in found)
