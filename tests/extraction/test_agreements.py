"""Agreements: instruments and commitments, their status, fields, dates, and what is none."""

from __future__ import annotations

import pytest

from tests.extraction.happenings import agreements, day
from tests.extraction.texts import document
from tiestui.extraction import extract

JOINT = "Joint Statement of Ghana and Chile"


@pytest.mark.parametrize(
    ("text", "instrument", "status"),
    [
        (
            "The two ministers signed a memorandum of understanding on fisheries.",
            "memorandum of understanding",
            "signed",
        ),
        ("Ghana and Chile concluded a Treaty of Friendship in 1964.", "treaty", "signed"),
        ("The two presidents issued a joint statement.", "joint statement", "issued"),
        ("The parties adopted a declaration on the oceans.", "declaration", "issued"),
        ("A free trade agreement was signed in Accra.", "agreement", "signed"),
        ("Chile and Ghana reached a deal on lithium.", "agreement", "agreed"),
        ("The treaty was ratified by both parliaments in 1966.", "treaty", "ratified"),
        ("The air services agreement entered into force on 3 May 2001.", "agreement", "in force"),
        ("Ghana terminated the investment treaty in 2015.", "treaty", "ended"),
        ("They witnessed the signing of eleven contracts.", "contract", "signed"),
        ("The foreign ministers exchanged notes on visas.", "exchange of notes", "signed"),
        ("A package of documents on mining was signed.", "package", "signed"),
        (
            "The two sides go further with a new memorandum of understanding on ports.",
            "memorandum of understanding",
            "signed",
        ),
        ("A protocol on quotas is expected to be signed in June.", "protocol", "proposed"),
    ],
)
def test_instruments(text: str, instrument: str, status: str) -> None:
    (record,) = agreements(text, "2020-05-12")
    assert (record.instrument, record.status) == (instrument, status)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The two countries agreed to open a joint laboratory.", "agreed"),
        ("The ministers agreed on a timetable for the talks.", "agreed"),
        ("The two sides agreed that officials should meet every spring.", "agreed"),
        ("The two sides decided to set up a working group.", "agreed"),
        ("It was agreed in Accra that the border would be opened.", "agreed"),
        ("Ghana pledged to train Chilean divers.", "pledged"),
        ("Chile committed to a five-year package of credits.", "pledged"),
        ("Both sides intend to expand cocoa research.", "pledged"),
        ("The United States and Ghana plan to hold a joint drill.", "pledged"),
        ("The two sides will cooperate in forestry.", "pledged"),
        ("Chile vowed to lift its tariffs on cocoa.", "pledged"),
        ("The two governments launched a dialogue on migration.", "agreed"),
        ("Chile announced a $20 million loan to Ghana.", "pledged"),
        ("The government notified parliament of its intention to sell Ghana two ships.", "proposed"),
        ("The envoy secured guarantees that Ghana would free the crew.", "pledged"),
        ("The two presidents agreed on Friday to reopen the mine.", "agreed"),
        ("The two presidents announced the establishment of a joint commission.", "agreed"),
        ("Minister Rojas said the two sides agreed to share data.", "agreed"),
        ("The Chilean government approved a possible sale of ships to Ghana.", "proposed"),
        ("We are pleased to announce a $5 million grant for Ghana.", "agreed"),
    ],
)
def test_commitments(text: str, status: str) -> None:
    (record,) = agreements(text, "2020-05-12")
    assert (record.instrument, record.status) == ("commitment", status)


@pytest.mark.parametrize(
    "text",
    [
        "The agreement will bring benefits to both countries.",
        "Analysts expect that the two sides will strengthen cooperation.",
        "The two countries agreed that trade would be good for both of them.",
        "The ministers agreed on the importance of forests.",
        "Chile agrees with Ghana.",
        "The two countries hope to sign a free trade agreement.",
        "Under the treaty, ships may call at both ports.",
        "According to the joint statement, trade is growing.",
        "The minister broke his pledge to Ghana.",
        "Ghana launched a missile on Monday.",
        "The proposed deal has drawn protests in Ghana.",
        "No agreement between Chile and Ghana was in sight.",
        "The parliament adopted a declaration of independence.",
    ],
)
def test_what_is_no_agreement(text: str) -> None:
    assert not agreements(text, "2020-05-12")


def test_several_instruments_in_a_sentence_are_several_records() -> None:
    text = "The ministers signed a memorandum on fisheries, a protocol on visas and an agreement on air services."
    found = agreements(text, "2020-05-12")
    assert [r.instrument for r in found] == ["memorandum of understanding", "protocol", "agreement"]
    assert [r.title for r in found] == ["memorandum on fisheries", "protocol on visas", "agreement on air services"]


def test_two_finite_verbs_are_two_records() -> None:
    text = "Chile pledged to buy more cocoa, while Ghana vowed to cut its tariffs."
    assert [r.title for r in agreements(text, "2020-05-12")] == ["buy more cocoa", "cut its tariffs"]


def test_fields_come_from_the_list() -> None:
    text = "A package of documents was signed, including economy and trade, health, tourism and urban transport."
    (record,) = agreements(text, "2020-05-12")
    assert record.fields == ("economy and trade", "health", "tourism", "urban transport")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peace talks in Accra resulted in a ceasefire agreement.", "agreed"),
        ("The two countries came to an agreement on sharing the waters of the river.", "agreed"),
        ("The parties extended the agreement for another five years.", "agreed"),
        ("The two leaders have reached consensus on expanding trade.", "agreed"),
        ("The Wheat Board of Chile secured a contract for the supply of wheat to Ghana.", "signed"),
        ("Ghana Airways has placed an order for 30 aircraft from Chile.", "signed"),
        ("The two governments are negotiating an investment treaty.", "proposed"),
        ("They welcomed the opening of negotiations on an air transport agreement.", "proposed"),
        ("The ministers announced the conclusion of negotiations for a trade agreement.", "agreed"),
        ("The leaders hailed a historic agreement between Zed Mining and the Ministry.", "signed"),
        ("The leaders welcomed Ghana's decision to join the fund.", "agreed"),
        ("The two sides recommitted to the goal of a free ocean.", "pledged"),
        ("President Rojas and Prime Minister Adu established a Joint Committee on trade.", "agreed"),
        ("A hotline was set up between the two capitals.", "agreed"),
        ("The minister said that $70,000 more would be made available.", "pledged"),
        ("Chile informed Ghana that it would provide ten ships.", "pledged"),
        ("Ghana announced it would withdraw from the treaty.", "pledged"),
        ("Under the deal, Ghana will lower its tariffs on wine.", "pledged"),
        ("Under the proposed deal, Ghana would lower its tariffs on wine.", "proposed"),
        ("The Senate gave its advice and consent to the extradition treaty on 24 March 1979.", "ratified"),
        ("The communiqué committed both sides to withdraw their ships.", "agreed"),
        ("They agreed that officials of the two countries would be meeting in May.", "agreed"),
    ],
)
def test_agreements_in_other_words(text: str, status: str) -> None:
    (record,) = agreements(text, "2020-05-12", title=JOINT)
    assert record.status == status


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended without an agreement.",
        "The two sides hope to come to an agreement on the river.",
        "The two sides failed to reach consensus on the river.",
        "They welcomed the visit of the minister.",
        "The leaders welcomed the progress of the negotiations.",
        "Nothing in the treaty committed him.",
    ],
)
def test_other_words_that_agree_on_nothing(text: str) -> None:
    assert not agreements(text, "2020-05-12", title=JOINT)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("The two sides will cooperate in mining, fishing and other fields.", ("mining", "fishing")),
        ("They signed memoranda covering visas, ports and customs.", ("visas", "ports", "customs")),
        ("They signed a treaty on fishing.", ()),
    ],
)
def test_fields(text: str, fields: tuple[str, ...]) -> None:
    (record,) = agreements(text, "2020-05-12")
    assert record.fields == fields


def test_the_steps_of_a_list_are_the_records() -> None:
    text = (
        "The two leaders agreed to:\n(i) open a consulate in Kumasi;\n(ii) resume direct "
        "flights; and\n(iii) meet yearly."
    )
    found = agreements(text, "2020-05-12", title=JOINT)
    assert [r.title for r in found] == ["open a consulate in Kumasi", "resume direct flights", "meet yearly"]
    assert {r.status for r in found} == {"agreed"}


def test_the_steps_of_an_inline_list_are_the_records() -> None:
    text = "The leaders agreed to: open a consulate; resume flights; and meet every year."
    assert [r.title for r in agreements(text, "2020-05-12", title=JOINT)] == [
        "open a consulate",
        "resume flights",
        "meet every year",
    ]


def test_a_communiques_lines_without_subject_are_the_parties_own() -> None:
    text = "The two sides:\n1. Agreed to open a consulate;\n2. Decided to resume flights."
    assert [r.status for r in agreements(text, "2020-05-12", title=JOINT)] == ["agreed", "agreed"]


@pytest.mark.parametrize(
    ("text", "date", "basis"),
    [
        ("On 4 June 1964 the two states signed a trade agreement.", "1964-06-04", "stated"),
        ("The ministers signed a trade agreement on Friday.", "2020-05-08", "relative"),
        ("The two presidents signed a joint declaration which speaks of peace by 2030.", "2020-05-12", "document"),
        ("A trade agreement signed in 1964 is still in force.", "1964", "stated"),
    ],
)
def test_dates(text: str, date: str, basis: str) -> None:
    found = agreements(text, "2020-05-12")
    assert (day(found[0]), found[0].date_basis) == (date, basis)


def test_a_communiques_commitments_have_the_day_of_the_meeting() -> None:
    text = "The two Prime Ministers met in Accra on 3 May.\nThey pledged to open a school."
    (record,) = agreements(text, "2020-05-05", title=JOINT)
    assert day(record) == "2020-05-03"


def test_one_sides_bodies_commit_it_in_a_communique() -> None:
    text = "The Chilean Ministry of Health will fund a clinic in Tamale."
    (record,) = agreements(text, "2020-05-05", title=JOINT)
    assert record.status == "pledged"


def test_an_older_treatys_year_is_not_the_day_of_its_end() -> None:
    (record,) = agreements("In May 2022 Ghana denounced the 2014 treaty.")
    assert (day(record), record.status) == ("2022-05", "ended")


def test_a_third_country_is_a_party_when_named() -> None:
    (record,) = agreements("Ghana signed a border treaty with Togo in 1971.")
    assert record.parties == ("GHA", "TGO")
    assert record.pair == ("GHA", "TGO")


def test_amounts_stay_in_the_title_and_topics_are_found() -> None:
    (record,) = agreements("Chile pledged to lend Ghana $40 million for hospitals.", "2020-05-12")
    assert "$40 million" in record.title
    assert "health" in record.topics


def test_quoted_words_are_no_agreement() -> None:
    text = "“We will sign a treaty and I agreed to open three ports there,” the minister of Ghana said."
    assert not agreements(text, "2020-05-12")


def test_no_title_ends_in_a_joint() -> None:
    (record, *_) = agreements("The first treaty between them dealt with fish, and was signed in Accra in 1923.")
    assert record.title == "first treaty between them dealt with fish"


def test_a_capital_that_is_a_surname_is_no_party() -> None:
    (record,) = agreements("Ghana signed a treaty with Chile after Ernesto Soto Lima had lost.", "2020-05-12")
    assert record.parties == ("CHL", "GHA")


def test_a_promise_to_do_what_an_upgrade_tells_is_told_once() -> None:
    found = extract(document("Ghana and Chile agreed to restore diplomatic ties on 4 May 1990."))
    assert [record.type for record in found] == ["upgrade"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Chile extended a loan of 500 million dollars to Ghana in March 2020.", "2020-03"),
        ("Ghana pledged to train 300 Chilean engineers in March 2025.", "2020-05-12"),
        ("It was agreed by Ghana and Chile at a summit in Lima last year to open a school.", "2019"),
        ("The leaders of Ghana and Chile met on Saturday and agreed to open a school.", "2020-05-09"),
        ("Ghana and Chile renewed a 1972 treaty on fisheries.", "2020-05-12"),
        ("Ghana and Chile signed an arrangement on loans from 2021 to 2024.", "2020-05-12"),
        ("Chile will host the next meeting with Ghana in the autumn.", "2020-05-12"),
        ("Ghana and Chile signed a pact on fisheries several years ago.", None),
        ("The 1958 letters of Ghana and Chile were replaced by a treaty of friendship in 1971.", "1971"),
        ("The May 3 signing of a memorandum by Ghana and Chile pleased many.", "2020-05-03"),
    ],
)
def test_the_date_is_that_of_the_act(text: str, when: str | None) -> None:
    assert [day(found) for found in agreements(text, "2020-05-12")] == [when]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ghana and Chile signed a pact on visas, according to the ministry in Accra.", "pact on visas"),
        ("Ghana and Chile signed a pact on visas, the daily Noticias reported on Monday.", "pact on visas"),
        ("On 3 May Ghana and Chile signed a peace treaty, and the troops withdrew.", "peace treaty"),
        ("Further memoranda will be signed by Ghana and Chile on Friday.", "Further memoranda"),
    ],
)
def test_a_title_ends_with_what_it_names(text: str, title: str) -> None:
    assert [found.title for found in agreements(text, "2020-05-12")] == [title]
