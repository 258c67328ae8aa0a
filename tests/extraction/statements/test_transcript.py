from __future__ import annotations

from tests.extraction.texts import statements, told

_TALK = """Minister Lund: We had a very good meeting. The teams worked hard.
Reporter: Will you go back?
Minister Lund: We will see. He said “maybe” to that.
"""


def test_turns_of_a_transcript_are_their_speakers_words() -> None:
    assert told(_TALK) == [
        ("Lund", "We had a very good meeting. The teams worked hard."),
        (None, "Will you go back?"),
        ("Lund", "We will see. He said “maybe” to that."),
    ]
    assert {s.mode for s in statements(_TALK)} == {"direct"}


def test_paragraphs_without_a_label_go_on_the_turn_before() -> None:
    assert told(_TALK + "I hope so.\n")[-1] == ("Lund", "I hope so.")


def test_other_labels_are_no_speakers() -> None:
    assert told("Note: the figures are new.\nNote: the map is old.\nPhoto: a bridge in Oslo.\nPhoto: a road.") == []


def test_labels_in_capitals_remarks_and_questions_of_the_press() -> None:
    text = "FOREIGN MINISTER LUND: (Via interpreter) We agree.\nPRESIDENT BERG: Good.\nQ    When do you meet?\n"
    assert told(text) == [("Lund", "We agree."), ("Berg", "Good."), (None, "When do you meet?")]
    first, *_ = statements(text)
    assert first.speaker is not None
    assert (first.speaker.role, first.speaker.affiliation) == ("Foreign Minister", None)


def test_one_speaker_under_two_labels_and_a_person_with_one_turn() -> None:
    text = "President of Norway Peter Lund: Welcome.\nAmina Sow: Thank you.\nPeter Lund: Let us begin.\n"
    assert told(text) == [("Peter Lund", "Welcome."), ("Amina Sow", "Thank you."), ("Peter Lund", "Let us begin.")]


def test_a_headline_with_a_colon_is_no_turn() -> None:
    assert told("President Lund: Ferries Will Sail\nIt rained.\nIt snowed.\nLund: We will sail.\nLund: Soon.")[0] == (
        "Lund",
        "We will sail.",
    )


def test_what_stands_beside_a_transcript_is_no_speech() -> None:
    assert told(_TALK + "Follow us on Twitter @harbourpost.\n")[-1] == ("Lund", "We will see. He said “maybe” to that.")
