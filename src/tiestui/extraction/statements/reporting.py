"""From a cue and its content to statements: the quotations in it, the reported clause, or both."""

from __future__ import annotations

from collections.abc import Set

from tiestui.extraction.quotation import Quotation
from tiestui.extraction.statements.collector import Collector
from tiestui.extraction.statements.occasions import skip_occasion
from tiestui.extraction.statements.parts import Content, Cue, Voice
from tiestui.extraction.statements.quoted import count_words, is_speech
from tiestui.extraction.words import ADVERB, AUX, CONJ, DET, PREP, QUOTED, SIGN, SUB, SUBJECT_PRONOUN

FEWEST_INDIRECT = 2
"""Own words that a reported clause has at least."""
FEWEST_OF_A_FRAGMENT = 4
"""Words that a quoted fragment without a verb has at least, when it is most of what was said."""

_KINDS = {
    "finite": "reporting verb",
    "participle": "reporting participle",
    "shared": "second reporting verb of a sentence",
    "according to": "source named by a preposition",
    "listed": "reporting verb of a list item",
    "passive": "passive reporting verb",
}
_FRAMES = {
    "before": "behind what was said",
    "resumed": "inside what was said",
    "that": "with a that clause",
    "clause": "with a clause",
    "quotation": "with a quotation",
    "hearer": "with a hearer",
    "object": "with an object",
    "blame": "with an object",
    "person": "with an addressee",
    "infinitive": "with an infinitive",
    "preposition": "with a preposition",
    "according to": "beside what was said",
    "adjunct": "with an occasion",
    "subordinate": "with an occasion",
}
_FEWEST_OF_A_NAME = 3
_FEWEST_CAPITALS = 2
_WITH_NAMES = frozenset(("tell", "sing", "read", "recite"))
_MOST_JOINING_WORDS = 8
_LONGEST_NAME = 4
_CLAUSE = 14
_MUST = frozenset(("should", "shall"))
_JOINING = ADVERB | AUX | CONJ | DET | PREP | SUB | SUBJECT_PRONOUN
"""What stands between the halves of one quotation that the reporter joins with no noun or verb of his own."""
_WHOLE = ("before", "quotation", "hearer")
_NO_CLAUSE = ("adjunct", "subordinate", "blame")


def report(
    collector: Collector, index: int, cue: Cue, content: Content, voice: Voice, others: Set[int] = frozenset()
) -> None:
    """The statements of one cue: direct ones for its quotations, an indirect one when most words are the reporter's.

    others: quotations inside the content that a verb inside it introduces.
    """
    tokens = collector.tokens
    if _is_decision(collector, cue, content, voice) or _is_name(collector, cue, content):
        return
    quotes = tokens.having(QUOTED, content.first, content.last)
    own = content.last - content.first - len(tokens.having(SIGN | QUOTED, content.first, content.last))
    if content.frame == "resumed":
        own -= (cue.last - cue.first) + 1
    mostly_quoted = bool(quotes) and sum(count_words(collector.inner(t)) for t in quotes) >= own
    via = collector.medium(content.hearer)
    cue_words = collector.words(cue.first, cue.last)
    rule = _rule(cue, content)
    free = [t for t in quotes if t not in others]
    alone = mostly_quoted and len(quotes) == 1
    speech = [t for t in free if _is_direct(collector, t, content.frame, alone)]
    whole = _whole(collector, content) if free == quotes else None
    if whole is not None:
        collector.add_quoted(index, quotes, whole, voice, cue_words, f"{rule}, several parts", via)
        return
    if len(speech) > 1 and content.frame != "before" and _is_one(collector, speech):
        collector.add_quotations(index, speech, voice, cue_words, f"{rule}, several parts", via)
    else:
        for token in speech:
            collector.add_quotations(index, [token], voice, cue_words, rule, via)
    if content.frame in _NO_CLAUSE or own < FEWEST_INDIRECT or (mostly_quoted and speech):
        return
    if "a" in cue.form.frames and content.frame == "object" and content.last - content.first < _FEWEST_OF_A_NAME:
        return
    if content.frame == "infinitive" and voice.speaker is not None and voice.speaker.kind != "person":
        return
    collector.add(index, collector.span(content.first, content.last), "indirect", voice, cue_words, rule, via)


def _is_decision(collector: Collector, cue: Cue, content: Content, voice: Voice) -> bool:
    """Whether several agree on what is to be done, which is an agreement and no statement."""
    if cue.form.lemma != "agree" or content.frame != "that" or voice.speaker is None or voice.speaker.kind != "group":
        return False
    return not _MUST.isdisjoint(collector.tokens.lowers[content.first : min(content.last, content.first + _CLAUSE)])


def _is_name(collector: Collector, cue: Cue, content: Content) -> bool:
    """Whether the marks hold a paper's or a work's name: "sources told “Evening Post”", "they sang “Harbour Song”"."""
    if cue.form.lemma not in _WITH_NAMES or content.frame != "quotation" or content.first != cue.last:
        return False
    words = collector.inner(content.first).rstrip(",.").split()
    return len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words)


def _rule(cue: Cue, content: Content) -> str:
    """The rule's name for people: the kind of cue, and how what was said hangs on it."""
    return f"{_KINDS.get(cue.kind, cue.kind)}, {_FRAMES.get(content.frame, content.frame)}"


def _is_direct(collector: Collector, token: int, frame: str, alone: bool) -> bool:
    """Whether a quotation inside a content is a statement of its own; `alone`: it is most of what was said."""
    inner = collector.inner(token)
    return is_speech(inner) or (alone and (frame in _WHOLE or count_words(inner) >= FEWEST_OF_A_FRAGMENT))


def _is_one(collector: Collector, quotes: list[int]) -> bool:
    """Whether the quotations of one cue are one statement: few own words join them ("“…” and that “…”")."""
    flags = collector.tokens.flags
    own = [t for t in range(quotes[0], quotes[-1]) if not flags[t] & (SIGN | QUOTED)]
    return bool(own) and bool(flags[own[0]] & (CONJ | SUB)) and len(own) <= _MOST_JOINING_WORDS * (len(quotes) - 1)


def _whole(collector: Collector, content: Content) -> tuple[int, int] | None:
    """The code points of quotations that only words without meaning of their own join: "“…” early and then “…”"."""
    pieces = collector.pieces(content.first, content.last)
    if content.frame == "resumed" or not pieces or (len(pieces) == 1 and not _is_term(collector, pieces[0])):
        return None
    flags = collector.tokens.flags
    inside = {t for _, tokens in pieces for t in tokens}
    own = [t for t in range(content.first, content.last) if t not in inside and not flags[t] & SIGN]
    begin, end = pieces[0][1].start, pieces[-1][1].stop
    between = [t for t in own if begin < t < end]
    if any(not flags[t] & _JOINING for t in between) or (content.frame == "before" and not between):
        return None
    said = " ".join(collector.analysis.text[q.start : q.end] for q, _ in pieces)
    enough = is_speech(said) if len(pieces) > 1 else count_words(said) >= FEWEST_OF_A_FRAGMENT
    return (pieces[0][0].start, pieces[-1][0].end) if enough and count_words(said) >= len(own) else None


def _is_term(collector: Collector, piece: tuple[Quotation, range]) -> bool:
    """Whether a quotation is a few words that are no name: not masked, no two capitals in it."""
    words = collector.tokens.words
    masked = piece[1].start in collector.tokens.quotation
    return not masked and sum(words[t][0].isupper() for t in piece[1]) < _FEWEST_CAPITALS


def report_second_half(collector: Collector, index: int, cue: Cue, content: Content, voice: Voice, last: int) -> None:
    """The second half of a quotation that its cue cuts in two: "…," she said, "…"."""
    if content.frame != "before":
        return
    tokens = collector.tokens
    after = cue.subject.end if cue.inverted and cue.subject is not None else cue.last
    at = skip_occasion(tokens, content.hearer.last if content.hearer is not None else after, last)
    if at + 1 < last and tokens.words[at] in ",:—–" and tokens.flags[at + 1] & QUOTED:
        cue_words = collector.words(cue.first, cue.last)
        via = collector.medium(content.hearer)
        collector.add_quotations(index, [at + 1], voice, cue_words, "second half of a quotation", via)
