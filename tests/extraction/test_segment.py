from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.texts import analysed


def sentences(text: str) -> list[str]:
    analysis = analysed(text)
    return [text[s.start : s.end] for s in analysis.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade grew. Prices fell.", 2),
        ("Mr. Osei met Gen. Lund. They talked.", 2),
        ("Talks began at 6 p.m. on Friday in the U.S. capital.", 1),
        ("He flew to the U.S. He returned on Friday.", 2),
        ("J. R. Lund and K. Osei signed.", 1),
        ("“We won. We are glad,” she said. “It is over.” He left.", 3),
        ("“Are you sure?” Ms. Lund asked. He nodded.", 2),
        ("Growth was 3.5 percent in Jan. and 4 percent in Feb. this year.", 1),
        ("Was it signed? Yes! It was…", 3),
        ("1. The sides met.", 1),
        ("They broke in 1961.[4][note 2] In May 1970 they met.[citation needed] Trade grew.[5]", 3),
        ("The text says “treat[ies] of peace” and more.", 1),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


def test_a_stop_inside_a_quotation_ends_nothing() -> None:
    assert sentences("She said “we met. We talked. We signed” and left. He stayed.") == [
        "She said “we met. We talked. We signed” and left.",
        "He stayed.",
    ]


def test_a_sentence_beyond_measure_is_cut() -> None:
    assert max(len(s) for s in sentences("word " * 3000)) < 4000


@given(st.text(alphabet="aB .!?“”\n", max_size=300))
def test_sentences_lie_in_order_inside_their_paragraphs(text: str) -> None:
    analysis = analysed(text)
    at = 0
    for sentence in analysis.sentences:
        start, end = analysis.paragraphs[sentence.paragraph]
        assert max(at, start) <= sentence.start < sentence.end <= end
        assert len(sentence.masked) == sentence.end - sentence.start
        assert analysis.sentence_at(sentence.start) is not None
        at = sentence.end
