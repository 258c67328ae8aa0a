"""Upgrades: changes of the relationship's level and acts of diplomatic relations, with parties, date and modality.

`find_upgrades` hands on one record for each act that a document tells; mentions are merged later (chronology).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, reduce
from operator import or_

from tiestui.extraction.clauses import clause_before, clause_start, narrowed, partition, trimmed
from tiestui.extraction.frame import Frame
from tiestui.extraction.gates import gate, gates_in
from tiestui.extraction.segment import MASK
from tiestui.extraction.standing import Standing, standing
from tiestui.extraction.upgrades.acts import Act, without_overlaps
from tiestui.extraction.upgrades.envoys import SENT_AWAY, find_envoys
from tiestui.extraction.upgrades.levels import find_level_changes
from tiestui.extraction.upgrades.missions import POST_SINCE, find_missions
from tiestui.extraction.upgrades.recognition import find_recognitions
from tiestui.extraction.upgrades.relations import find_relations
from tiestui.extraction.when import UNDATED, Dated
from tiestui.model.records import Modality, Upgrade, Why
from tiestui.patterns import lazily

Finder = Callable[[str, int, int], Iterator[Act]]
_FINDERS: tuple[tuple[str, Finder], ...] = (
    ("relations", find_relations),
    ("recognition", find_recognitions),
    ("missions", find_missions),
    ("envoys", find_envoys),
    ("levels", find_level_changes),
)
_FRONTED = 12
_LEAD = 2
_OF_RELATIONS = ("recognition", "diplomatic relations", "embassy", "consulate")
_PERFECT_REACH = 24
# "Relations that had been cut": before what the heading dates.
_HAD = lazily(r"\bhad\s+(?:\w+\s+){0,2}$")
_PERFECT = lazily(r"\b(?:ha(?:ve|s|d))\s+(?:\w+\s+){0,3}$")
# "Has formally recognised": news, where "has recognised" may be long ago.
_JUST_DONE = lazily(r"\b(?:have|has)\s+(?:formally|officially|explicitly|now|just|today)\s+$")
# "Resumed relations and reopened its embassy on": one subject, one date.
_SAME_SUBJECT = lazily(r"\sand\s+(?:\w+ly\s+|also\s+)?$")
_DERIVED_KINDS = frozenset({"anniversary", "span", "offset", "calendar", "relative"})


def find_upgrades(frame: Frame) -> Iterator[Upgrade]:
    """The upgrades of a document, in order of the text."""
    for index, sentence in enumerate(frame.analysis.sentences):
        if sentence.masked.endswith("?"):
            continue
        span = (sentence.start, sentence.end)
        if MASK in sentence.masked:
            text, opened = frame.text, gates_in(frame.text, *span)
        else:  # the masked text is the text itself, and its words are known already
            text, opened = frame.analysis.masked, frame.analysis.tokens.gates[index]
        if not opened & _all_gates():
            continue
        acts = [act for bit, find in _gated_finders() if opened & bit for act in find(text, *span)]
        if acts:
            yield from _records(frame, index, without_overlaps(acts))


@cache
def _gated_finders() -> tuple[tuple[int, Finder], ...]:
    return tuple((gate(name), find) for name, find in _FINDERS)


@cache
def _all_gates() -> int:
    return reduce(or_, (bit for bit, _ in _gated_finders()))


def _records(frame: Frame, index: int, acts: list[Act]) -> Iterator[Upgrade]:
    sentence = frame.analysis.sentences[index]
    spans = partition(frame.text, [(act.start, act.end) for act in acts], sentence.start, sentence.end)
    dated: list[Dated] = [_date(frame, index, act, span) for act, span in zip(acts, spans, strict=True)]
    for number, (act, span) in enumerate(zip(acts, spans, strict=True)):
        told = standing(frame.text, sentence.start, act.verb, act.form)
        if act.rule == "relations since" and _NO.search(frame.text, act.start, act.end):
            # "Have had no diplomatic relations since 1978": that is when they ended.
            act, told = replace(act, action="severed", rank=0, title="diplomatic relations severed"), "actual"
        when = dated[number]
        if told == "planned":
            begin = clause_start(frame.text, sentence.start, act.verb)
            when = frame.dating.pick(index, (begin, span[1]), (act.verb, act.end), forward=True)
        if when.date is None and told in ("actual", "planned"):
            when = _shared(frame, index, acts, dated, number, told)
        if act.rule == "envoys exchanged" and any(
            other.date == when.date for at, other in enumerate(dated) if at != number and acts[at].rule != act.rule
        ):
            # "Relations were restored in 1967, when ambassadors were exchanged": one act.
            continue
        if told == "actual" and frame.dating.is_to_come(when):
            told = "planned"
        record = _record(frame, index, act, span, told, when)
        if record is not None:
            yield record


def _date(frame: Frame, index: int, act: Act, span: tuple[int, int]) -> Dated:
    since = act.rule in ("relations since", "level since", POST_SINCE)
    if act.title == SENT_AWAY:
        span = (span[0], min(span[1], act.end))
    if act.derived or _SINCE.match(_clause(frame, index, act)):
        span = (frame.analysis.sentences[index].start, span[1])
        return frame.dating.pick(index, span, (act.start, act.end), kinds=_DERIVED_KINDS, since=True)
    return frame.dating.pick(index, span, (max(act.verb, act.start), act.end), since=since, aside=False)


def _shared(frame: Frame, index: int, acts: list[Act], dated: list[Dated], number: int, told: Standing) -> Dated:
    """The date that opens the sentence, or that of the next act when both are one ("A and B were ... on DATE")."""
    front = frame.dating.front(index)
    begin = frame.analysis.sentences[index].start
    had = _HAD.search(frame.text, max(begin, acts[number].verb - _PERFECT_REACH), acts[number].verb)
    if (
        front.date is not None
        and told == "actual"
        and (front.found is not None or (had is None and not acts[number].weak))
    ):
        return front
    if number and dated[number - 1].date is not None:
        between = frame.text[acts[number - 1].end : acts[number].start]
        if re.search(r"\bwhen\b|\sand\s+(?:\w+ly\s+|also\s+)?$", between) or acts[number].form == "gerund":
            return dated[number - 1]
    if number + 1 < len(acts) and (
        acts[number + 1].action == acts[number].action
        or told == "planned"
        or _SAME_SUBJECT.search(frame.text, acts[number].end, acts[number + 1].verb)
    ):
        joined = ";" not in frame.text[acts[number].end : acts[number + 1].start]
        return dated[number + 1] if joined else UNDATED
    return UNDATED


def _record(frame: Frame, index: int, act: Act, span: tuple[int, int], told: Standing, when: Dated) -> Upgrade | None:
    if told == "wish" or (told == "denied" and (when.date is None or act.form not in ("base", "past"))):
        return None
    modality: Modality = told
    if told == "planned":
        if act.weak or (act.level in ("recognition", "embassy", "consulate") and when.date is None):
            return None
    elif when.date is None:
        if (act.weak and not _is_proclaimed(frame, act, span)) or (
            _is_quoted(frame, index, act) and not _WE_AGREED.search(_clause(frame, index, act))
        ):
            return None
        undated = _undated(frame, index, act, span)
        if undated is None:
            return None
        when = undated
    start, end = trimmed(frame.text, *_evidence_span(frame, act, span, when))
    parties = frame.parties.of(start, end)
    if len(parties) < 2:
        parties = frame.parties.of(*span)
    if len(parties) < 2:
        return None
    return Upgrade(
        pair=frame.parties.pair_of(parties),
        parties=parties,
        date=when.date,
        date_basis=when.basis,
        modality=modality,
        title=act.title,
        topics=("diplomacy",),
        evidence=frame.evidence(start, end),
        action=act.action,
        level=act.level,
        modifiers=act.modifiers,
        rank=act.rank,
        why=Why(act.rule, act.words),
    )


def _evidence_span(frame: Frame, act: Act, span: tuple[int, int], when: Dated) -> tuple[int, int]:
    """The act's clause, to the end of its date when that stands in the next one."""
    start, end = narrowed(frame.text, span, act.verb, act.end)
    start = min(start, act.start) if act.start >= span[0] else start
    if when.found is not None and span[0] <= when.found.end:
        sentence = frame.analysis.sentences[frame.analysis.sentence_at(act.verb) or 0]
        if sentence.start <= when.found.start < start:
            first = next((at for at in (sentence.start, span[0]) if 0 <= when.found.start - at <= _FRONTED), start)
            start = min(start, first)
        end = max(end, when.found.end)
    return start, end


_PROCLAIMED = lazily(
    r"\b(?:announc\w+|confirm\w+|declar\w+|proclaim\w+|agree[ds]?\s+(?:on|to|upon)|decid\w+\s+(?:on|upon)"
    r"|mark(?:s|ed|ing)?|welcom\w+|hail\w+|celebrat\w+|witness\w+|endors\w+|approv\w+)"
    r"\s+(?:the|their|this|an?)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def _is_proclaimed(frame: Frame, act: Act, span: tuple[int, int]) -> bool:
    """Whether an act told by a noun is announced here: "confirmed the elevation of their ties to ..."."""
    return not act.derived and _PROCLAIMED.search(frame.text, max(span[0], act.start - 60), act.start) is not None


def _is_quoted(frame: Frame, index: int, act: Act) -> bool:
    sentence = frame.analysis.sentences[index]
    return MASK in sentence.masked[act.verb - sentence.start : act.verb - sentence.start + 1]


def _undated(frame: Frame, index: int, act: Act, span: tuple[int, int]) -> Dated | None:
    """The date of an act that its sentence does not date, or None when it is only a passing mention."""
    head = frame.text[span[0] : act.verb]
    told_before = _PERFECT.search(head[-30:]) is not None and _JUST_DONE.search(head[-30:]) is None
    if frame.dating.is_untold(index, span):
        return UNDATED if frame.genre == "history" else None
    if frame.genre == "communiqué":
        return None if told_before or _ASIDE.search(_clause(frame, index, act)) else frame.dating.of_document()
    if frame.genre == "history":
        told_when = _WHENEVER.search(frame.text, span[0], span[1]) is not None
        return UNDATED if told_when or told_before else frame.dating.of_narrative(index)
    if index < _LEAD and frame.genre == "news" and not _ASIDE.search(_clause(frame, index, act)):
        return frame.dating.of_document()
    if told_before or _ASIDE.search(_clause(frame, index, act)) or _OTHER_TIME.match(frame.text, act.end, span[1]):
        return None
    long_ago = frame.dating.long_ago(index) if act.level in _OF_RELATIONS else UNDATED
    return long_ago if long_ago.date is not None else frame.dating.of_document()


def _clause(frame: Frame, index: int, act: Act) -> str:
    return clause_before(frame.text, frame.analysis.sentences[index].start, act.verb)


# «We agreed to raise our ties to ...», a leader said.
_WE_AGREED = lazily(
    r"\b(?:[Ww]e|[Bb]oth\s+\w+|[Tt]he\s+two\s+\w+)\s+(?:have\s+)?(?:\w+ly\s+|also\s+)?(?:agreed|decided)\b"
)
_WHENEVER = lazily(r"\b(?:after|until|before|eventually|since|when|once)\b", re.IGNORECASE)
# An undated act that is told by another time ("before they joined the union") is not of the report's day.
_NO = lazily(r"\b(?:not|no|never)\b")
_OTHER_TIME = lazily(r"\s+(?:before|after|since|when|until|while|once)\b")
_SINCE = lazily(r"\s*since\b", re.IGNORECASE)
_ASIDE = lazily(r"^\s*,?\s*(?:after|since|when|before|as|which|who|following|because|where)\b", re.IGNORECASE)
