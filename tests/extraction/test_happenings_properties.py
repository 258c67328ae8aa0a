"""Whatever the text: nothing raises, every passage stands at its offsets, every record keeps its promises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.happenings import agreements, events, framed, upgrades
from tiestui.extraction.agreements import find_agreements
from tiestui.extraction.agreements.wording import LONGEST_TITLE
from tiestui.extraction.events import find_events
from tiestui.extraction.upgrades import find_upgrades
from tiestui.model import Agreement, Event, Upgrade

_WHO = "Ghana|Chile|the two countries|they|The two sides|President Rojas|the ministers|Peru|a treaty|both|We|who|which"
_DEEDS = (
    "established|severed|will|agreed to|signed|a memorandum of understanding|diplomatic relations"
    "|recognized|opened its embassy|"
    "a strategic partnership|upgraded ties to|met|visited|talks|held|an agreement|pledged|trade reached "
    "$3 billion|recalled its "
    "ambassador|not|hope to|invaded|a joint statement on|including trade, health and|was|were|been|visit "
    "to|declared war|that|in force"
)
_LINKS = (
    "in 2010|on 4 May 1999|on Monday|since 1980|and|,|;|.|: (i)|\n|after|when|, which|until|to|“|”|'|(|)|May"
    "|last year|two years later"
)
_PIECES = st.sampled_from(
    [*_WHO.split("|"), *_DEEDS.split("|"), *_LINKS.split("|"), "É", "🙂", "\u00a0", "\x1a", "\u202e"]
)
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from([" ", " ", " ", ""])), max_size=50).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


def _all(text: str) -> list[Upgrade | Agreement | Event]:
    frame = framed(text, "2020-05-12")
    told: list[Upgrade | Agreement | Event] = [*find_upgrades(frame), *find_agreements(frame)]
    return [*told, *find_events(frame, told)]


@given(_TEXTS)
def test_every_passage_stands_at_its_offsets(text: str) -> None:
    for record in _all(text):
        (passage,) = record.evidence
        assert text[passage.start : passage.end] == passage.text
        assert passage.text.strip()
        assert record.title
        assert len(record.title) <= LONGEST_TITLE + 2


@given(_TEXTS)
def test_dates_and_bases_go_together_and_words_explain(text: str) -> None:
    for record in _all(text):
        assert (record.date is None) == (record.date_basis == "none")
        assert record.why is not None
        assert record.why.rule
        assert record.why.words
        assert record.parties


@given(_TEXTS)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert _all(text) == _all(text)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for find in (upgrades, agreements, events):
        find(text, "2020-05-12")
