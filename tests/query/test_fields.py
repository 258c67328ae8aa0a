from __future__ import annotations

import pytest

from tiestui.extraction.topics import all_topics
from tiestui.query.fields import CLOSED, FIELDS, ValueProblemError, canonical, fold


def test_the_topics_are_those_of_the_lexicon() -> None:
    assert sorted(CLOSED["topic"]) == sorted(all_topics())


@pytest.mark.parametrize("field", CLOSED)
def test_every_word_of_a_closed_list_is_itself_however_it_is_typed(field: str) -> None:
    for word in CLOSED[field]:
        for typed in (word, word.upper(), word.replace(" ", "-"), word.replace(" ", "_"), fold(word)):
            assert canonical(field, typed) == word


def test_a_beginning_that_several_words_have_is_refused_with_all_words() -> None:
    with pytest.raises(ValueProblemError, match=r"proposed, pledged, agreed"):
        canonical("status", "p")
    with pytest.raises(ValueProblemError, match="upgrade, statement"):
        canonical("kind", "")


def test_every_field_is_listed_once() -> None:
    assert len(set(FIELDS)) == len(FIELDS)
    assert set(CLOSED) <= set(FIELDS)
