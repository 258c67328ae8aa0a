"""The same records in other people's programs: visidata, sqlite-utils, ripgrep over JSON lines, the sqlite3 shell.

    python -m benchmarks.peers [--records N] [--peers DIR]

All are given the same made JSON lines. A search is a whole command, from its start to its fiftieth hit in its output,
for a frequent and a rare word; rounds go in turn and the medians are compared. visidata keeps nothing between runs: its
load is what one waits for each time before one can search. It is compared with an import and the first search of what
was imported (the better of two of each); later searches need no load here.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator

if __package__ in (None, ""):  # run as a file
    from pathlib import Path

    sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.measure import Line, Setup, compared, cost, main, missing
from benchmarks.synthetic import vocabulary

LOAD_BOUND = 0.5
SEARCH_BOUND = 0.2
SHELL = (
    "SELECT display.id, moment, pair, display.who, display.words FROM search CROSS JOIN display "
    "ON display.key = search.rowid WHERE search MATCH '{word}' ORDER BY search.rowid LIMIT 50"
)


def lines(setup: Setup) -> Iterator[Line]:
    """The load of visidata, then searches against all others at both sizes."""
    yield from loads(setup)
    for number in setup.sizes:
        yield from searches(setup, number)


def loads(setup: Setup) -> Iterator[Line]:
    """From JSON lines on the disk to the first search that is answered: visidata must load them for that."""
    first = f"{setup.few:,} records from JSON lines to the first search answered"
    again = f"{setup.few:,} records, every later search"
    program = setup.peer("vd")
    if program is None:
        yield missing(first, f"{LOAD_BOUND} x", "visidata")
        yield missing(again, "", "visidata")
        return
    environment = setup.environment | {"HOME": str(setup.folder / "home")}
    load = min(cost([program, "--batch", str(setup.jsonl(setup.few))], environment).wall for _ in range(2))
    imported = min(setup.imported(setup.few, anew=anew).wall for anew in (False, True))
    search = [*setup.tiestui(setup.archive(setup.few)), "quotes", vocabulary()[40], "--limit", "50"]
    ours = [cost(search, setup.environment).wall for _ in range(setup.rounds)]
    yield compared(first, imported + ours[0], load, LOAD_BOUND, "`vd --batch` loads the same file", "s")
    yield compared(again, statistics.median(ours), load, None, "the same load, each time", "s")


def searches(setup: Setup, number: int) -> Iterator[Line]:
    """One search as a command of each program."""
    commands = programs(setup, number)
    words = {"frequent": vocabulary()[40], "rare": vocabulary()[12_000]}
    for kind, word in words.items():
        ours = [*setup.tiestui(setup.archive(number)), "quotes", word, "--limit", "50"]
        for name, (bound, command) in commands.items():
            what = f"search for a {kind} word, {number:,} records"
            if command is None:
                yield missing(what, "" if bound is None else f"{bound} x", name)
                continue
            theirs = [part.replace("{word}", word) for part in command]
            times = [
                (cost(ours, setup.environment).wall, cost(theirs, setup.environment).wall)
                for _ in range(max(3, setup.rounds))
            ]
            our, their = (statistics.median(some) for some in zip(*times, strict=True))
            yield compared(what, our, their, bound, name)


def programs(setup: Setup, number: int) -> dict[str, tuple[float | None, list[str] | None]]:
    """Name of each peer, its bound, and its command with "{word}" in it; None when it is not installed."""
    utils, rg, shell = setup.peer("sqlite-utils"), setup.peer("rg"), setup.peer("sqlite3")
    found: dict[str, tuple[float | None, list[str] | None]] = {
        "`sqlite-utils search`": (SEARCH_BOUND, None),
        "ripgrep over JSON lines": (None, None),
        "the sqlite3 shell on the archive": (None, None),
    }
    if utils:
        command = [utils, "search", utils_database(setup, utils, number), "records", "{word}", "--limit", "50"]
        found["`sqlite-utils search`"] = (SEARCH_BOUND, command)
    if rg:
        flags = ["--ignore-case", "--word-regexp", "--max-count", "50"]
        found["ripgrep over JSON lines"] = (None, [rg, *flags, "{word}", str(setup.jsonl(number))])
    if shell:
        found["the sqlite3 shell on the archive"] = (None, [shell, str(setup.archive(number)), SHELL])
    return found


def utils_database(setup: Setup, program: str, number: int) -> str:
    """The records in a database of sqlite-utils with its full-text search, made once."""
    path = setup.folder / f"utils-{number}.db"
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        cost([program, "insert", str(part), "records", str(setup.jsonl(number)), "--nl", "--alter"])
        cost([program, "enable-fts", str(part), "records", "title", "quote", "evidence"])
        part.rename(path)
    return str(path)


if __name__ == "__main__":
    main(lines, __doc__)
