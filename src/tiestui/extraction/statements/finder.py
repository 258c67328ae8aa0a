"""One pass over the sentences of a document, then one over the quotations that are left."""

from __future__ import annotations

from dataclasses import replace

from tiestui.extraction.analysis import Analysis
from tiestui.extraction.genre import Genre
from tiestui.extraction.nounphrases import Phrase
from tiestui.extraction.statements.according import find_according, find_carriers, report_according
from tiestui.extraction.statements.collector import Collector
from tiestui.extraction.statements.communique import is_communique
from tiestui.extraction.statements.content import close_content, find_content
from tiestui.extraction.statements.cues import find_cues
from tiestui.extraction.statements.listed import find_introduction, find_listed_cue
from tiestui.extraction.statements.nominal import find_nominal_cues
from tiestui.extraction.statements.parts import NOBODY, Content, Cue, Draft, Voice
from tiestui.extraction.statements.passives import find_passives
from tiestui.extraction.statements.reporting import FEWEST_INDIRECT, report, report_second_half
from tiestui.extraction.statements.transcript import Turn, find_turns
from tiestui.extraction.statements.uncued import report_uncued
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import BODY, CUE, QUOTED
from tiestui.model import Speaker
from tiestui.model.records import Pair

_LAST_DRAFTS = 3
_REPORTERS = frozenset(("correspondent", "reporter", "rapporteur"))
_ACKNOWLEDGING = frozenset(("recognize", "recognise", "acknowledge", "underscore", "underline"))
_BOTH = frozenset("sides parties leaders presidents ministers".split())
_UNNAMED_LABELS = ("q", "question", "reporter")


def find_drafts(analysis: Analysis, genre: Genre, pair: Pair | None = None) -> list[Draft]:
    """The statements of a document, not yet records, in no order. pair: the countries that it is about, if known."""
    collector = Collector(analysis, pair)
    positions = genre == "communiqué" or is_communique(analysis)
    turns = {turn.paragraph: turn for turn in find_turns(analysis)}
    for index, sentence in enumerate(analysis.sentences):
        if sentence.paragraph not in turns:
            _report_sentence(collector, index, positions)
    for turn in turns.values():
        _report_turn(collector, turn)
    report_uncued(collector)
    return collector.drafts


def _report_sentence(collector: Collector, index: int, positions: bool) -> None:
    tokens = collector.tokens
    first, last = tokens.bounds(index)
    cues = find_cues(tokens, first, last)
    listed = find_listed_cue(tokens, first, last) if collector.introduction is not None else None
    if listed is not None:
        cues = [listed, *(cue for cue in cues if cue.verb != listed.verb)]
    according = find_according(tokens, first, last)
    cues = [cue for cue in cues if not _is_byline(tokens, cue, first) and not _tells_where(tokens, cue, first)]
    reporting = _report_cues(collector, index, cues, according, positions) if cues else according
    if collector.introduction is not None or tokens.words[last - 1 : last] == [":"]:
        _note_introduction(collector, index, listed is not None or (bool(cues) and cues[0].kind == "participle"))
    for cue in according:
        report_according(collector, index, cue, first, last)
    if positions:
        _report_passives(collector, index, reporting, first, last)
    _report_nouns(collector, index, first, last)


def _report_cues(collector: Collector, index: int, cues: list[Cue], according: list[Cue], positions: bool) -> list[Cue]:
    """Report what the cues of a sentence lead to; all of its cues that lead to something are handed back."""
    tokens = collector.tokens
    first, last = tokens.bounds(index)
    opened = [(cue, find_content(tokens, cue, first, last, positions or _is_joint(tokens, cue))) for cue in cues]
    reporting = [cue for cue, content in opened if content is not None] + according
    closed_before: list[Content] = []
    inner = _innermost(tokens, opened, reporting, first) if len(opened) > 1 else {}
    carriers = find_carriers(tokens, opened)
    for cue, content in opened:
        if any(carrier is cue for carrier, _ in carriers) or (len(cues) > 1 and _only_quotes(cue, content, cues)):
            continue
        closed = close_content(tokens, cue, content, reporting, first) if content is not None else None
        if closed is None or closed.last <= closed.first:
            _await_quotation(collector, index, cue)
            continue
        inside = any(outer.first <= cue.first < outer.last for outer in closed_before)
        if inside and (_is_inner(cue) or "would" in tokens.lowers[cue.first : cue.verb]):
            continue
        closed = _within_its_outer(cue, closed, closed_before)
        closed_before.append(closed)
        voice = collector.voices.of(cue.subject) if cue.subject is not None else _continuing(collector, cue)
        carrier = cue.carrier
        if carriers:
            carrier = next((outlet.subject for outlet, carried in carriers if carried is cue), carrier)
        told = closed if carrier is None else closed._replace(hearer=carrier)
        others = {t for t, owner in inner.items() if owner is not cue} if inner else frozenset()
        report(collector, index, cue, told, voice, others)
        report_second_half(collector, index, cue, closed, voice, last)
    return reporting


def _is_byline(tokens: Tokens, cue: Cue, first: int) -> bool:
    """Whether a reporter only signs what follows: "Our correspondent in Oslo, Ann Lee, reports: …"."""
    if cue.form.lemma != "report" or cue.subject is None:
        return False
    return not _REPORTERS.isdisjoint(tokens.lowers[first : cue.verb])


def _tells_where(tokens: Tokens, cue: Cue, first: int) -> bool:
    """Whether an outlet only tells where somebody spoke: "She said this in Oslo, writes the Courier"."""
    if not cue.inverted or "q" not in cue.form.frames:
        return False
    return any(tokens.flags[t] & CUE and tokens.lowers[t + 1] in ("this", "so") for t in range(first, cue.first - 1))


def _is_joint(tokens: Tokens, cue: Cue) -> bool:
    """Whether both sides take a position in the present tense, as joint documents speak: "The two sides recognise"."""
    together = cue.subject is not None and tokens.lowers[cue.subject.last - 1] in _BOTH
    return together and cue.form.kind == "base" and cue.form.lemma in _ACKNOWLEDGING


def _report_passives(collector: Collector, index: int, others: list[Cue], first: int, last: int) -> None:
    """What a joint document tells without a speaker, as what its sides say together."""
    for cue, content in find_passives(collector.tokens, first, last):
        closed = close_content(collector.tokens, cue, content, others, first)
        voice = collector.voices.both_sides(cue.first)
        if closed.last > closed.first and voice.speaker is not None:
            report(collector, index, cue, closed, voice)


def _innermost(
    tokens: Tokens, opened: list[tuple[Cue, Content | None]], reporting: list[Cue], first: int
) -> dict[int, Cue]:
    """Each quotation that stands behind a nested verb to that verb: "he noted that the treaty said “…”"."""
    found: dict[int, Cue] = {}
    outer: list[Content] = []
    for cue, content in opened:
        if content is None or content.frame not in ("that", "clause", "quotation"):
            continue
        closed = close_content(tokens, cue, content, reporting, first)
        subject = cue.subject if cue.kind == "finite" else None
        nested = subject is not None and any(o.first <= subject.first < o.last for o in outer)
        if nested and not _is_inner(cue):
            found.update((t, cue) for t in range(closed.first, closed.last) if tokens.flags[t] & QUOTED)
        outer.append(closed)
    return found


def _only_quotes(cue: Cue, content: Content | None, cues: list[Cue]) -> bool:
    """Whether what follows a cue is whom it quotes: "the agency reported the minister as saying"."""
    quoted = [other.subject for other in cues if other.carrier is not None and other is not cue]
    return content is not None and any(phrase and phrase.first in (content.first, cue.last) for phrase in quoted)


def _is_inner(cue: Cue) -> bool:
    """Whether a cue inside what somebody else said is no statement: a thought or a mere position."""
    return "t" in cue.form.frames or ("r" in cue.form.frames and "o" not in cue.form.frames)


def _within_its_outer(cue: Cue, content: Content, outer: list[Content]) -> Content:
    """A content that ends no later than the one that its cue stands in: "Noting that she had praised it, he said"."""
    for other in outer:
        if other.first <= cue.first < other.last < content.last and content.frame != "before":
            return content._replace(last=other.last)
    return content


def _continuing(collector: Collector, cue: Cue) -> Voice:
    """Who goes on to speak in a sentence without a subject: "Adding, “…”"."""
    if cue.kind == "listed" and collector.introduction is not None:
        return collector.introduction
    if cue.kind != "participle":
        return NOBODY
    return collector.voices.last if collector.voices.last.speaker is not None else collector.voices.signatories()


def _note_introduction(collector: Collector, index: int, is_item: bool) -> None:
    """Keep the speaker of a line that ends in a colon for the list behind it; another sentence ends the list."""
    introduction = find_introduction(collector.tokens, *collector.tokens.bounds(index))
    if introduction is not None:
        collector.introduction = collector.voices.of(introduction)
    elif not is_item:
        collector.introduction = None


def _await_quotation(collector: Collector, index: int, cue: Cue) -> None:
    """A verb of speech with nothing said beside it: what is quoted next may be its speaker's."""
    if cue.subject is not None and "q" in cue.form.frames and cue.kind == "finite":
        collector.direct_voice.setdefault(index, collector.voices.of(cue.subject))


def _report_nouns(collector: Collector, index: int, first: int, last: int) -> None:
    """Nouns of speech ("his claim that …") whose clause holds no quotation that has a statement already."""
    for cue in find_nominal_cues(collector.tokens, first, last):
        if cue.last - cue.first < FEWEST_INDIRECT or any(t in collector.used for t in range(cue.first, cue.last)):
            continue
        told = {draft.start for draft in collector.drafts[-_LAST_DRAFTS:]}
        if not told.isdisjoint((collector.tokens.starts[cue.owner.first], collector.tokens.starts[cue.first])):
            continue  # "reiterated their view that …" is told already
        voice = collector.voices.owner(cue.owner)
        words = collector.words(cue.noun, cue.noun + 1)
        collector.add(index, collector.span(cue.first, cue.last), "indirect", voice, words, "noun of speech")


def _report_turn(collector: Collector, turn: Turn) -> None:
    """A paragraph of a transcript, as its speaker's own words."""
    tokens = collector.tokens
    first, last = tokens.at(turn.label_start), tokens.at(turn.label_end - 1) + 1
    collector.used.update(t for t in tokens.quotation if turn.start <= tokens.starts[t] < turn.end)
    unnamed = tokens.lowers[first] in _UNNAMED_LABELS
    voice = NOBODY if unnamed else collector.voices.of(Phrase(first, last, last))
    if voice.speaker is not None and voice.speaker.kind == "body" and not tokens.flags[last - 1] & BODY:
        voice = voice._replace(speaker=replace(voice.speaker, kind="person"))
    if voice.speaker is not None and voice.speaker.name.isupper():
        voice = voice._replace(speaker=_in_small_letters(voice.speaker))
    label = collector.analysis.text[turn.label_start : turn.label_end]
    collector.drafts.append(
        Draft(turn.start, turn.end, turn.start, turn.end, "direct", voice, ":", "transcript", (label,))
    )


def _in_small_letters(speaker: Speaker) -> Speaker:
    """A speaker whom a transcript names in capitals, written as names are: "SECRETARY EK" is "Secretary Ek"."""
    return replace(speaker, name=speaker.name.title(), role=speaker.role.title() if speaker.role else None)
