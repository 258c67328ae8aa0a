"""Speakers named with a preposition: "according to the ministry, …", "…, in the words of one official".

An agency behind words that have their speaker ("…, she said, according to the agency") only carried them.
"""

from __future__ import annotations

from functools import cache

from tiestui.extraction.nounphrases import Phrase, phrase_starting_at
from tiestui.extraction.statements.collector import Collector
from tiestui.extraction.statements.ends import trim_end
from tiestui.extraction.statements.parts import Content, Cue
from tiestui.extraction.statements.reporting import report
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import VerbForm
from tiestui.extraction.words import (
    AUX,
    BODY,
    CAPITAL,
    CUE,
    DOCUMENT,
    FINITE,
    GROUP,
    PARTICIPLE,
    PERSON,
    POSSESSIVE,
    PRONOUN,
    QUOTED,
    ROLE,
    SIGN,
    TITLE,
)
from tiestui.lexicons import load

_ACCORDING = VerbForm("according", "past", frozenset("cq"))
_NEAR = 4
_LONGEST_PLACE = 4
_OWNED = frozenset(("words", "view", "opinion"))
_FARTHEST_NOUN = 8
_OPENING = 14
_CARRYING = frozenset(("report", "say", "inform", "write", "announce"))


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    ways = load("frames")["according"]
    for text in (*ways["phrases"], *ways["informants"]):
        words = tuple(text.split())
        phrases.setdefault(words[0], []).append(words)
    return phrases


@cache
def _anchors() -> frozenset[str]:
    """One word of each phrase that a sentence without such phrases seldom has."""
    return _OWNED | {max(words, key=len) for several in _phrases().values() for words in several}


@cache
def _informants() -> frozenset[tuple[str, ...]]:
    """Ways to name a speaker behind which "that" leads to what was said: "heard from the minister that"."""
    return frozenset(tuple(text.split()) for text in load("frames")["according"]["informants"])


def find_according(tokens: Tokens, first: int, last: int) -> list[Cue]:
    """The places of a sentence where "according to" and the like lead to a speaker."""
    found: list[Cue] = []
    if _anchors().isdisjoint(tokens.lowers[first:last]):
        return found
    phrases = _phrases()
    for at in range(first, last - 2):
        for words in phrases.get(tokens.lowers[at], ()):
            end = at + len(words)
            if tuple(tokens.lowers[at:end]) == words and end < last:
                speaker = phrase_starting_at(tokens, end, last)
                if words in _informants() and not _leads_clause(tokens, speaker, last):
                    continue
                found.append(Cue(at, at, end, _ACCORDING, speaker, True, "according to"))
        if tokens.lowers[at] == "in" and (owner := _owner(tokens, at, last)) is not None:
            found.append(Cue(at, at, owner.end, _ACCORDING, owner, True, "according to"))
    return found


def _owner(tokens: Tokens, at: int, last: int) -> Phrase | None:
    """Whose words or view they are: "in the minister's words", "in her view"; the phrase ends behind the noun."""
    noun = next((t for t in range(at + 2, min(last, at + _FARTHEST_NOUN)) if tokens.lowers[t] in _OWNED), None)
    if noun is None or any(tokens.flags[t] & (SIGN | QUOTED) for t in range(at + 1, noun)):
        return None
    owned = tokens.flags[noun - 1] & POSSESSIVE or tokens.lowers[noun - 1].endswith(("'s", "s'"))
    return Phrase(at + 1, noun, noun + 1) if owned else None


def _leads_clause(tokens: Tokens, speaker: Phrase | None, last: int) -> bool:
    return speaker is not None and speaker.end + 1 < last and tokens.lowers[speaker.end] == "that"


def report_according(collector: Collector, index: int, cue: Cue, first: int, last: int) -> None:
    """The statement of an "according to", or the carrier of one that is there already."""
    if cue.subject is None or _is_carrier(collector, index, cue, cue.subject):
        return
    if _stands_before_verb(collector.tokens, cue, cue.subject, last):
        return
    content = _content(collector.tokens, cue, cue.subject, first, last)
    if content.last > content.first:
        owned = cue.last == cue.subject.end
        source = cue.subject
        if _only_explains(collector.tokens, source.end, last):
            source = source._replace(end=trim_end(collector.tokens, source.end, last))
        voice = collector.voices.owner(source) if owned else collector.voices.of(source)
        report(collector, index, cue, content, voice)


def _stands_before_verb(tokens: Tokens, cue: Cue, speaker: Phrase, last: int) -> bool:
    """Whether the source is told between a subject and its verb: "The minister, according to a transcript, told …"."""
    behind = speaker.end
    while behind < last and tokens.words[behind] != ",":
        behind += 1
    if behind + 1 >= last or tokens.words[cue.first - 1] != ",":
        return False
    return bool(tokens.flags[behind + 1] & CUE) and not tokens.opens_sentence(cue.first - 1)


def _content(tokens: Tokens, cue: Cue, speaker: Phrase, first: int, last: int) -> Content:
    if tuple(tokens.lowers[cue.first : cue.last]) in _informants():
        return Content(speaker.end + 1, trim_end(tokens, speaker.end + 1, last), "that")
    if cue.first - first <= 1 and not tokens.flags[first] & QUOTED:
        start = speaker.end if speaker.end < last and tokens.words[speaker.end] == "," else speaker.last
        while start < last and tokens.words[start] != ",":
            start += 1
        if start + 1 < last and tokens.lowers[start + 1].endswith("ing"):
            start = next((t for t in range(start + 2, last) if tokens.words[t] in (",", ":")), last)
        return Content(start + 1, trim_end(tokens, start + 1, last), "according to")
    if _only_explains(tokens, speaker.end, last):
        return Content(first, trim_end(tokens, first, cue.first), "according to")
    if speaker.end + 2 < last and tokens.words[speaker.end] in ",—–-" and tokens.words[cue.first - 1] in ",—–-":
        return Content(first, trim_end(tokens, first, last), "resumed")
    begin = _behind_dateline(tokens, first, cue.first)
    return Content(begin, trim_end(tokens, begin, cue.first), "according to")


def _behind_dateline(tokens: Tokens, first: int, last: int) -> int:
    """Behind the place that a report opens with: "Oslo: The port was closed, according to …"."""
    at = first
    while at < min(last, first + _LONGEST_PLACE) and tokens.flags[at] & CAPITAL and not tokens.flags[at] & PERSON:
        at += 1
    return at + 1 if first < at < last - 1 and tokens.words[at] == ":" else first


def _only_explains(tokens: Tokens, comma: int, last: int) -> bool:
    """Whether a comma leads to nothing but the source's name: "…, according to its speaker, Ann Lee"."""
    if comma + 1 >= last or tokens.words[comma] != "," or not tokens.flags[comma + 1] & (PERSON | TITLE):
        return False
    return not any(tokens.flags[t] & (AUX | FINITE | CUE | PARTICIPLE) for t in range(comma + 1, last))


def _is_carrier(collector: Collector, index: int, cue: Cue, speaker: Phrase) -> bool:
    tokens = collector.tokens
    if any(tokens.flags[t] & PERSON for t in range(speaker.first, speaker.last)):
        return False
    position = tokens.starts[cue.first]
    start = collector.analysis.sentences[index].start
    carried = False
    for number in range(len(collector.drafts) - 1, -1, -1):
        draft = collector.drafts[number]
        if draft.evidence_start != start:
            break
        beside = draft.mode == "direct" or position < draft.end + _NEAR
        if draft.cue is not None and draft.end <= position and beside:
            collector.drafts[number] = draft._replace(via=collector.name(speaker))
            carried = True
    return carried


def find_carriers(tokens: Tokens, opened: list[tuple[Cue, Content | None]]) -> list[tuple[Cue, Cue]]:
    """Outlets that only carry somebody's words, each with that somebody's cue: "…, she said, state media reported"."""
    found: list[tuple[Cue, Cue]] = []
    for outlet, content in opened:
        if content is None or content.frame not in ("before", "resumed") or not _is_outlet(tokens, outlet):
            continue
        for cue, inner in opened:
            within = content.first <= cue.first < min(content.last, content.first + _OPENING)
            if inner is not None and cue is not outlet and cue.kind == "finite" and within and _is_human(tokens, cue):
                found.append((outlet, cue))
                break
    return found


def _is_human(tokens: Tokens, cue: Cue) -> bool:
    """Whether a person or several speak, not a country ("Norway rejects this, the ministry said")."""
    wanted = PERSON | PRONOUN | GROUP | ROLE
    return cue.subject is not None and any(tokens.flags[t] & wanted for t in range(cue.subject.first, cue.subject.last))


def _is_outlet(tokens: Tokens, cue: Cue) -> bool:
    """Whether a body or a document speaks, and no person."""
    if cue.subject is None or cue.form.lemma not in _CARRYING:
        return False
    flags = [tokens.flags[t] for t in range(cue.subject.first, cue.subject.last)]
    if any(flag & (PERSON | PRONOUN | GROUP) for flag in flags):
        return False
    return any(flag & (BODY | DOCUMENT) or (flag & CAPITAL and not flag & ROLE) for flag in flags)
