"""The command line: one thin module a command, imported when it is called."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    raise SystemExit("tiestui: the command line is not built yet")
