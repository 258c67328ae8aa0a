"""`python -m tests.fuzz [--cases N] [--only NAME]`: many cases for every way in, and a table of what was tried."""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from types import FrameType

from hypothesis import HealthCheck, Phase, given, settings

from .entries import ENTRIES, Entry

SLOWEST = 20
"""Seconds that one case may take; more counts as a hang."""


class Hang(BaseException):
    """A case took longer than `SLOWEST`."""


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise Hang


def run(entry: Entry, cases: int) -> tuple[int, float, str | None]:
    """How many cases were tried, the slowest in seconds, and the first failure or None."""
    tried = 0
    slowest = 0.0

    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(entry.values)
    def check(value: object) -> None:
        nonlocal tried, slowest
        tried += 1
        start = time.perf_counter()
        signal.alarm(SLOWEST)
        try:
            entry.check(value)
        except Hang:
            raise AssertionError(f"a case took more than {SLOWEST} s") from None
        finally:
            signal.alarm(0)
            slowest = max(slowest, time.perf_counter() - start)

    try:
        check()
    except Exception:
        return tried, slowest, traceback.format_exc()
    return tried, slowest, None


def main() -> int:
    """Runs the entries and prints one line for each."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, help="cases for each way in (10,000)")
    parser.add_argument("--only", metavar="NAME", action="append", choices=list(ENTRIES), help="only this way in")
    arguments = parser.parse_args()
    signal.signal(signal.SIGALRM, _hang)
    failed = 0
    for name in arguments.only or ENTRIES:
        tried, slowest, failure = run(ENTRIES[name], arguments.cases)
        print(f"{name:20} {tried:7} cases  slowest {slowest:6.2f} s  {'FAILED' if failure else 'ok'}", flush=True)
        if failure:
            failed += 1
            print(failure, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
