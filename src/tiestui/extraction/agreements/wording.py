"""The words of an agreement's record: its title and the fields that its text lists."""

from __future__ import annotations

import re

from tiestui.extraction.footnotes import without_footnotes

LONGEST_TITLE = 1_000
"""Code points of a title: only a line without stops is longer, and views cut for their width themselves."""
_MARKS = " ,;:.“”\"‘’'–—-"
_FIELD_WORDS = r"(?:fields?|areas?|sectors?|spheres?|domains?|issues|topics|subjects)"
_FIELD_STEMS = ("field", "area", "sector", "sphere", "domain", "issues", "topics", "subjects")
_IN_FIELDS = re.compile(
    rf"\b{_FIELD_WORDS}(?:\s+of\s+(?:common|mutual)\s+\w+)?,?\s+(?:of|like|such\s+as|including)\s+"
    rf"(?P<list>[^.;:()]+)",
    re.IGNORECASE,
)
_OTHER_FIELDS = re.compile(
    rf"\bin\s+(?P<list>(?:[\w-]+(?:\s+[\w-]+){{0,2}},\s+)*(?:[\w-]+\s+){{1,3}}and\s+other\s+{_FIELD_WORDS})",
    re.IGNORECASE,
)
# What an instrument's text lists: "covering trade, health and tourism", "memoranda on visas, ports and customs".
_COVERING = re.compile(
    r"\b(?:including|covering|cover|spanning|ranging\s+from|concerning)\s+(?P<list>[^.;:()]+)", re.IGNORECASE
)
_ON_LIST = re.compile(
    r"\bon\s+(?P<list>[\w-]+(?:\s+[\w-]+){0,3}(?:,\s+[\w-]+(?:\s+[\w-]+){0,3})+,?\s+and\s+[\w-]+(?:\s+"
    r"[\w-]+){0,3})"
)
_DOING = re.compile(
    r"^(?:\w+ly\s+)?(?:increase|expand|promote|deepen|strengthen|develop|support|build|enhance|improve"
    r"|facilitate|advance|encourage"
    r"|protect|combat|fight|jointly|ensure|create|open|provide|a|an|two|three|four|five|several|one)\b"
)
_CUT = re.compile(
    r"\s+(?:to|in\s+order|with\s+a\s+view|which|that|as\s+well|during|at\s+the|for\s+the|on\s+the|while"
    r"|when|between|under|through|by|was|were|will|signed|in\s+(?:the|\d))\b"
)
_SPLIT = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+as\s+well\s+as\s+")
_LAST_AND = re.compile(r"\s+(?:and|or)\s+(?=[^,]*$)")
_DROP = re.compile(r"^(?:the|a|an|other|various|their|its|in|of|on|and)\s+", re.IGNORECASE)
_MOST_WORDS = 4
_LOOSE_END = re.compile(
    r"(?:[\s,]+(?:and|but|or|nor|which|who|that|while|when|where|as|if|however|thereby|will|would|shall"
    r"|has|have|had|was|were|is|are|be|been)\b)+(?:\s+(?:on|in|by|at)\s+[^,]{3,20},?\s+\d{4})?$"
)
# ", according to the ministry", ", the daily reported": who tells it is no part of it.
_TOLD_BY = re.compile(
    r",\s+(?:according\s+to\b[^;]*|(?!(?:which|who|that|where|when|while|as|after|before)\b)(?:[\w.’'“”\"-]+\s+){1,8}?"
    r"(?:said|says|reported|reports|announced|added|stated|noted|told\s+\w+)"
    r"(?:\s+(?:on|in|late|early|at)\s[^,]{1,30}|\s+\w+day)?)$"
)
_FEWEST_WORDS = 3
_ARTICLE = re.compile(r"^(?:an?|the|its|their|his|her|our|some|several|this|that)\s+", re.IGNORECASE)


def squeezed(text: str) -> str:
    """The text with single spaces, without footnote marks."""
    return " ".join(without_footnotes(text).split())


def titled(text: str) -> str:
    """A title of a passage: on one line, without its article, cut at a word with an ellipsis when it is long."""
    return sentence_title(_ARTICLE.sub("", squeezed(text).strip(_MARKS)))


def sentence_title(text: str) -> str:
    """A title of a clause: on one line, cut at a word with an ellipsis when it is long."""
    title = squeezed(text).strip(_MARKS)
    told = _TOLD_BY.search(title)
    if told is not None and title[: told.start()].count(" ") >= _FEWEST_WORDS - 1:
        title = title[: told.start()]
    title = _LOOSE_END.sub("", title.strip(_MARKS))
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def fields_of(text: str, *, instrument: bool) -> tuple[str, ...]:
    """The fields that a passage lists ("in areas such as trade, health and tourism"), in lower case.

    instrument: whether the passage tells of an instrument, of which "including" and "on" list the fields as well.
    """
    named = (_IN_FIELDS, _OTHER_FIELDS) if _names_fields(text) else ()
    patterns = (*named, _COVERING, _ON_LIST) if instrument else named
    match = next((found for pattern in patterns if (found := pattern.search(text)) is not None), None)
    if match is None:
        return ()
    listed = match["list"]
    cut = _CUT.search(listed)
    if cut is not None:
        listed = listed[: cut.start()]
    parts = _SPLIT.split(listed)
    parts[-1:] = _LAST_AND.split(parts[-1])
    fields: dict[str, None] = {}
    for part in parts:
        field = _field(part)
        if field:
            fields.setdefault(field)
    return tuple(fields)


def _names_fields(text: str) -> bool:
    """Whether a word for fields stands in a passage, as the first two patterns want."""
    lower = text.lower()
    return any(map(lower.__contains__, _FIELD_STEMS))


def _field(part: str) -> str | None:
    """One field of a list, or None when it is a name, a deed or a number."""
    field = squeezed(_DROP.sub("", squeezed(part).strip(' ,.”"')))
    field = re.sub(rf"^{_FIELD_WORDS}\s+of\s+|\s+{_FIELD_WORDS}$", "", field, flags=re.IGNORECASE)
    words = field.split()
    if not words or len(words) > _MOST_WORDS or field[0].isdigit() or re.fullmatch(f"{_FIELD_WORDS}|others", field):
        return None
    if _DOING.match(field) or any(word[0].isupper() and not word.isupper() for word in words):
        return None
    return field
