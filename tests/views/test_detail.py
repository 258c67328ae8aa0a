"""A record shown whole: what each source is said to say."""

from dataclasses import replace

import pytest

from tests.chronology.making import upgrade
from tiestui.chronology import merge
from tiestui.model.records import AnyRecord
from tiestui.views.detail import detail
from tiestui.views.style import Style


@pytest.fixture
def disputed() -> AnyRecord:
    day = upgrade("wire", "2019-06-14", text="They raised it on 14 June 2019.")
    (record,) = merge([day, upgrade("book", "2019"), upgrade("blog", "2018-07")])
    return record


def beside(record: AnyRecord) -> list[tuple[str, str]]:
    """The values and sources that stand under the conflict."""
    lines = "".join(detail(record, lambda slug: None, Style())).splitlines()
    start = next(number for number, text in enumerate(lines) if text.startswith("In conflict: date"))
    rows = lines[start + 1 : lines.index("", start)]
    return [(row[2:15].strip(), row[15:].split("“")[0].strip()) for row in rows]


def test_a_value_stands_beside_the_source_that_gives_it_alone(disputed: AnyRecord) -> None:
    assert beside(disputed) == [("2019-06-14", "wire"), ("agrees", "book"), ("2018-07", "blog")]


def test_what_a_reader_edited_is_attributed_to_no_source(disputed: AnyRecord) -> None:
    edited = replace(disputed, date=upgrade("x", "2019-07").date, review="edited")
    assert beside(edited) == [("2019-07", "edited"), ("", "wire"), ("", "book"), ("2018-07", "blog")]
