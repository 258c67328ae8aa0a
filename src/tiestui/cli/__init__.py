"""The command line: one thin module a command, imported when it is called."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line on `argv` (default: the process's own words); returns the exit status."""
    from tiestui.cli.dispatch import run
    from tiestui.cli.edge import guarded

    return guarded(run, argv)
