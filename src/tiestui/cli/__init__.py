"""The command line: one thin module a command, imported when it is called."""

from __future__ import annotations

import gc
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line on `argv` (default: the words of the process, which ends then); returns the exit status."""
    from tiestui.cli.dispatch import run
    from tiestui.cli.edge import guarded

    status = guarded(run, argv)
    if argv is None:
        gc.freeze()  # the interpreter would look through all that was loaded for garbage, a tenth of a listing's time
    return status
