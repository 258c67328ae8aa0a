"""What may reach a terminal, a spreadsheet or a page: any text at all, made harmless."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.model.safe import cell, is_plain, line, uncell, visible

NASTY = (
    "\x00\x07\x08\t\n\x0b\x0c\r\x1b\x7f\x85\x9b\u00ad\u061c\u200b\u200d\u200e\u2028\u202e\u2066\ufeff\ud800"
    "\U000e0041=+-@'\""
)
texts = st.text(st.one_of(st.characters(), st.sampled_from(NASTY)))


def unsafe(character: str) -> bool:
    return (unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\n\t") or (
        unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    )


@given(texts)
def test_visible_keeps_the_length_and_leaves_nothing_unsafe(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [c for c in shown.replace("\r\n", "") if unsafe(c)]
    assert visible(shown) == shown


@given(texts)
def test_line_is_one_line(text: str) -> None:
    shown = line(text)
    assert len(shown.splitlines()) <= 1
    assert "\t" not in shown
    assert not [c for c in shown if unsafe(c)]


@given(texts)
def test_plain_text_is_what_visible_leaves_alone(text: str) -> None:
    text = text.replace("\r", "")
    assert is_plain(text.encode("utf-8", "surrogatepass")) == (visible(text) == text)


@given(texts)
def test_cell_is_no_formula_and_can_be_undone(text: str) -> None:
    made = cell(text)
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert uncell(made) == visible(text)
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([made, "x"])
    assert next(csv.reader(io.StringIO(buffer.getvalue(), newline=""))) == [made, "x"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\u202eb", "a⇆b"),
        ("zero\u200bwidth", "zero⍽width"),
        ("\x9b31m", "␦31m"),
        ("\x7f", "␡"),
        ("lone\rreturn", "lone␍return"),
        ("windows\r\nline", "windows\r\nline"),
    ],
)
def test_marks(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_ends_are_one_space_each() -> None:
    assert line("a\r\nb\nc\td\u2028e") == "a b c d e"
