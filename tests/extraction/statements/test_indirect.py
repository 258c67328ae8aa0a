from __future__ import annotations

import pytest

from tests.extraction.texts import statements, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg said that prices would fall.", "prices would fall"),
        ("Anna Berg said prices would fall.", "prices would fall"),
        ("Anna Berg told parliament on Friday that prices would fall.", "prices would fall"),
        ("Anna Berg said in a statement issued in Oslo that prices would fall.", "prices would fall"),
        ("Anna Berg has repeatedly said prices would fall.", "prices would fall"),
        ("Prices would fall, Anna Berg said.", "Prices would fall"),
        ("Prices would fall, said Anna Berg, the finance minister.", "Prices would fall"),
        ("Prices, Anna Berg said, would fall by May.", "Prices, Anna Berg said, would fall by May"),
        ("According to Anna Berg, prices would fall.", "prices would fall"),
        ("Prices would fall, according to Anna Berg.", "Prices would fall"),
        ("As Anna Berg noted, prices had been falling for years.", "prices had been falling for years"),
        ("Anna Berg made it clear that prices would fall.", "prices would fall"),
        ("Anna Berg asked whether prices would fall.", "whether prices would fall"),
        ("Anna Berg called on both sides to show restraint.", "both sides to show restraint"),
        ("Anna Berg urged the council to act.", "the council to act"),
        ("Anna Berg accused the council of delay.", "the council of delay"),
        ("Anna Berg thanked the council for its patience.", "the council for its patience"),
        ("Anna Berg hailed the rapid growth of trade.", "the rapid growth of trade"),
        ("Anna Berg expressed willingness to join the talks.", "willingness to join the talks"),
        ("Anna Berg expressed the hope that talks would resume.", "talks would resume"),
        ("Anna Berg described the talks as frank.", "the talks as frank"),
        ("Anna Berg warned against a rush to judgment.", "a rush to judgment"),
        ("Anna Berg looked forward to the next round of talks.", "the next round of talks"),
        ("Anna Berg noted with satisfaction the growth of trade.", "the growth of trade"),
        ("Anna Berg’s claim that prices had fallen was disputed.", "prices had fallen"),
        ("Anna Berg pointed out that prices would fall.", "prices would fall"),
        ("Anna Berg spoke highly of the new road.", "the new road"),
        ("Anna Berg predicted about a third of shops would close.", "about a third of shops would close"),
        ("Anna Berg did say, however, that prices would fall.", "prices would fall"),
    ],
)
def test_frames_of_reported_speech(text: str, expected: str) -> None:
    assert told(text) == [("Anna Berg", expected)]
    assert statements(text)[0].mode == "indirect"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Berg said prices would fall, adding that wages would rise.",
            ["prices would fall", "wages would rise"],
        ),
        (
            "Anna Berg said prices would fall and added that wages would rise.",
            ["prices would fall", "wages would rise"],
        ),
        (
            "Noting that prices had fallen, Anna Berg stressed that wages would rise.",
            ["prices had fallen", "wages would rise"],
        ),
        ("Anna Berg welcomed the deal and voiced concern over prices.", ["the deal", "concern over prices"]),
        (
            "Anna Berg thanked the mayor for his help and invited him to visit Oslo.",
            ["the mayor for his help", "him to visit Oslo"],
        ),
    ],
)
def test_second_verbs_of_a_sentence_share_the_speaker(text: str, expected: list[str]) -> None:
    assert told(text) == [("Anna Berg", quote) for quote in expected]


def test_two_speakers_of_a_sentence_are_told_apart() -> None:
    assert told("Analysts warn that prices may fall, while traders insist that wages will rise.") == [
        ("Analysts", "prices may fall"),
        ("traders", "wages will rise"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg declined to comment on prices.",
        "Anna Berg did not say when prices would fall.",
        "Anna Berg will announce the plan tomorrow.",
        "The report was published on Monday.",
        "The state visit of the president lasted a week.",
        "Diplomats accused of spying left the country.",
        "Guests invited to the palace arrived late.",
        "The claims were large and the reports were long.",
        "It calls at the port of Oslo.",
    ],
)
def test_what_reports_nothing_makes_no_statement(text: str) -> None:
    assert told(text) == []


def test_an_agency_that_carries_words_is_no_speaker() -> None:
    (statement,) = statements("Anna Berg said prices would fall, according to the Northern News Agency.")
    assert statement.speaker is not None
    assert statement.speaker.name == "Anna Berg"
    assert statement.via == "Northern News Agency"


def test_interpolated_cues_report_what_goes_on() -> None:
    assert told("Trade was slow because, Anna Berg said, the port was closed.") == [
        ("Anna Berg", "the port was closed")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Strand discussed trade and reaffirmed her support for the plan.", "her support for the plan"),
        ("Lena Strand raised the matter and expressed interest in new ships.", "interest in new ships"),
    ],
)
def test_a_second_verb_speaks_where_the_first_does_not(text: str, expected: str) -> None:
    assert told(text) == [("Lena Strand", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Strand went on to say that it was late.", [("Lena Strand", "it was late")]),
        (
            "Norway and Ghana, Lena Strand went on to say, are good friends.",
            [("Lena Strand", "Norway and Ghana, Lena Strand went on to say, are good friends")],
        ),
        (
            "At this point, Lena Strand said, building roads and opening ports are the task of both.",
            [("Lena Strand", "At this point, Lena Strand said, building roads and opening ports are the task of both")],
        ),
        (
            "Lena Strand expressed her thanks and those of her party for the help.",
            [("Lena Strand", "her thanks and those of her party for the help")],
        ),
        (
            "Lena Strand expressed her thanks and that of her party for the help.",
            [("Lena Strand", "her thanks and that of her party for the help")],
        ),
        (
            "Lena Strand urged new talks and stated her opposition to tariffs.",
            [("Lena Strand", "new talks"), ("Lena Strand", "her opposition to tariffs")],
        ),
        ("Lena Strand left without answering a question on the budget.", []),
        ("Lena Strand revealed a new plan for the port.", []),
    ],
)
def test_forms_of_reports(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_an_inner_report_ends_with_its_outer_one() -> None:
    text = "Noting that Ghana had welcomed the accord, and recalling the past, Lena Strand said that it was late."
    assert ("Ghana", "the accord") in told(text, "communiqué")


def test_what_is_to_be_done_by_agreement_is_no_statement() -> None:
    text = "The two sides agreed that trade should grow. The two sides agreed that trade was good."
    assert [quote for _, quote in told(text)] == ["trade was good"]


def test_a_ministry_speaks_for_its_country_and_an_agency_for_a_person() -> None:
    text = "Norway has made it clear that the road is closed, the Foreign Ministry said on Tuesday."
    assert ("Foreign Ministry", "Norway has made it clear that the road is closed") in told(text)
    assert told("The road is closed, she said, the ministry reported.")[0][0] != "ministry"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Strand conveyed to the minister her thanks for the help.", "her thanks for the help"),
        ("Lena Strand reaffirmed to the minister that the road was open.", "the road was open"),
        ("Lena Strand noted that, since then, trade had grown.", "since then, trade had grown"),
        ("Lena Strand also reiterated how close the two towns were.", "how close the two towns were"),
        ("Lena Strand discussed the pact and affirmed its weight.", "its weight"),
        ("Lena Strand expressed interest in ships, and will visit the port.", "interest in ships"),
    ],
)
def test_where_contents_begin_and_end(text: str, expected: str) -> None:
    assert told(text) == [("Lena Strand", expected)]


def test_a_condition_is_no_report() -> None:
    assert told("The trip is possible if officials say that it is safe.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The alleged plans to raise fares are popular.",
        "Leaders of member states met in a hall near the port.",
        "One of the main reasons driving the change was the cold.",
        "Wide towns, population estimated as 12,000, lie on the coast.",
    ],
)
def test_adjectives_and_plural_nouns_report_nothing(text: str) -> None:
    assert told(text) == []


def test_what_others_say_with_it_ends_a_report() -> None:
    text = "The two captains urged the crews to sail, with officials warning that ice was near."
    assert [quote for _, quote in told(text)] == ["the crews to sail", "ice was near"]
