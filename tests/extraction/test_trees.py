"""Patterns of many words as a tree find what a plain alternation of them finds."""

from __future__ import annotations

import re

import pytest

from tiestui.extraction.wordforms import any_of
from tiestui.lexicons import alternation


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they signed a deal", "sign"),
        ("they signed  off", "signed  off"),
        ("signs", "signs"),
        ("U.S. envoy", "U.S."),
        ("nobody came", None),
    ],
)
def test_an_alternation_takes_the_longest_phrase_that_stands_there(text: str, found: str | None) -> None:
    match = re.search(alternation(["sign", "signs", "signed off", "U.S."]), text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("may come", "may"),
        ("in May", None),
        ("cancelled it", "cancelled"),
        ("called it off", None),
        ("called  off", "called  off"),
        ("notable", None),
        ("not a word", "not"),
    ],
)
def test_words_stand_whole_unless_a_star_ends_them(text: str, found: str | None) -> None:
    match = re.search(rf"\b{any_of(['may', 'cancel*', 'call* off', 'not'])}", text, re.IGNORECASE)
    assert (match[0] if match else None) == found
