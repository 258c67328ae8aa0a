"""Whatever the text: nothing raises, every span holds, a speaker's mention lies in the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.texts import document, statements
from tiestui.extraction import extract
from tiestui.extraction.words import AUX, CONJ, DET, FINITE, POSSESSIVE, PREP, RELATIVE, word_flags
from tiestui.model import Statement

_NAMES = "Anna Berg|President Kofi Adomako|he|she|they|who|the minister|Norway|the two sides|officials|Mr.|U.S."
_VERBS = "said|says|told|added that|adding|noted|according to|called on|expressed|hope|thanked|was|report|claim|visited"
_LINKS = "to|that|and|but|while|because|of|in Oslo|on Friday|in 2019|the road will open|prices fell|signed an agreement"
_SIGNS = [*"“ ” ‘ ’ \" ' '' « » , . ; : — ( ) ? ! … 1. $3 É 中 🙂".split(), "\n", "\n\n", "\u00a0", "\u202e", "\x1a"]
_PIECES = st.sampled_from([*_NAMES.split("|"), *_VERBS.split("|"), *_LINKS.split("|"), *_SIGNS])
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", " ", " "])), max_size=60).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


@given(_TEXTS)
def test_spans_hold_for_any_mixture(text: str) -> None:
    for statement in statements(text):
        assert text[statement.quote_start : statement.quote_end] == statement.quote
        for evidence in statement.evidence:
            assert text[evidence.start : evidence.end] == evidence.text
            assert evidence.start <= statement.quote_start < statement.quote_end <= evidence.end
        if statement.speaker_start is not None and statement.speaker_end is not None:
            assert 0 <= statement.speaker_start < statement.speaker_end <= len(text)


_CLAUSES = st.lists(
    st.sampled_from(
        """the a his their its Norway Berg Anna King minister leaders importance integrity borders of with within which
        who that especially internationally recognized reaffirm reaffirmed noting said, and in on first second called
        would is two both ministry report campaign sued Meeting Addressing also the concerns month alone""".split()
    ),
    min_size=2,
    max_size=14,
)


@given(
    _CLAUSES,
    st.sampled_from(["said that prices fell", "noted the delay", "welcomed the visit, adding that trade rose"]),
)
def test_a_speaker_that_is_shown_is_well_formed(words: list[str], verb: str) -> None:
    for statement in statements(" ".join([*words, verb]) + ".", "communiqué"):
        if statement.speaker is not None:
            shown = statement.speaker.name.split()
            classes = [0 if word[0].isupper() else word_flags().get(word.lower().strip(",."), 0) for word in shown]
            assert not any(flag & (AUX | FINITE | RELATIVE) and not flag & DET for flag in classes), statement.speaker
            assert not classes[0] & (PREP | CONJ | AUX), statement.speaker
            assert not classes[-1] & (PREP | CONJ | DET | AUX | POSSESSIVE) or shown[-1] in ("both", "two"), (
                statement.speaker
            )


@given(st.text(max_size=300))
def test_nothing_raises_for_any_text(text: str) -> None:
    for record in extract(document(text)):
        for evidence in record.evidence:
            assert text[evidence.start : evidence.end] == evidence.text


@given(_TEXTS)
def test_a_quotation_is_taken_once(text: str) -> None:
    direct = [s for s in statements(text) if s.mode == "direct"]
    spans = sorted((s.quote_start, s.quote_end) for s in direct)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(_TEXTS, _TEXTS)
def test_the_same_text_gives_the_same_records(first: str, second: str) -> None:
    text = f"{first}\n{second}"
    assert extract(document(text)) == extract(document(text))


def test_offsets_count_code_points() -> None:
    text = "🙂 Anna Berg said: “Ça va très bien 🙂 ici.”"
    (statement,) = (r for r in extract(document(text)) if isinstance(r, Statement))
    assert text[statement.quote_start : statement.quote_end] == "Ça va très bien 🙂 ici."
