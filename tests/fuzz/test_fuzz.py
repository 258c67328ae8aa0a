"""A bounded round of the fuzzing of every way in; the long one is `python -m tests.fuzz` (see CONTRIBUTING)."""

import pytest
from hypothesis import given

from .entries import ENTRIES


@pytest.mark.parametrize("name", ENTRIES)
def test_entry(name):
    entry = ENTRIES[name]

    @given(entry.values)
    def check(value):
        entry.check(value)

    check()
