from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.strategies import expressions, typed
from tiestui.archive import Archive, day_of, key_from, open_archive, opening
from tiestui.archive.keys import UNDATED
from tiestui.dates.edtf import parse_edtf
from tiestui.errors import UsageError
from tiestui.query import SORTS, Expr, Filter, QueryError, Sort, View, format_query
from tiestui.query.fields import FIELDS
from tiestui.query.tolerant import complete
from tiestui.views.columns import CSV_COLUMNS, TEXT_COLUMNS
from tiestui.views.rows import row_of

from .made import LINES, document, mention


def words(archive: Archive, query: str, **view: object) -> list[str]:
    return [row[0] for row in archive.stream(View(query=query, **view), ["text"])]  # type: ignore[arg-type]


def numbers(archive: Archive, query: str, **view: object) -> list[int]:
    """Which of LINES the view lists, in its order."""
    return [LINES.index(text) for text in words(archive, query, **view)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [0, 1, 2, 3, 4, 6, 7, 5]),
        ("silk", [3, 4]),
        ("SILK", [3, 4]),
        ("eire", [2]),
        ("éire", [2]),
        ("silk road", [3]),
        ('"silk road"', [3]),
        ('"road silk"', []),
        ("silk -road", [4]),
        ("road OR market", [3, 4]),
        ("(road OR market) long", [3]),
        ("mar*", [4]),
        ("partn*", [0, 1]),
        ("partne*", [0, 1]),
        ("-partnership -silk", [2, 6, 7, 5]),
        ("ito", [2, 4]),
        ("speaker:ito", [2, 4]),
        ("speaker:mo*", [3]),
        ("speaker:silk", []),
        ("speaker:=Ito", []),
        ('speaker:"=Ana Ito"', [2, 4]),
        ("level:=strategic", []),
        ('level:"=strategic partnership"', [0]),
        ("kind:agreement", [6]),
        ("kind:statement -speaker:ito", [3, 5]),
        ("country:Japan", [0, 1, 2, 3, 4, 6, 7]),
        ("country:France", [0, 1, 6, 7]),
        ("pair:japan-france", [0, 1, 2, 3, 4, 6, 7, 5]),
        ("pair:japan-brazil", []),
        ("level:strategic", [0]),
        ('level:"strategic partnership"', [0]),
        ("status:signed", [6]),
        ("status:ended", []),
        ("instrument:treaty", [6]),
        ("event:visit", [7]),
        ("mode:direct", [2, 3, 4, 5]),
        ("mode:indirect", []),
        ("action:upgraded", [0, 1]),
        ("modality:planned", []),
        ("modality:actual kind:event", [7]),
        ("review:unreviewed kind:event", [7]),
        ("-review:unreviewed", []),
        ("source:a-visit kind:event", [7]),
        ("source:a-v* kind:event", [7]),
        ("source:other", []),
        ("outlet:kyoto kind:event", [7]),
        ('outlet:"kyoto post" kind:event', [7]),
        ("via:kyoto", []),
        ("is:undated", [5]),
        ("-is:undated kind:statement", [2, 3, 4]),
        ("is:starred", []),
        ("date:2013", [1, 2]),
        ("date:2014-02", [3, 4]),
        ("date:2014-02-03", [3, 4]),
        ("date:2014-03", [3]),
        ("since:2014", [3, 4, 6, 7]),
        ("since:2014-05", [3, 6, 7]),
        ("until:2013", [0, 1, 2]),
        ("date:2013-06-07..2014-01-01", [1, 2, 3]),
        ("date:2015-09-02", [7]),
        ("date:2015-09-04", []),
        ("silk date:2014-03..", [3]),
        ("since:2013 until:2014 kind:statement", [2, 3, 4]),
        ("-date:2014", [0, 1, 2, 7, 5]),
        ("date:2005 OR date:2015", [0, 7]),
        ("silk OR date:2005", [0, 3, 4]),
        ("-(silk OR date:2005..2013)", [6, 7, 5]),
        ("NOT (date:2013 kind:upgrade) since:2013 until:2013", [2]),
        ("nosuchword*", []),
        ("-nosuchword kind:event", [7]),
        ("c'est", []),
    ],
)
def test_a_query_finds_what_it_says(archive: Archive, query: str, expected: list[int]) -> None:
    assert numbers(archive, query) == expected
    view = View(query=query)
    assert archive.count(view) == len(expected)
    assert sum(len(chunk) for chunk in archive.keys(view)) == len(expected)
    assert sorted(numbers(archive, query, sort="newest")) == sorted(expected)
    assert sorted(numbers(archive, query, sort="relevance")) == sorted(expected)


def test_undated_records_come_last_in_both_orders(archive: Archive) -> None:
    assert numbers(archive, "", sort="oldest")[-1] == 5
    assert numbers(archive, "", sort="newest") == [7, 6, 4, 3, 2, 1, 0, 5]


def test_lasting_records_come_in_their_place_in_both_orders(archive: Archive) -> None:
    assert numbers(archive, "since:2014-04", sort="oldest") == [3, 6, 7]
    assert numbers(archive, "since:2014-04", sort="newest") == [7, 6, 3]


def test_what_is_counted_over_a_date_holds_lasting_records_too(archive: Archive) -> None:
    view = View(query="since:2014-04")
    keys = [key for chunk in archive.keys(view) for key in chunk]
    assert sorted(key for _, group in archive.groups(view, "speaker") for key in group) == keys
    assert archive.facets(view, "kind") == [("agreement", 1), ("event", 1), ("statement", 1)]
    assert [speaker.name for speaker in archive.speakers(view.with_pane("speakers"))][:1] == ["Jun Mori"]
    assert [source.id for source in archive.sources(view)] == ["a-visit"]


@pytest.mark.parametrize("sort", ["oldest", "newest", "relevance"])
@pytest.mark.parametrize("limit", [0, 1, 3, 8, 100])
def test_a_limit_cuts_list_count_and_keys_alike(archive: Archive, sort: str, limit: int) -> None:
    view = View(sort=sort, limit=limit)  # type: ignore[arg-type]
    whole = numbers(archive, "", sort=sort)
    assert numbers(archive, "", sort=sort, limit=limit) == whole[:limit]
    assert archive.count(view) == min(limit, 8)
    assert sum(len(chunk) for chunk in archive.keys(view)) == min(limit, 8)


def test_dates_leave_undated_records_out_and_say_how_many(archive: Archive) -> None:
    assert archive.count_undated_left_out(View(query="since:2000")) == 1
    assert archive.count_undated_left_out(View(query="silk since:2000")) == 0
    assert archive.count_undated_left_out(View().with_filter("since", "2000", "2010")) == 1
    assert archive.count_undated_left_out(View(query="since:2014 OR kind:upgrade")) == 1
    assert archive.count_undated_left_out(View(query="since:2014 OR kind:statement")) == 0
    assert archive.count_undated_left_out(View(query="kind:statement -(date:2013 OR ito)")) == 0
    assert archive.count_undated_left_out(View(query="kind:statement -(-date:2013 OR ito)")) == 1
    assert archive.count_undated_left_out(View()) == 0


def test_keys_are_days_in_order(archive: Archive) -> None:
    keys = [key for chunk in archive.keys(View()) for key in chunk]
    assert keys == sorted(keys)
    days = [day_of(key) for key in keys]
    assert days[-1] is None
    assert keys[-1] >= UNDATED
    first = days[0]
    assert first is not None
    assert key_from(first) <= keys[0] < key_from(first.replace(day=2))


def test_rows_are_those_of_the_keys(archive: Archive) -> None:
    keys = [key for chunk in archive.keys(View(query="silk")) for key in chunk]
    rows = archive.rows_at([keys[1], 12345, keys[0]])
    assert [row.speaker for row in rows] == ["Ana Ito", "Jun Mori"]
    assert rows[1].text == "the silk road is long"
    assert (rows[1].date, rows[1].pair, rows[1].source, rows[1].mode) == ("2014", "FRA-JPN", "a-visit", "direct")
    assert archive.key_of(rows[1].id) == keys[0]


def test_every_column_is_what_the_record_has(archive: Archive) -> None:
    columns = [*CSV_COLUMNS, *TEXT_COLUMNS, "json", "line", "json_bytes", "csv_bytes"]
    for name, *row in archive.stream(View(), ["id", *columns]):
        assert tuple(row) == row_of(archive.record(name), columns)


def test_a_line_of_a_list_is_one_line(path: object) -> None:
    with open_archive(str(path), "write") as archive:
        record = mention("event 2015 | x", title="two\nlines\tand\r\x85more")
        archive.bulk_import([record])
        (line,) = archive.stream(View(), ["words"])
        assert line == ("visit: two lines and  more",)


def test_the_limit_of_a_ladder_counts_its_steps(path: Path) -> None:
    with open_archive(path, "write") as archive:
        lines = [("1995", "actual"), ("2019", "actual"), ("2022", "planned"), ("2023", "denied"), ("2024", "actual")]
        archive.bulk_import(
            mention(f"upgrade {date} | level {date}", modality=modality, origin="imported") for date, modality in lines
        )
        archive.bulk_import([mention("event 1994 | visit", origin="imported")])

        def dates(view: View) -> list[str | None]:
            return [step.date for step in archive.ladder(view)]

        assert dates(View(limit=3)) == ["1995", "2019", "2024"]
        assert dates(View(limit=2, sort="newest")) == ["2024", "2019"]
        assert dates(View().with_filter("kind", "event")) == []
        assert dates(View().with_filter("kind", "event", "upgrade").with_limit(1)) == ["1995"]


def test_sources_come_in_the_order_of_the_view_and_by_the_names_that_it_has(path: Path) -> None:
    with open_archive(path, "write") as archive:
        for name, year, lines in (
            ("Old one", "1999", LINES[:4]),
            ("New one", "2021", LINES[2:6]),
            ("Other", None, LINES[6:]),
        ):
            text, mentions = document(f"{name}.txt", lines)
            published = parse_edtf(year) if year else None
            archive.add(replace(text, metadata=replace(text.metadata, published=published)), mentions)

        def slugs(view: View) -> list[str]:
            return [source.id for source in archive.sources(view)]

        assert slugs(View()) == ["old-one", "new-one", "other"]
        assert slugs(View(sort="newest")) == ["new-one", "old-one", "other"]
        assert slugs(View(sort="newest", limit=1)) == ["new-one"]
        assert slugs(View().with_filter("source", "OLD-one")) == ["old-one"]
        assert slugs(View().with_filter("source", "o*")) == ["old-one", "other"]
        assert slugs(View().with_filter("source", "old-one", negated=True)) == ["new-one", "other"]
        assert slugs(View(query="silk").with_filter("source", "other")) == []


def test_speakers_are_the_busiest_first_or_who_spoke_last(archive: Archive) -> None:
    def names(view: View) -> list[str | None]:
        return [speaker.name for speaker in archive.speakers(view)]

    assert names(View()) == ["Ana Ito", "Jun Mori", None]
    assert names(View(query="-road")) == ["Ana Ito", None]
    archive.add(*document("b.txt", ["statement 2020 | Jun Mori: the ferry is late", "statement 1990 | Kai Abe: no"]))
    assert names(View(sort="newest")) == ["Jun Mori", "Ana Ito", "Kai Abe", None]


@given(expressions)
def test_any_query_runs_and_all_ways_of_reading_agree(expr: Expr) -> None:
    archive = _shared()
    view = View(query=format_query(expr))
    listed = [row[0] for row in archive.stream(view, ["key"])]
    assert archive.count(view) == len(listed) == len(set(listed))
    assert [key for chunk in archive.keys(view) for key in chunk] == listed
    assert sorted(listed) == listed
    newest = [row[0] for row in archive.stream(view.with_sort("newest"), ["key"])]
    assert sorted(newest) == listed
    inverse = view.with_query(f"-({view.query})")
    assert sorted([*listed, *(row[0] for row in archive.stream(inverse, ["key"]))]) == _all_keys(archive)
    assert sorted(key for _, group in archive.groups(view, "speaker") for key in group) == listed
    assert sum(many for _, many in archive.facets(view, "pair")) == len(listed)


@given(typed, st.sampled_from(SORTS), st.none() | st.integers(0, 3))
def test_whatever_is_typed_is_answered_or_refused(text: str, sort: Sort, limit: int | None) -> None:
    archive = _shared()
    for query in (text, complete(text)):
        view = View("timeline", query, (), sort, limit)
        with contextlib.suppress(QueryError):
            listed = list(archive.stream(view, ["id", "when"]))
            assert archive.count(view) == len(listed)
            archive.facets(view, "topic")
            archive.histogram(view)


@given(st.sampled_from(FIELDS), st.lists(typed, max_size=2), st.booleans())
def test_whatever_a_filter_has_is_answered_or_refused(field: str, values: list[str], negated: bool) -> None:
    with contextlib.suppress(UsageError):
        _shared().count(View(filters=(Filter(field, tuple(values), negated),)))


_ARCHIVES: list[Archive] = []


def _shared() -> Archive:
    if not _ARCHIVES:
        archive = open_archive_in_memory()
        archive.add(*document("a.txt", LINES))
        _ARCHIVES.append(archive)
    return _ARCHIVES[0]


def open_archive_in_memory() -> Archive:
    """An archive that lies nowhere, for tests of many queries."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    opening._create(connection)
    return Archive(Path(":memory:"), connection, "write")


def _all_keys(archive: Archive) -> list[int]:
    return [key for chunk in archive.keys(View(query="review:rejected OR -review:rejected")) for key in chunk]
