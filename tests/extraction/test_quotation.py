from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.texts import analysed
from tiestui.extraction.quotation import find_quotations


def inner(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “We agree” twice.", ["We agree"]),
        ('She said "We agree" twice.', ["We agree"]),
        ("She said ''We agree'' twice.", ["We agree"]),
        ("She said ``We agree'' twice.", ["We agree"]),
        ("She said «We agree» twice.", ["We agree"]),
        ("She said „We agree“ twice.", ["We agree"]),
        ("She said ‘We agree’ twice.", ["We agree"]),
        ("She said 'We agree' twice.", ["We agree"]),
        ("“We,” he said, “agree.”", ["We,", "agree."]),
        ("“He told me ‘never’ and left.”", ["He told me ‘never’ and left."]),
        ("It’s the ministers’ plan, isn't it?", []),
        ("The '90s were the leaders' decade.", []),
        ("‘The leaders’ talks went well,’ she said.", ["The leaders’ talks went well,"]),
        ('A gun of 12" and a ship of 40" were shown.', []),
        ("“Left open to the end", ["Left open to the end"]),
        ("“The mark is lost, said Lena Strand, who left.", ["The mark is lost,"]),
        ("She wrote: “We agree.’ It was late.", ["We agree."]),
        ("The film “Frozen“ was shown.", ["Frozen"]),
        ("“They took the harbour.“[Evening Post] It was late.", ["They took the harbour."]),
        ("She wrote: “We agree.’ It was late. He praised “Harbour Song.”", ["We agree.", "Harbour Song."]),
        ("“He told us ‘no more.’ Then he left. “", ["He told us ‘no more.’ Then he left. "]),
        ('He said "the “great wall” stands" again.', ["the “great wall” stands"]),
    ],
)
def test_marks_of_every_convention(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_mark_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“First we talk.\n“Then we sign.”"
    first, second = find_quotations(text, [(0, 15), (16, len(text))])
    assert not first.closed
    assert second.continued
    assert second.closed


def test_long_quotations_are_masked_and_terms_stay_readable() -> None:
    text = "“We will build the road together,” he said of the “road of trust” plan."
    masked = analysed(text).masked
    assert len(masked) == len(text)
    assert "build" not in masked
    assert "road of trust" in masked
    assert "“road" not in masked


def test_titles_of_works_stay_readable() -> None:
    assert "The Long River" in analysed("His book “The Long River of Peace” sold well.").masked


@given(st.text(alphabet="ab .,'\"“”‘’«»„\n-`", max_size=200))
def test_spans_lie_in_order_and_enclose_something(text: str) -> None:
    at = 0
    for quotation in find_quotations(text, [(0, len(text))]):
        assert at <= quotation.outer_start < quotation.start < quotation.end <= quotation.outer_end <= len(text)
        at = quotation.outer_end
