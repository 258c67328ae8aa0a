"""Hypothesis strategies for expressions and for what people type."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tiestui.query.ast import Dates, Expr, Field, Term, conjunction, disjunction, negation
from tiestui.query.fields import CLOSED, FREE

_LETTERS = st.characters(categories=("Ll", "Lu", "Nd"), max_codepoint=0x24F)
words = st.text(_LETTERS, min_size=1, max_size=8).filter(lambda w: w not in ("AND", "OR", "NOT"))
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
terms = st.builds(Term, words, prefix=st.booleans()) | st.builds(
    Term, phrases, phrase=st.just(True), prefix=st.booleans()
)
closed = st.sampled_from(
    [Field(f, v) for f, values in CLOSED.items() for v in values if not (f == "is" and v in CLOSED["review"])]
)
free = st.builds(Field, st.sampled_from(FREE), phrases, st.booleans())
coded = st.sampled_from([Field("country", "FRA"), Field("country", "JPN"), Field("pair", "FRA-JPN")])
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
ranges = (
    st.builds(lambda a, b: Dates(min(a, b), max(a, b)), days, days)
    | days.map(lambda d: Dates(d, None))
    | days.map(lambda d: Dates(None, d))
)
leaf = terms | closed | free | coded | ranges


def _some(expr: Expr | None) -> Expr:
    assert expr is not None
    return expr


expressions = st.recursive(
    leaf,
    lambda inner: (
        inner.map(negation)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: _some(conjunction(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: _some(disjunction(parts)))
    ),
    max_leaves=10,
)

_PIECES = st.sampled_from(
    [
        "belt",
        "OR",
        "AND",
        "NOT",
        "-",
        "(",
        ")",
        '"',
        "“",
        "*",
        ":",
        " ",
        "..",
        "kind:",
        "speaker:",
        "date:",
        "2013",
        "x",
    ]
)
typed = st.text(max_size=40) | st.lists(_PIECES | st.text(max_size=3), max_size=25).map("".join)
