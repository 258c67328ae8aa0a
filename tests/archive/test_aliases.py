"""Ids that were printed lead to what their record is now, in one step."""

import sqlite3

import pytest

from tiestui.archive.aliases import redirect
from tiestui.archive.schema import SCHEMA


@pytest.fixture
def connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    return connection


def aliases(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT id, target FROM alias").fetchall())


def test_what_led_to_a_record_that_was_gone_leads_on_when_it_comes_back_as_part_of_another(
    connection: sqlite3.Connection,
) -> None:
    redirect(connection, {"first"}, {"second": "second"}, {"first": "second"})
    redirect(connection, {"second"}, {}, {})
    redirect(connection, (), {"second": "third", "third": "third"}, {})
    assert aliases(connection) == {"first": "third", "second": "third"}


def test_what_led_to_a_mention_that_is_no_more_leads_to_what_took_its_place(connection: sqlite3.Connection) -> None:
    redirect(connection, {"first"}, {"second": "second"}, {"first": "second"})
    redirect(connection, {"second"}, {}, {})
    redirect(connection, (), {"third": "third"}, {"second": "third"})
    assert aliases(connection) == {"first": "third", "second": "third"}


def test_a_record_that_comes_back_is_itself_again(connection: sqlite3.Connection) -> None:
    redirect(connection, {"one"}, {"two": "two"}, {"one": "two"})
    redirect(connection, (), {"one": "one", "two": "two"}, {})
    assert aliases(connection) == {}
