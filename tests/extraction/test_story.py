"""Where a story stands: chronologies, headings, paragraphs about long ago, days that lean on one told before."""

from __future__ import annotations

import pytest

from tests.extraction.happenings import framed


def days(text: str, published: str | None) -> list[str | None]:
    """The dates of the text's sentences, in order."""
    frame = framed(text, published)
    return [
        found.date.edtf if found.date else None
        for index in range(len(frame.analysis.sentences))
        for found in frame.dating.found(index)
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In March 1970 he came to Accra. On 3 May a pact was signed.", ["1970-03", "1970-05-03"]),
        (
            "In March 1970 he came. The following month they met. On 2 June he left.",
            ["1970-03", "1970-04", "1970-06-02"],
        ),
        ("On 1 May 1970 he came. On Friday they met.", ["1970-05-01", "2020-05-08"]),
        ("He visited Accra in 1966. He returned that December.", ["1966", "1966-12"]),
        (
            "In May 1966 he came to Accra, which had been free since 1957. In June he left.",
            ["1966-05", "1957", "1966-06"],
        ),
        ("In March 1970 he came to Accra.\nOn 3 May a pact was signed.", ["1970-03", "2020-05-03"]),
        ("In March 2019 he came to Accra. On 3 May a pact was signed.", ["2019-03", "2020-05-03"]),
        ("In 1966 he came to Accra. In May a pact was signed.", ["1966", "2020-05"]),
        ("8 May 2020\nIn March the pact was signed. On 3 May they met.", ["2020-05-08", "2020-03", "2020-05-03"]),
        ("1963\nOn 3 May they met. In June they parted.", ["1963", "1963-05-03", "1963-06"]),
        ("1963: He came to Accra. In June he left.", ["1963", "1963-06"]),
        ("| 1963 | He came to Accra. |", ["1963"]),
        (
            "_Feb. 21-28, 1972: He visits Ghana, with a communique released on Feb. 27.",
            ["1972-02-21/1972-02-28", "1972-02-27"],
        ),
        ("-- Jan. 28-Feb. 5, 1979: He visits Ghana.", ["1979-01-28/1979-02-05"]),
    ],
)
def test_a_day_without_its_year_is_of_the_storys_year(text: str, dates: list[str]) -> None:
    assert days(text, "2020-05-12") == dates


def test_a_heading_that_is_a_year_dates_what_follows() -> None:
    text = "# 1963\nOn 3 May they met.\nIn June they parted.\n# Background\nOn 3 May they met."
    assert days(text, "2020-05-12") == ["1963-05-03", "1963-06", "2020-05-03"]


def test_what_an_entry_tells_has_the_entrys_day() -> None:
    frame = framed("5 May 1981: State visit to Lima. A pact is signed.", "2020-05-12")
    fronts = [frame.dating.front(index).date for index in (0, 1)]
    assert [date.edtf for date in fronts if date is not None] == ["1981-05-05", "1981-05-05"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("A year after the war had ended in 1962, he came to Accra.", ["1963"]),
        ("Two months before the visit in May 1970, he came to Accra.", ["1970-03"]),
        ("A year after the war, he came to Accra in 1962.", [None, "1962"]),
        ("He came a year after the war had ended in 1962.", [None, "1962"]),
    ],
)
def test_a_time_may_be_counted_from_one_that_its_sentence_names(text: str, dates: list[str | None]) -> None:
    assert days(text, None) == dates
