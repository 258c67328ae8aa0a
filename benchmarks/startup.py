"""How long the light commands take to start, as ratios to an interpreter that imports argparse and sqlite3.

    python -m benchmarks.startup [--records N] [--rounds N]

Each round runs every command once, so that all see the same machine; the medians are compared. A listing into `head`
is timed until its tenth line was read and the pipe closed, for the large archive and for one of a thousand records.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

if __package__ in (None, ""):  # run as a file
    from pathlib import Path

    sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.measure import Line, Setup, compared, main
from benchmarks.synthetic import vocabulary

FLOOR = [sys.executable, "-c", "import argparse, sqlite3"]
AGAINST = "python, argparse and sqlite3 imported"
LEAST_ROUNDS = 15
TINY = 1_000
SAME = 1.2
"""What "the same for any size" means: startup is noisy."""


def seconds(command: list[str], environment: dict[str, str], *, lines: int | None = None) -> float:
    """Wall time of a command; with `lines`, until so many were read and the pipe was closed, as `head` does it."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as child:
        assert child.stdout is not None
        if lines is None:
            child.stdout.read()
        else:
            for _ in range(lines):
                child.stdout.readline()
    return time.perf_counter() - begun


def lines(setup: Setup) -> Iterator[Line]:
    """The light commands against the floor, and `head` against itself on a small archive."""
    common, rare = vocabulary()[20], vocabulary()[5000]
    large, tiny = setup.tiestui(setup.archive(setup.records)), setup.tiestui(setup.archive(TINY))
    size = f"{setup.records:,} records"
    cases: list[tuple[str, list[str], float | None, int | None]] = [
        ("", FLOOR, None, None),
        ("`tiestui --help`", [*large, "--help"], 2, None),
        ("`tiestui --version`", [*large, "--version"], 2, None),
        (f"`quotes WORD --limit 50`, frequent word, {size}", [*large, "quotes", common, "--limit", "50"], 3, None),
        (f"`quotes WORD --limit 50`, rare word, {size}", [*large, "quotes", rare, "--limit", "50"], 3, None),
        (f"`timeline | head`, {size}", [*large, "timeline"], 3, 10),
        (f"`quotes WORD | head`, {size}", [*large, "quotes", common], 3, 10),
        ("`show ID`", [*large, "show", "st-0000000001"], None, None),
        ("", [*tiny, "timeline"], None, 10),
    ]
    times: list[list[float]] = [[] for _ in cases]
    for _ in range(max(LEAST_ROUNDS, setup.rounds)):
        for place, (_, command, _, read) in enumerate(cases):
            times[place].append(seconds(command, setup.environment, lines=read))
    floor, *ours, least = (statistics.median(one) for one in times)
    for (name, _, bound, _), median in zip(cases[1:-1], ours, strict=True):
        yield compared(name, median, floor, bound, AGAINST)
    yield compared(f"`timeline | head`, any size: {size}", ours[4], least, SAME, f"{TINY:,} records")


if __name__ == "__main__":
    main(lines, __doc__)
