from __future__ import annotations

from datetime import date

import pytest

from tiestui.query import And, Dates, Field, Not, Or, QueryError, Term, parse_query
from tiestui.query.parser import MOST_LEVELS, MOST_TERMS

BELT, ROAD = Term("belt"), Term("road")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("   ", None),
        ("belt", BELT),
        ("belt road", And((BELT, ROAD))),
        ("belt AND road", And((BELT, ROAD))),
        ("belt — road", And((BELT, ROAD))),
        ("belt OR road", Or((BELT, ROAD))),
        ("belt and road", And((BELT, Term("and"), ROAD))),
        ("-belt", Not(BELT)),
        ("NOT belt", Not(BELT)),
        ("NOT NOT belt", BELT),
        ("--belt", BELT),
        ("belt -road", And((BELT, Not(ROAD)))),
        ("-(belt road)", Not(And((BELT, ROAD)))),
        ("belt OR road silk", Or((BELT, And((ROAD, Term("silk")))))),
        ("(belt OR road) silk", And((Or((BELT, ROAD)), Term("silk")))),
        ("((belt))", BELT),
        ("bel*", Term("bel", prefix=True)),
        ('"silk  road"', Term("silk road", phrase=True)),
        ("“silk road”", Term("silk road", phrase=True)),
        ('"silk ro"*', Term("silk ro", phrase=True, prefix=True)),
        ("well-known", Term("well-known")),
        ("10:30", Term("10:30")),
        ("https://example.org/a", Term("https://example.org/a")),
    ],
)
def test_words_operators_and_brackets(text: str, expected: object) -> None:
    assert parse_query(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("speaker:ito", Field("speaker", "ito")),
        ("Speaker:ito", Field("speaker", "ito")),
        ('speaker:"Ana Ito"', Field("speaker", "Ana Ito")),
        ("speaker:it*", Field("speaker", "it", prefix=True)),
        ("country:France", Field("country", "FRA")),
        ("pair:france-japan", Field("pair", "FRA-JPN")),
        ("pair:JPN-FRA", Field("pair", "FRA-JPN")),
        ("kind:Statement", Field("kind", "statement")),
        ("kind:agreements", Field("kind", "agreement")),
        ("kind:up", Field("kind", "upgrade")),
        ("status:in-force", Field("status", "in force")),
        ("instrument:communique", Field("instrument", "communiqué")),
        ("instrument:MoU", Field("instrument", "memorandum of understanding")),
        ("is:starred", Field("is", "starred")),
        ("is:rejected", Field("review", "rejected")),
        ("-is:rejected", Not(Field("review", "rejected"))),
        ("date:2013..2022", Dates(date(2013, 1, 1), date(2022, 12, 31))),
        ("date:2013", Dates(date(2013, 1, 1), date(2013, 12, 31))),
        ("date:2013..", Dates(date(2013, 1, 1), None)),
        ("date:..2013-02", Dates(None, date(2013, 2, 28))),
        ("since:2013-05", Dates(date(2013, 5, 1), None)),
        ("until:2013", Dates(None, date(2013, 12, 31))),
        ('since:"may 2013"', Dates(date(2013, 5, 1), None)),
    ],
)
def test_fields_take_what_people_write(text: str, expected: object) -> None:
    assert parse_query(text) == expected


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ('belt "silk road', 5, "never closed"),
        ('speaker:"ito', 8, "never closed"),
        ("(belt road", 0, "never closed"),
        ("belt)", 4, "never opened"),
        ("()", 0, "nothing between"),
        ("belt OR", 5, "after OR"),
        ("OR belt", 0, "before OR"),
        ("AND belt", 0, "before AND"),
        ("belt AND", 5, "after AND"),
        ("belt NOT", 5, "after this NOT"),
        ("belt - road", 5, "write -word"),
        ("be*lt", 2, "only end a word"),
        ("belt *", 5, "beginning of a word"),
        ("speaker:", 8, "needs a value"),
        ("spaeker:ito", 0, "no field"),
        ("kind:x", 5, "upgrade, statement"),
        ("kind:state*", 5, "takes no *"),
        ("status:signd", 7, "signed"),
        ("country:nowhereland", 8, "no country"),
        ("pair:france", 5, "france"),
        ("belt date:2022..2013", 10, "comes after"),
        ("date:yore", 5, "no date"),
        ("date:..", 5, "needs a year"),
        ("—", 0, "no letter or digit"),
        ("speaker:*", 8, "beginning of a word"),
        ("speaker:--", 8, "needs a word"),
    ],
)
def test_an_error_says_where_and_why(text: str, position: int, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    assert caught.value.position == position
    assert says in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.status == 2


def test_the_message_points_at_the_place() -> None:
    with pytest.raises(QueryError, match=r"at character 6: .* belt  ?--> \(road"):
        parse_query("belt (road")


def test_limits_are_told_before_they_hurt() -> None:
    with pytest.raises(QueryError, match="words at most"):
        parse_query("belt " * (MOST_TERMS + 1))
    with pytest.raises(QueryError, match="nested deeper"):
        parse_query("(" * 100_000 + "belt")
    deep = "(" * MOST_LEVELS + "belt" + ")" * MOST_LEVELS
    assert parse_query(deep) == BELT


def test_characters_that_no_query_can_hold_are_spaces() -> None:
    assert parse_query("belt\x00road\ud800\ue010") == And((BELT, ROAD))
