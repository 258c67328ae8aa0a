"""A pattern that is compiled at its first use matches as one that is compiled at once."""

from __future__ import annotations

import re

import pytest

from tiestui.patterns import lazily

_TEXT = "The Treaty of 1921, the treaty of 1958"


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_a_lazy_pattern_matches_as_a_compiled_one(flags: re.RegexFlag) -> None:
    source = r"treaty of (?P<year>\d+)"
    lazy, compiled = lazily(source, flags), re.compile(source, flags)
    assert [m.span() for m in lazy.finditer(_TEXT)] == [m.span() for m in compiled.finditer(_TEXT)]
    assert lazy.sub("pact", _TEXT) == compiled.sub("pact", _TEXT)
    assert lazy.groupindex == compiled.groupindex


def test_a_wrong_pattern_says_so_at_its_first_use() -> None:
    pattern = lazily("(")
    with pytest.raises(re.error):
        pattern.search(_TEXT)
