"""What an archive costs: import beside bare FTS5 inserts, searches beside hand-written SQL, what runs behind a screen.

    python -m benchmarks.archives [--records N] [--rounds N]

All in one run on made-up records. Import is the whole command, reading its file included, against batched inserts of
the same rows into one FTS5 table (rows in memory already). A search is the first fifty rows of a view, best of the
rounds, against the statement that a person would write for it on the same file. Bounds are those of the README.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

if __package__ in (None, ""):  # run as a file
    sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.measure import Line, Setup, best, main, number
from benchmarks.synthetic import json_records, vocabulary

from tiestui.archive import open_archive
from tiestui.archive.tokens import CODES
from tiestui.query import View

IMPORT_BOUND = 0.5
SEARCH_BOUND = 1.5
SEARCH_MS = 10.0
COLUMNS = ("when", "what", "pair", "who", "words", "place", "id")
BARE_COLUMNS = "d.moment, d.what, d.pair, d.who, d.words, d.place, d.id"


@dataclass(frozen=True, slots=True)
class Search:
    """A query of ours, and the SQL for it: a MATCH ("" for none) and a condition on the narrow table `r`."""

    query: str
    match: str = ""
    condition: str = ""

    def bare(self) -> tuple[str, tuple[str, ...]]:
        """The statement that a person would write, with its parameter."""
        tables, where, key = "display d", [], "d.key"
        if self.condition:
            tables, where, key = "record r CROSS JOIN display d ON d.key = r.key", [self.condition], "r.key"
        if self.match:
            record = "CROSS JOIN record r ON r.key = search.rowid " if self.condition else ""
            tables, key = f"search {record}CROSS JOIN display d ON d.key = search.rowid", "search.rowid"
            where.append("search MATCH ?")
        clause = f"WHERE {' AND '.join(where)} " if where else ""
        statement = f"SELECT {BARE_COLUMNS} FROM {tables} {clause}ORDER BY {key} LIMIT 50"
        return statement, (self.match,) if self.match else ()


def searches() -> dict[str, list[Search]]:
    """The searches by the kinds that the bound names."""
    words = vocabulary()
    common, frequent, rare = words[0], words[40], words[12_000]
    long = next(word for word in words[200:] if len(word) >= 8)
    upgrade, ratified = CODES["kind"]["upgrade"], CODES["status"]["ratified"]
    pair = "r.pair = (SELECT id FROM value WHERE field = 'pair' AND text = 'FRA-JPN')"
    since = f"r.latest >= {date(2008, 1, 1).toordinal()}"
    return {
        "words": [
            Search(common, common),
            Search(frequent, frequent),
            Search(rare, rare),
            Search(f"{common} {frequent}", f"{common} AND {frequent}"),
            Search(f"{frequent} {rare}", f"{frequent} AND {rare}"),
            Search(f"{frequent} OR {rare}", f"{frequent} OR {rare}"),
            Search(f"{frequent} -{common}", f"{frequent} NOT {common}"),
        ],
        "prefixes of two letters and more": [
            Search(f"{word[:size]}*", f"{word[:size]} *")
            for word in (common, frequent, rare, long)
            for size in (2, 3, 4, 6)
            if size <= len(word)
        ],
        "phrases": [
            Search(f'"{common} {words[1]}"', f'"{common} {words[1]}"'),
            Search(f'"{words[3]} {frequent}"', f'"{words[3]} {frequent}"'),
            Search(f'"{frequent} {rare}"', f'"{frequent} {rare}"'),
        ],
        "filters": [
            Search("", "", ""),
            Search("kind:upgrade", "", f"r.kind = {upgrade}"),
            Search(f"kind:upgrade {common}", common, f"r.kind = {upgrade}"),
            Search(f"pair:FRA-JPN {common}", common, pair),
            Search("status:ratified", "", f"r.status = {ratified}"),
            Search("since:2008", "", since),
            Search(f"since:2008 {common}", common, since),
        ],
    }


def lines(setup: Setup) -> Iterator[Line]:
    """The import, the searches, and what a screen asks for in the background."""
    yield imports(setup)
    yield from found(setup)
    yield from behind(setup)


def imports(setup: Setup) -> Line:
    """The rate of `tiestui import` as a share of that of bare inserts."""
    ours = setup.records / setup.imported(setup.records).wall
    bare = setup.records / bare_inserts(setup.folder / "bare.db", setup.records)
    figure = f"{ours / bare:.2f} of the rate ({number(ours)} to {number(bare)} a second)"
    bound = f"{IMPORT_BOUND} of the rate"
    return Line(
        f"bulk `import`, {setup.records:,} records", bound, figure, "bare FTS5 inserts", ours / bare >= IMPORT_BOUND
    )


def bare_inserts(path: Path, number: int) -> float:
    """Seconds that batched inserts of the same rows into one FTS5 table take."""
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-131072")
    connection.execute(
        "CREATE VIRTUAL TABLE bare USING fts5(date, kind, pair, speaker, text, "
        "tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')"
    )
    records = json_records(number)
    spent = 0.0
    connection.execute("BEGIN")
    while batch := list(islice(records, 10_000)):
        rows = [
            (one["date"], one["type"], "-".join(one["pair"]), (one.get("speaker") or {}).get("name"), text)
            for one in batch
            for text in (one["evidence"][0]["text"],)
        ]
        started = time.perf_counter()
        connection.executemany("INSERT INTO bare VALUES(?,?,?,?,?)", rows)
        spent += time.perf_counter() - started
    started = time.perf_counter()
    connection.execute("COMMIT")
    connection.close()
    spent += time.perf_counter() - started
    path.unlink()
    return spent


def found(setup: Setup) -> Iterator[Line]:
    """The first fifty rows of each kind of search: the slowest of its kind in milliseconds, all of it as a ratio."""
    path = setup.archive(setup.records)
    with open_archive(path) as archive:
        bare = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        for kind, some in searches().items():
            ours: list[tuple[float, str]] = []
            theirs = 0.0
            for search in some:
                view, statement = View(query=search.query, limit=50), search.bare()
                took = best(lambda view=view: list(archive.stream(view, COLUMNS)), setup.rounds)  # type: ignore[misc]
                ours.append((took, search.query))
                theirs += best(lambda one=statement: bare.execute(*one).fetchall(), setup.rounds)  # type: ignore[misc]
            ratio, (slowest, query) = sum(took for took, _ in ours) / theirs, max(ours)
            what = f"search for {kind}, {setup.records:,} records"
            figure = f"{number(ratio)} x; slowest of {len(some)}: {number(slowest * 1000)} ms (`{query}`)"
            passed = ratio <= SEARCH_BOUND and slowest * 1000 <= SEARCH_MS
            yield Line(what, f"{SEARCH_BOUND} x, {SEARCH_MS:.0f} ms", figure, "the bare SQL", passed)
        bare.close()


def behind(setup: Setup) -> Iterator[Line]:
    """What runs in the background of a screen; no bound but the reader's patience."""
    word = vocabulary()[0]
    with open_archive(setup.archive(setup.records)) as archive:
        works = {
            "count of the commonest word": lambda: archive.count(View(query=word)),
            "all keys of the timeline": lambda: sum(len(chunk) for chunk in archive.keys(View())),
            "histogram by years": lambda: archive.histogram(View()),
            "facet of kinds": lambda: archive.facets(View(), "kind"),
            "facet of speakers": lambda: archive.facets(View(), "speaker", 20),
            "the best fifty by relevance": lambda: list(
                archive.stream(View(query=word, sort="relevance", limit=50), COLUMNS)
            ),
        }
        for name, work in works.items():
            yield Line(f"{name}, {setup.records:,} records", "", f"{number(best(work, 2) * 1000)} ms", "")


if __name__ == "__main__":
    main(lines, __doc__)
