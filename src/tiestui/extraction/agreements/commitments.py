"""Commitments: what the parties agree, pledge, decide, intend or, speaking together, "will" do.

A forecast, an aim, and a thing as the subject ("the agreement will facilitate ...") are no commitments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tiestui.extraction.agreements.found import Found
from tiestui.extraction.genre import Genre
from tiestui.extraction.scan import Scanner
from tiestui.extraction.subjects import Subject, subject_of
from tiestui.extraction.wordforms import every_form
from tiestui.lexicons import alternation, load
from tiestui.model.records import Status

_MODALS = ("will", "shall")
_ADVERB = (
    r"(?:\s+(?:also|further|jointly|today|formally|officially|mutually|in\s+principle|unanimously|again"
    r"|therefore|fully|firmly|together|on\s+\w+day|\w+day|yesterday|at\s+the\s+\w+|\w+ly))*"
)
_TO_DO = re.compile(rf"{_ADVERB}\s+(?:not\s+)?to\s+(?P<what>\w+)", re.IGNORECASE)
_ON = re.compile(rf"{_ADVERB}\s+(?:on|upon)\s+(?P<what>\w+)", re.IGNORECASE)
_TO_NOUN = re.compile(rf"{_ADVERB}\s+to\s+(?:an?|the|its|their|this|several|\d)\b", re.IGNORECASE)
_THAT = re.compile(rf"{_ADVERB}\s+that\b(?P<what>[^;]{{0,220}})", re.IGNORECASE)
_COLON = re.compile(r"\s*(?:to|on|upon|that)?\s*(?:the\s+following(?:\s+\w+){0,4}?)?\s*:")
_DOING = (
    r"(?:be\s+(?:held|established|set|opened|extended|created|reviewed|completed|launched|signed"
    r"|implemented|formed|increased|continued|given|made|raised)|commence|begin|start|meet|continue|hold"
    r"|convene|establish|open|sign"
    r"|conclude|provide|cooperate|co-operate|consult|exchange|work|take\s+place|resume|form|set\s+up"
    r"|review|launch|develop|seek|discuss|send|withdraw|release|support|refrain)\b"
)
_SHALL = re.compile(rf"\b(?:would\s+{_DOING}|shall|should|will|must|is\s+to|are\s+to|to\s+be)\b", re.IGNORECASE)
_JUDGED = re.compile(
    rf"\b(?:would(?!\s+{_DOING})|is|are|was|were|has|have|had|remains?|can|could|may)\b", re.IGNORECASE
)
_SUM = r"(?:(?:US|A|NZ|C|HK|S|AU|CA)?[$€£¥]\s?\d|[A-Z]{3}\s?\d[\d.,]*|\d[\d.,]*\s*(?:million|billion|trillion))"
_AMOUNT = re.compile(
    rf"{_ADVERB}\s+(?:(?:up\s+to|more\s+than|over|about|some|an?\s+(?:additional|further|initial)|additional"
    rf"|another|nearly|almost|around)\s+)*(?:{_SUM}|\d[\d.,]*\s*(?:percent|per\s+cent|doses|tons|tonnes))"
)
_THING_PLEDGED = re.compile(
    rf"{_ADVERB}\s+(?:(?:their|its|his|her|full|continued|more|further|additional|new|an?|the|increased|greater"
    rf"|strong|mutual|closer|military|financial|humanitarian)\s+)*(?:support|assistance|aid|cooperation"
    rf"|co-operation|help|loans?|grants?|funding|investments?|troops|weapons|backing|package|money|funds|relief"
    rf"|protection)\b",
    re.IGNORECASE,
)
_LAUNCHED = re.compile(
    r"[^;]{0,90}?\b(?:partnerships?|programmes?|programs?|dialogues?|initiatives?|mechanisms?|negotiations?"
    r"|working\s+groups?|framework|forum|fund|task\s+forces?|schedules?|plans?|guidelines|road\s?maps?"
    r"|joint\s+declaration|strategy|recommendations|principles|outcomes|agreements?|platform|projects?"
    r"|consultations?|committee|commission|alliance|corridor|network|process)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    rf"(?:\s+(?:on\s+\w+day|today|also|jointly|that\s+(?:they|it|he|she)\s+(?:had|have|has)\s+(?:reached"
    rf"|agreed\s+on)))*\s+(?:(?:the|an?|new|several|additional|further|its|their|his|major|joint|up\s+to"
    rf"|more\s+than|nearly|over|almost|about)\s+)*"
    rf"(?P<what>launch\s+of|{_SUM}|(?:[\w$.-]+\s+){{0,6}}?(?:deals?|packages?|assistance|funding|aid"
    rf"|agreements?|partnerships?|loans?|grants?|initiatives?|programmes?|programs?|investments?|financing"
    rf"|commitments?|pact|truce|ceasefire|scholarships|joint\s+venture|sale\s+of|conclusion\s+of)\b)",
    re.IGNORECASE,
)
_ANNOUNCED_PLAN = re.compile(
    r"\s+(?:(?:its|their|his|her|the|a|an)\s+)?(?:plans?|intention|intent|decision|readiness|commitment)\s+"
    r"to\s+(?P<what>\w+)",
    re.IGNORECASE,
)
_NOTIFIED = re.compile(
    r"[^;]{0,60}?\bof\s+(?:its|their|the|an?)\s+(?:intention|intent|plans?|wish|decision|desire)\s+to\s+"
    r"(?P<what>\w+)",
    re.IGNORECASE,
)
_GUARANTEES = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:guarantees|assurances|commitments?|promises|pledges?|a\s+(?:promise|pledge"
    r"|commitment|guarantee))\s+(?:that|to|from|of)\b",
    re.IGNORECASE,
)
_SALE = re.compile(r"\s+(?:the|a|an)?\s*(?:\w+\s+){0,4}?(?:sales?|transfer|export)\s+(?:of|to)\b", re.IGNORECASE)
_IT_WAS = re.compile(
    r"\b[Ii]t\s+(?:was|has\s+been|had\s+been)\s+(?:\w+\s+)?(?P<verb>agreed|decided|resolved)\b(?=\s+(?:at|that"
    r"|to|in|on|by|during|between))"
)
_NOT_FINITE_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|this|that|any|no|each|of|as|mutually|previously|already|newly"
    r"|longstanding|public|new|joint|own|firm|with|by|such|be|is|are|was|were|been|being|remain|remains"
    r"|remained|stay|stand|"
    r"hereby\s+being|fully|when|once|where|than|action|work|five-year|peace|master|flight|arms|sale|strong"
    r"|common|shared|same|good|long-term|strategic|future|s)|[’']s)\s+$",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:to|would|could|may|might|should|can|must|not|never|n['’]t|cannot|failed\s+to|refused\s+to|yet\s+to"
    r"|did|does|do|let|helped?|if|whether|unless|hopes?\s+to|will|who)\s+(?:\w+ly\s+|also\s+|further\s+"
    r"|fully\s+)?$",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:analysts?|experts?|observers?|expect(?:s|ed|ing)?|believ(?:e|es|ed)|predict\w*|forecast\w*|likely"
    r"|hop(?:e|es|ed|ing)|estimat\w+|think|thinks|confident|optimistic|scholars?|project(?:s|ed)\s+that|may"
    r"|might|perhaps)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|added|stated|stressed|noted|warned|argued|claimed|insisted|wrote|explained|remarked"
    r"|declared|emphasi[sz]ed|pointed\s+out|saying|adding)\b",
    re.IGNORECASE,
)
_ONLY_STATIVE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:be|have|need|bring|benefit|see|remain\s+to|depend|mean|help\s+to|enable|mark|take\s+"
    r"place|celebrate|face|meet|visit|arrive|attend|hold\s+talks|travel|receive|discuss|decide|announce"
    r"|sign)\b",
    re.IGNORECASE,
)


@cache
def _giving() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:\w+ly\s+|also\s+|further\s+)?{alternation(load('instruments')['giving']['verbs'])}\b", re.IGNORECASE
    )


@cache
def _verbs() -> Scanner:
    entries = [entry for own in load("instruments")["commitments"].values() for entry in own]
    forms = [*every_form(entries), *_MODALS]
    return Scanner(rf"(?P<verb>{alternation(forms)})\b", forms)


def may_hold_commitment(masked: str, start: int, end: int) -> bool:
    """A quick look whether a sentence of the masked text holds a verb of commitment."""
    return next(_verbs().finditer(masked, start, end), None) is not None


def find_commitments(
    masked: str, text: str, start: int, end: int, genre: Genre, together_before: bool
) -> Iterator[tuple[Found, Subject]]:
    """The commitments of a sentence with their subjects; `masked` has the offsets of `text`.

    together_before: whether the sentence before had the parties acting together, so that "they" are the parties.
    """
    passive = _IT_WAS.search(masked, start, end)
    if passive is not None:
        yield (
            _found(
                passive.start(),
                passive,
                passive.start("verb"),
                "agreed",
                "commitment: it was agreed",
                passive.end(),
                end,
            ),
            Subject("together", passive.start()),
        )
    previous = None
    for match in _verbs().finditer(masked, start, end):
        before = masked[max(start, match.start() - 40) : match.start()]
        if _NOT_FINITE_BEFORE.search(before) or _GOVERNED.search(before):
            continue
        if passive is not None and passive.start("verb") == match.start():
            continue
        subject = subject_of(masked, start, match.start())
        if subject.kind == "none" or (previous and _coordinated(masked, previous[1], match.start())):
            subject = previous[0] if previous is not None else subject
        if subject.kind == "none" and genre == "communiqué" and match.start() - start < 24:
            subject = Subject("together", subject.start)
        reading = _read(masked, match, end, genre, subject, start, together_before)
        if reading is None or (subject.kind != "none" and _VERB_BEFORE.search(masked, subject.start, match.start())):
            continue
        status, rule, first = reading
        previous = (subject, match.end())
        begin = subject.start if start <= subject.start < match.start() else match.start()
        yield _found(begin, match, match.start(), status, rule, first, end), subject


def _coordinated(masked: str, low: int, verb: int) -> bool:
    """Whether a verb shares the subject of the one before: "agreed to open ... and pledged to train ..."."""
    return re.search(r"(?:,|\band)\s+(?:also\s+|further\s+)?$", masked[max(low, verb - 16) : verb]) is not None


def _found(begin: int, match: re.Match[str], verb: int, status: Status, rule: str, first: int, end: int) -> Found:
    return Found(begin, end, verb, "past", "commitment", status, (first, end), rule, (match["verb"].lower(),))


_VERB_BEFORE = re.compile(
    r"\b(?:said|says|told|has\s+not|is|are|was|were|what|which|whether|reported|announced\s+that|believes?"
    r"|thinks?|expects?|knows?|asked|wants?|does|did|do)\b"
)
Reading = tuple[Status, str, int]


def _read(
    masked: str, match: re.Match[str], end: int, genre: Genre, subject: Subject, start: int, together_before: bool
) -> Reading | None:
    """Status, rule and where the committed thing begins, or None when the verb commits nobody here."""
    verb = match["verb"].lower()
    at = match.end()
    acting = subject.kind in ("together", "side", "body") or (
        subject.kind == "they" and (together_before or genre == "communiqué")
    )
    someone = acting or subject.kind in ("person", "they")
    if verb.startswith(("agree", "concur")):
        return _agreed(masked, at, end, subject, verb)
    if verb.startswith(("pledg", "vow", "undert", "promis", "commit", "guarantee")):
        return _pledged(masked, at, end, someone, verb)
    if verb.startswith("decid") and acting and (that := _THAT.match(masked, at, end)) is not None:
        return ("agreed", "commitment: decided that", that.start("what") + 1) if _SHALL.search(that["what"]) else None
    if verb.startswith(("decid", "resolv")):
        return (
            _to_do(masked, at, end, "pledged" if verb.startswith("resolv") else "agreed", "decision")
            if acting and (subject.kind in ("together", "they") or genre == "communiqué")
            else None
        )
    if verb.startswith(("intend", "plan")):
        return _to_do(masked, at, end, "pledged", "intention") if acting else None
    if verb in ("will", "shall"):
        return _will(masked, at, end, genre, subject, start, together_before)
    if verb.startswith("launch") or verb.startswith("endors"):
        fits = _LAUNCHED.match(masked, at, end)
        return ("agreed", "launch", _after_space(masked, at)) if acting and fits else None
    if verb.startswith("announc"):
        return _announced(masked, at, end, subject, someone)
    if verb.startswith("notif"):
        hit = _NOTIFIED.match(masked, at, end)
        return ("proposed", "notified intention", hit.start("what")) if hit and someone else None
    if verb.startswith("secur"):
        hit = _GUARANTEES.match(masked, at, end)
        return ("pledged", "guarantees secured", _after_space(masked, at)) if hit else None
    if verb.startswith("approv"):
        hit = _SALE.match(masked, at, end)
        return ("agreed", "sale approved", _after_space(masked, at)) if hit and someone else None
    return None


def _after_space(masked: str, at: int) -> int:
    while at < len(masked) and masked[at].isspace():
        at += 1
    return at


def _to_do(masked: str, at: int, end: int, status: Status, rule: str) -> Reading | None:
    hit = _TO_DO.match(masked, at, end)
    return (status, f"commitment: {rule}", hit.start("what")) if hit else None


def _agreed(masked: str, at: int, end: int, subject: Subject, verb: str) -> Reading | None:
    if verb in ("agreeing", "concurring") or subject.kind == "none":
        return None
    if (colon := _COLON.match(masked, at, end)) is not None:
        return "agreed", "commitment: agreed", colon.end()
    if (hit := _TO_DO.match(masked, at, end)) or (hit := _ON.match(masked, at, end)):
        return "agreed", "commitment: agreed", hit.start("what")
    if _TO_NOUN.match(masked, at, end):
        return "agreed", "commitment: agreed", _after_space(masked, at)
    that = _THAT.match(masked, at, end)
    if that is not None:
        shall, judged = _SHALL.search(that["what"]), _JUDGED.search(that["what"])
        if shall is not None and (judged is None or shall.start() <= judged.start()):
            return "agreed", "commitment: agreed that", that.start("what") + 1
        return None
    return None


def _pledged(masked: str, at: int, end: int, someone: bool, verb: str) -> Reading | None:
    if not someone or (verb.endswith("ing") and verb.startswith("commit")):
        return None
    if (hit := _TO_DO.match(masked, at, end)) is not None:
        return "pledged", "commitment: pledged", hit.start("what")
    if _TO_NOUN.match(masked, at, end) or _AMOUNT.match(masked, at, end) or _THING_PLEDGED.match(masked, at, end):
        return "pledged", "commitment: pledged", _after_space(masked, at)
    that = _THAT.match(masked, at, end)
    if that is not None and not verb.startswith("commit"):
        return "pledged", "commitment: pledged that", that.start("what") + 1
    return None


def _will(
    masked: str, at: int, end: int, genre: Genre, subject: Subject, start: int, together_before: bool
) -> Reading | None:
    if re.match(r"\s+(?:not|never)\b", masked[at : at + 8]) or _ONLY_STATIVE.match(masked, at, end):
        return None
    if _FORECAST.search(masked, start, end):
        return None
    if subject.kind == "together" or (subject.kind == "they" and together_before):
        if genre == "history":
            return None
    elif subject.kind in ("side", "body"):
        if genre == "communiqué":
            pass
        elif genre == "history" or not _giving().match(masked, at, end) or _SPEECH.search(masked, start, end):
            return None
    else:
        return None
    return "pledged", "commitment: will", _after_space(masked, at)


def _announced(masked: str, at: int, end: int, subject: Subject, someone: bool) -> Reading | None:
    if not someone:
        return None
    if (hit := _ANNOUNCED.match(masked, at, end)) is not None:
        status: Status = (
            "agreed"
            if subject.kind in ("together", "they")
            or re.search(r"\bdeals?|agreements?|pact|truce|ceasefire|launch", hit["what"], re.IGNORECASE)
            else "pledged"
        )
        return status, "commitment: announced", _after_space(masked, at)
    if (hit := _ANNOUNCED_PLAN.match(masked, at, end)) is not None:
        return "pledged", "commitment: announced plan", hit.start("what")
    that = _THAT.match(masked, at, end)
    if that is not None and subject.kind in ("together", "side", "body"):
        shall, judged = _SHALL.search(that["what"]), _JUDGED.search(re.sub(r",[^,]*,", "", that["what"]))
        if shall is not None and (judged is None or shall.start() <= judged.start() + 200):
            return (
                "agreed" if subject.kind == "together" else "pledged",
                "commitment: announced that",
                that.start("what") + 1,
            )
    return None
