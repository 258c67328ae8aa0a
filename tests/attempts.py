"""What a reader says to anything at all: a result, or an `InputError` with its message."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from tiestui.errors import InputError

P = ParamSpec("P")
R = TypeVar("R")


def taken(read: Callable[P, R], *args: P.args, **options: P.kwargs) -> tuple[R | None, str]:
    """The result and "", or None and the message; any other exception is a defect and passes through."""
    try:
        return read(*args, **options), ""
    except InputError as error:
        return None, error.message
