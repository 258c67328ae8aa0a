"""Countries: what is found in text, what a person may type."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.countries import country_code, country_name, find_countries, known_codes, parse_pair
from tiestui.errors import UsageError
from tiestui.lexicons import rows


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ghana and the Soviet Union", ["GHA", "RUS"]),
        ("U.S.-Peru ties", ["USA", "PER"]),
        ("the US left us", ["USA"]),
        ("Côte d’Ivoire’s envoy", ["CIV"]),
        ("the United\u00a0Kingdom", ["GBR"]),
        ("Papua New Guinea", ["PNG"]),
        ("Guinea-Bissau", ["GNB"]),
        ("Nigerian and Nigerien ministers", ["NGA", "NER"]),
        ("South Korean and North Korean envoys", ["KOR", "PRK"]),
        ("a Sino-French forum", ["CHN", "FRA"]),
        ("General Franco ruled", []),
        ("a Latin American forum on the Indian Ocean", []),
        ("the South China Sea", []),
        ("the Republic of China on Taiwan", ["TWN", "TWN"]),
        ("the People's Republic of China", ["CHN"]),
        ("the Democratic Republic of the Congo", ["COD"]),
        ("Germanic tribes", []),
    ],
)
def test_words_of_countries_in_text(text: str, codes: list[str]) -> None:
    assert [mention.code for mention in find_countries(text)] == codes


def test_a_mention_says_where_it_stands_and_what_it_is() -> None:
    text = "Nairobi hosted Kenyan envoys of Kenya."
    found = [(text[m.start : m.end], m.kind) for m in find_countries(text)]
    assert found == [("Nairobi", "capital"), ("Kenyan", "demonym"), ("Kenya", "name")]


def test_only_the_asked_part_is_read() -> None:
    text = "Chile, Cuba, Chad"
    assert [m.code for m in find_countries(text, 7, 11)] == ["CUB"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("china", "CHN"),
        ("CHINESE", "CHN"),
        ("beijing", "CHN"),
        ("cote d'ivoire", "CIV"),
        ("Turkey", "TUR"),
        ("u.s.", "USA"),
        ("usa", "USA"),
        ("the gambia", "GMB"),
        ("korea", "KOR"),
        ("Kosovo", "XKX"),
        ("atlantis", None),
        ("", None),
    ],
)
def test_what_a_person_types(typed: str, code: str | None) -> None:
    assert country_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        ("china-belarus", ("BLR", "CHN")),
        ("BLR-CHN", ("BLR", "CHN")),
        ("Belarus – China", ("BLR", "CHN")),
        ("usa,chn", ("CHN", "USA")),
        ("guinea-bissau-portugal", ("GNB", "PRT")),
        ("bosnia and herzegovina and serbia", ("BIH", "SRB")),
        ("south korea north korea", ("KOR", "PRK")),
    ],
)
def test_pairs(typed: str, pair: tuple[str, str]) -> None:
    assert parse_pair(typed) == pair


@pytest.mark.parametrize("typed", ["", "china", "china-atlantis", "china-china", "-", "a" * 500])
def test_what_is_no_pair_is_told_on_one_line(typed: str) -> None:
    with pytest.raises(UsageError, match="pair of countries") as caught:
        parse_pair(typed)
    assert "\n" not in caught.value.message


def test_every_code_has_a_name_that_gives_the_code() -> None:
    for code in known_codes():
        assert re.fullmatch("[A-Z]{3}", code)
        assert country_code(country_name(code)) == code
        assert country_code(code) == code


def test_the_table_has_six_cells_a_row_and_no_word_twice() -> None:
    seen: dict[str, str] = {}
    for row in rows("countries"):
        assert len(row) == 6, row[0]
        for cell in row[1:]:
            for word in filter(None, cell.split(";")):
                assert word == word.strip()
                assert word not in seen, f"{word} stands at {seen[word]} and {row[0]}"
                seen[word] = row[0]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for mention in find_countries(text):
        assert 0 <= mention.start < mention.end <= len(text)


@given(st.sampled_from(known_codes()), st.sampled_from(known_codes()), st.sampled_from(["-", " - ", "–", "/", ","]))
def test_any_two_countries_are_a_pair(first: str, second: str, separator: str) -> None:
    if first != second:
        expected = (first, second) if first < second else (second, first)
        assert parse_pair(f"{country_name(second)}{separator}{country_name(first)}") == expected
