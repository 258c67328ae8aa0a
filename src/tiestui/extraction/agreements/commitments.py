"""Commitments: what the parties agree, pledge, decide, intend or, speaking together, "will" do.

A forecast, an aim, and a thing as the subject ("the agreement will facilitate ...") are no commitments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from tiestui.extraction.agreements import announcing, following
from tiestui.extraction.agreements.found import Found
from tiestui.extraction.agreements.verb import Reading, Verb
from tiestui.extraction.clauses import LONGEST_CLAUSE, clause_end
from tiestui.extraction.genre import Genre
from tiestui.extraction.scan import Guarded, Scanner
from tiestui.extraction.subjects import Subject, subject_of
from tiestui.extraction.wordforms import every_form
from tiestui.lexicons import alternation, load
from tiestui.model.records import Status

_MODALS = ("will", "shall", "are to", "is to", "would")
_HEAD = 24
_FAR = 80
_READERS: tuple[tuple[tuple[str, ...], Callable[[Verb], Reading | None]], ...] = (
    (("agree", "concur", "consent"), following.agreed),
    (("pledg", "vow", "undert", "promis", "commit", "recommit", "guarantee"), following.pledged),
    (("decid", "resolv"), following.decided),
    (("intend", "plan"), following.intended),
    (_MODALS, following.will),
    (("launch", "endors"), announcing.launched),
    (("announc",), announcing.announced),
    (("notif",), announcing.notified),
    (("confirm",), announcing.confirmed),
    (("offer",), announcing.offered),
    (("secur",), announcing.secured),
    (("approv",), announcing.approved),
    (("instruct", "direct", "task", "mandat"), announcing.instructed),
    (("giv", "gave", "mak", "made"), announcing.gave),
    (("earmark", "allocat", "set aside", "sets aside"), announcing.allocated),
)
_IT_WAS = Guarded(
    "agreed decided resolved",
    r"\b[Ii]t\s+(?:was|has\s+been|had\s+been)\s+(?:\w+\s+)?(?P<verb>agreed|decided|resolved)\b(?=\s+(?:at|that"
    r"|to|in|on|by|during|between))",
)
_NOT_FINITE_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|this|that|any|no|each|of|as|mutually|previously|already|newly"
    r"|longstanding|public|new|joint|own|firm|with|by|such|be|is|are|was|were|been|being|remain|remains"
    r"|remained|stay|stand|"
    r"hereby\s+being|advice\s+and|prior|fully|when|once|where|than|action|work|five-year|peace|master|flight|arms|sale|strong"
    r"|common|shared|same|good|long-term|strategic|future|s)|[’']s|s[’'])\s+$",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"(?:n['’]t|\b(?:to|would|could|(?-i:may)|might|should|can|must|not|never|cannot|failed\s+to|refused\s+to|yet\s+to"
    r"|did|does|do|let|helped?|if|whether|unless|hopes?\s+to|will|who))\s+(?:\w+ly\s+|also\s+|further\s+"
    r"|fully\s+)?$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?:said|says|told|has\s+not|is|are|was|were|what|which|whether|reported|announced\s+that|believes?"
    r"|thinks?|expects?|knows?|asked|wants?|does|did|do)\b"
)
_PLEASED = re.compile(r"\b(?:pleased|proud|delighted|honou?red|happy)\s+to\s+$")
# "Secured guarantees", "made pledges": nouns that look like verbs.
_NOUN_AFTER = re.compile(r"\b(?:\w+ed|won|got|gave|made|given|sought|seeks?|had|has|have|and|for)\s+$")
_COORDINATED = re.compile(r"(?:,|\band)\s+(?:also\s+|further\s+)?$")
# "Are launching a dialogue" tells it, "launching a dialogue" only goes with another verb.
_GOING_ON = re.compile(r"\b(?:is|are)\s+(?:also\s+|today\s+|jointly\s+|now\s+)?$")
_REPORTED = re.compile(r"\b(?:that|if|whether|which|who)\b")
_AND = re.compile(
    r"(?P<joint>\band\s+)(?:(?:also|further|\w+ly|on|in|by)\b[^,;]{0,30}(?:,\s+\d{4})?,?\s+)?(?:also\s+"
    r"|further\s+|\w+ly\s+)?$"
)


@cache
def _verbs() -> Scanner:
    entries = [entry for own in load("instruments")["commitments"].values() for entry in own]
    forms = [*every_form(entries), *_MODALS]
    return Scanner(rf"(?P<verb>{alternation(forms)})\b", forms)


def find_commitments(masked: str, start: int, end: int, genre: Genre, *, together_before: bool) -> Iterator[Found]:
    """The commitments of a sentence of the masked text.

    together_before: whether the sentence before had the parties acting together, so that "they" are the parties.
    """
    passive = next(iter(_IT_WAS.finditer(masked, start, end)), None)
    if passive is not None:
        yield _found(passive.start(), passive, "agreed", "commitment: it was agreed", passive.end(), end)
    previous: tuple[Subject, int] | None = None
    clause_ends = start
    for match in _verbs().finditer(masked, start, end):
        before = masked[max(start, match.start() - 40) : match.start()]
        pleased = before.rstrip().endswith("to") and _PLEASED.search(before) is not None
        going_on = match["verb"].endswith("ing")
        if going_on:
            if _GOING_ON.search(before) is None:
                continue
        elif not pleased and not _is_finite(match["verb"], before):
            continue
        if match["verb"] == "would" and (previous is not None or _REPORTED.search(before)):
            continue
        if match["verb"] in _MODALS and match.start() < clause_ends:
            continue
        subject = _subject(masked, start, match.start(), previous, genre)
        verb = Verb(masked, start, end, match.end(), match["verb"].lower(), subject, genre, together_before)
        reading = _read(verb)
        if reading is None:
            continue
        if (
            not pleased
            and not going_on
            and subject.kind != "none"
            and _VERB_BEFORE.search(masked, max(subject.start, match.start() - LONGEST_CLAUSE), match.start())
        ):
            continue
        previous = (subject, match.end())
        if reading[1].endswith(" that"):
            clause_ends = clause_end(masked, reading[2], end)
        begin = subject.start if start <= subject.start < match.start() else match.start()
        joint = _AND.search(before) if match.start() - begin > _FAR else None
        if joint is not None:
            # "The leaders welcomed ..., and recommitted to": what goes before is told of something else.
            begin = match.start() - (len(before) - joint.end("joint"))
        yield _found(begin, match, *reading, end, alone=subject.kind == "person")


def _is_finite(verb: str, before: str) -> bool:
    """Whether a verb tells what somebody does: no noun, no participle, nothing that another verb governs."""
    if _forbids_verb(before) or _GOVERNED.search(before):
        return False
    return not verb.endswith("s") or _NOUN_AFTER.search(before) is None


def _forbids_verb(before: str) -> bool:
    """Whether the last words before a form forbid that it is a finite verb."""
    return before[-1:].isspace() and _ends_in_noun(" ".join(before.split()[-2:]))


@lru_cache(maxsize=1 << 12)
def _ends_in_noun(words: str) -> bool:
    return _NOT_FINITE_BEFORE.search(f"{words} ") is not None


def _read(verb: Verb) -> Reading | None:
    for stems, read in _READERS:
        if verb.word.startswith(stems):
            return read(verb)
    return None


def _subject(masked: str, start: int, verb: int, previous: tuple[Subject, int] | None, genre: Genre) -> Subject:
    """The verb's own subject, that of the verb before it, or the parties when a communiqué's line opens with it."""
    subject = subject_of(masked, start, verb)
    if previous is not None:
        coordinated = _COORDINATED.search(masked[max(previous[1], verb - 16) : verb])
        if subject.kind == "none" or coordinated is not None:
            return previous[0]
    if subject.kind == "none" and genre == "communiqué" and verb - start < _HEAD:
        return Subject("together", subject.start)
    return subject


def _found(
    begin: int, match: re.Match[str], status: Status, rule: str, first: int, end: int, *, alone: bool = False
) -> Found:
    words = (match["verb"].lower(),)
    return Found(begin, end, match.start("verb"), "past", "commitment", status, (first, end), rule, words, alone=alone)
