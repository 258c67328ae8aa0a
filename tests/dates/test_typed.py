import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.dates.longform import chronology_form, long_form
from tiestui.dates.partial import PartialDate
from tiestui.dates.typed import DateError, read_date

from .test_edtf import DATES


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2016", "2016"),
        ("sep 2022", "2022-09"),
        ("SEPT. 2022", "2022-09"),
        ("1 march 2023", "2023-03-01"),
        ("March 1, 2023", "2023-03-01"),
        ("2023/3/1", "2023-03-01"),
        ("1.3.2023", "2023-03-01"),
        ("2023-03-01T10:00:00+01:00", "2023-03-01"),
        ("2019-21", "2019-21"),
        ("2019-2021", "2019/2021"),
        ("early 2019", "2019-01/2019-04"),
        ("about 1972", "1972~"),
        ("c. 1972", "1972~"),
        ("the 1990s", "199X"),
        ("spring 2004", "2004-21"),
        ("12-13 May 2023", "2023-05-12/2023-05-13"),
        ("may 2020", "2020-05"),
        ("9/2022", "2022-09"),
        ("2022-9-1", "2022-09-01"),
        ("20220901", "2022-09-01"),
        ("2023-W09-3", "2023-03-01"),
        ("2023-060", "2023-03-01"),
        ("2018/19", "2018/2019"),
        ("Wed, 01 Mar 2023 10:00:00 +0000", "2023-03-01"),
        ("end of 2019", "2019-09/2019-12"),
        ("since 1992", "1992/.."),
        ("until May 2015", "../2015-05"),
        ("between 1990 and 1995", "1990/1995"),
        ("from 3 to 5 June 2019", "2019-06-03/2019-06-05"),
        ("~1972", "1972~"),
    ],
)
def test_what_a_person_types_is_read(typed: str, edtf: str) -> None:
    assert read_date(typed).edtf == edtf


@pytest.mark.parametrize(
    "typed", ["", "yesterday", "march", "8304", "99", "feb 30 2020", "03/04/2022", "in 2016 or so", "x" * 99]
)
def test_what_is_no_date_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(DateError, match="is no date; write one such as"):
        read_date(typed)


@given(st.text(max_size=30))
def test_nothing_typed_breaks_it(typed: str) -> None:
    with contextlib.suppress(DateError):
        assert read_date(typed).earliest.year < 2200


@pytest.mark.parametrize(
    ("edtf", "words", "journal"),
    [
        ("2022-09", "September 2022", "Sept. 2022"),
        ("2023-03-01", "1 March 2023", "March 1, 2023"),
        ("1972~", "about 1972", "about 1972"),
        ("1972-06?", "June 1972 (uncertain)", "June 1972 (uncertain)"),
        ("199X", "the 1990s", "the 1990s"),
        ("2019-01/2019-04", "early 2019", "early 2019"),
        ("2019-05/2019-08", "mid-2019", "mid-2019"),
        ("2019-01/2019-03", "January–March 2019", "Jan.–March 2019"),
        ("2023-05-12/2023-05-13", "12–13 May 2023", "May 12–13, 2023"),
        ("2023-05-30/2023-06-02", "30 May to 2 June 2023", "May 30 to June 2, 2023"),
        ("1990/1995", "1990–1995", "1990–1995"),
        ("2004-21", "spring 2004", "spring 2004"),
        ("2004-24", "winter 2004–05", "winter 2004–05"),
        ("1992/..", "since 1992", "since 1992"),
        ("../2015-09", "until September 2015", "until Sept. 2015"),
    ],
)
def test_a_date_in_words(edtf: str, words: str, journal: str) -> None:
    assert (long_form(read_date(edtf)), chronology_form(read_date(edtf))) == (words, journal)


@given(DATES)
def test_every_date_has_words_and_different_dates_different_ones(date: PartialDate) -> None:
    for form in (long_form, chronology_form):
        words = form(date)
        assert words
        assert "X" not in words
        assert "~" not in words


def test_a_missing_date_is_undated() -> None:
    assert long_form(None) == chronology_form(None) == "undated"
