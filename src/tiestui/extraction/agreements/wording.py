"""The words of an agreement's record: its title and the fields that its text lists."""

from __future__ import annotations

import re

LONGEST_TITLE = 140
_MARKS = " ,;:.“”\"‘’'–—-"
_LISTED = re.compile(
    r"\b(?:including|such\s+as|covering|cover|in\s+(?:the\s+)?(?:fields?|areas?|sectors?|spheres?)\s+(?:of"
    r"|like|such\s+as|including)|in\s+areas\s+including|ranging\s+from|concerning|relating\s+to|related\s+"
    r"to|spanning)\s+(?P<list>[^.;:()]+)",
    re.IGNORECASE,
)
_OTHER_FIELDS = re.compile(
    r"\bin\s+(?P<list>(?:[\w-]+(?:\s+[\w-]+){0,2},\s+)+(?:[\w-]+\s+){1,3}and\s+other\s+(?:fields|areas"
    r"|sectors))",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s+(?:to|in\s+order|with\s+a\s+view|which|that|as\s+well|during|at\s+the|for\s+the|on\s+the|while"
    r"|when|between|under|through|by|was|were|will|signed|in\s+(?:the|\d))\b"
)
_SPLIT = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+as\s+well\s+as\s+")
_LAST_AND = re.compile(r"\s+(?:and|or)\s+(?=[^,]*$)")
_DROP = re.compile(r"^(?:the|a|an|other|various|their|its|in|of|on|and)\s+", re.IGNORECASE)
_MOST_WORDS = 5
_ARTICLE = re.compile(r"^(?:an?|the|its|their|his|her|our|some|several|this|that)\s+", re.IGNORECASE)


def squeezed(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def titled(text: str) -> str:
    """A title of a passage: on one line, without its article, cut at a word with an ellipsis when it is long."""
    return sentence_title(_ARTICLE.sub("", squeezed(text).strip(_MARKS)))


def sentence_title(text: str) -> str:
    """A title of a clause: on one line, cut at a word with an ellipsis when it is long."""
    title = squeezed(text).strip(_MARKS)
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def fields_of(text: str) -> tuple[str, ...]:
    """The fields that a passage lists ("including trade, health and tourism"), in lower case."""
    match = _LISTED.search(text) or _OTHER_FIELDS.search(text)
    if match is None:
        return ()
    listed = match["list"]
    cut = _CUT.search(listed)
    if cut is not None:
        listed = listed[: cut.start()]
    parts = _SPLIT.split(listed)
    last = _LAST_AND.split(parts[-1])
    if len(parts) > 1 or len(last) > 1:
        parts[-1:] = last
    fields: dict[str, None] = {}
    for part in parts:
        field = squeezed(_DROP.sub("", squeezed(part).strip(' ,.”"')))
        field = re.sub(r"^(?:fields|areas|sectors)\s+of\s+|\s+(?:fields|areas|sectors)$", "", field)
        if (
            field
            and len(field.split()) <= _MOST_WORDS
            and not field[0].isdigit()
            and field not in ("fields", "areas", "sectors", "others")
        ):
            fields.setdefault(field if any(c.isupper() for c in field[1:]) else field.lower())
    return tuple(fields)
