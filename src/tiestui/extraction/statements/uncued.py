"""Quotations without a cue: whose words they are, and which of them are no speech at all.

A full sentence in marks inherits the speaker of the running paragraph or the one before; a scare quote, a title, a
heading is no statement.
"""

from __future__ import annotations

from functools import cache

from tiestui.extraction.nounphrases import Phrase, phrase_ending_at, phrase_starting_at
from tiestui.extraction.statements.agents import sentence_subject
from tiestui.extraction.statements.collector import Collector
from tiestui.extraction.statements.parts import NOBODY, Voice
from tiestui.extraction.statements.quoted import count_words, has_verb, is_clause, is_named_so, is_sentence
from tiestui.extraction.statements.reporting import FEWEST_OF_A_FRAGMENT
from tiestui.extraction.words import AUX, BODY, CAPITAL, CONJ, CUE, FINITE, GROUP, PREP, QUOTED, ROLE, SIGN
from tiestui.lexicons import load

_PARAGRAPHS_BACK = 3
_SENTENCES_AWAY = 60
_SENTENCES_BACK = 4
_NAMING = frozenset("so-called called named dubbed titled entitled termed nicknamed labelled labeled known as".split())
_SENDERS = frozenset(("from", "by"))
_LONGEST_NAME = 6
_LONGEST_ACTOR = 8
_DASHES = frozenset(("—", "–", "-", "--"))


@cache
def _works() -> frozenset[str]:
    """Nouns of works, before which a quotation is a name: "the film “We Are Here”"."""
    return frozenset(load("titles")["work"].split())


def report_uncued(collector: Collector) -> None:
    """The quotations of the document that no cue has taken."""
    tokens, analysis = collector.tokens, collector.analysis
    for token in sorted(tokens.quotation):
        index = analysis.sentence_at(tokens.starts[token])
        if token in collector.used or index is None:
            continue
        first, last = tokens.bounds(index)
        named = _named_before(collector, token, first)
        if named is not None:
            collector.add_quotations(index, [token], named, ":", "name and colon")
        elif all(tokens.flags[t] & (QUOTED | SIGN) for t in range(first, last)):
            _alone(collector, index, token)
        else:
            _within(collector, index, token)


def _alone(collector: Collector, index: int, token: int) -> None:
    """A quotation that is a sentence of its own."""
    inner = collector.inner(token)
    quotation = collector.analysis.masking[collector.tokens.quotation[token]]
    whole = is_sentence(inner) or quotation.continued or not quotation.closed
    if (whole or count_words(inner) > FEWEST_OF_A_FRAGMENT + 1) and not _is_heading(collector, index, inner):
        voice = _signed(collector, index) or _running(collector, index)
        collector.add_quotations(index, [token], voice, None, "uncued quotation")


def _signed(collector: Collector, index: int) -> Voice | None:
    """Whose name a dash sets behind a quotation: "“…” — Ann Lee, minister of trade"."""
    tokens, people = collector.tokens, collector.analysis.people
    if index + 2 >= len(tokens.firsts):
        return None
    first, last = tokens.bounds(index + 1)
    number = people.at_token.get(first + 1)
    if tokens.words[first] not in _DASHES or number is None or people.mentions[number].first != first + 1:
        return None
    if any(tokens.flags[t] & (AUX | FINITE | CUE) for t in range(first + 1, last)):
        return None
    return collector.voices.person(people.mentions[number].person, number)


def _within(collector: Collector, index: int, token: int) -> None:
    """A quotation inside a sentence that has no cue for it: speech of whom the sentence is about."""
    inner = collector.inner(token)
    if token and (collector.tokens.lowers[token - 1] in _NAMING or collector.tokens.lowers[token - 1] in _works()):
        return
    set_off = token > 0 and collector.tokens.words[token - 1] == ":"
    short = is_sentence(inner) and (set_off or has_verb(inner)) and not is_named_so(inner)
    if short or (count_words(inner) > FEWEST_OF_A_FRAGMENT and is_clause(inner)):
        quotation = collector.analysis.masking[collector.tokens.quotation[token]]
        opens = quotation.continued or collector.tokens.opens_sentence(token)
        voice = collector.direct_voice.get(index) or collector.subject_voice(index)
        voice = voice or collector.reporting_voice.get(index) or _acting(collector, index, token)
        voice = voice or _going_on(collector, index, token)
        voice = voice or _in_whose_eyes(collector, index, token)
        if voice is None and set_off:
            voice = _only_named(collector, index, token) or _running(collector, index)
        if voice is None:
            voice = _running(collector, index) if opens else NOBODY
        collector.add_quotations(index, [token], voice, None, "quotation in a sentence")


def _in_whose_eyes(collector: Collector, index: int, token: int) -> Voice | None:
    """Whose view a quotation is that stands right behind a source: "For the senator, “…”"."""
    tokens = collector.tokens
    first = tokens.firsts[index]
    source = phrase_starting_at(tokens, first + 1, token) if tokens.lowers[first] in ("for", "to") else None
    if source is None or tokens.words[source.end : token] != [","]:
        return None
    voice = collector.voices.of(source)
    return voice if voice.speaker is not None else None


def _only_named(collector: Collector, index: int, token: int) -> Voice | None:
    """The one person whom a sentence names before a quotation: "To Ann Lee, the answer was simple: “…”"."""
    people = collector.analysis.people
    numbers = range(people.before(collector.tokens.firsts[index]), people.before(token))
    persons = {people.mentions[number].person for number in numbers}
    return collector.voices.person(persons.pop(), numbers[0]) if len(persons) == 1 else None


def _acting(collector: Collector, index: int, token: int) -> Voice | None:
    """The body or the group that does the sentence's first verb: "On its site, the union set out “…”"."""
    tokens = collector.tokens
    first = tokens.firsts[index]
    subject = sentence_subject(tokens, first, token)
    if subject is None or not _may_act(collector, subject):
        return None
    voice = collector.voices.of(subject)
    return voice if voice.speaker is not None else None


def _going_on(collector: Collector, index: int, token: int) -> Voice | None:
    """The document, body or group that spoke last, when "it" or "they" goes on: "It also set a date: “…”"."""
    subject = sentence_subject(collector.tokens, collector.tokens.firsts[index], token)
    if subject is None or collector.tokens.lowers[subject.first] not in ("it", "they"):
        return None
    earlier = (collector.reporting_voice.get(back) for back in range(index - 1, max(-1, index - _SENTENCES_BACK), -1))
    voice = next((voice for voice in earlier if voice is not None and voice.speaker is not None), None)
    return voice if voice is not None and voice.speaker is not None and voice.speaker.kind != "person" else None


def _may_act(collector: Collector, subject: Phrase) -> bool:
    """Whether a phrase surely names somebody: its last word is a body, a group, an office, a country or initials."""
    tokens = collector.tokens
    head = subject.last - 1
    word, flag = tokens.words[head], tokens.flags[head]
    if subject.last - subject.first > _LONGEST_ACTOR or (
        tokens.words[subject.first].isupper() and subject.first != head
    ):
        return False
    country = head in collector.analysis.people.country_at and flag & CAPITAL
    initials = subject.first == head and word.isupper() and len(word) > 1
    return bool(flag & (BODY | GROUP | ROLE)) or bool(country) or initials


def _is_heading(collector: Collector, index: int, inner: str) -> bool:
    """Whether a quotation is only a heading: all in capitals, or a few words that are a paragraph of their own."""
    if inner.isupper():
        return True
    analysis = collector.analysis
    start, end = analysis.paragraphs[analysis.sentences[index].paragraph]
    if end - start > len(inner) + 4:
        return False
    return count_words(inner) <= FEWEST_OF_A_FRAGMENT + 2 and not has_verb(inner)


def _named_before(collector: Collector, token: int, first: int) -> Voice | None:
    """Whose name and a colon stand before a quotation: "Ann Lee: “…”"."""
    tokens, people = collector.tokens, collector.analysis.people
    if token - 2 < first or tokens.words[token - 1] != ":":
        return None
    number = people.at_token.get(token - 2)
    start = people.mentions[number].first if number is not None else token - 2
    if number is not None and start > first and not tokens.flags[start - 1] & (SIGN | PREP | CONJ):
        return None
    if start > first and tokens.flags[start - 1] & PREP and tokens.lowers[start - 1] not in _SENDERS:
        return None
    if number is not None and (start == first or not tokens.flags[start - 1] & CONJ):
        return collector.voices.person(people.mentions[number].person, number)
    phrase = phrase_ending_at(tokens, token - 2, first)
    if phrase is None or phrase.last - phrase.first > _LONGEST_NAME or not tokens.flags[phrase.first] & CAPITAL:
        return None
    owner = next((t for t in range(phrase.first, phrase.last - 1) if tokens.lowers[t].endswith(("'s", "s'"))), None)
    if owner is not None and not tokens.flags[phrase.last - 1] & (CAPITAL | ROLE | BODY):
        return collector.voices.owner(Phrase(phrase.first, owner + 1, owner + 1))
    return collector.voices.of(phrase)


def _running(collector: Collector, index: int) -> Voice:
    """Whose words an uncued quotation is: the speaker of its paragraph, else of the ones before."""
    sentences = collector.analysis.sentences
    paragraph = sentences[index].paragraph
    for back in range(index - 1, max(-1, index - _SENTENCES_AWAY), -1):
        if sentences[back].paragraph < paragraph - _PARAGRAPHS_BACK:
            break
        if sentences[back].paragraph < paragraph and (ahead := _ahead(collector, index)) is not None:
            return ahead
        voice = collector.direct_voice.get(back) or collector.reporting_voice.get(back) or collector.subject_voice(back)
        if voice is not None and voice.speaker is not None:
            return voice
    return _ahead(collector, index) or NOBODY


def _ahead(collector: Collector, index: int) -> Voice | None:
    """The next direct speaker of the same paragraph."""
    sentences = collector.analysis.sentences
    for ahead in range(index + 1, min(len(sentences), index + _SENTENCES_AWAY)):
        if sentences[ahead].paragraph != sentences[index].paragraph:
            return None
        voice = collector.direct_voice.get(ahead)
        if voice is not None:
            return voice
    return None
