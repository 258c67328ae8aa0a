"""Text that repeats itself, four times as long, takes about four times as long: no pattern and no list runs away."""

from __future__ import annotations

import gc
from time import process_time

import pytest

from tests.extraction.texts import document
from tiestui.extraction import extract

_LENGTH = 4_000
_TIMES = 4
_MOST = 2.5 * _TIMES
"""A quadratic path takes sixteen times as long."""
_NAMESAKES = [f"Ann{chr(97 + n % 26)}{chr(97 + n // 26)} Berg said that prices fell." for n in range(640)]
_HEADINGS = [f"Ann Berg D{chr(97 + n % 26)}{chr(97 + n // 26)} Prices, as she said." for n in range(640)]


def _seconds(text: str) -> float:
    read = document(text)
    begun = process_time()
    extract(read)
    return process_time() - begun


def _ratio(short: str, long: str) -> float:
    """The least of three tries of each: what else runs on the machine can only add."""
    gc.collect()
    tries = [(_seconds(short), _seconds(long)) for _ in range(3)]
    return min(many for _, many in tries) / max(min(few for few, _ in tries), 1e-3)


@pytest.mark.parametrize(
    "piece",
    [
        *("said ", "the ", "he said ", '"', "“", "'", "(", "A", "a", "1", "12 ", "-", ". ", ", ", "; ", "“a” ", "a-"),
        *("Ann Berg ", "President ", "Norway, ", "in 2019 ", "in the ", "of the ", "NATO ", "(i) ", "not ", "U.S. "),
        *("signed a treaty ", "agreed to ", "it was ", "two days ", "last year ", "according to ", "quickly ", "and "),
        *(
            "met the minister ",
            "strategic partnership ",
            "visit to ",
            "exports rose by ",
            "Mr. ",
            "1. a\n",
            "Ann: no.\n",
        ),
        "The minister said that Norway and Peru signed a treaty in May 2019. ",
        "“We will go,” she said. ",
        "They signed three papers: a pact on fish, a protocol on ports and a memorandum on visas. ",
    ],
)
def test_time_grows_with_the_length(piece: str) -> None:
    short = piece * (_LENGTH // len(piece))
    assert _ratio(short, short * _TIMES) < _MOST


@pytest.mark.parametrize("sentences", [_NAMESAKES, _HEADINGS])
def test_many_names_take_no_longer_each(sentences: list[str]) -> None:
    assert _ratio("\n".join(sentences[: len(sentences) // _TIMES]), "\n".join(sentences)) < _MOST


def test_a_long_quotation_is_read_once() -> None:
    few, many = ("We agreed to open a school. " * number for number in (160, 160 * _TIMES))
    assert _ratio(f"Peru and Norway met. “{few}” she said.", f"Peru and Norway met. “{many}” she said.") < _MOST
