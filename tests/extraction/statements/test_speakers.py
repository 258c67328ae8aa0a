from __future__ import annotations

import pytest

from tests.extraction.texts import statements, told


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Foreign Ministry said that talks had begun.", "Foreign Ministry", "body"),
        ("Norway’s government said that talks had begun.", "Norway’s government", "body"),
        ("The report said that talks had begun.", "report", "document"),
        ("Officials said that talks had begun.", "Officials", "group"),
        ("A spokesman for the mayor said that talks had begun.", "spokesman for the mayor", "person"),
        ("Anna Berg and Peter Lund said that talks had begun.", "Anna Berg and Peter Lund", "group"),
        ("Norway said that talks had begun.", "Norway", "body"),
        ("Two diplomats who asked not to be named said that talks had begun.", "Two diplomats", "group"),
    ],
)
def test_kinds_of_speakers(text: str, name: str, kind: str) -> None:
    statement = statements(text)[-1]
    assert statement.speaker is not None
    assert statement.speaker.name.startswith(name)
    assert statement.speaker.kind == kind


def test_a_country_speaks_with_its_code() -> None:
    (statement,) = statements("Norway rejected the claim.")
    assert statement.speaker is not None
    assert statement.speaker.country == "NOR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is late,” said Omar Haddad, a fellow at the Gulf Institute. The expert noted that prices would fall.",
            "Omar Haddad",
        ),
        ("Foreign Minister Lena Strand arrived. The foreign minister said that talks had begun.", "Lena Strand"),
        ("Omar Haddad said it was late. He added that prices would fall.", "Omar Haddad"),
        ("“It is late,” Lena Strand said. She went on to say that prices would fall.", "Lena Strand"),
    ],
)
def test_nouns_and_pronouns_point_back(text: str, expected: str) -> None:
    assert told(text)[-1][0] == expected


def test_an_ambiguous_role_points_to_nobody() -> None:
    text = "Minister Lena Strand met Minister Omar Haddad. The minister said that talks had begun."
    assert told(text)[-1][0] == "minister"


def test_an_apposition_is_stepped_over() -> None:
    text = "Lena Strand, an expert on trade from the Northern Academy of Sciences said that prices would fall."
    assert told(text) == [("Lena Strand", "prices would fall")]


def test_an_unknown_speaker_is_null_and_the_quotation_stays() -> None:
    assert told("“We were there and we saw it all.”") == [(None, "We were there and we saw it all.")]


def test_the_two_signatories_speak_as_we() -> None:
    text = (
        "Today we, President Kofi Adomako of Ghana and Prime Minister Lena Strand of Norway, met in Accra.\n"
        "We welcome the growth of trade."
    )
    assert told(text, "communiqué")[-1] == ("Kofi Adomako and Lena Strand", "the growth of trade")


def test_of_and_a_country_behind_a_name_of_office_tell_its_country() -> None:
    (statement,) = statements("President Kofi Adomako of Ghana said that talks had begun.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.country) == ("Kofi Adomako", "GHA")


def test_the_minister_is_not_the_deputy_minister() -> None:
    text = "Minister Lena Strand and Deputy Minister Bo Lund arrived. The minister said that talks had begun."
    assert told(text)[-1][0] == "Lena Strand"


def test_two_offices_of_which_one_is_unknown_are_no_single_person() -> None:
    text = "Foreign Minister Lena Strand arrived. The Secretary and the Foreign Minister said that talks had begun."
    assert told(text)[-1][0] == "Secretary and the Foreign Minister"


LEAD = (
    "The President of Ghana, Kofi Adomako, received the Prime Minister of Norway the Honourable Lena Strand, M.P. "
    "The Minister for Trade, the Honourable Bo Lund, came as well. "
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Prime Minister said that trade would grow.", "Lena Strand"),
        ("The President said that trade would grow.", "Kofi Adomako"),
        ("The Minister said that trade would grow.", "Bo Lund"),
        ("The two Heads of Government said that trade would grow.", "Kofi Adomako and Lena Strand"),
        ("The President and Prime Minister said that trade would grow.", "Kofi Adomako and Lena Strand"),
        ("President Adomako and the Prime Minister said that trade would grow.", "Kofi Adomako and Lena Strand"),
        ("The President gave a dinner. He said that trade would grow.", "Kofi Adomako"),
    ],
)
def test_offices_mean_those_whom_the_document_introduces(sentence: str, expected: str) -> None:
    assert told(LEAD + sentence)[-1][0] == expected


def test_leaders_of_a_past_aside_are_not_the_two_leaders() -> None:
    text = (
        "President Kofi Adomako of Ghana met President Ida Holm of Norway. "
        "Since President Jan Kowal and President Eva Dahl founded the council in spring, much was done. "
        "The two leaders said that trade would grow."
    )
    assert told(text)[-1][0] == "Kofi Adomako and Ida Holm"


def test_no_capitalised_words_are_the_two_leaders() -> None:
    text = "The Plan to Promote Growth and Fight Hunger was read. The two leaders said that trade would grow."
    assert told(text)[-1][0] == "two leaders"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The daily Northern Post wrote that ice was near. The newspaper said that boats were late.", "Northern Post"),
        ("The Sunday Courier wrote that ice was near. The paper said that boats were late.", "Sunday Courier"),
        ("The Danish agency Nordnyt rose early. The agency said that boats were late.", "Nordnyt"),
        ("The Trade Ministry of Peru met. The ministry said that boats were late.", "Trade Ministry of Peru"),
        ("The newspaper said that boats were late.", "newspaper"),
        ("The UK said that boats were late.", "United Kingdom"),
        ("On its site, the Harbour Union set out three aims: “We want safe boats and fair pay.”", "Harbour Union"),
        ("Anna Berg, the new commissioner also said that boats were late.", "Anna Berg"),
        ("They noted that the new law says: “All boats must be safe.”", "new law"),
    ],
)
def test_bodies_and_outlets_by_their_names(text: str, expected: str) -> None:
    assert told(text)[-1][0] == expected


@pytest.mark.parametrize(
    ("text", "name", "via"),
    [
        ("The agency quoted Omar Haddad as saying that boats were late.", "Omar Haddad", "agency"),
        ("State media cited the minister as saying boats were late.", "minister", "State media"),
        ("The minister was quoted as saying that boats were late.", "minister", None),
        ("Omar Haddad was quoted by Evening Post as saying that boats were late.", "Omar Haddad", "Evening Post"),
        (
            "A blog cited two pilots, Omar Haddad and Ida Holm, as saying that boats were late.",
            "Omar Haddad and Ida Holm",
            "blog",
        ),
    ],
)
def test_the_quoted_one_speaks_and_the_outlet_carries(text: str, name: str, via: str | None) -> None:
    (statement,) = statements(text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.via) == (name, via)


def test_the_signature_of_a_letter_tells_who_i_is() -> None:
    text = "I told the minister that the ferry was late.\nHe nodded and said no more about it.\nPeter Lund"
    assert [s.speaker.name for s in statements(text) if s.speaker] == ["Peter Lund"]


def test_nobody_is_i_without_a_byline_or_a_signature() -> None:
    text = "I told the minister that the ferry was late.\nHe nodded and left."
    assert [s.speaker for s in statements(text)] == [None]
