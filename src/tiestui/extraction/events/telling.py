"""How a happening is told, and when: done, planned or wished; the date of its own clause."""

from __future__ import annotations

import re

from tiestui.extraction.events.happening import SENT_AWAY, Happening
from tiestui.extraction.frame import Frame
from tiestui.extraction.standing import Standing, standing, standing_after
from tiestui.extraction.when import UNDATED, Dated
from tiestui.patterns import lazily

Span = tuple[int, int]

OPPORTUNITY_REACH = 110
"""How far before talks the visit is named that gave occasion for them, in code points."""
_FAR = 160
_LONGEST = 366
_DURING = lazily(
    r"\b(?:during|amid|in\s+the\s+course\s+of|on\s+the\s+(?:sidelines|margins)\s+of|as\s+part\s+of)\s+(?:\S+\s+){0,6}$",
    re.IGNORECASE,
)
# "Met on the margins of a summit": the summit is only where it was.
ON_THE_MARGINS = lazily(r"\b(?:on|at|in)\s+the\s+(?:sidelines|margins|fringes)\s+of\s+(?:\S+\s+){0,6}$", re.IGNORECASE)
"""What goes before a gathering that is named only as the place of another."""
# "They will sign it on Friday after talks in Bern": the talks are to come as well.
_TO_COME_BEFORE = lazily(
    r"\b(?:will|shall|(?:is|are)\s+(?:due\s+|set\s+|scheduled\s+|expected\s+)?to)\s+(?:be\s+)?[a-z]+\b[^;,.]{0,90}?"
    r"\b(?:after|before|during|at|following|ahead\s+of|in)\s+(?:[\w.’'-]+\s+){0,5}?$"
)
# "The visit gave them the opportunity for discussions": they were held.
OPPORTUNITY = lazily(
    r"\b(?:provided|gave|given|had|afforded|offered)\b[^;]{0,80}\b(?:opportunity|chance)\s+(?:for|to)\b"
)
"""That talks had an occasion says that they were held."""
_WHEN = lazily(r",?\s+when\s[^,;]*$")


def told_how(frame: Frame, index: int, item: Happening, span: Span) -> Standing:
    """How a happening is told: what is only to come is planned, what a visit gave occasion for was done."""
    masked = frame.analysis.masked
    told = standing(masked, frame.analysis.sentences[index].start, item.verb, item.form)
    if told == "wish" and OPPORTUNITY.search(masked, max(span[0], item.verb - OPPORTUNITY_REACH), item.verb):
        told = "actual"
    if item.form == "base" and told == "actual" and frame.dating.published is not None:
        # "Decided to hold a forum in the fall".
        ahead = frame.dating.pick(index, span, (item.start, item.end), forward=True)
        return "planned" if frame.dating.is_to_come(ahead) else told
    if item.form == "noun" and told == "actual":
        begin = max(frame.analysis.sentences[index].start, item.verb - _FAR)
        if _TO_COME_BEFORE.search(masked, begin, item.verb):
            ahead = frame.dating.pick(index, span, (item.start, item.end), forward=True)
            if ahead.date is not None:
                return "planned"
        return standing_after(masked, item.end, span[1])
    return told


def own_date(frame: Frame, index: int, item: Happening, span: Span, told: Standing) -> Dated:
    """The date of the happening's own clause; "during his visit" has that of the sentence."""
    dating = frame.dating
    if item.rule == SENT_AWAY:
        # "Ordered him to leave by Sunday": the last day, not that of the order.
        span = (span[0], min(span[1], item.end))
    # A trade figure's clause may have another's behind its noun: "trade, which fell to 2 million in 1990, stood at".
    begin = item.verb if item.kind == "trade" else item.start
    own = dating.pick(index, span, (begin, item.end), forward=told in ("planned", "wish"))
    if own.date is not None and own.date.days > _LONGEST and item.kind in ("visit", "meeting"):
        # "Following the talks, they signed a plan for 2020 to 2024".
        return UNDATED
    if own.date is None:
        own = of_when_clause(frame, index, item)
    during = item.form == "noun" and item.kind in ("visit", "meeting")
    if own.date is None and during and _DURING.search(frame.text[span[0] : item.verb]):
        return dating.only(index)
    return own


def of_when_clause(frame: Frame, index: int, item: Happening) -> Dated:
    """The date that a clause of "when" explains: "since 2012, when the mines were seized"."""
    begin = frame.analysis.sentences[index].start
    when = _WHEN.search(frame.text, begin, item.verb)
    dated = frame.dating.before(index, when.start()) if when is not None else UNDATED
    told = when is not None and dated.found is not None and dated.found.end == when.start()
    return dated if told else UNDATED
