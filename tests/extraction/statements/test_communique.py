from __future__ import annotations

import pytest

from tests.extraction.texts import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides recognize the value of free trade.", "the value of free trade"),
        ("The two sides support the early end of the conflict.", "the early end of the conflict"),
        ("The two sides celebrate that trade has doubled.", "trade has doubled"),
        ("The two sides oppose all forms of terror.", "all forms of terror"),
        ("The two sides appreciate and support the role of the union.", "the role of the union"),
        ("3. The two sides reaffirmed their respect for the charter.", "their respect for the charter"),
    ],
)
def test_position_verbs_make_statements(text: str, expected: str) -> None:
    assert told(text, "communiqué") == [("two sides", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "The club supports the early end of the season.",
        "Millions celebrated the new year.",
        "Norway recognized the republic in 1975.",
    ],
)
def test_the_news_tells_positions_as_acts(text: str) -> None:
    assert told(text, "news") == []


def test_a_vow_of_both_sides_is_a_commitment_and_no_statement() -> None:
    assert told("The two sides vowed to build the road.") == []
    assert told("Anna Berg vowed to build the road.") == [("Anna Berg", "to build the road")]


def test_a_series_of_positions_is_a_series_of_statements() -> None:
    text = "The leaders welcomed the accord, underlined its importance and expressed concern over delays."
    assert [quote for _, quote in told(text, "communiqué")] == ["the accord", "its importance", "concern over delays"]
