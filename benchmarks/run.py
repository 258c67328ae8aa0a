"""Every measure of the README's performance table, in one run, as one Markdown table; says what is missed.

    python benchmarks/run.py [--records N] [--only NAME]... [--rounds N] [--keep DIR] [--peers DIR]...

NAME is that of a module: archives, startup, pipes, browser, extraction, folders, peers, quotations. Every figure is a
ratio of two things that were measured in the same run, so that it tells of the program and not of the machine. With
1,000,000 records it takes about ten minutes, 3 GB of disk, and a machine that has nothing else to do. Peers
(`pip install visidata sqlite-utils textacy`, ripgrep and the sqlite3 shell) are used if they are on the PATH or in a
folder named by --peers; a missing one is named and passed over. The status is 0 even when a bound is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.measure import Line, Setup, add_flags, print_table, setup_of  # noqa: E402 - found by the line above

MODULES = ("startup", "archives", "pipes", "browser", "peers", "folders", "extraction", "quotations")


def lines(setup: Setup, names: tuple[str, ...]) -> Iterator[Line]:
    """The lines of the modules, one after another."""
    for name in names:
        yield from import_module(f"benchmarks.{name}").lines(setup)


def main() -> None:
    """Run them and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", action="append", choices=MODULES, metavar="NAME", help=", ".join(MODULES))
    add_flags(parser)
    arguments = parser.parse_args()
    with setup_of(arguments) as setup:
        missed = print_table(lines(setup, tuple(arguments.only or MODULES)))
    print(f"\n{missed or 'No'} bound{'' if missed == 1 else 's'} missed.")


if __name__ == "__main__":
    main()
