from __future__ import annotations

import pytest

from tiestui.errors import UsageError
from tiestui.query import And, Dates, Field, Filter, Not, Or, QueryError, Term, View
from tiestui.query.command import command_line, query_text
from tiestui.query.highlight import spans
from tiestui.query.parser import parse_query
from tiestui.query.tolerant import complete

KEPT = Not(Field("review", "rejected"))


def test_a_view_leaves_rejected_records_out_unless_they_are_asked_for() -> None:
    assert View().expression() == KEPT
    assert View(query="belt").expression() == And((Term("belt"), KEPT))
    for asking in (View(query="is:rejected"), View(filters=(Filter("review", ("accepted", "rejected")),))):
        assert KEPT not in getattr(asking.expression(), "parts", ())
    excluding = View(query="-is:rejected").expression()
    assert excluding == And((KEPT, KEPT))


@pytest.mark.parametrize(
    ("pane", "kind"),
    [("quotes", "statement"), ("agreements", "agreement"), ("events", "event"), ("speakers", "statement")],
)
def test_a_pane_is_a_kind(pane: str, kind: str) -> None:
    assert View(pane).expression() == And((Field("kind", kind), KEPT))  # type: ignore[arg-type]


def test_the_same_filter_again_means_or_and_another_and() -> None:
    view = View().with_filter("topic", "trade").with_filter("topic", "energy").with_filter("country", "France")
    assert view.filters == (Filter("topic", ("trade", "energy")), Filter("country", ("France",)))
    either = Or((Field("topic", "trade"), Field("topic", "energy")))
    assert view.asked() == And((either, Field("country", "FRA")))


def test_filters_are_toggled_negated_and_cleared() -> None:
    view = View().toggled("topic", "trade").toggled("topic", "energy", negated=True)
    assert view.asked() == And((Field("topic", "trade"), Not(Field("topic", "energy"))))
    assert view.values("topic") == ("trade",)
    assert view.toggled("topic", "trade").filters == (Filter("topic", ("energy",), negated=True),)
    assert view.toggled("topic", "trade", negated=True).values("topic", negated=True) == ("energy", "trade")
    assert view.without_filter("topic") == View()
    assert view.with_query("x").with_sort("newest").cleared() == View(sort="newest")
    assert view.is_narrowed
    assert not view.cleared().is_narrowed


def test_dates_of_filters_are_read() -> None:
    expr = View(filters=(Filter("since", ("2013",)), Filter("until", ("2015",)))).asked()
    assert isinstance(expr, And)
    assert all(isinstance(part, Dates) for part in expr.parts)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("kind", "thing", "--kind 'thing' cannot be read"),
        ("country", "x", "country: 'x' cannot be read"),
        ("since", "yesterday", "--since 'yesterday'"),
    ],
)
def test_a_filter_that_cannot_be_read_is_named(field: str, value: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        View(filters=(Filter(field, (value,)),)).expression()
    with pytest.raises(UsageError, match="no field"):
        Filter("colour", ("red",))


@pytest.mark.parametrize(
    ("view", "command"),
    [
        (View(), "tiestui timeline"),
        (View("quotes", "silk road"), "tiestui quotes 'silk road'"),
        (View("quotes", "-belt"), "tiestui quotes -- -belt"),
        (
            View("agreements", filters=(Filter("status", ("signed", "in force")),), sort="newest", limit=5),
            "tiestui agreements --status signed --status 'in force' --sort newest --limit 5",
        ),
        (
            View(query="a OR b", filters=(Filter("country", ("France", "Japan")), Filter("topic", ("trade",), True))),
            "tiestui timeline '(a OR b) (country:FRA OR country:JPN) -topic:trade'",
        ),
        (View(filters=(Filter("speaker", ("-x",)),)), "tiestui timeline --speaker=-x"),
    ],
)
def test_a_view_is_a_command(view: View, command: str) -> None:
    assert command_line(view) == command


def test_a_command_names_its_archive() -> None:
    assert command_line(View(), archive="my file.db") == "tiestui timeline --archive 'my file.db'"
    assert command_line(View(query="x"), command="brief") == "tiestui brief x"


def test_filters_without_a_flag_go_into_the_text() -> None:
    view = View(query="a OR b", filters=(Filter("status", ("signed",)), Filter("country", ("France",))))
    assert query_text(view) == "(a OR b) country:FRA"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("", ""),
        ("b", ""),
        ("be", "be*"),
        ("belt ", "belt"),
        ("belt ro", "belt ro*"),
        ("belt OR", "belt"),
        ("belt -", "belt"),
        ("(belt OR ro", "belt OR ro*"),
        ('"silk ro', '"silk ro"*'),
        ("speaker:", ""),
        ("speaker:it", "speaker:it*"),
        ("belt kind:stat", "belt kind:statement"),
        ("belt date:201", "belt"),
        ("belt)", "belt"),
        ("belt nofield:x", "belt"),
    ],
)
def test_a_half_typed_query_asks_for_what_is_there(typed: str, asked: str) -> None:
    assert complete(typed) == asked


def test_hits_are_marked_without_regard_to_case_and_accents() -> None:
    expr = parse_query('belt* "and road" -silk speaker:ito')
    text = "The Bélt and Road: BELTED silk and roads"
    assert [text[a:b] for a, b in spans(expr, text)] == ["Bélt", "and Road", "BELTED"]
    assert spans(parse_query("cafe"), "Cafe\u0301 x") == [(0, 5)]


def test_an_error_message_is_printable() -> None:
    with pytest.raises(QueryError) as caught:
        parse_query('belt\x1b]52;x\x07 "road')
    assert caught.value.message.isprintable()
