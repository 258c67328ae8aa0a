from __future__ import annotations

import pytest

from tests.extraction.texts import statements, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The road will open in May,” Anna Berg said.", [("Anna Berg", "The road will open in May,")]),
        ("“The road will open in May,” said Anna Berg.", [("Anna Berg", "The road will open in May,")]),
        ("Anna Berg said: “The road will open in May.”", [("Anna Berg", "The road will open in May.")]),
        ("Anna Berg said, 'The road will open in May.'", [("Anna Berg", "The road will open in May.")]),
        ("“No,” Anna Berg replied.", [("Anna Berg", "No,")]),
        (
            "“The road,” Anna Berg said, “will open in May.”",
            [("Anna Berg", "The road,"), ("Anna Berg", "will open in May.")],
        ),
        (
            "“It is late,” said Anna Berg, the minister of roads, who was on a visit to Oslo.",
            [("Anna Berg", "It is late,")],
        ),
        (
            "Anna Berg, the minister of roads, told reporters on Friday: “It is late.”",
            [("Anna Berg", "It is late.")],
        ),
        ("Anna Berg: “It is late, and we are tired.”", [("Anna Berg", "It is late, and we are tired.")]),
        ("As one deputy put it, “the bridge has been burnt down.”", [("deputy", "the bridge has been burnt down.")]),
        (
            "In the words of Anna Berg, “the bridge has been burnt down.”",
            [("Anna Berg", "the bridge has been burnt down.")],
        ),
        ("The statement reads: “Both sides are equal.”", [("statement", "Both sides are equal.")]),
    ],
)
def test_quotations_with_a_cue(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert told(text) == expected
    assert {s.mode for s in statements(text)} == {"direct"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is late,” Anna Berg said. “We must go home now.”", ["Anna Berg", "Anna Berg"]),
        ("“It is late,” Anna Berg said.\n“We must go home now.”", ["Anna Berg", "Anna Berg"]),
        ("Anna Berg was unmoved. “We must go home now.”", ["Anna Berg"]),
        ("“It is late,” Anna Berg said. Peter Lund disagreed. “It is early.”", ["Anna Berg", "Peter Lund"]),
        ("“It is late and we must go.” “It is early and we may stay.”", [None, None]),
        ("Anna Berg wrote to the court:\n“We must go home now.”", ["Anna Berg"]),
    ],
)
def test_a_full_sentence_without_a_cue_inherits_the_running_speaker(text: str, expected: list[str | None]) -> None:
    assert [name for name, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Anna Berg said she was “glad to be back” because “this town never sleeps.”",
            "glad to be back” because “this town never sleeps.",
        ),
        (
            "The minister said the port would “send us the lists every day” early and then “check every name on them.”",
            "send us the lists every day” early and then “check every name on them.",
        ),
        ("The crowd was chanting “We are one” and “Open the road.”", "We are one” and “Open the road."),
    ],
)
def test_halves_that_only_small_words_join_are_one_quotation(text: str, quote: str) -> None:
    assert [s.quote for s in statements(text) if s.mode == "direct"] == [quote]


def test_a_heading_in_capitals_is_no_statement() -> None:
    text = "“It is late,” Anna Berg said. ‘THE ROAD THAT NOBODY WANTS TO PAY FOR’ “We must go home now.”"
    assert [s.quote for s in statements(text)] == ["It is late,", "We must go home now."]


def test_a_carried_quotation_keeps_its_speaker() -> None:
    text = "“It is late,” Anna Berg said. “We are tired.\n“And we must go home now.”"
    assert [name for name, _ in told(text)] == ["Anna Berg"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The “banana war” lasted a year.",
        "Her book “The Long River” sold well.",
        "The mayors hailed the ferry as a “floating street.”",
        "‘Good neighbours’\nThe talks went on.",
        "“Good neighbours”\nThe talks went on.",
        "The so-called “road of trust and good will” was never built.",
        "The plan, known as “Vision for the Northern Sea Route,” was signed.",
    ],
)
def test_scare_quotes_titles_and_headings_are_no_statements(text: str) -> None:
    assert [s for s in statements(text) if s.mode == "direct"] == []


def test_a_fragment_stays_inside_the_reported_clause() -> None:
    assert told("Anna Berg said the offer was a “very small step” for both sides of the strait.") == [
        ("Anna Berg", "the offer was a “very small step” for both sides of the strait"),
    ]


def test_a_long_fragment_is_a_statement_of_its_own() -> None:
    text = (
        "Anna Berg said that the offer, which came late, “cannot be taken back by anybody” and was fair to all sides."
    )
    modes = {s.mode: s.quote for s in statements(text)}
    assert modes["direct"] == "cannot be taken back by anybody"
    assert modes["indirect"].startswith("the offer, which came late")


def test_two_quotations_of_one_cue_are_one_statement() -> None:
    text = "Anna Berg said that “the north will be heard” and that “the south will be heard too.”"
    assert [s.quote for s in statements(text)] == ["the north will be heard” and that “the south will be heard too."]


def test_the_mention_and_the_hearer_are_kept() -> None:
    text = "Minister Anna Berg arrived. “It is late,” she told the Northern Post."
    (statement,) = statements(text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.role) == ("Anna Berg", "Minister")
    assert text[statement.speaker_start : statement.speaker_end] == "she"
    assert statement.via == "Northern Post"
    assert statement.cue == "told"


def test_the_rule_and_its_words_are_told() -> None:
    (statement,) = statements("“It is late,” Anna Berg said.")
    assert statement.why is not None
    assert statement.why.rule == "reporting verb, behind what was said"
    assert statement.why.words == ("said", "Anna Berg")


def test_a_long_quotation_has_a_short_title() -> None:
    (statement,) = statements(f"“{'We will go on and on ' * 12}until the end,” Anna Berg said.")
    assert len(statement.title) <= 80
    assert statement.title.endswith("…")
    assert statement.quote.startswith(statement.title[:-1])


def test_the_reporters_words_behind_a_quotation_are_not_part_of_it() -> None:
    text = "Hundreds of nurses walked through Oslo, chanting “Bread or peace, no war,” raising doubts about the vote."
    assert told(text) == [("Hundreds of nurses", "Bread or peace, no war,")]


def test_a_papers_name_in_marks_is_not_what_it_was_told() -> None:
    assert told("As sources told “Evening Post”, the envoy handed over a note.") == []
