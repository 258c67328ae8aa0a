"""Who "I" is outside quotations: the writer whom a byline names, or who signs a letter or a cable with a name alone."""

from __future__ import annotations

import re

from tiestui.extraction.analysis import Analysis
from tiestui.model import Speaker

_NAME = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*)(?: (?:[^\W\d_a-z][\w.’'-]*|de|da|van|von|bin|al)){0,3}")
_BY = re.compile(r"by\s+", re.IGNORECASE)
_LONGEST_SIGNATURE = 40


def narrator_of(analysis: Analysis) -> Speaker | None:
    """The writer of a document, when its byline is one name or its last paragraph nothing but a name."""
    byline = _BY.sub("", analysis.document.metadata.byline or "", count=1).strip()
    if _NAME.fullmatch(byline):
        return Speaker(byline)
    if len(analysis.paragraphs) < 2:
        return None
    start, end = analysis.paragraphs[-1]
    last = analysis.text[start:end].strip()
    signed = end - start <= _LONGEST_SIGNATURE and _NAME.fullmatch(last) and not last.isupper()
    return Speaker(last) if signed else None
