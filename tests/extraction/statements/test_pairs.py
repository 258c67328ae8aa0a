from __future__ import annotations

import pytest

from tests.extraction.texts import analysed, statements, told
from tiestui.extraction.statements import find_statements

SCENE = "President Kofi Adomako of Ghana met Norwegian Prime Minister Lena Strand in Accra. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SCENE + "The two leaders said that trade would grow.", "Kofi Adomako and Lena Strand"),
        (SCENE + "Both leaders called for new talks.", "Kofi Adomako and Lena Strand"),
        (SCENE + "They said that trade would grow.", "Kofi Adomako and Lena Strand"),
        (SCENE + "The Norwegian and Ghanaian leaders said that trade would grow.", "Lena Strand and Kofi Adomako"),
        (SCENE + "European leaders said that trade would grow.", "European leaders"),
        (SCENE + "The two nurses said that it was late.", "two nurses"),
        (
            "Foreign Minister Omar Haddad of Oman met his Danish counterpart, Foreign Minister Ida Holm. "
            "It rained. The two foreign ministers said that ties were close.",
            "Omar Haddad and Ida Holm",
        ),
    ],
)
def test_two_persons_named_together(text: str, expected: str) -> None:
    assert told(text)[-1][0] == expected


def test_a_minister_of_trade_is_no_third_leader() -> None:
    text = SCENE + "Trade Minister Bo Lund joined them. The two leaders said that trade would grow."
    assert told(text)[-1][0] == "Kofi Adomako and Lena Strand"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Ghana held talks. The two sides said that trade would grow.", "Norway and Ghana"),
        ("Norway and Ghana held talks. Both countries said that trade would grow.", "Norway and Ghana"),
        ("Norwegian envoys came to Ghana. The two sides said that trade would grow.", "Norway and Ghana"),
        ("Envoys held talks. The two sides said that trade would grow.", "two sides"),
        ("Norway, Ghana and Oman held talks. The two sides said that trade would grow.", "two sides"),
    ],
)
def test_two_countries_named_together(text: str, expected: str) -> None:
    (statement,) = statements(text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == (expected, "group")


def test_the_pair_of_the_document_speaks_where_no_sentence_names_two() -> None:
    text = "Norway, Ghana and Oman held talks. The two sides said that trade would grow."
    (statement,) = find_statements(analysed(text), "news", ("GHA", "NOR"))
    assert statement.speaker is not None
    assert statement.speaker.name == "Norway and Ghana"


def test_a_group_that_spoke_since_is_they() -> None:
    text = SCENE + "Fishermen said that prices were low. They added that boats lay idle."
    assert told(text)[-1][0] == "Fishermen"


def test_we_with_an_apposition_name_themselves() -> None:
    text = "We, the Foreign Ministers of Norway, Ghana and Oman, welcome the accord.\nWe oppose new tariffs on ships.\n"
    name = "Foreign Ministers of Norway, Ghana and Oman"
    assert told(text) == [(name, "the accord"), (name, "new tariffs on ships")]


def test_they_are_whom_the_sentence_before_is_about() -> None:
    text = "Miners said that pay was low. The two Heads of Government discussed trade. They expressed deep concern."
    assert told(text)[-1][0] == "two Heads of Government"


def test_two_offices_are_two_persons() -> None:
    text = SCENE + "The President and the Prime Minister said that trade would grow."
    assert told(text)[-1][0] == "Kofi Adomako and Lena Strand"


def test_the_two_governments_are_those_that_acted_before() -> None:
    text = (
        "The Norwegian Government lifted the ban on wine. The Ghanaian Government opened a port. "
        "The two Governments expressed strong concern over Oman and Peru."
    )
    assert told(text)[-1][0] == "Governments of Norway and Ghana"
