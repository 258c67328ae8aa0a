import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.dates.edtf import parse_edtf
from tiestui.dates.grammar import FoundDate, Reference, find_dates

THURSDAY = Reference(published=parse_edtf("2021-07-15"))
HISTORY = Reference(day=parse_edtf("1956-10-19"))


def found_in(text: str, reference: Reference = THURSDAY) -> list[FoundDate]:
    return find_dates(text, 0, len(text), reference)


def dates_in(text: str, reference: Reference = THURSDAY) -> list[str | None]:
    return [found.date.edtf if found.date else None for found in found_in(text, reference)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They opened an embassy on 4 June 1968.", "1968-06-04"),
        ("They opened an embassy on June 4, 1968, in the capital.", "1968-06-04"),
        ("The treaty of Sept. 15, 2020 stands.", "2020-09-15"),
        ("It was signed on the 1st of March 2019.", "2019-03-01"),
        ("Ties were raised in September 2018.", "2018-09"),
        ("Ties were raised in\nSeptember\u00a02018.", "2018-09"),
        ("By 2014, both had embassies.", "2014"),
        ("Both have traded since 1992.", "1992"),
        ("The two drew closer in the 1990s.", "199X"),
        ("The two drew closer in the early 1990s.", "1990/1993"),
        ("In the '80s nobody called.", "198X"),
        ("A legation stood there in the 19th century.", "18XX"),
        ("Talks resumed in late 2019.", "2019-09/2019-12"),
        ("Talks resumed in mid-2019.", "2019-05/2019-08"),
        ("Talks resumed at the end of March 2019.", "2019-03-21/2019-03-31"),
        ("Exports doubled in the first half of 2019.", "2019-01/2019-06"),
        ("Exports doubled in the third quarter of 2019.", "2019-07/2019-09"),
        ("A mission came about 1905.", "1905~"),
        ("He visited in the spring of 2004.", "2004-21"),
        ("He stayed there from 3 to 5 June 2019.", "2019-06-03/2019-06-05"),
        ("He visited on 12-13 May 2020.", "2020-05-12/2020-05-13"),
        ("He visited on 12 and 13 May 2020.", "2020-05-12/2020-05-13"),
        ("He visited on May 12–13, 2020.", "2020-05-12/2020-05-13"),
        ("He travelled from 28 February to 2 March 2020.", "2020-02-28/2020-03-02"),
        ("He travelled from December 30 to January 2, 2020.", "2019-12-30/2020-01-02"),
        ("Both fought a tariff war between 1990 and 1995.", "1990/1995"),
        ("Ties were frozen from 1990 to 1995.", "1990/1995"),
        ("The minister (1990-95) signed it.", "1990/1995"),
        ("Talks went on between March and May 2019.", "2019-03/2019-05"),
        ("Talks went on from November 2019 through February 2020.", "2019-11/2020-02"),
        ("The meeting on Monday, 5 July 2021, was short.", "2021-07-05"),
        ("Signed (2011) and forgotten.", "2011"),
        ("2017 was a good year for both.", "2017"),
        ("Published 2020-05-06 by the ministry.", "2020-05-06"),
        ("Published 06.05.2020 by the ministry.", "2020-05-06"),
        ("Published 16/05/2020 by the ministry.", "2020-05-16"),
    ],
)
def test_a_stated_date_is_read_as_precisely_as_it_stands(text: str, edtf: str) -> None:
    (found,) = found_in(text)
    assert found.date is not None
    assert (found.date.edtf, found.basis) == (edtf, "stated")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The envoy arrived on Wednesday.", "2021-07-14"),
        ("The envoy arrived on Thursday.", "2021-07-15"),
        ("The envoy arrived on Friday.", "2021-07-09"),
        ("The envoy arrived last Thursday.", "2021-07-08"),
        ("The envoy will arrive next Thursday.", "2021-07-22"),
        ("The envoy arrived on Tuesday of last week.", "2021-07-06"),
        ("The envoy arrived yesterday.", "2021-07-14"),
        ("The envoy arrived the day before yesterday.", "2021-07-13"),
        ("The envoy arrives tomorrow.", "2021-07-16"),
        ("Tomorrow the envoy arrives.", "2021-07-16"),
        ("The envoy arrived last week.", "2021-07-05/2021-07-11"),
        ("The envoy arrived earlier this week.", "2021-07-12/2021-07-15"),
        ("They met over the weekend.", "2021-07-10/2021-07-11"),
        ("They met last month.", "2021-06"),
        ("They met earlier this year.", "2021"),
        ("They met late last year.", "2020-09/2020-12"),
        ("They met in March.", "2021-03"),
        ("They met in the spring.", "2021-21"),
        ("The June dialogue was long.", "2021-06"),
        ("They met in November last year.", "2020-11"),
        ("They met in early November last year.", "2020-11-01/2020-11-10"),
        ("They met on 3 May of last year.", "2020-05-03"),
        ("They met on March 9 this year.", "2021-03-09"),
        ("They met in the fall.", "2020-23"),
        ("They met in August.", "2020-08"),
        ("They met on July 20.", "2020-07-20"),
        ("They met on 15 July.", "2021-07-15"),
        ("They met last August.", "2020-08"),
        ("They met last summer.", "2020-22"),
        ("They met two weeks ago.", "2021-06-28/2021-07-04"),
        ("They met three days ago.", "2021-07-12"),
        ("They met six months ago.", "2021-01"),
        ("They met twenty-five years ago.", "1996"),
        ("They met a decade ago.", "2011~"),
        ("They met half a century ago.", "1971~"),
        ("By the end of the year they will meet.", "2021-09/2021-12"),
    ],
)
def test_a_relative_date_leans_on_the_document(text: str, edtf: str) -> None:
    (found,) = found_in(text)
    assert found.date is not None
    assert (found.date.edtf, found.basis) == (edtf, "relative")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The minister resigned in that December.", "1956-12"),
        ("Four days earlier, both had signed.", "1956-10-15"),
        ("Two years later they broke it off.", "1958"),
        ("The next day the embassy closed.", "1956-10-20"),
        ("In the same year a consulate opened.", "1956"),
        ("The following month talks began.", "1956-11"),
        ("The previous year had been calm.", "1955"),
        ("On November 4 the border closed.", "1956-11-04"),
        ("In April there had been a visit.", "1956-04"),
    ],
)
def test_a_narrative_has_its_own_day(text: str, edtf: str) -> None:
    assert dates_in(text, HISTORY) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It will open on Wednesday.", "2021-07-21"),
        ("It will open in March.", "2022-03"),
        ("It will open on July 20.", "2021-07-20"),
    ],
)
def test_a_sentence_about_the_future_looks_ahead(text: str, edtf: str) -> None:
    assert dates_in(text, Reference(THURSDAY.published, forward=True)) == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Wednesday.",
        "They met last month.",
        "They met two days earlier.",
        "They met on March 1.",
        "They met several years ago.",
        "They met two days after the summit.",
        "They met in that same decade.",
        "They met on 31 June 2020.",
    ],
)
def test_what_cannot_be_known_has_no_date(text: str) -> None:
    assert dates_in(text, Reference()) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The code is 8304, or 1066 for short.",
        "Some 2000 people came, by 2010 soldiers watched.",
        "Trade grew by 1900 percent to 2,005 units and $2016.",
        "Under Resolution 1973 and Article 2010 of the rules.",
        "A crowd of 2000 waited in room 2012.",
        "Vision 2030 and Agenda 2063 name no day.",
        "Theresa May said the army may march in.",
        "The Good Friday Agreement, wrote the Sunday Times.",
        "In today's world we march on; fiscal 2023 was fine.",
        "It rose 1.5 May Day points at 20:15.",
        "After the October Revolution they left.",
    ],
)
def test_a_number_or_a_name_is_no_date(text: str) -> None:
    assert dates_in(text) == []


def test_lists_share_what_they_say_once() -> None:
    assert dates_in("in 2005 and 2013") == ["2005", "2013"]
    assert dates_in("in 2013, 2016 and 2022") == ["2013", "2016", "2022"]
    assert dates_in("in March and September 2020") == ["2020-03", "2020-09"]
    assert dates_in("on 3 and 9 May 2011") == ["2011-05-03", "2011-05-09"]


def test_an_anniversary_gives_the_year_it_counts_from() -> None:
    (found,) = found_in("They marked the 30th anniversary of their ties.")
    assert (found.kind, found.date and found.date.edtf) == ("anniversary", "1991")
    (found,) = found_in("In the ten years since the pact was made, trade grew.")
    assert (found.kind, found.date and found.date.edtf) == ("span", "2011")


def test_what_stands_before_a_date_is_told() -> None:
    (by,) = found_in("By 2014, both had embassies.")
    assert (by.lead, by.date and by.date.bound, by.start) == ("by", "by", 3)
    (attributive,) = found_in("Both invoked the 2014 agreement.")
    assert attributive.kind == "attributive"
    (of_whom,) = found_in("Peru’s 2014 proposal failed.")
    assert (of_whom.kind, of_whom.date and of_whom.date.edtf) == ("attributive", "2014")
    (early,) = found_in("It began in early 2014.")
    assert (early.lead, early.start) == ("in", len("It began in "))


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "In 2001 and in 2002 and in 2003."
    (found,) = find_dates(text, 8, 19, THURSDAY)
    assert text[found.start : found.end] == "2002"


WORDS = st.sampled_from(
    "in on by the of and to from 2016 12 May March last this that week year years ago two days - , . ' 1990s late "
    "earlier Wednesday between early 5th anniversary since 13 Sept. (2011) next weekend 30 February".split()
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_words_give_ordered_spans_that_stand_in_the_text(text: str) -> None:
    covered = 0
    for found in found_in(text):
        assert covered <= found.start < found.end <= len(text)
        covered = found.end
        assert found.date is None or parse_edtf(found.date.edtf).edtf == found.date.edtf


@pytest.mark.parametrize(
    "piece", ["1 ", "May ", "2016 and ", "the ", "12-", "last ", "two years ", "in the early ", "\u2013 ", "5 May - "]
)
def test_reading_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    small, large = piece * 500, piece * 5000
    find_dates(small, 0, len(small), THURSDAY)

    def cost(text: str) -> float:
        begun = time.process_time()
        find_dates(text, 0, len(text), THURSDAY)
        return time.process_time() - begun

    assert min(cost(large) for _ in range(2)) < 40 * max(min(cost(small) for _ in range(3)), 1e-3)
