"""Imported records into the tables: as they are where nothing held can be one with them, else merged with what is.

What a reader decided about them elsewhere is decided here as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tiestui.archive.deciding import DecisionDesk
from tiestui.archive.decisions import DecisionLog
from tiestui.archive.filling import holds_nothing, indexed_last
from tiestui.archive.imported_reviews import Reviews, as_found, reviews_of
from tiestui.archive.indexing import Index
from tiestui.archive.mentions import record_in
from tiestui.archive.merging import Merger
from tiestui.archive.preparing import Prepared
from tiestui.model.jsonform import dumps

if TYPE_CHECKING:
    from tiestui.archive.apart import IndexApart

Batch = list[tuple[Prepared, int]]
"""Prepared records in the order of their keys, each with its block; no id twice in all batches of an import."""


def _index_apart(connection: sqlite3.Connection, folder: str) -> IndexApart | None:
    """Another process for the full-text index, where one can be had."""
    try:
        from tiestui.archive.apart import IndexApart, can_be_copied

        return IndexApart(connection, folder) if can_be_copied(connection) else None
    except OSError:
        return None


class Importer:
    """Puts batches of records in, within one transaction."""

    def __init__(self, connection: sqlite3.Connection, index: Index, merger: Merger, log: DecisionLog) -> None:
        self._connection = connection
        self._index = index
        self._merger = merger
        self._log = log

    def take(self, batches: Iterable[Batch], folder: str | None) -> None:
        """Put all of them in. folder: where a process that helps may keep what it needs; None: none is worth while."""
        if not holds_nothing(self._connection):
            for batch in batches:
                self._mix(batch)
        elif folder is not None and (apart := _index_apart(self._connection, folder)):
            with apart:
                with indexed_last(self._connection), self._index.words_to(apart.add):
                    self._fill(batches)
                    apart.end()
                apart.copy()
        else:
            with indexed_last(self._connection):
                self._fill(batches)

    def _fill(self, batches: Iterable[Batch]) -> None:
        reviews = Reviews(self._connection, self._log)
        self._index.fill(map(reviews.decided, batches))
        reviews.write()
        self._index.insert(reviews.moved)

    def _mix(self, batch: Batch) -> None:
        """A record that is held by its id gives way when it was imported; what documents say stands."""
        reviewed = [one for one, _ in batch if one.reviewed]
        given = {one.id: (as_found(one) if one.reviewed else one, block) for one, block in batch}
        known = self._known(given)
        again = [name for name, alone in known.items() if alone == 0]
        blocks = self._merger.take_imported(again) if again else set()
        blocks |= self._merger.put((record_in(given[name][0].json, given[name][0].why) for name in again), 0)
        blocks |= self._merger.put_imported(both for name, both in given.items() if name not in known)
        if blocks:
            self._merger.update(blocks)
        if reviewed:
            desk = DecisionDesk(self._connection, self._merger, self._log)
            desk.decide_again(reviews_of(self._connection, reviewed))

    def _known(self, names: Iterable[str]) -> dict[str, int | None]:
        """Of these ids those that records have, with the source whose only mention the record is."""
        sql = (
            "SELECT display.id, record.alone FROM json_each(?) "
            "CROSS JOIN display ON display.id = json_each.value CROSS JOIN record ON record.key = display.key"
        )
        return dict(self._connection.execute(sql, (dumps(list(names)),)).fetchall())
