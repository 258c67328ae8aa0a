# ruff: noqa: A005
"""What it costs to write 100,000 records to a pipe, beside the sqlite3 shell writing the same rows as CSV.

    python -m benchmarks.pipes [--records N] [--rounds N]

CPU of the child process (user and system), the best of the rounds; the peer selects date, kind, pair, speaker and text
in date order from the same archive. Memory is the child's peak, of the large archive against that of a tenth of it: it
must not grow with the records.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

if __package__ in (None, ""):  # run as a file
    from pathlib import Path

    sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.measure import Line, Setup, cheapest, compared, cost, main, missing

BOUNDS = {
    "text": 2.0,
    "jsonl": 3.0,
    "csv": 4.5,
    "json": None,
    "tsv": None,
    "markdown": None,
    "html": None,
    "ics": None,
}
PEER = "SELECT moment, what, pair, who, words FROM display ORDER BY key"
FLAT = 1.2
"""What flat memory means: the cache of the database fills at first."""


def lines(setup: Setup) -> Iterator[Line]:
    """Each format against the sqlite3 shell; then the peak of memory of the three that have a bound."""
    path = setup.archive(setup.few)
    shell = setup.peer("sqlite3")
    peer = cheapest([shell, "-csv", str(path), PEER], None, setup.rounds) if shell else None
    for name, bound in BOUNDS.items():
        what = f"`timeline -f {name}`, {setup.few:,} records to a pipe (CPU)"
        if peer is None:
            yield missing(what, "" if bound is None else f"{bound} x", "the sqlite3 shell")
            continue
        rounds = 1 if bound is None else setup.rounds
        ours = cheapest([*setup.tiestui(path), "timeline", "-f", name], setup.environment, rounds)
        yield compared(what, ours.cpu, peer.cpu, bound, "`sqlite3 -csv`", "s")
    yield from memory(setup)


def memory(setup: Setup) -> Iterator[Line]:
    """The peak of memory of a listing and of an import, against a tenth of the records."""
    few, many = setup.sizes[0], setup.sizes[-1]
    if few == many:
        few = many // 10
    for name, bound in BOUNDS.items():
        if bound is not None:
            less, more = (
                cost([*setup.tiestui(setup.archive(number)), "timeline", "-f", name], setup.environment).memory
                for number in (few, many)
            )
            yield compared(f"memory of `timeline -f {name}`, {many:,} records", more, less, FLAT, f"{few:,}", "MB")
    less, more = setup.imported(few).memory, setup.imported(many).memory
    yield compared(f"memory of `import`, {many:,} records", more, less, FLAT, f"{few:,}", "MB")


if __name__ == "__main__":
    main(lines, __doc__)
