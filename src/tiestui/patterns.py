"""Regular expressions that are compiled when they are first used.

A document needs less than half of the patterns that the rules know, and compiling all of them takes longer than reading
ten articles.
"""

from __future__ import annotations

import re
from typing import cast


class _Pattern:
    """Stands for a pattern: compiled when it is first asked for one of its methods, which it keeps."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def lazily(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The pattern `re.compile(source, flags)`, compiled at its first use."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
