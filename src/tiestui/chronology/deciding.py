"""Decisions applied to merged records: pure, in order of time, each to the record that its anchor finds.

What finds no record by its ids is looked for by its passage, in the same source only, and else waits: its source may
come back. An edit that a record of today cannot take (a field it has no more) is passed over. Joining and parting work
on mentions, so that what was merged by hand stays what its sources say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tiestui.chronology.decisions import Anchor, Decision, words_of
from tiestui.chronology.editing import edited
from tiestui.chronology.identity import mention_id
from tiestui.chronology.mention import leading_order, mention_of
from tiestui.chronology.uniting import Merged, united
from tiestui.chronology.words import all_words, content_words, likeness
from tiestui.errors import FieldError
from tiestui.model.records import AnyRecord

_SAME_PASSAGE = 0.6
_ENDS = 6
_ABOUT_NO_RECORD = frozenset({"same-speaker", "other-speaker", "new", "correct", "undo"})


@dataclass(slots=True)
class _Pile:
    """A record in the making: its mentions, the leading one first, and the decisions that it has had."""

    merged: Merged
    members: list[AnyRecord]
    ids: set[str]
    decided: list[Decision] = field(default_factory=list)
    touched: bool = False


class DecisionBook:
    """The decisions in force, found quickly by the records they may concern."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self.decisions = decisions
        self._by_key: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        for number, decision in enumerate(decisions):
            for place, anchor in enumerate(decision.targets):
                for key in (*anchor.ids, *_marks([text for _, text in anchor.passages], anchor.words)):
                    self._by_key[key].add((number, place))

    def concerning(self, merged: Iterable[Merged]) -> list[Decision]:
        """The decisions that may concern any of these records, in order of time.

        Of a decision about many records, each by itself, only those targets are left that may be meant.
        """
        found: defaultdict[int, set[int]] = defaultdict(set)
        for one in merged:
            passages = [evidence.text for evidence in one.record.evidence]
            for key in (one.record.id, *one.aliases, *_marks(passages, words_of(one.record))):
                for number, place in self._by_key.get(key, ()):
                    found[number].add(place)
        return [_only(self.decisions[number], found[number]) for number in sorted(found)]

    def apply(
        self, merged: Sequence[Merged], duplicates: Mapping[str, str] | None = None, held: Held | None = None
    ) -> tuple[Merged, ...]:
        """The records after all decisions that concern them; see `apply_decisions`."""
        if not self.decisions:
            return tuple(merged)
        return apply_decisions(merged, self.concerning(merged), duplicates, held)


Held = Callable[[Sequence[str]], bool]


def _only(decision: Decision, places: set[int]) -> Decision:
    if decision.kind in ("merge", "split") or len(places) == len(decision.targets):
        return decision
    return replace(decision, targets=tuple(decision.targets[place] for place in sorted(places)))


def _nowhere(ids: Sequence[str]) -> bool:
    return False


def apply_decisions(
    merged: Sequence[Merged],
    decisions: Iterable[Decision],
    duplicates: Mapping[str, str] | None = None,
    held: Held | None = None,
) -> tuple[Merged, ...]:
    """The records after these decisions (those in force, in order of time); speakers' names are left alone.

    held: whether a record with one of these ids exists elsewhere; then none here takes its place.
    """
    desk = _Desk(merged, duplicates or {}, held or _nowhere)
    for decision in decisions:
        desk.take(decision)
    return desk.records()


class _Desk:
    """The records of one application, found by id or by what they stand on."""

    def __init__(self, merged: Sequence[Merged], duplicates: Mapping[str, str], held: Held) -> None:
        self._duplicates = duplicates
        self._held = held
        self._piles = [_Pile(one, list(one.members), {one.record.id, *one.aliases}) for one in merged]

    def take(self, decision: Decision) -> None:
        """Apply one decision where its anchors find a record."""
        if decision.kind in _ABOUT_NO_RECORD or not decision.targets:
            return
        found = [pile for anchor in decision.targets if (pile := self.find(anchor))]
        if decision.kind == "merge":
            self._merge(list({id(pile): pile for pile in found}.values()))
        elif decision.kind == "split":
            if pile := self.find(decision.targets[0]):
                self._split(pile, decision.targets[1:])
        else:
            for pile in found:
                pile.decided.append(decision)
                pile.touched = True

    def find(self, anchor: Anchor) -> _Pile | None:
        """The record of an anchor: by its first id, by most of its ids, else by the passage and the words."""
        ids = set(anchor.ids)
        known = [pile for pile in self._piles if pile.ids & ids]
        if known:
            return max(known, key=lambda pile: (anchor.ids[0] in pile.ids, len(pile.ids & ids), pile.merged.record.id))
        if not self._piles:
            return None
        near = max(self._piles, key=lambda pile: (nearness(anchor, pile.merged.record), pile.merged.record.id))
        if nearness(anchor, near.merged.record) < _SAME_PASSAGE or self._held(anchor.ids):
            return None
        near.ids |= ids
        near.touched = True
        return near

    def records(self) -> tuple[Merged, ...]:
        """All records as decided."""
        return tuple(self._record(pile) for pile in self._piles)

    def _merge(self, piles: list[_Pile]) -> None:
        if len(piles) < 2:
            return
        first, *others = piles
        for pile in others:
            first.members += pile.members or [pile.merged.record]
            first.ids |= pile.ids
            first.decided += [one for one in pile.decided if one.kind in ("star", "note")]
            self._piles.remove(pile)
        first.touched = True
        first.merged = united(first.members, self._duplicates)

    def _split(self, pile: _Pile, parts: Sequence[Anchor]) -> None:
        """Take the mentions of the anchors out, each for itself; without anchors part all of them.

        Mentions in the same words (reprints) have one id and stay together.
        """
        told: dict[str, list[AnyRecord]] = {}
        for one in pile.members:
            told.setdefault(mention_id(one), []).append(one)
        out = list(told.values())[1:]
        if parts:
            out = [same for same in told.values() if any(_is_at(anchor, one) for anchor in parts for one in same)]
        rest = [one for same in told.values() if same not in out for one in same]
        if not out or not rest:
            return
        rest.sort(key=lambda one: leading_order(mention_of(one, {})))
        for number, members in enumerate([rest, *out]):
            merged = united(members, self._duplicates)
            ids = {merged.record.id, *merged.aliases}
            if number == 0:
                pile.members, pile.merged, pile.ids, pile.touched = members, merged, ids, True
            else:
                self._piles.append(_Pile(merged, members, ids, [], True))

    def _record(self, pile: _Pile) -> Merged:
        if not pile.touched:
            return pile.merged
        record = pile.merged.record
        for decision in pile.decided:
            record = decided_record(record, decision)
        return replace(pile.merged, record=record, aliases=tuple(sorted(pile.ids - {record.id})))


def decided_record(record: AnyRecord, decision: Decision) -> AnyRecord:
    """One record after one decision about it alone."""
    match decision.kind:
        case "accept":
            return record if record.review == "edited" else replace(record, review="accepted")
        case "reject":
            return replace(record, review="rejected")
        case "star" | "unstar":
            return replace(record, starred=decision.kind == "star")
        case "note":
            return replace(record, note=decision.field("note") or None)
        case "edit":
            try:
                return replace(edited(record, dict(decision.fields)), review="edited")
            except FieldError:
                return record
    return record


def nearness(anchor: Anchor, record: AnyRecord) -> float:
    """How sure it is that a record with other ids is the anchor's: 0 to 1, by words and by a passage of one source."""
    if anchor.type != record.type:
        return 0.0
    same = max(
        (
            _covered(content_words(text), content_words(evidence.text))
            for source, text in anchor.passages
            for evidence in record.evidence
            if evidence.source == source
        ),
        default=0.0,
    )
    return same * likeness(content_words(anchor.words), content_words(words_of(record)))


def _covered(one: frozenset[str], other: frozenset[str]) -> float:
    small = min(len(one), len(other))
    return len(one & other) / small if small else 0.0


def _is_at(anchor: Anchor, record: AnyRecord) -> bool:
    return record.id in anchor.ids or any((e.source, e.text) in anchor.passages for e in record.evidence[:1])


def _marks(passages: Iterable[str], words: str) -> Iterator[str]:
    """Short keys of a passage and of a title: the first and the last words, which new rules seldom both change."""
    for text in (*passages, words):
        told = all_words(text)
        if told:
            yield " ".join(told[:_ENDS])
            yield " ".join(told[-_ENDS:])
