"""When: which of a sentence's dates an act has, and what it has when the sentence tells none.

A date in the act's own clause counts first, then one that opens the sentence, then what the document gives: the day
that the lead reports, else the document's own date (basis "document"). What cannot be known stays None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from tiestui.dates.builders import month_date, year_date
from tiestui.dates.grammar import FoundDate, Reference, find_dates
from tiestui.dates.partial import Basis, PartialDate
from tiestui.extraction.analysis import Analysis
from tiestui.extraction.counting import counted_from
from tiestui.extraction.gates import gate
from tiestui.extraction.genre import Genre
from tiestui.extraction.reach import TOO_FAR, distance, is_aside, is_at_meeting, is_in_since, touches
from tiestui.extraction.segment import MASK
from tiestui.extraction.story import Standpoint, Story, leans, opens_sentence

_SAME_OCCASION = re.compile(
    r"(?:During|At|On|In)\s+(?:the|that|this|his|her|their|the\s+same)\s+(?:\w+\s+)?(?:visit|meeting|talks"
    r"|summit|occasion|day|conference|ceremony|trip)\b|This\s+(?:date|day|event|act)\b"
)
# "the October Revolution", "the Monday Club": a month or weekday that is part of a name.
_NAME_AFTER = re.compile(
    r"\s+(?:Revolution|War|Crisis|Declaration|Accords?|Agreement|Group|Club|Uprising|Massacre|Process"
    r"|Manifesto|Movement)\b"
)
# "A month after the visit": counted from what is named behind it, whose day is not known here.
_AFTER_WHAT = re.compile(r"(?:\s?\bafter|before)\s+(?!that\b)[A-Za-z]")
_EARLIER = re.compile(r"\b(?:after|since|following|before)\b")
# "A partnership for the new century" is not dated by it.
_LONG = 3_600
_YEARS_AGO = 2
# A sentence with more dates than this is a table or a page without stops.
_MANY = 24
_NOT_UNTIL = re.compile(r"\b[Nn]ot\b|n['’]t\b")
OWN_KINDS = frozenset({"calendar", "weekday", "relative", "offset"})
"""Kinds of expression that tell when something was, not which one it is ("the 2014 treaty")."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and its basis; both None and "none" when unknown. `found`: the expression that it was read from."""

    date: PartialDate | None = None
    basis: Basis = "none"
    found: FoundDate | None = None


UNDATED = Dated()


@dataclass(slots=True)
class Dating:
    """The date expressions of a document's sentences, read in order so that "that December" has its day."""

    analysis: Analysis
    genre: Genre
    published: PartialDate | None
    lead: Dated
    _found: dict[int, list[FoundDate]] = field(default_factory=dict)
    _ahead: dict[int, list[FoundDate]] = field(default_factory=dict)
    _standpoints: list[Standpoint] = field(default_factory=list)

    def found(self, index: int, *, forward: bool = False) -> list[FoundDate]:
        """The date expressions of sentence `index`; with `forward`, weekdays and months are the coming ones."""
        if not forward:
            return self._found.get(index, [])
        if index not in self._ahead:
            self._ahead[index] = self._read(index, forward=True)
        return self._ahead[index]

    def _read(self, index: int, *, forward: bool = False) -> list[FoundDate]:
        sentence = self.analysis.sentences[index]
        if not self.analysis.tokens.gates[index] & gate("dates") and MASK not in sentence.masked:
            return []
        at = self._standpoints[index]
        reference = Reference(self.published, at.day, forward, at.own_year)
        return find_dates(self.analysis.text, sentence.start, sentence.end, reference)

    def read_all(self) -> None:
        """Read every sentence once, the story's day carried along."""
        story = Story(self.analysis, self.genre)
        for index, sentence in enumerate(self.analysis.sentences):
            self._standpoints.append(story.before(sentence))
            found = self._read_on(index, self._read(index))
            if found:
                self._found[index] = found
                story.tell(sentence, found)

    def _read_on(self, index: int, found: list[FoundDate]) -> list[FoundDate]:
        """The expressions, those that lean on a date of the same sentence ("a week later") read again against it."""
        if len(found) < 2:
            return found
        text, sentence = self.analysis.text, self.analysis.sentences[index]
        found = counted_from(text, sentence.start, found)
        base = next((item for item in found if item.kind == "calendar" and item.basis == "stated" and item.date), None)
        if base is None:
            return found
        # In a history, and behind "In March 1970, ...", a day without its year is of that year.
        own = self.published is None or opens_sentence(text, sentence, base)
        if not any(
            item.start > base.end
            and (leans(text, item) or (own and item.kind == "calendar" and item.basis == "relative"))
            for item in found
        ):
            return found
        again = find_dates(text, base.end, sentence.end, Reference(self.published, base.date, own_year=own))
        return [item for item in found if item.start <= base.start] + again

    def pick(
        self,
        index: int,
        span: tuple[int, int],
        anchor: tuple[int, int],
        *,
        forward: bool = False,
        kinds: frozenset[str] = OWN_KINDS,
        since: bool = False,
        aside: bool = True,
    ) -> Dated:
        """The date in `span` of sentence `index` that the words at `anchor` (both code points of the text) have.

        kinds: kinds of expression that may date it. since: whether "since 1992" dates it. aside: whether a date dates
        what is told to have been before it ("on Monday, a week after they broke off relations").
        """
        text = self.analysis.text
        best: tuple[int, FoundDate] | None = None
        found = self.found(index, forward=forward)
        for item in found if len(found) <= _MANY else _near(found, anchor, span):
            if item.date is None or not self._stands_in(item, span, anchor) or _only_names(text, item):
                continue
            if _is_led_on(text, item, span[0], since=since) or _is_of_other(text, item, anchor, since, aside):
                continue
            if item.kind not in kinds and not touches(text, item, anchor) and not is_at_meeting(item, anchor):
                continue
            cost = distance(text, item, span, anchor)
            if item.end <= anchor[0] and self._is_overtaken(index, item, anchor, forward=forward):
                cost += 100
            if cost < TOO_FAR and (best is None or cost < best[0]):
                best = (cost, item)
        return Dated(best[1].date, best[1].basis, best[1]) if best else UNDATED

    def _stands_in(self, item: FoundDate, span: tuple[int, int], anchor: tuple[int, int]) -> bool:
        """Whether a date stands in a stretch of its sentence, and in a quotation only when the act does."""
        masked = self.analysis.masked
        return span[0] <= item.start and item.end <= span[1] and not (masked[item.start] == MASK != masked[anchor[0]])

    def _is_overtaken(self, index: int, item: FoundDate, anchor: tuple[int, int], *, forward: bool) -> bool:
        """Whether another date stands between a date and the act behind it."""
        others = self.found(index, forward=forward)
        if len(others) > _MANY:
            return False
        return any(item.end <= o.start and o.end <= anchor[0] and o.kind in OWN_KINDS and o.date for o in others)

    def front(self, index: int) -> Dated:
        """The date that opens the sentence ("In 1996, ..."), else that of its heading: it holds for all clauses."""
        sentence = self.analysis.sentences[index]
        for item in self.found(index)[:3]:
            if item.date is not None and item.kind in OWN_KINDS and opens_sentence(self.analysis.text, sentence, item):
                return Dated(item.date, item.basis, item)
        heading = self._standpoints[index].heading
        return Dated(heading, "relative") if heading is not None else UNDATED

    def is_untold(self, index: int, span: tuple[int, int]) -> bool:
        """Whether a stretch of the sentence has a time that cannot be known: "several years ago"."""
        return any(
            item.date is None and item.kind == "offset" and span[0] <= item.start < span[1]
            for item in self.found(index)[:_MANY]
        )

    def only(self, index: int) -> Dated:
        """The sentence's date when it has exactly one."""
        if len(self.found(index)) > _MANY:
            return UNDATED
        items = [i for i in self.found(index) if i.date is not None and i.kind in OWN_KINDS and i.lead != "since"]
        return Dated(items[0].date, items[0].basis, items[0]) if len(items) == 1 else UNDATED

    def before(self, index: int, at: int) -> Dated:
        """The sentence's last date before a code point: "since 1978, when the talks collapsed"."""
        for item in reversed(self.found(index)[:_MANY]):
            if item.date is not None and item.end <= at and item.kind in OWN_KINDS:
                return Dated(replace(item.date, bound=None), item.basis, item)
        return UNDATED

    def of_narrative(self, index: int) -> Dated:
        """What the story has reached: the last date of the paragraph, for "during the visit"; else its year."""
        sentence = self.analysis.sentences[index]
        narrative = self._standpoints[index].day
        before = self.analysis.sentences[index - 1] if index else None
        if narrative is None or before is None or before.paragraph != sentence.paragraph or narrative.days > 366:
            return UNDATED
        if _SAME_OCCASION.match(sentence.masked):
            return Dated(narrative, "relative")
        if narrative.earliest.year == narrative.latest.year:
            return Dated(year_date(narrative.earliest.year), "relative")
        return UNDATED

    def is_to_come(self, when: Dated) -> bool:
        """Whether a date lies behind the day of the report."""
        return when.date is not None and self.published is not None and when.date.earliest > self.published.latest

    def long_ago(self, index: int) -> Dated:
        """What the paragraph's story has reached when that is years before the report: for what it tells undated."""
        told = self.of_narrative(index)
        if (
            told.date is None
            or self.published is None
            or told.date.latest.year > self.published.earliest.year - _YEARS_AGO
        ):
            return UNDATED
        return told

    def of_document(self) -> Dated:
        """The day that the lead reports, else the document's date; unknown in a history."""
        if self.genre == "history":
            return UNDATED
        if self.lead.date is not None:
            return self.lead
        if self.published is not None:
            own = self.published
            return Dated(own if own.bound is None else replace(own, bound=None), "document")
        return UNDATED

    def around(self) -> Dated:
        """Month or year that the lead's day and the document's date share: for an undated act of the visit reported."""
        known = self.of_document().date
        other = self.published or known
        if known is None or other is None or self.genre == "history":
            return UNDATED
        months = {(day.year, day.month) for day in (known.earliest, known.latest, other.earliest, other.latest)}
        if len(months) == 1:
            year, month = months.pop()
            return Dated(month_date(year, month), "document")
        years = {year for year, _ in months}
        return Dated(year_date(years.pop()), "document") if len(years) == 1 else UNDATED


def _only_names(text: str, item: FoundDate) -> bool:
    """Whether an expression is part of a name, or counts from what stands behind it and is not known here."""
    if item.kind == "offset" and _AFTER_WHAT.match(text, item.end - 6):
        return True
    return item.basis == "relative" and _NAME_AFTER.match(text, item.end) is not None


def _is_led_on(text: str, item: FoundDate, start: int, *, since: bool) -> bool:
    """Whether its preposition makes a date the end or the length of something: "until 1996", "for a century"."""
    if item.lead in ("until", "till"):
        return _NOT_UNTIL.search(text, start, item.start) is None
    if item.lead == "since":
        return not since
    return item.lead == "for" and item.date is not None and item.date.days > _LONG


def _is_of_other(text: str, item: FoundDate, anchor: tuple[int, int], since: bool, aside: bool) -> bool:
    """Whether a date before an act belongs to something else that is told between them."""
    if item.end > anchor[0]:
        return False
    if is_aside(text, item, anchor) or (not since and is_in_since(text, item, anchor)):
        return True
    return not aside and _EARLIER.search(text, item.end, anchor[0]) is not None


def _near(found: list[FoundDate], anchor: tuple[int, int], span: tuple[int, int]) -> list[FoundDate]:
    """Of very many expressions of one sentence those around the words at `anchor`, and the first of the stretch."""
    at = bisect_left(found, anchor[0], key=lambda item: item.start)
    first = bisect_left(found, span[0], key=lambda item: item.start)
    return [*found[first : first + 1], *found[max(first + 1, at - _MANY // 2) : at + _MANY // 2]]
