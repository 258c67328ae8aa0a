"""What upgrades and agreements have told already, so that it is not told again as an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tiestui.extraction.events.happening import Happening
from tiestui.extraction.frame import Frame
from tiestui.model.records import Agreement, AnyRecord, Upgrade

# "Became the first member of the union to recognise": the recognition is the happening.
_IS_FIRST = re.compile(r"\bbecame\s+the\s+(?:\w+th|first|second|third|latest|last)\s[^,;]{1,80}\sto\s+$")
# "After arms had been seized, took up relations in 2013": the date is not the seizure's.
_HAD = re.compile(r"\bhad\s")
_HAD_REACH = 12
# "Full ties began with the opening of an embassy": one act.
_WITH_IT = re.compile(r"\s+(?:with|by|through)\s+(?:the\s+)?")
_OWN_CLAUSE = re.compile(r";\s|,\s+(?:and|but|while)\s+(?!\w+ed\b)")
# Expulsions, recalls and first envoys are happenings as well.
_EVENTS_TOO = ("envoys", "first envoy")


class Taken:
    """The acts of a document's upgrades and agreements, by the sentence that tells them."""

    def __init__(self, frame: Frame, told: Sequence[AnyRecord]) -> None:
        self._text = frame.text
        self._acts: dict[int | None, list[tuple[str | None, int, str]]] = {}
        self._promises: dict[int | None, int] = {}
        for record in told:
            if not isinstance(record, Upgrade | Agreement):
                continue
            passage = record.evidence[0]
            index = frame.analysis.sentence_at(passage.start)
            if isinstance(record, Agreement) and record.instrument == "commitment":
                said = record.why.words[0] if record.why is not None and record.why.words else ""
                place = passage.start + max(0, passage.text.lower().find(said))
                self._promises[index] = min(place, self._promises.get(index, place))
            elif record.why is not None and record.why.rule not in _EVENTS_TOO and record.modality == "actual":
                word = record.why.words[0] if record.why.words else ""
                place = passage.start + max(0, passage.text.lower().find(word))
                date = record.date.edtf if record.date else None
                self._acts.setdefault(index, []).append((date, place, word))

    def tells(self, index: int) -> bool:
        """Whether an upgrade or an agreement is told in sentence `index`."""
        return index in self._acts or index in self._promises

    def promise(self, index: int) -> int | None:
        """Where the first commitment of sentence `index` is told; its infinitives are no happenings."""
        return self._promises.get(index)

    def holds(self, index: int, item: Happening, date: str | None, at: int) -> bool:
        """Whether the sentence tells an act of that date by the same word, before it or nearer to the date's place."""
        word = item.words[0]
        dates = [told for told, _, _ in self._acts.get(index, ())]
        if date in dates and item.need == "near date":
            return True
        return any(
            told == date and (word in (first, *first.split()) or self._is_part(item, place, at))
            for told, place, first in self._acts.get(index, ())
        )

    def _is_part(self, item: Happening, act: int, at: int) -> bool:
        """Whether a happening belongs to the act told at `act`, both with the date at `at`."""
        text = self._text
        if item.start > act:
            # A date in front holds for a clause of its own as well: "On 3 May they signed it, and the troops left".
            return at > act or _OWN_CLAUSE.search(text, act, item.start) is None
        had = item.end <= act < at and _HAD.search(text, max(0, item.start - _HAD_REACH), item.end) is not None
        return (
            had
            or _WITH_IT.fullmatch(text, item.end, act) is not None
            or _IS_FIRST.search(text, item.start, act) is not None
        )
