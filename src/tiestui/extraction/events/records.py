"""Happenings of a sentence become events: which of them count, their dates, parties, passages and titles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from tiestui.extraction.clauses import partition, trimmed
from tiestui.extraction.events.concerning import concerns_parties
from tiestui.extraction.events.happening import RANKING, Happening
from tiestui.extraction.events.passages import passage
from tiestui.extraction.events.taken import Taken
from tiestui.extraction.events.telling import (
    ON_THE_MARGINS,
    OPPORTUNITY,
    OPPORTUNITY_REACH,
    of_when_clause,
    own_date,
    told_how,
)
from tiestui.extraction.events.titles import title_of
from tiestui.extraction.frame import Frame
from tiestui.extraction.reach import in_one_breath
from tiestui.extraction.topics import topics_of
from tiestui.extraction.when import Dated
from tiestui.model.records import Event, Modality, Why
from tiestui.patterns import lazily

_NEAR = 45
_NEAR_OF = 65
_FAR = 160
_OPENING = 3
_LEAD = 2
_SOON = 3
_LONGEST = 366
_GOING_ON = 70
_WITH_WHOM = 110
_ENCOUNTERS = ("visit", "meeting", "ceremony")
_GOES_ON = lazily(
    r"(?:began|started|ended|opened|held|resumed|concluded|collapsed|suspended|continued|cancelled|canceled"
    r"|postponed|closed|celebrated)$"
)
# "Referred to the recent meeting": told of again.
_SPOKEN_OF = lazily(r"\brefer\w*\s+to\s+(?:(?:the|their|his|her|a)\s+)?(?:[\w.’'-]+\s+){0,3}$")
# "Agreed to hold annual talks".
_OFTEN = lazily(r"[a-z]+\s+(?:annual|regular|periodic|yearly|frequent)\s")
_SAME_TWO = lazily(
    r"(?:They|Both|The\s+(?:two|pair|leaders|ministers|presidents|sides|officials))\b(?:\s+[a-z]+){0,3}\s+(?:also\s+|\w+ly\s+)?$"
)
_NOW = lazily(r"(?:is|are)\b")
_NAME = lazily(r"\b[A-Z][\w’'-]+")
_PURPOSE = lazily(r"\bfor\s+(?:\w+\s+){0,2}$")
Span = tuple[int, int]


@dataclass(slots=True)
class EventWriter:
    """Makes a document's events, sentence by sentence; remembers who met whom, so that nobody meets twice."""

    frame: Frame
    taken: Taken
    seen: set[str] = field(default_factory=set)
    met_on: str | None = None
    met_at: int | None = None

    def write(self, index: int, found: list[Happening]) -> Iterator[Event]:
        """The events of sentence `index`, of the happenings found there."""
        sentence = self.frame.analysis.sentences[index]
        chosen = self._chosen(index, found)
        spans = partition(self.frame.text, [(h.start, h.end) for h in chosen], sentence.start, sentence.end)
        used: set[int] = set()
        tried: set[tuple[str, Span]] = set()
        told: set[Span] = set()
        for item, span in sorted(zip(chosen, spans, strict=True), key=_order):
            if item.kind in _ENCOUNTERS and item.need != "near date" and (item.kind, span) in tried:
                continue
            if span in told and (item.must_be_dated or (item.form == "noun" and not item.named)):
                continue
            if item.kind == "meeting" and (self._is_purpose(item, chosen) or self._is_setting(item, chosen)):
                continue
            if item.kind in ("meeting", "visit") and self._is_promised(index, item):
                continue
            tried.add((item.kind, span))
            record = self._record(index, item, span, used, chosen)
            if record is not None:
                told.add(span)
                yield record

    def _chosen(self, index: int, found: list[Happening]) -> list[Happening]:
        """The happenings that may count: of those that must be dated only the dated ones that nothing else tells."""
        strong = [item for item in found if not item.must_be_dated]
        chosen = list(strong)
        sentence = self.frame.analysis.sentences[index]
        for item in found:
            if not item.must_be_dated or (item.form == "base" and self.taken.promise(index) is not None):
                continue
            when = self.frame.dating.pick(index, (sentence.start, sentence.end), (item.start, item.end))
            when = when if when.date is not None else of_when_clause(self.frame, index, item)
            if (
                when.date is not None
                and when.found is not None
                and not self.taken.holds(index, item, when.date.edtf, when.found.start)
                and not _repeats(item, strong)
            ):
                chosen.append(item)
        return sorted(chosen, key=lambda item: item.start)

    def _is_promised(self, index: int, item: Happening) -> bool:
        """Whether talks or visits are only what a commitment promises: "agreed to hold consultations"."""
        promise = self.taken.promise(index)
        if promise is None or item.form not in ("noun", "base"):
            return False
        if item.kind == "visit":
            return item.start > promise and item.words[0] == "visits"
        often = item.form == "base" and _OFTEN.match(self.frame.text, item.start) is not None
        return not self.frame.dating.found(index) or (often and item.start > promise)

    def _is_purpose(self, item: Happening, chosen: list[Happening]) -> bool:
        """Whether a meeting is only what a visit told before it is for: "is in Lima for talks"."""
        at = bisect_left(chosen, item.start, key=lambda other: other.start)
        after_visit = any(other.kind == "visit" for other in chosen[max(0, at - 3) : at])
        if item.form != "noun" or (item.named and not after_visit):
            return False
        if OPPORTUNITY.search(self.frame.text, max(0, item.start - OPPORTUNITY_REACH), item.start):
            return False
        return _PURPOSE.search(self.frame.text, max(0, item.start - 30), item.start) is not None

    def _is_setting(self, item: Happening, chosen: list[Happening]) -> bool:
        """Whether a gathering is only where another took place: "met on the margins of a summit"."""
        at = bisect_left(chosen, item.start, key=lambda other: other.start)
        if item.form != "noun" or not any(other.kind == "meeting" for other in chosen[max(0, at - 3) : at]):
            return False
        return ON_THE_MARGINS.search(self.frame.text, max(0, item.start - _WITH_WHOM), item.start) is not None

    def _record(self, index: int, item: Happening, span: Span, used: set[int], others: list[Happening]) -> Event | None:
        told = told_how(self.frame, index, item, span)
        if told == "denied" or (told == "wish" and item.form != "noun"):
            return None
        own = own_date(self.frame, index, item, span, told)
        if told == "actual" and self.frame.dating.is_to_come(own):
            told = "planned"
        if told == "wish" and own.date is None:
            return None
        if item.must_be_dated and not self._is_dated(index, item, own, used):
            return None
        planned = told in ("planned", "wish")
        promised = self.taken.promise(index) is not None and item.form == "noun"
        if (item.need == "near date" or promised) and own.found is not None and own.found.lead == "by":
            # "Agreed to set up a commission by 2030".
            return None
        if self._is_told_again(index, item, own):
            return None
        if own.date is None and (planned or not self._stands_alone(index, item, span)):
            return None
        start, end = trimmed(self.frame.text, *passage(self.frame, index, item, span, own))
        return self._made(item, (start, end), own if own.date else self._undated(index, item), planned, others)

    def _is_told_again(self, index: int, item: Happening, own: Dated) -> bool:
        """Whether a meeting is only spoken of, or is the one that the same two had that day by a sentence before."""
        text, start = self.frame.text, self.frame.analysis.sentences[index].start
        if item.kind != "meeting":
            return False
        if item.form == "noun":
            return own.date is None and _SPOKEN_OF.search(text, max(start, item.start - _NEAR), item.start) is not None
        if self.met_at is None or index - self.met_at > _SOON:
            return False
        same = _SAME_TWO.search(text, max(start, item.verb - _NEAR), item.verb)
        told_on = own.date.edtf if own.date is not None else None
        return same is not None and told_on in (None, self.met_on)

    def _made(self, item: Happening, span: Span, when: Dated, planned: bool, others: list[Happening]) -> Event | None:
        parties = self.frame.parties.of(*span)
        if not parties:
            return None
        self.seen.add(item.kind)
        if item.kind == "meeting":
            self.seen |= self._names(*span)
            self.met_at = self.frame.analysis.sentence_at(span[0])
            self.met_on = when.date.edtf if when.date is not None else None
        words = self.frame.text[span[0] : span[1]]
        modality: Modality = "planned" if planned else "actual"
        return Event(
            pair=self.frame.parties.pair_of(parties),
            parties=parties,
            date=when.date,
            date_basis=when.basis,
            modality=modality,
            title=title_of(self.frame, item, span, others),
            topics=topics_of(words),
            evidence=self.frame.evidence(*span),
            kind=item.kind,
            why=Why(item.rule, item.words),
        )

    def _is_dated(self, index: int, item: Happening, own: Dated, used: set[int]) -> bool:
        """Whether the date is near, the happening's own, and it concerns the parties."""
        if own.date is None or own.found is None:
            return False
        if own.found.start in used and own.found != self.frame.dating.front(index).found:
            return False
        if item.form != "noun" and own.date.days > _LONGEST:
            # "Many left between 2009 and 2013".
            return False
        if own.found.start <= item.start < own.found.end:
            # "A year after the war had ended in 1962": the words of the date itself.
            return False
        gap = max(own.found.start - item.end, item.start - own.found.end, 0)
        between = self.frame.text[min(item.end, own.found.end) : max(item.start, own.found.start)]
        behind = own.found.start >= item.end and self.frame.text.startswith(" of ", item.end)
        near = _NEAR_OF if behind else _NEAR
        if ";" in between or gap > (near if item.need == "near date" else _FAR):
            return False
        used.add(own.found.start)
        return concerns_parties(self.frame, index, item) and not self.taken.holds(
            index, item, own.date.edtf, own.found.start
        )

    def _stands_alone(self, index: int, item: Happening, span: Span) -> bool:
        """Whether an undated happening is more than a pointer back ("after the talks", "before meeting with Ek")."""
        if item.need == "telling" or (item.need == "nothing" and item.form not in ("noun", "gerund")):
            return True
        if item.kind == "visit":
            return item.need in ("nothing", "names or date") and "visit" not in self.seen
        if item.kind == "meeting" and "meeting" in self.seen:
            names = self._names(item.start, min(span[1], item.end + _WITH_WHOM))
            return item.need == "nothing" and item.rule != "round of talks" and not names <= self.seen
        if item.need == "names or date":
            return index <= _OPENING and item.kind not in self.seen
        return item.need == "nothing"

    def _names(self, start: int, end: int) -> set[str]:
        """Capitalised words, for comparing who meets whom."""
        return {word.removesuffix("’s").removesuffix("'s") for word in _NAME.findall(self.frame.text[start:end])}

    def _undated(self, index: int, item: Happening) -> Dated:
        """The date of a happening that its sentence does not date: the front's, the story's, the visit's month."""
        dating = self.frame.dating
        front = dating.front(index)
        if front.date is not None or item.kind == "trade":
            return front if front.date is not None else dating.only(index)
        shared = dating.only(index)
        if shared.found is not None and in_one_breath(self.frame.text, shared.found, item.verb):
            return shared
        if self.frame.genre == "history":
            return dating.of_narrative(index)
        if _NOW.match(self.frame.text, item.verb) and dating.published is not None:
            # "Is in Lima for talks": on the day of the report.
            return Dated(dating.published, "document")
        return dating.of_document() if index < _LEAD or self.frame.genre == "communiqué" else dating.around()


def _order(pair: tuple[Happening, Span]) -> tuple[int, bool, int]:
    item, _ = pair
    return RANKING[item.kind], item.form == "noun", item.start


def _repeats(item: Happening, strong: list[Happening]) -> bool:
    """Whether a verb only says that a meeting or visit named before it takes place: "the talks ended"."""
    if not _GOES_ON.match(item.words[0]):
        return False
    last = bisect_left(strong, item.start, key=lambda other: other.start)
    near = strong[max(0, last - 2) : last]
    return any(0 <= item.start - other.end <= _GOING_ON and other.kind in _ENCOUNTERS for other in near)
