"""How long the light commands take to start, as ratios to an interpreter that imports argparse and sqlite3.

    python -m benchmarks.startup [--records 100000] [--rounds 30]

Each round runs every command once, so that all see the same machine; the medians are compared.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.archives import archive_of
from benchmarks.synthetic import vocabulary

FLOOR = [sys.executable, "-c", "import argparse, sqlite3"]


def seconds(command: list[str], *, lines: int | None = None) -> float:
    """Wall time of a command; with `lines`, until so many were read and the pipe was closed, as `head` does it."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        if lines is None:
            child.stdout.read()
        else:
            for _ in range(lines):
                child.stdout.readline()
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description="The start of light commands.")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--archive", type=Path, help="an archive that is kept between runs")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.archive or Path(folder) / "startup.db"
        archive_of(path, arguments.records)
        common, rare = vocabulary()[20], vocabulary()[5000]
        tiestui = [str(Path(sys.executable).with_name("tiestui")), "--archive", str(path)]
        cases: dict[str, tuple[list[str], float | None, int | None]] = {
            "--help": ([*tiestui, "--help"], 2.0, None),
            "--version": ([*tiestui, "--version"], 2.0, None),
            "quotes WORD --limit 50, common": ([*tiestui, "quotes", common, "--limit", "50"], 3.0, None),
            "quotes WORD --limit 50, rare": ([*tiestui, "quotes", rare, "--limit", "50"], 3.0, None),
            "timeline | head": ([*tiestui, "timeline"], 3.0, 10),
            "show ID": ([*tiestui, "show", "st-0000000001"], None, None),
        }
        report(cases, arguments.rounds)


def report(cases: dict[str, tuple[list[str], float | None, int | None]], rounds: int) -> None:
    """Measure all cases in turn, round by round, and print their medians beside the floor's."""
    floor: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        floor.append(seconds(FLOOR))
        for name, (command, _, lines) in cases.items():
            times[name].append(seconds(command, lines=lines))
    base = statistics.median(floor)
    print(f"{'import argparse, sqlite3':34}{base * 1000:7.1f} ms")
    for name, (_, bound, _) in cases.items():
        median = statistics.median(times[name])
        verdict = "" if bound is None else f"bound {bound:.1f}  {'ok' if median <= bound * base else 'MISSED'}"
        print(f"{name:34}{median * 1000:7.1f} ms {median / base:5.1f} x  {verdict}")


if __name__ == "__main__":
    main()
