"""Words made comparable."""

from hypothesis import given
from hypothesis import strategies as st

from tiestui.chronology.words import words_once

ASCII = st.text(st.characters(max_codepoint=0x7F), max_size=40)


@given(ASCII)
def test_plain_text_has_the_words_that_it_has_beside_accents(text: str) -> None:
    assert [*words_once(text), "resume"] == words_once(f"{text} Résumé")


def test_words_are_folded_and_figures_kept_whole() -> None:
    assert words_once("Its Ports_Of CALL: 1,200.5 tons, 30%") == ["its", "ports", "of", "call", "1,200.5", "tons", "30"]
    assert words_once("Éire's ports") == ["eire", "s", "ports"]
