"""The edge of the program: the one place where errors become messages and exit statuses.

Standard output is data, standard error is talk. A reader that closes the pipe (`| head`) ends the program quietly.
"""

from __future__ import annotations

import codecs
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence

from tiestui.errors import DONE, FAILED, INTERRUPTED, TiestuiError
from tiestui.model.safe import line

TWINS = "tiestui.twins"
"""The name of the error handler that writes what an encoding lacks as its nearest relation, else as an escape."""
_TWINS = {"·": "-", "•": "*", "–": "-", "—": "-", "…": "...", "\xa0": " ", "▲": "^", "●": "*", "§": "#", "█": "#"}
_TWINS |= dict.fromkeys("‘’‚", "'") | dict.fromkeys("“”„«»❝❞", '"') | {"⟦": "[[", "⟧": "]]"}

_SELDOM = 20_000
"""New values between two looks of the collector; Python's own 700 take a twentieth of an extraction."""

Command = Callable[[Sequence[str]], int]


def say(message: str) -> None:
    """One line of talk on standard error, safe for a terminal whatever a document or a file name put into it."""
    if sys.stderr is not None:
        print(f"tiestui: {line(message)}", file=sys.stderr)


def guarded(command: Command, argv: Sequence[str] | None) -> int:
    """Run `command` on the words; returns its exit status, or that of the error that ended it, after telling it.

    The collector of cyclic garbage is off meanwhile, as loading the program leaves it none and costs it a tenth of the
    start: a command that works long with many values turns it on.
    """
    prepare_streams()
    gc.disable()
    try:
        status = command(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
        return DONE
    except TiestuiError as error:
        say(error.message)
        return finish(error.status)
    except KeyboardInterrupt:
        say("interrupted")
        return finish(INTERRUPTED)
    except OSError as error:
        where = f"{error.filename or 'standard output'}: "
        silence(sys.stdout)
        say(f"{where}{error.strerror or error}")
        return FAILED
    finally:
        gc.enable()
    return status


def collect_seldom() -> None:
    """Turn the collector on for a command that extracts: looking seldom it costs nothing, and hardly more memory.

    Nearly all that extraction makes is gone when its document is done, without a collector.
    """
    gc.enable()
    gc.set_threshold(_SELDOM)


def finish(status: int) -> int:
    """Flush what was written before an error; returns `status` even if nobody reads on."""
    try:
        sys.stdout.flush()
    except OSError:
        silence(sys.stdout)
    return status


def prepare_streams() -> None:
    """Make both streams encode everything: UTF-8 in a pipe, the terminal's own encoding on a terminal.

    What cannot be encoded (a lone surrogate of a file name) is written as a backslash escape.
    """
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors=TWINS)
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _twin(error: UnicodeError) -> tuple[str, int]:
    """What stands for characters that the stream's encoding does not have."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_TWINS.get(c) or c.encode("ascii", "backslashreplace").decode() for c in lacking), error.end


codecs.register_error(TWINS, _twin)


def silence(stream: object) -> None:
    """Point the stream's file at nothing, so that the interpreter's own last flush cannot complain."""
    try:
        descriptor = stream.fileno()  # type: ignore[attr-defined]
    except (OSError, AttributeError, ValueError):
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, descriptor)
    os.close(nothing)
