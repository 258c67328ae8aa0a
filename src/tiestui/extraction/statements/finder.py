"""One pass over the sentences: cues, their contents, the quotations inside and outside of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tiestui.extraction.analysis import Analysis
from tiestui.extraction.genre import Genre
from tiestui.extraction.nounphrases import Phrase, phrase_ending_at, phrase_starting_at
from tiestui.extraction.statements.communique import is_communique
from tiestui.extraction.statements.content import Content, close_content, find_content, skip_occasion, trim_end
from tiestui.extraction.statements.cues import Cue, find_cues
from tiestui.extraction.statements.drafts import NOBODY, Draft, Voice
from tiestui.extraction.statements.nominal import find_nominal_cues
from tiestui.extraction.statements.quoted import count_words, has_verb, is_clause, is_sentence, is_speech
from tiestui.extraction.statements.speakers import Voices
from tiestui.extraction.statements.transcript import Turn, find_turns
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import VerbForm
from tiestui.extraction.words import CAPITAL, CONJ, PERSON, QUOTED, SIGN, SUB
from tiestui.lexicons import load

_ACCORDING = VerbForm("according", "past", frozenset("cq"))
_FEWEST_INDIRECT = 2
_FEWEST_OF_A_FRAGMENT = 4
_MOST_JOINING_WORDS = 8
_WHOLE = ("before", "quotation", "hearer")


class Finder:
    """The statements of one document, found sentence by sentence."""

    def __init__(self, analysis: Analysis, genre: Genre) -> None:
        self._analysis = analysis
        self._tokens = analysis.tokens
        self._voices = Voices(analysis.text, analysis.tokens, analysis.people)
        self._positions = genre == "communiqué" or is_communique(analysis)
        self._term_starts = {q.start: q.outer_start for q in analysis.quotations}
        self._term_ends = {q.end: q.outer_end for q in analysis.quotations}
        self._drafts: list[Draft] = []
        self._used: set[int] = set()
        self._direct_by_sentence: dict[int, Voice] = {}
        self._subject_by_sentence: dict[int, Voice] = {}

    def drafts(self) -> list[Draft]:
        """All statements, in no order."""
        turns = {turn.paragraph: turn for turn in find_turns(self._analysis)}
        for index, sentence in enumerate(self._analysis.sentences):
            if sentence.paragraph not in turns:
                self._sentence(index)
        for turn in turns.values():
            self._turn(turn)
        self._uncued()
        return self._drafts

    def _sentence(self, index: int) -> None:
        tokens = self._tokens
        first, last = tokens.bounds(index)
        if first == last:
            return
        cues = find_cues(tokens, first, last)
        voice_of: dict[Phrase, Voice] = {}
        contents = [find_content(tokens, cue, first, last, self._positions) for cue in cues]
        reporting = [cue for cue, content in zip(cues, contents, strict=True) if content is not None]
        reporting += _according_cues(tokens, first, last)
        for cue, opened in zip(cues, contents, strict=True):
            content = close_content(tokens, cue, opened, reporting, first) if opened is not None else None
            if content is None or content.last <= content.first:
                self._pending(index, cue)
                continue
            if cue.subject is not None and cue.subject not in voice_of:
                voice_of[cue.subject] = self._voices.of(cue.subject)
            voice = voice_of[cue.subject] if cue.subject is not None else NOBODY
            self._from_content(index, cue, content, voice)
            self._quoted_behind(index, cue, content, voice, last)
        self._according(index, first, last)
        self._nominal(index, first, last)
        self._subject(index, first, last)

    def _turn(self, turn: Turn) -> None:
        """A paragraph of a transcript, as its speaker's own words."""
        tokens = self._tokens
        first, last = tokens.at(turn.label_start), tokens.at(turn.label_end - 1) + 1
        self._used.update(t for t in tokens.quotation if turn.start <= tokens.starts[t] < turn.end)
        if tokens.lowers[first] in ("q", "question", "reporter"):
            voice = NOBODY
        else:
            voice = self._voices.of(Phrase(first, last, last))
        label = self._analysis.text[turn.label_start : turn.label_end]
        self._drafts.append(
            Draft(turn.start, turn.end, turn.start, turn.end, "direct", voice, ":", "transcript", (label,))
        )

    def _nominal(self, index: int, first: int, last: int) -> None:
        tokens = self._tokens
        for cue in find_nominal_cues(tokens, first, last):
            if cue.last - cue.first < _FEWEST_INDIRECT or any(t in self._used for t in range(cue.first, cue.last)):
                continue
            voice = self._voices.owner(cue.owner)
            text = self._analysis.text[tokens.starts[cue.noun] : tokens.ends[cue.noun]]
            start, end = self._with_marks(tokens.starts[cue.first], tokens.ends[cue.last - 1])
            self._add(index, start, end, "indirect", voice, text, "noun of speech", None)

    def _quoted_behind(self, index: int, cue: Cue, content: Content, voice: Voice, last: int) -> None:
        """The second half of a quotation that its cue cuts in two: "…," she said, "…"."""
        if content.frame != "before":
            return
        tokens = self._tokens
        after = cue.subject.end if cue.inverted and cue.subject is not None else cue.last
        at = skip_occasion(tokens, after, last)
        if at + 1 < last and tokens.words[at] in ",:—–" and tokens.flags[at + 1] & QUOTED:
            cue_text = self._analysis.text[tokens.starts[cue.first] : tokens.ends[cue.last - 1]]
            self._add_direct(index, at + 1, voice, cue_text, f"{cue.kind} verb, second half", None)

    def _pending(self, index: int, cue: Cue) -> None:
        """A verb of speech with nothing said beside it: what is quoted next may be its speaker's."""
        if cue.subject is not None and "q" in cue.form.frames and cue.kind == "finite":
            self._direct_by_sentence.setdefault(index, self._voices.of(cue.subject))

    def _subject(self, index: int, first: int, last: int) -> None:
        people, tokens = self._analysis.people, self._tokens
        for at in range(first, last):
            number = people.at_token.get(at)
            if number is not None and people.mentions[number].subject:
                voice = self._voices.person(people.mentions[number].person, number)
            elif tokens.lowers[at] in ("he", "she"):
                voice = self._voices.of(Phrase(at, at + 1, at + 1))
            else:
                continue
            if voice.speaker is not None:
                self._subject_by_sentence[index] = voice
                return

    def _from_content(self, index: int, cue: Cue, content: Content, voice: Voice) -> None:
        tokens, analysis = self._tokens, self._analysis
        quotes = [t for t in range(content.first, content.last) if tokens.flags[t] & QUOTED]
        words = sum(1 for t in range(content.first, content.last) if not tokens.flags[t] & (SIGN | QUOTED))
        quoted = sum(count_words(self._inner(t)) for t in quotes)
        if content.frame == "resumed":
            words -= (cue.last - cue.first) + 1
        via = None
        if content.hearer is not None:
            via = self._name(content.hearer)
        cue_text = analysis.text[tokens.starts[cue.first] : tokens.ends[cue.last - 1]]
        rule = f"{cue.kind} verb, {content.frame}"
        direct = bool(quotes) and quoted >= words
        speech = [t for t in quotes if self._is_direct(t, content.frame, direct and len(quotes) == 1)]
        if len(speech) > 1 and content.frame != "before" and self._is_one(speech):
            self._add_joined(index, speech, voice, cue_text, rule, via)
        else:
            for token in speech:
                self._add_direct(index, token, voice, cue_text, rule, via)
        if content.frame == "infinitive" and voice.speaker is not None and voice.speaker.kind != "person":
            return
        if (
            not (direct and speech)
            and words >= _FEWEST_INDIRECT
            and content.frame not in ("adjunct", "subordinate", "blame")
        ):
            start, end = self._with_marks(tokens.starts[content.first], tokens.ends[content.last - 1])
            self._add(index, start, end, "indirect", voice, cue_text, rule, via)

    def _is_direct(self, token: int, frame: str, mostly_quoted: bool) -> bool:
        """Whether a quotation inside a content is a statement of its own."""
        inner = self._inner(token)
        if is_speech(inner):
            return True
        return mostly_quoted and (frame in _WHOLE or count_words(inner) >= _FEWEST_OF_A_FRAGMENT)

    def _is_one(self, quotes: list[int]) -> bool:
        """Whether the quotations of one cue are one statement: few own words join them ("“…” and that “…”")."""
        tokens = self._tokens
        if any(t in self._used for t in quotes):
            return False
        own = [t for t in range(quotes[0], quotes[-1]) if not tokens.flags[t] & (SIGN | QUOTED)]
        return (
            bool(own)
            and bool(tokens.flags[own[0]] & (CONJ | SUB))
            and len(own) <= _MOST_JOINING_WORDS * (len(quotes) - 1)
        )

    def _add_joined(self, index: int, quotes: list[int], voice: Voice, cue: str, rule: str, via: str | None) -> None:
        masking, quotation = self._analysis.masking, self._tokens.quotation
        self._used.update(quotes)
        first, last = masking[quotation[quotes[0]]], masking[quotation[quotes[-1]]]
        self._add(index, first.start, last.end, "direct", voice, cue, f"{rule}, joined", via)
        self._direct_by_sentence[index] = voice

    def _with_marks(self, start: int, end: int) -> tuple[int, int]:
        """The span with the marks of a term that stands at its edge."""
        return self._term_starts.get(start, start), self._term_ends.get(end, end)

    def _name(self, phrase: Phrase) -> str:
        tokens = self._tokens
        first = phrase.first + (phrase.last - phrase.first > 1 and tokens.lowers[phrase.first] in ("the", "a", "an"))
        return " ".join(self._analysis.text[tokens.starts[first] : tokens.ends[phrase.last - 1]].split())

    def _inner(self, token: int) -> str:
        quotation = self._analysis.masking[self._tokens.quotation[token]]
        return self._analysis.text[quotation.start : quotation.end]

    def _add_direct(self, index: int, token: int, voice: Voice, cue: str | None, rule: str, via: str | None) -> None:
        if token in self._used:
            return
        self._used.add(token)
        quotation = self._analysis.masking[self._tokens.quotation[token]]
        self._add(index, quotation.start, quotation.end, "direct", voice, cue, rule, via)
        self._direct_by_sentence[index] = voice

    def _add(
        self, index: int, start: int, end: int, mode: str, voice: Voice, cue: str | None, rule: str, via: str | None
    ) -> None:
        sentence = self._analysis.sentences[index]
        words = tuple(w for w in (cue, voice.speaker.name if voice.speaker else None) if w)
        self._drafts.append(
            Draft(
                start,
                end,
                sentence.start,
                sentence.end,
                "direct" if mode == "direct" else "indirect",
                voice,
                cue,
                rule,
                words,
                via,
            )
        )

    def _according(self, index: int, first: int, last: int) -> None:
        tokens = self._tokens
        for cue in _according_cues(tokens, first, last):
            at, phrase = cue.first, cue.subject
            if phrase is None or self._is_carrier(index, at, phrase):
                continue
            voice = self._voices.of(phrase)
            if at - first <= 1:
                start = phrase.end if phrase.end < last and tokens.words[phrase.end] == "," else phrase.last
                while start < last and tokens.words[start] != ",":
                    start += 1
                content = Content(start + 1, trim_end(tokens, start + 1, last), "according to")
            elif phrase.end + 2 < last and tokens.words[phrase.end] in ",—–-" and tokens.words[at - 1] in ",—–-":
                content = Content(first, trim_end(tokens, first, last), "resumed")
            else:
                content = Content(first, trim_end(tokens, first, at), "according to")
            if content.last > content.first:
                self._from_content(index, cue, content, voice)

    def _is_carrier(self, index: int, at: int, phrase: Phrase) -> bool:
        """Whether "according to" only names who carried words that have their speaker ("…, she said, according to …")."""
        position = self._tokens.starts[at]
        start = self._analysis.sentences[index].start
        carried = False
        for number in range(len(self._drafts) - 1, -1, -1):
            draft = self._drafts[number]
            if draft.evidence_start != start:
                break
            if draft.cue is not None and draft.end <= position < draft.end + 4 and self._is_outlet(phrase):
                self._drafts[number] = replace(draft, via=self._name(phrase))
                carried = True
        return carried

    def _is_outlet(self, phrase: Phrase) -> bool:
        flags = [self._tokens.flags[t] for t in range(phrase.first, phrase.last)]
        return not any(flag & PERSON for flag in flags)

    def _uncued(self) -> None:
        tokens, analysis = self._tokens, self._analysis
        for token in sorted(tokens.quotation):
            if token in self._used:
                continue
            inner = self._inner(token)
            index = analysis.sentence_at(tokens.starts[token])
            if index is None:
                continue
            quotation = analysis.masking[tokens.quotation[token]]
            first, last = tokens.bounds(index)
            alone = all(tokens.flags[t] & (QUOTED | SIGN) for t in range(first, last))
            named = self._named_before(token, first)
            if named is not None:
                self._add_direct(index, token, named, ":", "name and colon", None)
            elif alone and not self._is_heading(index, inner):
                if not (is_sentence(inner) or quotation.continued or not quotation.closed or count_words(inner) > 5):
                    continue
                voice = self._running(index)
                self._add_direct(index, token, voice, None, "uncued quotation", None)
            elif not alone and count_words(inner) > _FEWEST_OF_A_FRAGMENT and is_clause(inner):
                voice = self._direct_by_sentence.get(index) or self._subject_by_sentence.get(index) or NOBODY
                self._add_direct(index, token, voice, None, "quotation in a sentence", None)

    def _is_heading(self, index: int, inner: str) -> bool:
        """Whether a quotation that is a paragraph of its own is only a heading."""
        start, end = self._analysis.paragraphs[self._analysis.sentences[index].paragraph]
        if end - start > len(inner) + 4:
            return False
        return inner.isupper() or (count_words(inner) <= _FEWEST_OF_A_FRAGMENT + 2 and not has_verb(inner))

    def _named_before(self, token: int, first: int) -> Voice | None:
        """The person whose name and a colon stand before a quotation: "Ann Lee: “…”"."""
        tokens = self._tokens
        if token - 2 < first or tokens.words[token - 1] != ":":
            return None
        number = self._analysis.people.at_token.get(token - 2)
        if number is not None:
            return self._voices.person(self._analysis.people.mentions[number].person, number)
        phrase = phrase_ending_at(tokens, token - 2, first)
        if phrase is None or phrase.last - phrase.first > 4 or not tokens.flags[phrase.first] & CAPITAL:
            return None
        return self._voices.of(phrase)

    def _running(self, index: int) -> Voice:
        """Whose words an uncued quotation is: the speaker of its paragraph, else of the one before."""
        sentences = self._analysis.sentences
        paragraph = sentences[index].paragraph
        for back in range(index - 1, -1, -1):
            if sentences[back].paragraph < paragraph - 3:
                break
            if sentences[back].paragraph < paragraph:
                ahead = self._ahead(index)
                if ahead is not None:
                    return ahead
            voice = self._direct_by_sentence.get(back)
            if voice is None:
                voice = self._subject_by_sentence.get(back)
            if voice is not None and voice.speaker is not None:
                return voice
        return self._ahead(index) or NOBODY

    def _ahead(self, index: int) -> Voice | None:
        sentences = self._analysis.sentences
        for ahead in range(index + 1, len(sentences)):
            if sentences[ahead].paragraph != sentences[index].paragraph:
                return None
            voice = self._direct_by_sentence.get(ahead)
            if voice is not None:
                return voice
        return None


def _according_cues(tokens: Tokens, first: int, last: int) -> list[Cue]:
    """The places where "according to" and the like lead to a speaker."""
    found: list[Cue] = []
    for at in range(first, last - 2):
        for phrase in _according_phrases().get(tokens.lowers[at], ()):
            end = at + len(phrase)
            if tuple(tokens.lowers[at:end]) == phrase and end < last:
                found.append(Cue(at, at, end, _ACCORDING, phrase_starting_at(tokens, end, last), True, "according to"))
    return found


@cache
def _according_phrases() -> dict[str, list[tuple[str, ...]]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for text in load("frames")["according"]["phrases"]:
        words = tuple(text.split())
        phrases.setdefault(words[0], []).append(words)
    return phrases
