"""What an archive costs: import beside bare FTS5 inserts, searches beside hand-written SQL, counts, paging.

    python -m benchmarks.archives [--records 100000] [--keep FILE]

All in one run on made-up records. Import is the whole command, reading its file included, against batched inserts of
the same rows into one FTS5 table (rows in memory already). A search is the first fifty rows of a view, best of the
rounds, against the statement that a person would write for it on the same file. Bounds are those of the README.
"""

from __future__ import annotations

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

if __package__ in (None, ""):  # run as a file
    sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.synthetic import json_lines, json_records, vocabulary

from tiestui.archive import open_archive
from tiestui.model.jsonform import from_json
from tiestui.query import View

IMPORT_BOUND = 0.5
SEARCH_BOUND = 1.5
SEARCH_MS = 10.0
COLUMNS = ("when", "what", "pair", "who", "words", "place", "id")
BARE_COLUMNS = "d.moment, d.what, d.pair, d.who, d.words, d.place, d.id"
ROUNDS = 5


def archive_of(path: Path, number: int) -> None:
    """An archive of so many made-up records at `path`, unless there is one."""
    if path.exists():
        return
    with open_archive(path, "write") as archive:
        archive.bulk_import(from_json(data) for data in json_records(number))


def main() -> None:
    parser = argparse.ArgumentParser(description="The cost of an archive.")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the archive there, or take the one that is")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "made.db"
        if not path.exists():
            compare_import(Path(folder), path, arguments.records)
        compare_searches(path)
        tell_counts(path)


def compare_import(folder: Path, path: Path, number: int) -> None:
    """The rate of `tiestui import` against bare inserts."""
    lines = folder / "made.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in json_lines(number))
    started = time.perf_counter()
    command = [sys.executable, "-m", "tiestui", "--archive", str(path), "import", str(lines)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    ours = time.perf_counter() - started
    bare = bare_inserts(folder / "bare.db", number)
    ratio = bare / ours
    verdict = "ok" if ratio >= IMPORT_BOUND else "MISSED"
    print(f"{number} records, archive of {path.stat().st_size / 1e6:.0f} MB")
    print(f"bare FTS5 inserts {number / bare:9.0f} records a second")
    print(f"tiestui import    {number / ours:9.0f} records a second: {ratio:.2f}, bound {IMPORT_BOUND}  {verdict}")


def bare_inserts(path: Path, number: int) -> float:
    """Seconds that batched inserts of the same rows into one FTS5 table take."""
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
    return spent + time.perf_counter() - started


def searches() -> list[tuple[str, str, str]]:
    """Name, query of ours, MATCH of the bare statement."""
    words = vocabulary()
    common, frequent, rare = words[0], words[40], words[12_000]
    long = next(word for word in words[200:] if len(word) >= 8)
    return [
        ("common word", common, common),
        ("frequent word", frequent, frequent),
        ("rare word", rare, rare),
        ("two words", f"{common} {frequent}", f"{common} AND {frequent}"),
        ("prefix of 2", f"{common[:2]}*", f"{common[:2]} *"),
        ("prefix of 3", f"{frequent[:3]}*", f"{frequent[:3]} *"),
        ("prefix of 6", f"{long[:6]}*", f"{long[:6]} *"),
        ("phrase", f'"{common} {words[1]}"', f'"{common} {words[1]}"'),
        ("either", f"{frequent} OR {rare}", f"{frequent} OR {rare}"),
        ("without", f"{frequent} -{common}", f"{frequent} NOT {common}"),
        ("kind and word", f"kind:upgrade {common}", ""),
        ("pair and word", f"pair:FRA-JPN {common}", ""),
        ("status", "status:ratified", ""),
        ("since", f"since:2010 {common}", ""),
        ("all", "", ""),
    ]


def compare_searches(path: Path) -> None:
    """The first fifty rows of each search."""
    total = bare_total = 0.0
    with open_archive(path) as archive:
        bare = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        for name, query, match in searches():
            view = View(query=query, limit=50)
            ours = best(lambda view=view: list(archive.stream(view, COLUMNS)))  # type: ignore[misc]
            line = f"{name:16}{ours * 1e3:8.2f} ms  {'ok' if ours * 1e3 <= SEARCH_MS else 'MISSED':6}"
            if match:
                sql = (
                    f"SELECT {BARE_COLUMNS} FROM search CROSS JOIN display d ON d.key = search.rowid "
                    "WHERE search MATCH ? ORDER BY search.rowid LIMIT 50"
                )
                theirs = best(lambda sql=sql, match=match: bare.execute(sql, (match,)).fetchall())  # type: ignore[misc]
                total, bare_total = total + ours, bare_total + theirs
                line += f"  bare SQL {theirs * 1e3:8.2f} ms"
            print(line)
        ratio = total / bare_total
        verdict = "ok" if ratio <= SEARCH_BOUND else "MISSED"
        print(f"all searches that bare SQL can say: {ratio:.2f} times its time, bound {SEARCH_BOUND}  {verdict}")


def tell_counts(path: Path) -> None:
    """What runs in the background of a screen; no bound but the reader's patience."""
    word = vocabulary()[0]
    with open_archive(path) as archive:
        for name, work in (
            ("count of a word", lambda: archive.count(View(query=word))),
            ("all keys", lambda: sum(len(chunk) for chunk in archive.keys(View()))),
            ("histogram", lambda: archive.histogram(View())),
            ("facet of kinds", lambda: archive.facets(View(), "kind")),
            ("facet of speakers", lambda: archive.facets(View(), "speaker", 20)),
            ("relevance", lambda: list(archive.stream(View(query=word, sort="relevance", limit=50), COLUMNS))),
        ):
            print(f"{name:18}{best(work, rounds=2) * 1e3:8.1f} ms")


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
