"""The roles of a document's own lines, on texts made up for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.reading import read_bytes
from tiestui.reading.layout import lay_out

LONG = (
    "The foreign ministers of Arcadia and Ruritania signed an agreement on fisheries on Tuesday after days of talks, "
    "and both sides said that they would open consulates next year."
)


def roles(text):
    return [(block.role, text[block.start : block.end]) for block in lay_out(text).blocks]


def of_role(text, role):
    return [words for found, words in roles(text) if found == role]


ARTICLE = f"""Ministers sign ‘long awaited’ deal

Jane Porter

STRELSAU : {LONG}

{LONG}

New friends

{LONG}

courtesy : (Evening Post)
"""


def test_an_article_with_all_its_lines():
    assert [role for role, _ in roles(ARTICLE)] == [
        "headline",
        "byline",
        "dateline",
        "body",
        "body",
        "heading",
        "body",
        "courtesy",
    ]
    told = lay_out(ARTICLE).told
    assert (told.title, told.byline, told.outlet) == (
        "Ministers sign ‘long awaited’ deal",
        "Jane Porter",
        "Evening Post",
    )


def test_the_same_without_blank_lines():
    text = "\n".join(line for line in ARTICLE.splitlines() if line)
    assert [role for role, _ in roles(text)] == [role for role, _ in roles(ARTICLE)]


@pytest.mark.parametrize(
    ("dateline", "day", "outlet"),
    [
        ("STRELSAU, May 23 (Reuters) - ", None, "Reuters"),
        ("STRELSAU, May 23, 2016 (Reuters) — ", "2016-05-23", "Reuters"),
        ("Strelsau, 5 March 2019 (DPA) -- ", "2019-03-05", "DPA"),
        ("STRELSAU (AP) — ", None, "AP"),
        ("STRELSAU, Rur. (AP) — ", None, "AP"),
        ("STRELSAU — ", None, None),
        ("STRELSAU/ZENDA: ", None, None),
        ("STRELSAU, March 5. /TASS/. ", None, "TASS"),
        ("Strelsau, 21 March 1980 – ", "1980-03-21", None),
        ("(Reuters) - ", None, "Reuters"),
        ("NEW STRELSAU, Sept. 3 (Xinhua) -- ", None, "Xinhua"),
        ("Strelsau — ", None, None),
        ("Strelsau - ", None, None),
        ("Strelsau, Mar 1 (PTI) ", None, "PTI"),
        ("Strelsau, R.U. — ", None, None),
    ],
)
def test_inline_datelines(dateline, day, outlet):
    text = f"A quiet day in Ruritania\n\n{dateline}{LONG}\n\n{LONG}\n"
    told = lay_out(text).told
    assert of_role(text, "dateline") == [dateline.rstrip()]
    assert of_role(text, "body") == [LONG, LONG]
    assert (told.published and str(told.published), told.outlet) == (day, outlet)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Wednesday, January 18, 2012", "2012-01-18"),
        ("Strelsau, 21 March 1980", "1980-03-21"),
        ("Published: 1 March 2023", "2023-03-01"),
        ("Updated on Sept. 15, 2022 10:30 GMT", "2022-09-15"),
        ("2023-03-01", "2023-03-01"),
        ("2023/3/1 20:11", "2023-03-01"),
        ("March 1, 2023 8:05 p.m.", "2023-03-01"),
    ],
)
def test_lines_that_are_a_date(line, day):
    text = f"A quiet day in Ruritania\n\n{line}\n\n{LONG}\n"
    assert of_role(text, "dateline") == [line]
    assert str(lay_out(text).told.published) == day


@pytest.mark.parametrize(
    ("line", "name", "outlet"),
    [
        ("By Jane Porter", "Jane Porter", None),
        ("BY JANE PORTER AND JOHN ROE", "JANE PORTER AND JOHN ROE", None),
        ("By Jane Porter, John Roe", "Jane Porter, John Roe", None),
        ("By Jane Porter, Staff Writer", "Jane Porter", None),
        ("By Jane Porter, The Strelsau Courier", "Jane Porter", "The Strelsau Courier"),
        ("By Jane Porter and John Roe, Zenda Times", "Jane Porter and John Roe", "Zenda Times"),
        ("By Jane Porter | The Courier", "Jane Porter", "The Courier"),
        ("By Ludwig van Beck and Ana de la Cruz in Strelsau", "Ludwig van Beck and Ana de la Cruz", None),
        ("Jane Porter", "Jane Porter", None),
    ],
)
def test_bylines(line, name, outlet):
    text = f"A quiet day in Ruritania\n\n{line}\n\n{LONG}\n"
    assert of_role(text, "byline") == [line]
    told = lay_out(text).told
    assert (told.byline, told.outlet) == (name, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "courtesy : (Evening Post)",
        "Source: Evening Post",
        "(Xinhua)",
        "Photo: Jane Porter/AFP",
        "The ministers on the steps of the palace in 2015. Image: Sgt. Joan Roe (Navy).",
        "Reporting by Jane Porter; Editing by John Roe",
        "© 2023 Evening Post. All rights reserved.",
    ],
)
def test_credits(line):
    text = f"A quiet day in Ruritania\n\n{LONG}\n\n{line}\n"
    assert of_role(text, "courtesy") == [line]
    assert of_role(text, "body") == [LONG]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We are glad,” she said.",
        "He agreed.",
        "PRESIDENT ROE: Thank you all for coming to the palace on this fine day, and thanks to our hosts as well.",
        "Both sides said: we go on.",
        "Joint Statement on Fisheries, signed by both ministers.",
        "- cooperation in fisheries",
        "(a) cooperation in fisheries",
        "and so it went on",
        "Arcadia and Ruritania — old rivals who fought a war over the islands — signed a treaty today.",
        "Source of the river is in the hills of Ruritania, which both countries claim, and the treaty left it open.",
    ],
)
def test_what_stays_body(paragraph):
    text = f"{LONG}\n\n{paragraph}\n\n{LONG}\n"
    assert paragraph in of_role(text, "body")


@pytest.mark.parametrize(
    "line", ["https://post.example/deal", "Source: https://post.example/deal", "URL: <https://a.b/c>"]
)
def test_lone_addresses(line):
    for text in (f"A quiet day in Ruritania\n\n{line}\n\n{LONG}\n", f"{LONG}\n\n{line}\n"):
        assert of_role(text, "courtesy") == [line]
        assert lay_out(text).told.url in line


def test_a_kind_of_text_is_no_title():
    text = f"March 1, 2023\n\nPress Release\n\nA quiet day in Ruritania\n\n{LONG}\n"
    assert [role for role, _ in roles(text)] == ["dateline", "heading", "headline", "body"]
    assert lay_out(text).told.title == "A quiet day in Ruritania"


def test_labelled_lines():
    text = f"Title: A quiet day\nAuthor: Jane Porter\nDate: 3 May 2001\nPublication: Evening Post\n\n{LONG}\n"
    assert [role for role, _ in roles(text)] == ["headline", "byline", "dateline", "courtesy", "body"]
    told = lay_out(text).told
    assert (told.title, told.byline, told.outlet) == ("A quiet day", "Jane Porter", "Evening Post")
    assert str(told.published) == "2001-05-03"


def test_a_list_of_instruments_is_body():
    items = ["Memorandum on Fisheries", "Agreement on Visas", "Protocol on Culture"]
    text = f"{LONG}\n\nThe following were signed:\n\n" + "\n\n".join(items) + f"\n\n{LONG}\n"
    assert set(items) <= set(of_role(text, "body"))


def test_wrapped_lines_are_one_paragraph():
    import textwrap

    wrapped = textwrap.fill(LONG * 2, 60)
    text = f"A quiet day in Ruritania\n\n{wrapped}\n\n{wrapped}\n"
    assert of_role(text, "body") == [wrapped, wrapped]


def test_one_paragraph_a_line():
    text = f"{LONG}\n{LONG}\n{LONG}"
    assert of_role(text, "body") == [LONG] * 3


def test_a_line_of_a_chronology_is_no_heading():
    lines = [
        "1972 – The embassy opens",
        "May 1981: Visit to Accra",
        "1990\tTies are cut",
        "Treaty on Extradition (1995)",
    ]
    text = "Ties through the years\n\n" + "\n\n".join(f"{line}\n\n{LONG}" for line in lines)
    assert of_role(text, "heading") == []


def test_markdown_headings():
    text = f"# A quiet day\n\n{LONG}\n\n## New friends\n\n{LONG}\n"
    assert of_role(text, "headline") == ["# A quiet day"]
    assert of_role(text, "heading") == ["## New friends"]
    assert lay_out(text).told.title == "A quiet day"


def test_a_document_of_one_line_is_body():
    assert roles("Arcadia and Ruritania sign a treaty") == [("body", "Arcadia and Ruritania sign a treaty")]


def test_a_pair_is_no_dateline():
    text = f"A quiet day\n\nArcadia - Ruritania relations began long ago. {LONG}\n\n{LONG}\n"
    assert of_role(text, "dateline") == []


def test_speakers_in_capitals_are_no_places():
    text = f"Press conference\n\nROE: {LONG}\n\nPORTER: {LONG}\n\nROE: {LONG}\n"
    assert of_role(text, "dateline") == []


@given(
    st.lists(
        st.sampled_from(
            [
                LONG,
                "A quiet day",
                "By Jane Roe",
                "STRELSAU (AP) — " + LONG,
                "",
                " ",
                "\t",
                "- x",
                "(AFP)",
                "3 May 2001",
                "x\r",
            ]
        )
        | st.text(max_size=30),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\n\n", "\r"]),
)
def test_blocks_hold_every_word_once_and_in_order(lines, line_end):
    text = line_end.join(lines)
    place = 0
    for block in lay_out(text).blocks:
        assert not text[place : block.start].strip()
        assert place <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        place = block.end
    assert not text[place:].strip()


def test_metadata_says_what_was_inferred():
    metadata = read_bytes(f"A quiet day\n\nSTRELSAU, 3 May 2001 (AFP) — {LONG}\n".encode(), "a.txt").metadata
    assert str(metadata.published) == "2001-05-03"
    assert (metadata.published_basis, metadata.published_inferred) == ("text", True)
    assert metadata.inferred == ("title", "outlet", "published")
