from __future__ import annotations

import contextlib
import shlex
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tiestui.query import Expr, QueryError, View, format_query, parse_query
from tiestui.query.command import arguments, command_line
from tiestui.query.highlight import Highlighter
from tiestui.query.tolerant import complete

from .strategies import expressions, typed


@given(expressions)
def test_what_is_printed_is_read_back(expr: Expr) -> None:
    assert parse_query(format_query(expr)) == expr


@given(typed)
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    refusal = None
    try:
        expr = parse_query(text)
        assert parse_query(format_query(expr)) == expr
    except QueryError as error:
        refusal = error
    if refusal is not None:
        assert 0 <= refusal.position <= len(text)
        assert "\n" not in refusal.message


@given(typed)
def test_a_half_typed_query_always_becomes_one_that_is_read(text: str) -> None:
    parse_query(complete(text))


@given(expressions)
def test_a_finished_query_is_understood_as_it_is(expr: Expr) -> None:
    text = format_query(expr) + " "
    assert parse_query(complete(text)) == expr


@given(typed, expressions)
def test_hits_are_spans_of_the_text_in_order(text: str, expr: Expr) -> None:
    spans = Highlighter(expr).spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(typed, st.sampled_from(["quotes", "timeline"]), st.none() | st.integers(1, 9))
def test_a_command_holds_the_query_whatever_it_is(text: str, pane: str, limit: int | None) -> None:
    view = View(pane=pane, query=text, limit=limit)  # type: ignore[arg-type]
    words = arguments(view)
    with contextlib.suppress(ValueError):
        assert shlex.split(command_line(view))[1:] == list(words)
    with contextlib.suppress(QueryError):
        expr = parse_query(text)
        if expr is not None:
            assert parse_query(words[-1]) == expr
