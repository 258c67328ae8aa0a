"""Footnote marks of encyclopedias and papers ("relations.[1][2]", "trade[note 3]"): they are no words of a sentence."""

from __future__ import annotations

import re

_MARKS = re.compile(r"(?<=\S)(?:\[(?:\d{1,3}|[a-z]|(?:note|nb|citation) [\w ]{1,12})\])+(?!\w)")


def blank_footnotes(text: str) -> str:
    """The text with spaces for its footnote marks, of the same length."""
    return _MARKS.sub(lambda mark: " " * len(mark.group()), text) if "[" in text else text


def without_footnotes(text: str) -> str:
    """The text without its footnote marks."""
    return _MARKS.sub("", text) if "[" in text else text
