"""Reprints among the held documents, kept up to date as documents come and go: `source.duplicate_of`.

A sample of the hashes of a text's runs of words stands in the table `run`. A new document is compared with those that
share enough of its runs, by `chronology.duplicates`. A family is what has one original. Which text is whose original
changes in the families of those alone that the new document repeats or that repeat it, and in that of one that goes.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable

from tiestui.archive.mentions import HeldMentions
from tiestui.chronology.duplicates import (
    Sketch,
    fewest_shared,
    find_reprints,
    is_reprint,
    is_sample,
    originals,
    sketch,
)
from tiestui.model.jsonform import dumps

_FEWEST_SHARED = 3
_MOST_ALIKE = 100
_MOST_OF_A_RUN = 50


def update_reprints(connection: sqlite3.Connection, number: int, text: str) -> set[int]:
    """Take in the text of a new source; gives the blocks of all sources that became reprints or ceased to be."""
    own = sketch(text)
    connection.execute("UPDATE source SET sketch = ? WHERE id = ?", (array("q", sorted(own)).tobytes(), number))
    alike = _alike(connection, number, own)
    connection.executemany("INSERT OR IGNORE INTO run VALUES(?, ?)", [(run, number) for run in own])
    if not alike:
        return set()
    return _settle(connection, {number, *_families(connection, alike)})


def forget_reprints(connection: sqlite3.Connection, number: int) -> set[int]:
    """Leave a source out that is about to go; gives the blocks of those whose original is another then."""
    row = connection.execute("SELECT slug, sketch FROM source WHERE id = ?", (number,)).fetchone()
    if row is None or row[1] is None:
        return set()
    slug, sketched = row
    connection.executemany("DELETE FROM run WHERE run = ? AND source = ?", [(run, number) for run in _runs(sketched)])
    family = _families(connection, [number])
    if family == {number}:
        return set()
    sketches = _sketches(connection, family)
    numbers = _numbers(connection, sketches)
    orphans = [source for source, original in originals(sketches).items() if original == slug]
    others = {other for source in orphans for other in _alike(connection, numbers[source], sketches[source])}
    return _settle(connection, (family | _families(connection, others)) - {number})


def _alike(connection: sqlite3.Connection, number: int, own: Sketch) -> list[int]:
    """The sources that repeat a text or that it repeats."""
    most = _sharing(connection, number, own)
    sql = "SELECT id, sketch FROM source WHERE id IN (SELECT value FROM json_each(?)) AND sketch IS NOT NULL"
    found: list[int] = []
    of_own_sort = is_sample(own)
    for other, data in connection.execute(sql, (dumps(list(most)),)):
        runs = array("q", data)
        # Most share too little to be worth a look at what they share.
        if is_sample(runs) == of_own_sort and most[other] < fewest_shared(len(own), len(runs)):
            continue
        if is_reprint(own, frozenset(runs)):
            found.append(other)
    return found


def _sharing(connection: sqlite3.Connection, number: int, own: Sketch) -> dict[int, int]:
    """The sources that share runs with a text, and how many runs each can share at most.

    Of a run that very many sources have only the first are looked at: what repeats the text shares its rare runs too,
    or belongs to a family of which any member will do.
    """
    shared: Counter[int] = Counter()
    last_seen: list[int] = []
    sql = "SELECT source FROM run WHERE run = ? AND source <> ? ORDER BY source LIMIT ?"
    for run in own:
        sources = [row[0] for row in connection.execute(sql, (run, number, _MOST_OF_A_RUN))]
        shared.update(sources)
        if len(sources) == _MOST_OF_A_RUN:
            last_seen.append(sources[-1])
    last_seen.sort()
    found = sorted((-many, other) for other, many in shared.items() if many >= _FEWEST_SHARED)[:_MOST_ALIKE]
    return {other: bisect_left(last_seen, other) - many for many, other in found}


def _families(connection: sqlite3.Connection, numbers: Collection[int]) -> set[int]:
    """All sources that have the same original as one of these."""
    sql = (
        "SELECT id FROM source WHERE coalesce(duplicate_of, slug) IN "
        "(SELECT coalesce(duplicate_of, slug) FROM source WHERE id IN (SELECT value FROM json_each(?)))"
    )
    return {row[0] for row in connection.execute(sql, (dumps(sorted(numbers)),))}


def _sketches(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[str, Sketch]:
    sql = "SELECT slug, sketch FROM source WHERE id IN (SELECT value FROM json_each(?)) AND sketch IS NOT NULL"
    return {slug: _runs(runs) for slug, runs in connection.execute(sql, (dumps(sorted(numbers)),)).fetchall()}


def _numbers(connection: sqlite3.Connection, slugs: Iterable[str]) -> dict[str, int]:
    sql = "SELECT slug, id FROM source WHERE slug IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(sql, (dumps(sorted(slugs)),)).fetchall())


def _settle(connection: sqlite3.Connection, numbers: Iterable[int]) -> set[int]:
    """Write down which of these repeat which; gives the blocks of those for which that is new."""
    blocks: set[int] = set()
    held = _sketches(connection, numbers)
    found = find_reprints(held)
    for slug in held:
        original = found.get(slug)
        sql = "UPDATE source SET duplicate_of = ? WHERE slug = ? AND duplicate_of IS NOT ? RETURNING id"
        for (number,) in connection.execute(sql, (original, slug, original)).fetchall():
            blocks |= HeldMentions(connection).blocks_of(number)
    return blocks


def _runs(data: bytes) -> Sketch:
    runs = array("q")
    runs.frombytes(data)
    return frozenset(runs)
