"""Errors go from one process to another whole: readers and importers may run in any."""

from __future__ import annotations

import pickle

import pytest

from tiestui.errors import ArchiveError, FieldError, InputError, TiestuiError, UsageError


@pytest.mark.parametrize(
    "error",
    [TiestuiError("a"), UsageError("a"), InputError("a"), ArchiveError("a"), FieldError("rank", "9 is\nno rank: 1 is")],
    ids=lambda error: type(error).__name__,
)
def test_an_error_arrives_whole(error: TiestuiError) -> None:
    arrived = pickle.loads(pickle.dumps(error))
    assert (type(arrived), arrived.message, str(arrived)) == (type(error), error.message, str(error))
    assert vars(arrived) == vars(error)
