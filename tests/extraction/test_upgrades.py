"""Upgrades: levels, acts of relations, recognition, missions and envoys, as diplomats and historians write them."""

from __future__ import annotations

import pytest

from tests.extraction.happenings import day, upgrades
from tiestui.extraction.upgrades.labels import find_labels


@pytest.mark.parametrize(
    ("text", "level", "modifiers", "rank"),
    [
        ("a strategic partnership", "strategic partnership", (), 4),
        ("a comprehensive strategic partnership", "comprehensive strategic partnership", (), 5),
        ("an all-weather strategic partnership", "strategic partnership", ("all-weather",), 7),
        ("a permanent comprehensive strategic partnership", "comprehensive strategic partnership", ("permanent",), 7),
        (
            "a comprehensive strategic partnership of coordination for a new era",
            "comprehensive strategic partnership",
            ("of coordination", "new era"),
            7,
        ),
        ("a special strategic partnership", "special strategic partnership", (), 6),
        ("a comprehensive cooperative partnership", "comprehensive cooperative partnership", (), 3),
        ("a friendly cooperative partnership", "cooperative partnership", ("friendly",), 2),
        ("a future-oriented strategic partnership", "strategic partnership", ("future-oriented",), 4),
        ("an ‘Enhanced Strategic Partnership’", "strategic partnership", ("enhanced",), 4),
        ("the Ghana-Chile Strategic Partnership", "strategic partnership", (), 4),
        ("strategic partners", "strategic partnership", (), 4),
        ("a military alliance", "alliance", ("military",), 6),
    ],
)
def test_labels(text: str, level: str, modifiers: tuple[str, ...], rank: int) -> None:
    (label,) = find_labels(text, 0, len(text))
    assert (label.level, label.modifiers, label.rank) == (level, modifiers, rank)


@pytest.mark.parametrize(
    "text",
    [
        "a strategic partnership agreement",
        "the private partnership",
        "its largest trading partners",
        "the Partnership Forum",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert not list(find_labels(text, 0, len(text)))


def test_a_partnership_in_one_field_is_no_level() -> None:
    (label,) = find_labels("a strategic energy partnership", 0, 30)
    assert label.sectoral
    assert not upgrades("Ghana and Chile formed a strategic energy partnership in 2015.")


@pytest.mark.parametrize(
    ("text", "date", "action", "level"),
    [
        (
            "In 2009 the two countries established a strategic partnership.",
            "2009",
            "established",
            "strategic partnership",
        ),
        (
            "Ghana and Chile upgraded their ties to a strategic partnership in May 2011.",
            "2011-05",
            "upgraded",
            "strategic partnership",
        ),
        (
            "By 2015, the pair had moved to a comprehensive partnership.",
            "2015",
            "upgraded",
            "comprehensive partnership",
        ),
        (
            "Relations were elevated to a strategic partnership on 3 June 2014.",
            "2014-06-03",
            "upgraded",
            "strategic partnership",
        ),
        ("A cooperative partnership was established in 1998.", "1998", "established", "cooperative partnership"),
        ("The two states have been strategic partners since 2007.", "2007", "established", "strategic partnership"),
        (
            "In the six years since establishing the Ghana-Chile Strategic Partnership in 2010, much was done.",
            "2010",
            "established",
            "strategic partnership",
        ),
        ("In 2004 they entered a new stage of strategic cooperation.", "2004", "upgraded", "strategic cooperation"),
        (
            "The leaders announced the elevation of their relations to a strategic partnership on 9 July 2019.",
            "2019-07-09",
            "upgraded",
            "strategic partnership",
        ),
        (
            "In 2012 the partnership agreement lapsed, and in 2016 the strategic partnership was suspended.",
            "2016",
            "suspended",
            "strategic partnership",
        ),
    ],
)
def test_changes_of_level(text: str, date: str, action: str, level: str) -> None:
    (record,) = upgrades(text)
    assert (day(record), record.action, record.level) == (date, action, level)
    assert record.parties == ("CHL", "GHA")


def test_one_verb_may_have_two_targets() -> None:
    text = "The two countries raised their ties to a partnership in 1999 and to a strategic partnership in 2006."
    assert [(day(r), r.level) for r in upgrades(text)] == [("1999", "partnership"), ("2006", "strategic partnership")]


@pytest.mark.parametrize(
    ("text", "date", "action"),
    [
        ("Ghana and Chile established diplomatic relations on 4 March 1960.", "1960-03-04", "established"),
        (
            "Diplomatic relations were established on March 4, 1960, when the envoy presented his credentials.",
            "1960-03-04",
            "established",
        ),
        ("On 2 May 1973 Ghana broke off diplomatic relations with Chile.", "1973-05-02", "severed"),
        ("Accra severed ties with Santiago in September 1973.", "1973-09", "severed"),
        ("Relations were suspended in 1981.", "1981", "suspended"),
        ("The two governments resumed diplomatic relations in 1990.", "1990", "resumed"),
        ("Diplomatic relations between the two republics were restored in June 1990.", "1990-06", "resumed"),
        ("The two countries have had diplomatic relations since 1960.", "1960", "established"),
        ("The resumption of diplomatic relations was announced on 5 June 1990.", "1990-06-05", "resumed"),
        ("Diplomatic ties were downgraded in 1979.", "1979", "downgraded"),
        ("Not until 1962 did the two states establish diplomatic relations.", "1962", "established"),
        ("“We established relations in 1960,” the minister recalled.", "1960", "established"),
    ],
)
def test_diplomatic_relations(text: str, date: str, action: str) -> None:
    (record,) = upgrades(text)
    assert (day(record), record.action, record.level) == (date, action, "diplomatic relations")


@pytest.mark.parametrize(
    ("text", "date", "action"),
    [
        ("The two countries have not had diplomatic relations since 1978.", "1978", "severed"),
        ("Ghana became the first state in Africa to recognise Chile in 1961.", "1961", "established"),
        (
            "Ghana became independent on 6 March 1957, and Chile recognised it the same day.",
            "1957-03-06",
            "established",
        ),
        ("Ghana ended its decade-long ties with Chile in May 1973.", "1973-05", "severed"),
        (
            "Relations were interrupted on May 16, 1963, and resumed on June 10 of the same year.",
            "1963-06-10",
            "resumed",
        ),
        (
            "The two sides have decided upon the establishment of diplomatic relations from 4 May 1960.",
            "1960-05-04",
            "established",
        ),
        ("Ghana switched recognition from Taipei to Beijing in 1972.", "1972", "established"),
        ("The legation was closed in 1941, and the embassies reopened in 1946.", "1946", "resumed"),
        ("Ambassadors were exchanged in December 1959.", "1959-12", "established"),
        ("The Chilean Embassy suspended operations on February 8, 1982.", "1982-02-08", "suspended"),
        ("Chile announced its recognition of the Government of Ghana in June 1957.", "1957-06", "established"),
        ("The liaison office opened in 1973 and became an embassy on March 1, 1979.", "1979-03-01", "upgraded"),
        ("Chile downgraded its mission to the level of chargé d'affaires in 1982.", "1982", "downgraded"),
        ("In 1914 the legation was raised to embassy status when the envoy was promoted.", "1914", "upgraded"),
        ("The Chilean Embassy closed on 30 July 1981 and reopened on 4 May 1990.", "1990-05-04", "resumed"),
        ("Ambassadors returned to their posts in 2010.", "2010", "resumed"),
        ("Chile lowered the level of its representation in Accra in 1981.", "1981", "downgraded"),
        (
            "Chile resumed diplomatic relations with Ghana and raised its mission to an embassy in 1984.",
            "1984",
            "resumed",
        ),
        ("On May 28, 1958, Chile recognized the Volta Union that Ghana had formed.", "1958-05-28", "established"),
        (
            "Upon independence on 6 March 1957 Chile recognized Ghana and opened an embassy.",
            "1957-03-06",
            "established",
        ),
    ],
)
def test_more_acts_of_relations(text: str, date: str, action: str) -> None:
    assert (date, action) in [(day(r), r.action) for r in upgrades(text)]


def test_relations_that_were_cut_and_resumed_are_two_acts() -> None:
    text = "Ghana severed relations in December 1965; they were resumed two years later."
    assert [(day(r), r.action) for r in upgrades(text)] == [("1965-12", "severed"), ("1967", "resumed")]


@pytest.mark.parametrize(
    ("text", "date", "action", "level"),
    [
        ("Chile recognized Ghana on March 6, 1957.", "1957-03-06", "established", "recognition"),
        ("Chile recognised the independence of Ghana in 1957.", "1957", "established", "recognition"),
        ("Ghana was recognised by Chile on 6 March 1957.", "1957-03-06", "established", "recognition"),
        ("Chile extended de jure recognition to Ghana in April 1957.", "1957-04", "established", "recognition"),
        (
            "On 6 May 1957 the President ended years of non-recognition of Ghana.",
            "1957-05-06",
            "established",
            "recognition",
        ),
        ("Chile opened its embassy in Accra in 1961.", "1961", "established", "embassy"),
        (
            "The Chilean Legation in Accra was raised to the status of embassy on 1 July 1964.",
            "1964-07-01",
            "upgraded",
            "embassy",
        ),
        ("In March 1943 the legation in Accra became an embassy.", "1943-03", "upgraded", "embassy"),
        ("Chile closed its embassy in Accra in 1973.", "1973", "severed", "embassy"),
        ("The embassies reopened on May 3, 1991.", "1991-05-03", "resumed", "embassy"),
        ("Chile recalled its ambassador on 9 June 1982.", "1982-06-09", "downgraded", "diplomatic relations"),
        ("In 1984 Ghana expelled two Chilean diplomats.", "1984", "downgraded", "diplomatic relations"),
        (
            "On 4 May 1984 Ghana declared the Chilean attaché persona non grata.",
            "1984-05-04",
            "downgraded",
            "diplomatic relations",
        ),
    ],
)
def test_recognition_missions_and_envoys(text: str, date: str, action: str, level: str) -> None:
    found = [(day(r), r.action, r.level) for r in upgrades(text)]
    assert (date, action, level) in found


@pytest.mark.parametrize(
    "text",
    [
        "Chile recognized Ghana's role as a regional leader in 2012.",
        "Chile recognised Ghana as an important partner in 2012.",
        "The two leaders hoped to establish a strategic partnership.",
        "They called for raising ties to a strategic partnership.",
        "The ministers discussed the prospects for a strategic partnership.",
        "Ghana seeks to deepen its strategic partnership with Chile.",
        "Chile recognises any country that recognises Ghana.",
        "They deepened the strategic partnership in 2014.",
        "Did Ghana sever diplomatic relations with Chile?",
        "The two sides will lift relations to a higher level.",
        "Ghana and Chile signed a private partnership contract in 2010.",
    ],
)
def test_what_is_no_upgrade(text: str) -> None:
    assert not upgrades(text)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The two countries plan to establish a strategic partnership in 2031.", "planned"),
        ("The two leaders agreed in principle to establish a strategic partnership.", "planned"),
        ("Chile did not break off diplomatic relations with Ghana in 1973.", "denied"),
        ("In 1958 Chile refused to recognise Ghana.", "denied"),
        ("The two leaders agreed on 4 May 2018 to establish a strategic partnership.", "actual"),
        ("The President announced that Chile would recognize Ghana on 6 March 1957.", "planned"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    (record,) = upgrades(text, "2020-01-10")
    assert record.modality == modality


def test_a_third_country_has_its_own_pair() -> None:
    records = upgrades("Ghana and Chile opened ties in 1960. Ghana severed relations with Peru in 1975.")
    assert records[-1].pair == ("GHA", "PER")


def test_an_anniversary_dates_what_it_counts_from() -> None:
    text = "This year marks the 30th anniversary of diplomatic relations between Ghana and Chile."
    (record,) = upgrades(text, "1990-05-02")
    assert (day(record), record.date_basis) == ("1960", "relative")


def test_an_instrument_whose_title_names_a_level_is_an_upgrade_by_its_signing() -> None:
    text = "On Friday the two presidents signed a joint statement on a strategic partnership in the new era."
    (record,) = upgrades(text, "2020-05-17")
    assert day(record) == "2020-05-15"
    assert record.modifiers == ("new era",)
    assert record.why is not None
    assert record.why.rule.startswith("instrument")


def test_an_undated_act_of_a_report_has_the_day_of_its_lead() -> None:
    text = "Ghana's president met his guest on Monday. The two leaders agreed to establish a strategic partnership."
    (record,) = upgrades(text, "2020-05-12")
    assert (day(record), record.date_basis) == ("2020-05-11", "relative")


def test_an_undated_act_of_a_joint_statement_has_the_documents_date() -> None:
    text = "The two leaders elevate their relationship to a strategic partnership."
    (record,) = upgrades(text, "2020-05-12", title="Joint Statement of Ghana and Chile")
    assert (day(record), record.date_basis) == ("2020-05-12", "document")


def test_an_aside_of_a_report_is_not_dated_by_the_report() -> None:
    text = "Talks began on Monday, weeks after Chile broke off diplomatic relations."
    assert not upgrades(text, "2020-05-12")


def test_evidence_is_the_clause_and_why_names_the_words() -> None:
    text = "After long talks, the two countries established a strategic partnership in 2009, and trade grew fast."
    (record,) = upgrades(text)
    assert record.evidence[0].text == "the two countries established a strategic partnership in 2009"
    assert record.why is not None
    assert record.why.words[0] == "established"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "In the ten years since Chairman Ek and President Mensah formed the Strategic Partnership, trade grew.",
            "2010",
        ),
        ("The sides transformed their relationship into a strategic partnership during the 1999 summit.", "1999"),
        ("Since 2006 the two countries have been strategic partners.", "2006"),
        (
            "The Joint Declaration on the Establishment of a Strategic Partnership was signed on 3 May 2019.",
            "2019-05-03",
        ),
        ("The Treaty of Alliance was signed in 1978, establishing a formal alliance.", "1978"),
    ],
)
def test_when_a_level_began(text: str, date: str) -> None:
    assert {day(record) for record in upgrades(text, "2020-05-12")} == {date}


def test_what_promotes_normal_relations_has_not_made_them() -> None:
    text = "In July 1971 the delegation contributed to the process of the normalization of relations with Chile."
    assert not upgrades(text, "1972-12-27")
