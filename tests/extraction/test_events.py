"""Events: visits, meetings, ceremonies, trade figures and other dated happenings, and what only points back."""

from __future__ import annotations

import pytest

from tests.extraction.happenings import day, events


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("The President of Ghana visited Santiago on 4-6 May 2018.", "visit", "2018-05-04/2018-05-06"),
        ("President Mensah of Ghana paid a state visit to Chile in May 2018.", "visit", "2018-05"),
        ("The Ghanaian minister arrived in Santiago on Monday.", "visit", "2020-05-11"),
        ("Minister Rojas is currently in Ghana, for talks with growers.", "visit", "2020-05-12"),
        ("President Rojas welcomed Prime Minister Mensah to Santiago on Monday.", "visit", "2020-05-11"),
        ("Chile's foreign minister met her counterpart Kofi Mensah in Accra on Monday.", "meeting", "2020-05-11"),
        ("The two presidents held talks in Accra on Monday.", "meeting", "2020-05-11"),
        ("The third round of border talks began on Monday.", "meeting", "2020-05-11"),
        ("President Mensah spoke by telephone with President Rojas on Monday.", "meeting", "2020-05-11"),
        ("President Rojas received Foreign Minister Mensah in Santiago on Monday.", "meeting", "2020-05-11"),
        ("President Mensah laid a wreath at the tomb in Santiago on Monday.", "ceremony", "2020-05-11"),
        ("He presented his credentials on 8 May 1961 in Accra.", "ceremony", "1961-05-08"),
        ("Two-way trade reached $300 million in 2018.", "trade", "2018"),
        ("Exports to Ghana rose by 12 percent last year.", "trade", "2019"),
        ("Chilean troops occupied the Ghanaian embassy in June 1979.", "other", "1979-06"),
        ("Ghana expelled six Chilean teachers in 1979.", "other", "1979"),
        ("Chile announced economic sanctions against Ghana.", "other", "2020-05-12"),
        ("They gave a joint press conference on 9 May.", "other", "2020-05-09"),
    ],
)
def test_kinds_and_dates(text: str, kind: str, date: str) -> None:
    (record,) = events(text, "2020-05-12")
    assert (record.kind, day(record)) == (kind, date)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana hopes that talks may be held soon.",
        "The leaders met the demands of the growers.",
        "The visiting minister praised the cocoa.",
        "Trade should grow.",
        "Chile's trade minister named five goals.",
        "The talks were to take place in May.",
        "A trade agreement of $5 million was signed by Ghana in 2011.",
        "Ghana and Chile established diplomatic relations on 4 March 1960.",
        "Carpenters built a shed in 1950.",
        "Ghana's president cancelled a visit to Chile.",
        "Chile recalled its envoy from Ghana for consultations.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert not events(text, "2020-05-12")


def test_planned_events_are_marked() -> None:
    (record,) = events("The foreign ministers are to meet in Accra on Friday.", "2020-05-12")
    assert (record.modality, day(record)) == ("planned", "2020-05-15")


def test_a_mention_that_points_back_is_no_second_event() -> None:
    text = (
        "President Mensah met President Rojas in Accra on Monday.\n"
        "The meeting showed how close they are. After the talks Mensah left."
    )
    assert [r.kind for r in events(text, "2020-05-12")] == ["meeting"]


def test_another_person_makes_another_meeting() -> None:
    text = "President Mensah met President Rojas on Monday.\nMensah also met Speaker Lagos."
    assert len(events(text, "2020-05-12")) == 2


def test_an_undated_meeting_of_a_visit_has_what_both_bounds_share() -> None:
    text = "President Mensah met President Rojas on Monday.\nHe came early.\nIt rained.\nMensah also met Speaker Lagos."
    assert [day(r) for r in events(text, "2020-05-12")] == ["2020-05-11", "2020-05"]


def test_a_visit_during_which_something_happened_has_its_date() -> None:
    text = "The mine was opened on 5 May 2011, during President Mensah's visit to Chile."
    assert ("visit", "2011-05-05") in [(r.kind, day(r)) for r in events(text)]


def test_an_expulsion_is_an_event_beside_the_upgrade() -> None:
    (record,) = events("On 4 May 1984 Ghana declared the Chilean attaché persona non grata.")
    assert record.kind == "other"


def test_what_a_treaty_is_made_of_is_no_event() -> None:
    assert not events("In 1964 the two countries signed a treaty of friendship.")


def test_evidence_is_the_clause_with_its_date() -> None:
    text = "After a long flight, President Mensah met President Rojas on Monday, and the crowd cheered."
    (record,) = events(text, "2020-05-12")
    assert record.evidence[0].text == "President Mensah met President Rojas on Monday"


def test_a_trade_figure_keeps_its_amount_in_the_title() -> None:
    (record,) = events("Last year, two-way trade grew by 7 percent to 300 million dollars.", "2020-05-12")
    assert day(record) == "2019"
    assert "7 percent" in record.title


def test_quoted_words_are_no_event() -> None:
    assert not events("“Our president visited Ghana in May 1999 and we met there,” she said.", "2020-05-12")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Juan Soto was named envoy in March 1950, and presented his credentials on 3 June 1950.",
            "Juan Soto was named envoy in March 1950, and presented his credentials on 3 June 1950",
        ),
        ("On 4 May 1950, President Rojas visited Accra.", "President Rojas visited Accra"),
    ],
)
def test_a_title_has_its_subject(text: str, title: str) -> None:
    assert events(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ghana and Chile signed three pacts during President Ana Rojas's two-day visit to Accra.",
            "President Ana Rojas's two-day visit to Accra",
        ),
        (
            "A pact was signed at the end of talks between Foreign Minister Adu and Chilean Minister Soto on Friday.",
            "talks between Foreign Minister Adu and Chilean Minister Soto",
        ),
        (
            "In 1998 the Minister of Trade of Chile came to Accra and met with President Adu.",
            "the Minister of Trade of Chile met with President Adu",
        ),
        ("In 1998 President Rojas visited Ghana.", "President Rojas visited Ghana"),
        (
            "In 1964 a riot between miners and soldiers, sparked by a flag, shook Accra.",
            "a riot between miners and soldiers",
        ),
        ("April 10-17, 1971: A Chilean team visited Ghana.", "A Chilean team visited Ghana"),
        (
            "Ghana and Chile met on Friday. Chile's foreign ministry said the two will meet again next month.",
            "the two will meet again next month",
        ),
    ],
)
def test_a_title_names_the_happening_itself(text: str, title: str) -> None:
    assert title in [found.title for found in events(text, "2020-05-12")]


def test_talks_behind_a_plan_are_planned() -> None:
    text = "Ghana and Chile will sign the pact on Thursday after talks between Adu and Rojas."
    assert [(found.kind, day(found), found.modality) for found in events(text, "2020-05-12")] == [
        ("meeting", "2020-05-14", "planned")
    ]


def test_lines_under_a_heading_of_visits_are_visits() -> None:
    lines = ("President Ana Rojas (2004)", "Foreign Minister Juan Soto (2015)")
    text = "\n• ".join(("# Visits from Chile to Ghana", *lines)) + "\n# Trade\nGold (2015)"
    assert [(found.kind, day(found), found.title) for found in events(text)] == [
        ("visit", "2004", "President Ana Rojas"),
        ("visit", "2015", "Foreign Minister Juan Soto"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Rojas of Chile landed in Accra on Monday and met President Adu.",
            [("visit", "2020-05-11"), ("meeting", "2020-05-11")],
        ),
        (
            "After the talks, Ghana and Chile signed a plan on mining from 2021 to 2024.",
            [("meeting", "2020-05-12")],
        ),
        ("The leaders of Ghana and Chile look forward to the summit in Accra in June.", [("meeting", "2020-06")]),
    ],
)
def test_the_date_is_that_of_the_happening(text: str, told: list[tuple[str, str]]) -> None:
    assert [(found.kind, day(found)) for found in events(text, "2020-05-12")] == told
