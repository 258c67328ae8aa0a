"""Drafts of one document as they are found, and who spoke in which sentence."""

from __future__ import annotations

from bisect import bisect_left

from tiestui.extraction.analysis import Analysis
from tiestui.extraction.names import outlet_nouns
from tiestui.extraction.nounphrases import Phrase
from tiestui.extraction.quotation import Quotation
from tiestui.extraction.statements.narrator import narrator_of
from tiestui.extraction.statements.parts import Draft, Voice
from tiestui.extraction.statements.speakers import Voices
from tiestui.extraction.words import CAPITAL, DOCUMENT
from tiestui.model.records import Mode, Pair

_ARTICLES = ("the", "a", "an")


class Collector:
    """The drafts of a document: a quotation is taken once; who spoke in a sentence and whom it is about is kept.

    introduction: who speaks in the list that is being read, if one is.
    """

    def __init__(self, analysis: Analysis, pair: Pair | None = None) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.voices = Voices(analysis.text, analysis.tokens, analysis.people, pair, narrator_of(analysis))
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self.introduction: Voice | None = None
        self.direct_voice: dict[int, Voice] = {}
        self.reporting_voice: dict[int, Voice] = {}
        self._subject_voice: dict[int, Voice | None] = {}
        self._term_starts = {q.start: q.outer_start for q in analysis.quotations}
        self._term_ends = {q.end: q.outer_end for q in analysis.quotations}
        self._quoted_starts = [q.start for q in analysis.quotations]

    def inner(self, token: int) -> str:
        """What stands between the marks of the quotation at `token`."""
        quotation = self.analysis.masking[self.tokens.quotation[token]]
        return self.analysis.text[quotation.start : quotation.end]

    def words(self, first: int, last: int) -> str:
        """The stored text of the tokens `first` to `last` (exclusive), on one line."""
        return " ".join(self.analysis.text[self.tokens.starts[first] : self.tokens.ends[last - 1]].split())

    def name(self, phrase: Phrase) -> str:
        """The words of a phrase without its article."""
        has_article = phrase.last - phrase.first > 1 and self.tokens.lowers[phrase.first] in _ARTICLES
        return self.words(phrase.first + has_article, phrase.last)

    def medium(self, hearer: Phrase | None) -> str | None:
        """Through whom words reached us: a hearer or an outlet with a name, a document; no reporters, no crowd."""
        if hearer is None:
            return None
        tokens = self.tokens
        named = any(tokens.flags[t] & (CAPITAL | DOCUMENT) for t in range(hearer.first, hearer.last))
        return self.name(hearer) if named or tokens.lowers[hearer.last - 1] in outlet_nouns() else None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points of tokens `first` to `last`, with the marks of a term that stands at their edge."""
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        return self._term_starts.get(start, start), self._term_ends.get(end, end)

    def pieces(self, first: int, last: int) -> list[tuple[Quotation, range]]:
        """Each quotation among the tokens `first` to `last`, with its tokens: one when it is masked, a term's own."""
        tokens, quotations = self.tokens, self.analysis.quotations
        begins = bisect_left(self._quoted_starts, tokens.starts[first])
        ends = bisect_left(self._quoted_starts, tokens.ends[last - 1])
        return [(q, range(tokens.at(q.start), tokens.at(q.end - 1) + 1)) for q in quotations[begins:ends]]

    def subject_voice(self, index: int) -> Voice | None:
        """Whom sentence `index` is about: the first person or pronoun that is its subject, or None."""
        if index not in self._subject_voice:
            self._subject_voice[index] = self._subject(index)
        return self._subject_voice[index]

    def _subject(self, index: int) -> Voice | None:
        people = self.analysis.people
        for at in range(*self.tokens.bounds(index)):
            number = people.at_token.get(at)
            if number is not None and people.mentions[number].subject:
                return self.voices.person(people.mentions[number].person, number)
            if self.tokens.lowers[at] in ("he", "she"):
                voice = self.voices.of(Phrase(at, at + 1, at + 1))
                if voice.speaker is not None:
                    return voice
        return None

    def add_quotations(
        self, index: int, tokens: list[int], voice: Voice, cue: str | None, rule: str, via: str | None = None
    ) -> None:
        """Quotations of sentence `index` as one direct statement, from the first to the last."""
        first = self.analysis.masking[self.tokens.quotation[tokens[0]]]
        last = self.analysis.masking[self.tokens.quotation[tokens[-1]]]
        self.add_quoted(index, tokens, (first.start, last.end), voice, cue, rule, via)

    def add_quoted(
        self,
        index: int,
        tokens: list[int],
        span: tuple[int, int],
        voice: Voice,
        cue: str | None,
        rule: str,
        via: str | None = None,
    ) -> None:
        """The quoted words of the code points `span`, masked at `tokens`, as one direct statement of a sentence."""
        if any(token in self.used for token in tokens):
            return
        self.used.update(tokens)
        self.add(index, span, "direct", voice, cue, rule, via)
        self.direct_voice[index] = voice

    def add(
        self,
        index: int,
        span: tuple[int, int],
        mode: Mode,
        voice: Voice,
        cue: str | None,
        rule: str,
        via: str | None = None,
    ) -> None:
        """A statement of sentence `index`, which is its evidence."""
        sentence = self.analysis.sentences[index]
        mention = self.analysis.text[voice.start : voice.end] if voice.start is not None else ""
        words = tuple(filter(None, (cue, " ".join(mention.split()))))
        self.reporting_voice[index] = voice
        self.drafts.append(Draft(*span, sentence.start, sentence.end, mode, voice, cue, rule, words, via))
