"""The one tree of exceptions: each carries a message for a person and the exit status of the command.

A message says what happened, to which file or record, and what to do, in one line. Exceptions of this tree are
caught once, at the edge (the command line, the browser); everything else is a defect.
"""

from __future__ import annotations

DONE = 0
FAILED = 1
USAGE = 2
PARTIAL = 3
INTERRUPTED = 130


_SHOWN = 60


def quoted(value: str) -> str:
    """A value that somebody typed, for a message: in quotation marks, and cut when it is long."""
    return repr(value) if len(value) <= _SHOWN else f"{value[:_SHOWN]!r}…"


class TiestuiError(Exception):
    """Something failed that a person can act on. `message` is one line for them, `status` the exit status."""

    status = FAILED

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(TiestuiError):
    """The command or the query was wrong, not the data."""

    status = USAGE


class InputError(TiestuiError):
    """An input document or row could not be taken; the others can."""

    status = PARTIAL


class ArchiveError(TiestuiError):
    """The archive is missing, damaged, locked, too new, or has no such record."""


class FieldError(InputError):
    """A value that a field cannot have. `field` names it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(" ".join(f"{field}: {message}".splitlines()))
        self.field = field

    def __reduce__(self) -> tuple[type[FieldError], tuple[str, str]]:
        """What another process makes the error of again."""
        return (FieldError, (self.field, self.message.removeprefix(f"{self.field}: ")))
