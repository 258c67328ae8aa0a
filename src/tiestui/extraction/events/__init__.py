"""Events: visits, meetings, ceremonies, trade figures and other dated happenings between the parties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tiestui.extraction.agreements.wording import sentence_title
from tiestui.extraction.clauses import Standing, narrowed, partition, standing, standing_after, trimmed
from tiestui.extraction.events.happening import Happening
from tiestui.extraction.events.meetings import find_meetings, may_hold_meeting
from tiestui.extraction.events.others import find_ceremonies, find_others, may_hold_ceremony
from tiestui.extraction.events.trade import find_trade, may_hold_trade
from tiestui.extraction.events.visits import find_visits, may_hold_visit
from tiestui.extraction.frame import Frame
from tiestui.extraction.topics import topics_of
from tiestui.extraction.when import UNDATED, Dated
from tiestui.model.records import Agreement, AnyRecord, Event, Evidence, Modality, Upgrade, Why

_RANKING = {"trade": 0, "visit": 1, "meeting": 1, "ceremony": 1, "other": 2}
_NEAR = 45
_DATE_WORDS = re.compile(r"\d{4}|yesterday|today|tomorrow|tonight|[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un|last |this |earlier|later|ago|next ")


def find_events(frame: Frame, told: Sequence[AnyRecord] = ()) -> Iterator[Event]:
    """The events of a document, in order of the text.

    told: the upgrades and agreements of the document; what one of them is made of is no event beside it.
    """
    seen: set[str] = set()
    taken = _Taken(frame, told)
    for index in range(len(frame.analysis.sentences)):
        found = _happenings(frame, index)
        if found:
            yield from _records(frame, index, found, seen, taken)


class _Taken:
    """The acts that upgrades and instruments tell, by sentence, so that they are not told again as events."""

    def __init__(self, frame: Frame, told: Sequence[AnyRecord]) -> None:
        self._acts: dict[int, list[tuple[str | None, int, str]]] = {}
        self._promises: set[int | None] = set()
        for record in told:
            if isinstance(record, Agreement) and record.instrument == "commitment":
                self._promises.add(frame.analysis.sentence_at(record.evidence[0].start))
            if isinstance(record, Upgrade | Agreement) and not _is_event_too(record):
                passage = record.evidence[0]
                index = frame.analysis.sentence_at(passage.start)
                date = record.date.edtf if record.date else None
                self._acts.setdefault(-1 if index is None else index, []).append((date, *_word_of(record, passage)))

    def promised(self, index: int) -> bool:
        """Whether sentence `index` tells a commitment, so that its infinitives are no happenings."""
        return index in self._promises

    def holds(self, index: int, item: Happening, date: str | None) -> bool:
        """Whether sentence `index` tells an act by the same word, or one before it, at the same date."""
        word = item.words[0]
        return any(
            told == date and (word in (first, *first.split()) or item.start > place)
            for told, place, first in self._acts.get(index, ())
        )


def _word_of(record: Upgrade | Agreement, passage: Evidence) -> tuple[int, str]:
    """Where the first word that an act went by stands, and that word."""
    word = record.why.words[0] if record.why and record.why.words else ""
    return passage.start + max(0, passage.text.lower().find(word)), word


def _is_event_too(record: Upgrade | Agreement) -> bool:
    """Expulsions, recalls and first envoys are happenings as well; so is what a mere commitment stands beside."""
    rule = record.why.rule if record.why else ""
    if isinstance(record, Agreement) and record.instrument == "commitment":
        return True
    return rule in ("envoys", "first envoy") or record.modality != "actual"


def _happenings(frame: Frame, index: int) -> list[Happening]:
    sentence = frame.analysis.sentences[index]
    masked = frame.analysis.masked
    lower = sentence.masked.lower()
    found: list[Happening] = []
    span = (sentence.start, sentence.end)
    if may_hold_trade(lower):
        found += find_trade(masked, *span)
    if may_hold_visit(lower):
        found += find_visits(masked, *span)
    if may_hold_meeting(lower):
        found += find_meetings(masked, *span)
    if may_hold_ceremony(lower):
        found += find_ceremonies(masked, *span)
    if frame.dating.found(index):
        found += find_others(masked, *span)
    return _without_overlaps(found)


def _without_overlaps(found: list[Happening]) -> list[Happening]:
    kept: list[Happening] = []
    for item in sorted(found, key=lambda h: (_RANKING[h.kind], not h.named, h.start, -h.end)):
        if not any(item.start < k.end and k.start < item.end for k in kept):
            kept.append(item)
    return sorted(kept, key=lambda h: h.start)


def _records(frame: Frame, index: int, found: list[Happening], seen: set[str], taken: _Taken) -> Iterator[Event]:
    sentence = frame.analysis.sentences[index]
    strong = [h for h in found if h.kind != "other" or h.need not in ("date", "near date")]
    weak = [h for h in found if h not in strong and not (h.form == "base" and taken.promised(index))]
    chosen = list(strong)
    for item in weak:
        if (when := _dated_near(frame, index, item)) is not None:
            date = when.date.edtf if when.date else None
            if not taken.holds(index, item, date) and not _repeats(frame, item, strong):
                chosen.append(item)
    if not chosen:
        return
    chosen.sort(key=lambda h: h.start)
    spans = partition(frame.text, [(h.start, h.end) for h in chosen], sentence.start, sentence.end)
    used: set[int] = set()
    met: set[tuple[str, tuple[int, int]]] = set()
    told_in: set[tuple[int, int]] = set()
    for item, span in sorted(zip(chosen, spans, strict=True), key=lambda pair: (_RANKING[pair[0].kind], pair[0].form == "noun", pair[0].start)):
        if (item.kind, span) in met and item.kind in ("visit", "meeting", "ceremony"):
            continue
        if span in told_in and (item.kind == "other" and item.need == "date" or item.form == "noun" and not item.named):
            continue
        met.add((item.kind, span))
        record = _record(frame, index, item, span, seen, used, taken)
        if record is not None:
            told_in.add(span)
            yield record


_GOES_ON = re.compile(r"(?:began|started|ended|opened|held|resumed|concluded|collapsed|suspended|continued|cancelled|canceled|postponed|closed|celebrated)$")


def _repeats(frame: Frame, item: Happening, strong: list[Happening]) -> bool:
    """Whether a verb only says that a meeting or visit named before it takes place: "the talks ended"."""
    if not _GOES_ON.match(item.words[0]):
        return False
    return any(0 <= item.start - other.end <= 70 and other.kind in ("meeting", "visit", "ceremony") for other in strong)


def _dated_near(frame: Frame, index: int, item: Happening) -> Dated | None:
    sentence = frame.analysis.sentences[index]
    when = frame.dating.pick(index, (sentence.start, sentence.end), (item.start, item.end))
    return when if when.date is not None else None


def _record(frame: Frame, index: int, item: Happening, span: tuple[int, int], seen: set[str], used: set[int], taken: _Taken) -> Event | None:
    sentence = frame.analysis.sentences[index]
    told: Standing = standing(frame.analysis.masked, sentence.start, item.verb, item.form)
    if item.form == "noun" and told == "actual":
        told = standing_after(frame.analysis.masked, item.end, span[1])
    own = frame.dating.pick(index, span, (item.start, item.end), forward=told == "planned")
    if own.date is None and item.kind in ("visit", "meeting") and item.form == "noun" and _DURING.search(frame.text[span[0] : item.verb]):
        own = frame.dating.only(index)
    if told == "denied" or (told == "wish" and item.form != "noun"):
        return None
    if told == "wish" and own.date is None:
        return None
    if item.kind == "other" and item.need in ("date", "near date"):
        own = _close(frame, item, own, used)
        if own is None or not (_concerns_parties(frame, index, span) or (frame.genre == "history" and item.form == "noun")):
            return None
    if item.kind == "other" and item.need in ("date", "near date") and own.date and taken.holds(index, item, own.date.edtf):
        return None
    modality: Modality = "planned" if told in ("planned", "wish") else "actual"
    if own.date is None and not _stands_alone(frame, index, item, span, seen):
        return None
    if modality == "planned" and own.date is None:
        return None
    when = own if own.date is not None else _undated(frame, index, item)
    start, end = trimmed(frame.text, *_passage(frame, index, item, span, own))
    parties = frame.parties.of(start, end)
    if not parties:
        return None
    seen.add(item.kind)
    if item.kind == "meeting":
        seen |= _names(frame, start, end)
    words = frame.text[start:end]
    return Event(
        pair=frame.parties.pair_of(parties),
        parties=parties,
        date=when.date,
        date_basis=when.basis,
        modality=modality,
        title=_title(words),
        topics=topics_of(words),
        evidence=frame.evidence(start, end),
        kind=item.kind,
        why=Why(item.rule, item.words),
    )


_FRONTED = re.compile(r"^(?:(?:On|In|By|At|During|Since)\s+[^,]{3,40}\d[^,]*(?:,\s+\d{4})?|Later|Earlier[^,]{0,20}|Today|Yesterday|Meanwhile|In\s+addition|In\s+response|Also|However),\s+")


def _title(words: str) -> str:
    return sentence_title(_FRONTED.sub("", " ".join(words.split())))


def _close(frame: Frame, item: Happening, own: Dated, used: set[int]) -> Dated | None:
    """The date of a happening that must be dated: near its words and not already another happening's."""
    if own.date is None or own.found is None or own.found.start in used:
        return None
    gap = max(own.found.start - item.end, item.start - own.found.end, 0)
    if ";" in frame.text[min(item.end, own.found.end) : max(item.start, own.found.start)]:
        return None
    if item.need == "near date" and gap > _NEAR:
        return None
    if gap > 160:
        return None
    used.add(own.found.start)
    return own


_DURING = re.compile(r"\b(?:during|amid|in\s+the\s+course\s+of|on\s+the\s+(?:sidelines|margins)\s+of|as\s+part\s+of)\s+(?:\S+\s+){0,6}$", re.IGNORECASE)
_OPENING = 3


def _passage(frame: Frame, index: int, item: Happening, span: tuple[int, int], own: Dated) -> tuple[int, int]:
    """The clause that tells the happening, with the date that opens the sentence or stands behind it."""
    last = item.end
    if own.found is not None and span[0] <= own.found.start < span[1]:
        last = max(last, own.found.end)
    start, end = narrowed(frame.text, span, item.verb, last)
    start = min(start, item.start)
    if own.found is not None and own.found.start < start:
        sentence = frame.analysis.sentences[index]
        start = span[0] if own.found.start - span[0] <= 12 else sentence.start if own.found.start - sentence.start <= 12 else start
    return start, end


_NAME = re.compile(r"\b[A-Z][\w’'-]+")


def _stands_alone(frame: Frame, index: int, item: Happening, span: tuple[int, int], seen: set[str]) -> bool:
    """Whether an undated happening is more than a pointer back ("after the talks", "before meeting with Xi")."""
    if item.need == "today" or (item.need == "nothing" and item.form not in ("noun", "gerund")):
        return True
    if item.kind == "visit":
        return item.need in ("nothing", "names or date") and "visit" not in seen
    if item.kind == "meeting" and "meeting" in seen:
        names = _names(frame, item.start, min(span[1], item.end + 110))
        return item.need == "nothing" and item.rule != "round of talks" and not names <= seen
    if item.need == "names or date" and index > _OPENING:
        return False
    return item.need == "nothing" or (item.need == "names or date" and item.kind not in seen)


def _names(frame: Frame, start: int, end: int) -> set[str]:
    """Capitalised words, for comparing who meets whom."""
    return {word.removesuffix("’s").removesuffix("'s") for word in _NAME.findall(frame.text[start:end])}


def _concerns_parties(frame: Frame, index: int, span: tuple[int, int]) -> bool:
    sentence = frame.analysis.sentences[index]
    named = {m.code for m in frame.parties.within(sentence.start, sentence.end)}
    pair = frame.parties.pair
    if not pair or frame.genre == "communiqué" or named & set(pair):
        return True
    return _CONCERNED.search(frame.text, sentence.start, sentence.end) is not None


_CONCERNED = re.compile(
    r"\b(?:[Bb]oth|two|they|bilateral|[Hh]is|[Hh]er|[Hh]e|[Ss]he|[Pp]resident|[Mm]inister|[Aa]mbassador|[Ee]nvoy|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Kk]ing|[Ll]egation|[Ee]mbassy|[Gg]overnment)\b"
)


def _undated(frame: Frame, index: int, item: Happening) -> Dated:
    if item.kind == "trade":
        front = frame.dating.front(index)
        return front
    front = frame.dating.front(index)
    if front.date is not None:
        return front
    if frame.genre == "history":
        return frame.dating.of_narrative(index)
    if index < 2 or frame.genre == "communiqué":
        return frame.dating.of_document()
    return frame.dating.around() if item.kind in ("meeting", "ceremony", "visit", "other") else UNDATED
