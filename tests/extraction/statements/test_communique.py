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


def test_list_items_have_the_speaker_of_the_line_before() -> None:
    items = ("a. Welcomed the accord;", "(b) noted with concern the delay;", "• called on all to wait.", "It rained.")
    text = "\n".join(("The two Presidents:", *items))
    assert told(text, "communiqué") == [
        ("two Presidents", "the accord"),
        ("two Presidents", "the delay"),
        ("two Presidents", "all to wait"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides are convinced that peace will hold.", "peace will hold"),
        ("The two sides shared the view that peace will hold.", "peace will hold"),
        ("The two sides were of the view that peace will hold.", "peace will hold"),
        ("The two sides took note of the new plan.", "the new plan"),
        ("The two sides informed the council of their plans.", "their plans"),
    ],
)
def test_convictions_and_views(text: str, expected: str) -> None:
    assert told(text, "communiqué") == [("two sides", expected)]


def test_a_preamble_speaks_for_the_signatories() -> None:
    text = "President Kofi Adomako and Prime Minister Lena Strand met.\nReaffirming their respect for the charter,\n"
    assert told(text, "communiqué") == [("Kofi Adomako and Lena Strand", "their respect for the charter")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministers reaffirmed their support for the harbour and decided to open a second quay.",
            ["their support for the harbour"],
        ),
        (
            "The ministers underscored the need to clear the river, and will promote joint dredging.",
            ["the need to clear the river"],
        ),
        (
            "The ministers supported opening the locks and intend to hire pilots.",
            ["opening the locks"],
        ),
        (
            "The ministers reaffirmed their support for the ferry and, at last, welcomed once again the pier.",
            ["their support for the ferry", "the pier"],
        ),
        (
            "The ministers reaffirmed their support for the plan, and the two boards that will check it.",
            ["their support for the plan, and the two boards that will check it"],
        ),
        (
            "The ministers shared the envoys' concern about ice on the river.",
            ["the envoys' concern about ice on the river"],
        ),
        ("The ministers shared a meal with the crew.", []),
        ("The ministers agreed on the importance of safe bridges.", ["the importance of safe bridges"]),
        ("The ministers agreed on a date.", []),
        ("The ministers considered that the bridge was safe.", ["the bridge was safe"]),
        ("The ministers re-emphasised that the bridge was safe.", ["the bridge was safe"]),
        (
            "The ministers announced separately on May 3, 2019 the opening of the bridge.",
            ["the opening of the bridge"],
        ),
    ],
)
def test_objects_end_where_another_act_begins(text: str, expected: list[str]) -> None:
    assert [quote for _, quote in told(text, "communiqué")] == expected
