"""The form of the word lists for statements and speakers, so that a word added in the wrong way is noticed."""

from __future__ import annotations

import pytest

from tiestui.extraction.names import given_names
from tiestui.extraction.verbs import inflect, verb_forms
from tiestui.lexicons import load, rows

_FRAMES = set("cqehoxipatnrwvbl")


def test_reporting_verbs_have_known_frames_and_stand_once() -> None:
    lemmas = [row[0] for row in rows("reporting_verbs")]
    assert len(lemmas) == len(set(lemmas))
    for row in rows("reporting_verbs"):
        assert row[0] == row[0].strip().lower()
        assert len(row) in (2, 3), row
        assert set(row[1]) <= _FRAMES, row


@pytest.mark.parametrize("name", ["word_classes", "titles", "given_names"])
def test_word_lists_are_lower_case_words(name: str) -> None:
    for words in load(name).values():
        assert words == words.lower()
        assert words.split()


def test_prepositions_belong_to_reporting_verbs() -> None:
    frames = {row[0]: row[1] for row in rows("reporting_verbs")}
    for verb, prepositions in load("frames")["preposition"].items():
        assert verb in frames, verb
        assert not prepositions or "p" in frames[verb], verb


def test_a_given_name_tells_one_gender() -> None:
    assert set(given_names().values()) == {"m", "f"}
    assert "kim" not in given_names()


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("note", {"note", "notes", "noted", "noting"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("quip", {"quip", "quips", "quipped", "quipping"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
    ],
)
def test_regular_forms(lemma: str, forms: set[str]) -> None:
    assert {form for form, _ in inflect(lemma, [])} == forms


def test_irregular_forms_replace_the_regular_past() -> None:
    assert verb_forms()["told"].lemma == "tell"
    assert "telled" not in verb_forms()
