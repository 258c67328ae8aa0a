from __future__ import annotations

import pytest

from tiestui.chronology.standing import Act, Standing, standings

OPENED = Act("established", "diplomatic relations", 1)
STRATEGIC = Act("established", "strategic partnership", 4)


@pytest.mark.parametrize(
    ("then", "stands"),
    [
        (Act("upgraded", "comprehensive strategic partnership", 5), Standing(5)),
        (Act("downgraded", "cooperative partnership", 2), Standing(2)),
        (Act("established", "embassy", 1), Standing(4)),
        (Act("established", "recognition", 0), Standing(4)),
        (Act("downgraded", "diplomatic relations", 1), Standing(4)),
        (Act("suspended", "strategic partnership", 4), Standing(4, suspended=True)),
        (Act("suspended", "diplomatic relations", 1), Standing(1, suspended=True)),
        (Act("severed", "diplomatic relations", 0), Standing(0)),
    ],
)
def test_an_act_of_embassies_leaves_a_partnership_where_it_is(then: Act, stands: Standing) -> None:
    assert list(standings([OPENED, STRATEGIC, then])) == [Standing(1), Standing(4), stands]


@pytest.mark.parametrize(
    ("halt", "then", "stands"),
    [
        (STRATEGIC, Act("resumed", "partnership", 2), Standing(4)),
        (STRATEGIC, Act("resumed", "strategic partnership", 4), Standing(4)),
        (STRATEGIC, Act("upgraded", "all-weather partnership", 7), Standing(7)),
        (STRATEGIC, Act("downgraded", "diplomatic relations", 1), Standing(4, suspended=True)),
        (OPENED, Act("resumed", "diplomatic relations", 1), Standing(1)),
        (OPENED, Act("established", "strategic partnership", 4), Standing(4)),
    ],
)
def test_what_is_suspended_stays_so_until_it_is_resumed_or_replaced(halt: Act, then: Act, stands: Standing) -> None:
    acts = [OPENED, STRATEGIC, halt._replace(action="suspended"), then]
    assert list(standings(acts))[2:] == [Standing(halt.rank, suspended=True), stands]


def test_after_severed_relations_nothing_of_the_old_level_is_left() -> None:
    severed, again = Act("severed", "diplomatic relations", 0), Act("resumed", "diplomatic relations", 1)
    assert list(standings([STRATEGIC, severed, again])) == [Standing(4), Standing(0), Standing(1)]
