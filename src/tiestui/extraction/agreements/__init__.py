"""Agreements: instruments and commitments, with status, parties, date, fields and a title in the text's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tiestui.extraction.agreements.commitments import find_commitments
from tiestui.extraction.agreements.dating import when_made
from tiestui.extraction.agreements.deals import find_deals
from tiestui.extraction.agreements.found import AGAIN, BRACKETED, LED, LISTED, PARTICIPLE, PASSIVE, QUOTED, Found
from tiestui.extraction.agreements.instruments import find_instruments, first_kind
from tiestui.extraction.agreements.lists import decides_steps, leads, list_items, tells_steps
from tiestui.extraction.agreements.quoted import find_quoted
from tiestui.extraction.agreements.wording import fields_of, titled
from tiestui.extraction.clauses import LONGEST_CLAUSE, narrowed, partition, trimmed
from tiestui.extraction.frame import Frame
from tiestui.extraction.gates import gate
from tiestui.extraction.genre import Genre
from tiestui.extraction.segment import MASK
from tiestui.extraction.standing import standing
from tiestui.extraction.topics import topics_of
from tiestui.extraction.when import Dated
from tiestui.model.records import Agreement, Modality, Status, Why
from tiestui.patterns import lazily

_TOGETHER = lazily(
    r"\b(?:[Tt]he\s+(?:two|both)\s+\w+|[Bb]oth\s+\w+|[Tt]he\s+(?:sides|leaders|parties|presidents|prime\s+"
    r"ministers|ministers|countries)|[Ww]e)\b"
)


def find_agreements(frame: Frame) -> Iterator[Agreement]:
    """The agreements of a document, in order of the text."""
    masked = frame.analysis.masked
    together_before = opens_list = False
    done_to = 0
    steps: Found | None = None
    named: set[str] = set()
    for index, sentence in enumerate(frame.analysis.sentences):
        if sentence.start < done_to or sentence.masked.endswith("?"):
            continue
        opened = frame.analysis.tokens.gates[index]
        line = frame.analysis.paragraphs[sentence.paragraph][0]
        led = together_before and opens_list and _BULLET.match(frame.text, line) is not None
        found = _found(frame, index, "communiqué" if led else frame.genre, together_before=together_before)
        if led:
            found = [replace(item, rule=LED) if item.is_commitment else item for item in found]
        together = opened & gate("together") and _TOGETHER.search(masked, sentence.start, sentence.end) is not None
        together_before = bool(together) or (together_before and (led or "hey " in sentence.masked))
        opens_list = led or sentence.masked.endswith(":")
        if steps is not None and tells_steps(sentence.masked):
            found = [steps]
        steps = None
        if not found:
            continue
        steps = next((item for item in found if decides_steps(frame.text, item)), None)
        found = [item for item in found if not _is_named_again(frame, index, item, named)]
        named |= {item.status for item in found if not item.is_commitment}
        if not found:
            continue
        listed = list_items(frame.analysis, index) if ":" in sentence.masked else None
        lead = next((item for item in found if leads(frame.text, item, listed)), None) if listed else None
        if listed is not None and lead is not None:
            yield from _listed(frame, index, lead, listed)
            done_to = listed[-1][1]
            continue
        yield from _records(frame, index, _sorted_out(found))


def _found(frame: Frame, index: int, genre: Genre, *, together_before: bool) -> list[Found]:
    """What the rules find in a sentence; another wording of an act that one rule found is left out."""
    sentence, masked = frame.analysis.sentences[index], frame.analysis.masked
    opened = frame.analysis.tokens.gates[index]
    found: list[Found] = []
    if not opened & _all_gates() and MASK not in sentence.masked:
        return found
    if opened & gate("instruments"):
        found += find_instruments(masked, sentence.start, sentence.end)
    if opened & gate("commitments"):
        found += find_commitments(masked, sentence.start, sentence.end, genre, together_before=together_before)
    if opened & gate("deals"):
        deals = find_deals(masked, sentence.start, sentence.end, genre)
        found += [deal for deal in deals if not any(deal.start <= item.verb <= deal.end for item in found)]
    if MASK in sentence.masked:
        found += find_quoted(frame, index)
    return found


@cache
def _all_gates() -> int:
    return gate("instruments") | gate("commitments") | gate("deals")


# "During the visit, the two leaders:", then "- agreed to hold ...".
_BULLET = lazily(r"\s*(?:[-•–*·]|\(?\w{1,3}[.)])\s")
_THE_SAME = lazily(r"(?:[Tt]he|[Tt]h(?:is|at|ese|ose)|[Bb]oth)\s+(?:same\s+)?[a-z]+")
_MORE_OF_IT = lazily(r"\s+(?:on|of|for|between|with|to|in\s+which|covering|regarding)\b")


def _is_named_again(frame: Frame, index: int, item: Found, named: set[str]) -> bool:
    """Whether "the agreement" is only one that was told before with the same status."""
    if item.is_commitment or item.status not in named or frame.dating.found(index):
        return False
    again = _THE_SAME.fullmatch(frame.text, *item.title)
    return again is not None and _MORE_OF_IT.match(frame.text, item.title[1]) is None


def _sorted_out(found: list[Found]) -> list[Found]:
    """One finding for each verb: an instrument inside a commitment's object stays when it has a verb of its own."""
    kept: list[Found] = []
    verbs: set[int] = set()
    for item in sorted(found, key=lambda f: (f.verb, f.is_commitment, f.start)):
        if item.rule == LISTED:
            kept.append(item)
        elif item.verb not in verbs:
            verbs.add(item.verb)
            kept.append(item)
    promised = min((item.verb for item in kept if item.is_commitment), default=None)
    if promised is not None:
        clause = any(item.is_commitment and item.rule.endswith((" that", "it was agreed")) for item in kept)
        told = ("base", "participle") if clause else ("base",)
        kept = [item for item in kept if item.is_commitment or item.form not in told or item.verb <= promised]
    return sorted(kept, key=lambda f: (f.start, f.verb))


def _records(frame: Frame, index: int, found: list[Found]) -> Iterator[Agreement]:
    sentence = frame.analysis.sentences[index]
    places = {max(item.verb, item.start) if item.rule == LISTED else item.verb: item for item in found}
    order = sorted(places)
    spans = partition(frame.text, [(place, place + 1) for place in order], sentence.start, sentence.end)
    for item, span in zip(map(places.__getitem__, order), spans, strict=True):
        own = (item.start, item.end) if item.rule in (BRACKETED, QUOTED) else span
        record = _record(frame, index, item, own)
        if record is not None:
            yield record


def _record(frame: Frame, index: int, item: Found, span: tuple[int, int]) -> Agreement | None:
    first = frame.analysis.sentences[index].start
    told = standing(frame.analysis.masked, first, item.verb, item.form) if not item.is_commitment else "actual"
    if item.rule == PARTICIPLE and told == "planned":
        # "Flights will resume under a deal reached last week": the deal is there.
        told = "actual"
    if told == "wish" or (item.background and told != "actual"):
        return None
    if told == "denied" and (item.form == "noun" or when_made(frame, index, item, span, "planned").date is None):
        return None
    if item.rule in (PARTICIPLE, PASSIVE) and _points_back(frame, item, span):
        return None
    if _is_habit(frame, index, item, span):
        return None
    modality: Modality = told
    status: Status = item.status
    if told == "planned":
        status = "proposed"
    when = when_made(frame, index, item, span, told)
    if not _is_between_states(frame, index, item):
        return None
    start, end = trimmed(frame.text, *_evidence(frame, item, span))
    parties = _parties(frame, item, start, end)
    title_span = _title_span(frame, item, start, end, when)
    return _made(frame, item, status, modality, when, (start, end), title_span, parties)


_SUBORDINATE = lazily(
    r"^[\s,]*(?:[Aa]t\s+the\s+time|[Ww]hen|[Aa]fter(?!\s+(?:the|their|its|these|two)\s+"
    r"(?:\w+\s+)?(?:talks|meeting|negotiations|visit|summit|ceremony|session|consultations))|[Ss]ince"
    r"|[Bb]efore|[Oo]nce|[Uu]ntil|[Ii]f|[Aa]s)\b"
)
_INDEFINITE = lazily(r"[Aa]n?\s")
# A plural without article or number: "treaties", "trade agreements".
_MANY = lazily(r"(?:[a-z-]+\s+){0,2}?[a-z]+s\b")
_DEFINITE = lazily(r"^(?:the|this|that|these|those|its|their)\b", re.IGNORECASE)


# "Set up a commission; it has met twice": the next clause speaks of it.
_GOING_ON = lazily(r";\s+(?:it|they|he|she|these|those|this)\s")
_ASIDE = lazily(
    r",\s+(?:and\s+(?:\w+ly\s+)?[a-z]+ed\b"
    r"|and\s+(?:the|its|their)\s[^,;]{1,50}?\s(?:was|were|[a-z]{2,}ed|left|withdrew|went|came|took|made|held)\b|which|who|where|however|though|after|following|while|among|saying|an?\s|the\s+(?:first|second|latest)|as\s)"
    r"|\s+(?:after|following|during|while)\s|\s+that\s+(?:had|has|was|were)\b"
    r"|\s+by\s+(?:Shri|Mr|Ms|Mrs|Dr|H\.E|President|Prime|Foreign|Minister|Secretary)\b"
)


def _title_span(frame: Frame, item: Found, start: int, end: int, when: Dated) -> tuple[int, int]:
    """The words that name an agreement: an instrument's without what is told of it, a commitment's whole object."""
    first, last = item.title
    if first >= end:
        return start, end
    if item.is_commitment:
        going_on = _GOING_ON.search(frame.text, first, end)
        return first, going_on.start() if going_on is not None else end
    if item.rule in (PASSIVE, PARTICIPLE, BRACKETED, AGAIN):
        return first, min(last, end)
    aside = _ASIDE.search(frame.text, last, end)
    end = aside.start() if aside is not None else end
    if when.found is not None and last <= when.found.start < end:
        end = when.found.start - (len(when.found.lead) + 1 if when.found.lead else 0)
    return first, max(last, end)


def _parties(frame: Frame, item: Found, start: int, end: int) -> tuple[str, ...]:
    """Who agrees: in a joint statement each side's commitments are the pair's, whatever countries they speak of."""
    if frame.genre == "communiqué" and item.is_commitment and frame.parties.pair is not None:
        return frame.parties.pair
    return frame.parties.of(start, end)


_OF_STATES = ("signed", "ratified", "in force", "ended")
_RENEWED = ("extended", "renewed", "prolonged", "amended", "updated")
_BY_STATES = lazily(
    r"\b(?:[Bb]oth|[Tt]he\s+two|[Ss]ides|[Bb]ilateral|[Tt]he\s+(?:leaders|presidents|ministers|parties)"
    r"|[Jj]oint|[Ww]e|[Gg]overnments?|[Mm]inist\w+"
    r"|[Pp]resident|[Pp]rime|[Pp]remier|[Aa]dministration|[Ee]mbassy|[Aa]mbassador|[Cc]hancellor"
    r"|intergovernmental|[Pp]arliament|[Kk]ing|[Ee]mperor|[Tt]alks|[Nn]egotiat\w+|[Ss]ummit|[Bb]order|[Ee]nvoys?)\b"
)


def _is_between_states(frame: Frame, index: int, item: Found) -> bool:
    """Whether a report's pledge or deal concerns the parties, not somebody's business at home."""
    renewed = item.rule == PASSIVE and item.words[0] in _RENEWED
    known = renewed or item.rule in (QUOTED, LED) or item.status in _OF_STATES
    if frame.genre != "news" or known or frame.parties.pair is None:
        return True
    sentence = frame.analysis.sentences[index]
    if frame.parties.any_within(sentence.start, sentence.end):
        return True
    if item.alone:
        return any(word in frame.officials for word in frame.text[item.start : item.verb].split())
    return _BY_STATES.search(sentence.masked) is not None


def _points_back(frame: Frame, item: Found, span: tuple[int, int]) -> bool:
    """Whether an instrument is only mentioned again: "when the deal was announced", "the documents signed by them"."""
    if item.rule == PASSIVE:
        if _INDEFINITE.match(frame.text, item.start):
            return False
        return item.start - span[0] < 30 and _SUBORDINATE.match(frame.text[span[0] : item.verb]) is not None
    own = frame.dating.pick(frame.analysis.sentence_at(item.start) or 0, span, (item.verb, item.end))
    return own.date is None and _DEFINITE.match(frame.text[item.start : item.start + 8]) is not None


def _is_habit(frame: Frame, index: int, item: Found, span: tuple[int, int]) -> bool:
    """Whether an undated present tense says what is done at any time: "the president signs treaties"."""
    if item.form != "present" or item.is_commitment or _MANY.match(frame.text, *item.title) is None:
        return False
    sentence = frame.analysis.sentences[index]
    together = _TOGETHER.search(frame.analysis.masked, sentence.start, sentence.end) is not None
    if together or len(frame.parties.codes(sentence.start, sentence.end)) > 1:
        return False
    return when_made(frame, index, item, span, "actual").basis in ("document", "none")


def _made(
    frame: Frame,
    item: Found,
    status: Status,
    modality: Modality,
    when: Dated,
    span: tuple[int, int],
    title: tuple[int, int],
    parties: tuple[str, ...],
) -> Agreement | None:
    if not parties:
        return None
    words = frame.text[span[0] : span[1]]
    return Agreement(
        pair=frame.parties.pair_of(parties),
        parties=parties,
        date=when.date,
        date_basis=when.basis,
        modality=modality,
        title=titled(frame.text[title[0] : title[1]]) or titled(words),
        topics=topics_of(words),
        evidence=frame.evidence(*span),
        instrument=item.instrument,
        status=status,
        fields=fields_of(words, instrument=not item.is_commitment),
        why=Why(item.rule, item.words),
    )


def _evidence(frame: Frame, item: Found, span: tuple[int, int]) -> tuple[int, int]:
    if item.background:
        return max(span[0], item.start), min(span[1], max(item.end + 60, item.title[1]))
    if item.is_commitment:
        return max(span[0], min(item.start, item.verb)), min(span[1], item.verb + 2 * LONGEST_CLAUSE)
    if item.rule in (LISTED, BRACKETED):
        return span
    start, end = narrowed(frame.text, span, item.verb, max(item.end, item.title[1]))
    return min(start, max(span[0], item.start)), end


def _listed(frame: Frame, index: int, lead: Found, items: list[tuple[int, int]]) -> Iterator[Agreement]:
    """The steps of a list under "agreed to the following:", or the instruments signed, each a record of its own."""
    sentence = frame.analysis.sentences[index]
    when = when_made(frame, index, lead, (sentence.start, items[0][0]), "actual")
    for start, end in items:
        parties = frame.parties.of(start, end)
        if not lead.is_commitment:
            lead = replace(lead, instrument=first_kind(frame.analysis.masked, start, end))
        record = _made(frame, lead, lead.status, "actual", when, (start, end), (start, end), parties)
        if record is not None:
            yield record
