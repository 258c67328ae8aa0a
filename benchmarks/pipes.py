# ruff: noqa: A005
"""What it costs to write 100,000 records to a pipe, beside the sqlite3 shell writing the same rows as CSV.

    python -m benchmarks.pipes [--records 100000] [--rounds 3]

CPU of the child process (user and system), the best of the rounds; the peer selects date, kind, pair, speaker and text
in date order from the same archive. Memory is the child's peak: it must not grow with the records.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

BOUNDS = {"text": 2.0, "jsonl": 3.0, "csv": 4.5, "json": None, "tsv": None, "markdown": None, "html": None, "ics": None}
MADE = "import sys, pathlib, benchmarks.archives as a; a.archive_of(pathlib.Path(sys.argv[1]), int(sys.argv[2]))"
PEER = "SELECT moment, what, pair, who, words FROM display ORDER BY key"


@dataclass(frozen=True)
class Cost:
    """CPU seconds, peak megabytes and bytes written of one run."""

    cpu: float
    memory: float
    written: int


def measured(command: list[str]) -> Cost:
    """The cost of a command whose standard output is a pipe that is read to its end."""
    reading, writing = os.pipe()
    child = subprocess.Popen(command, stdout=writing, stderr=subprocess.DEVNULL)
    os.close(writing)
    written = 0
    while data := os.read(reading, 1 << 20):
        written += len(data)
    os.close(reading)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, written)


def best(command: list[str], rounds: int) -> Cost:
    """The cheapest of the rounds."""
    return min((measured(command) for _ in range(rounds)), key=lambda cost: cost.cpu)


def main() -> None:
    parser = argparse.ArgumentParser(description="The cost of long listings in a pipe.")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--formats", default=",".join(BOUNDS))
    arguments = parser.parse_args()
    shell = shutil.which("sqlite3")
    if shell is None:
        sys.exit("pipes.py compares with the sqlite3 shell: install it first")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pipes.db"
        command = [sys.executable, "-c", MADE, str(path), str(arguments.records)]
        subprocess.run(command, check=True, cwd=Path(__file__).parents[1])
        report(shell, path, arguments)


def report(shell: str, path: Path, arguments: argparse.Namespace) -> None:
    """Measure peer and formats and print a line for each."""
    peer = best([shell, "-csv", str(path), PEER], arguments.rounds)
    print(f"{arguments.records} records, archive of {path.stat().st_size / 1e6:.0f} MB")
    print(f"{'sqlite3 -csv':14}{peer.cpu:7.2f} s {peer.memory:6.0f} MB {peer.written / 1e6:7.1f} MB")
    for name in arguments.formats.split(","):
        command = [sys.executable, "-m", "tiestui", "--archive", str(path), "timeline", "-f", name]
        cost, bound = best(command, arguments.rounds), BOUNDS.get(name)
        ratio = cost.cpu / peer.cpu
        verdict = "" if bound is None else f"bound {bound:4.1f}  {'ok' if ratio <= bound else 'MISSED'}"
        sizes = f"{cost.memory:6.0f} MB {cost.written / 1e6:7.1f} MB"
        print(f"{name:14}{cost.cpu:7.2f} s {sizes} {ratio:6.1f} x  {verdict}")


if __name__ == "__main__":
    main()
