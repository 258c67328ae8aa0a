from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.archive.keys import END, LASTING, UNDATED, day_of, first_key, key_from, lasting_class, longest, year_of
from tiestui.archive.tokens import CODES, FLAGS, closed_token, flag_token, lasting_token, open_token, other_tokens
from tiestui.light import get_args
from tiestui.model import records
from tiestui.query.fields import CLOSED
from tiestui.query.lexer import clean

_PLANE = 0xFFFE
NUMBERS = [1, 2, 500, _PLANE, _PLANE + 1, 2 * _PLANE, 2 * _PLANE + 1, 3 * _PLANE + 5, 10_000_000]


def all_tokens() -> list[str]:
    closed = [token for field, words in CODES.items() for word in words if (token := closed_token(field, word))]
    flags = [flag_token(flag) for flag in FLAGS]
    lasting = [lasting_token(number) for number in range(1, len(LASTING) + 1)]
    return [*closed, *flags, *lasting, *map(open_token, NUMBERS)]


def test_every_value_has_a_token_of_its_own() -> None:
    tokens = all_tokens()
    assert len(set(tokens)) == len(tokens)
    assert all(len(token) == 1 for token in tokens[:-3])


def test_no_query_can_hold_a_token() -> None:
    assert all(clean(token).isspace() for token in all_tokens())


def test_the_index_takes_every_token_as_a_word() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')")
    tokens = all_tokens()
    connection.executemany("INSERT INTO t VALUES(?)", [(f"{token} word",) for token in tokens])
    for number, token in enumerate(tokens, 1):
        assert connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (f'"{token}"',)).fetchall() == [(number,)]


def test_the_common_value_is_what_the_others_leave() -> None:
    assert closed_token("review", "unreviewed") is None
    assert len(other_tokens("review", "unreviewed")) == 3


@pytest.mark.parametrize(
    ("field", "literal"),
    [
        ("kind", records.RecordType),
        ("action", records.Action),
        ("instrument", records.Instrument),
        ("status", records.Status),
        ("event", records.EventKind),
        ("mode", records.Mode),
        ("modality", records.Modality),
        ("review", records.Review),
    ],
)
def test_the_closed_lists_are_those_of_the_records(field: str, literal: object) -> None:
    assert CLOSED[field] == get_args(literal)


@given(st.dates())
def test_a_key_tells_its_day(day: date) -> None:
    assert day_of(key_from(day)) == day
    assert day_of(first_key(day.toordinal() + 1) - 1) == day
    assert year_of(key_from(day)) == day.year
    assert key_from(day) < UNDATED < END
    assert day_of(UNDATED) is None


@given(st.integers(1, 4_000_000))
def test_a_class_holds_what_lasts_so_long(days: int) -> None:
    most = longest(lasting_class(days))
    assert most is None or days <= most
