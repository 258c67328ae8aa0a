"""Persons whom a document never names: "A senior official said … He added …" means the official, not the last name.

What a sentence is about, when it is an office without a name, is whom "he" or "she" at the head of the next one means;
a chain of such sentences is followed.
"""

from __future__ import annotations

from tiestui.extraction.nounphrases import Phrase
from tiestui.extraction.people import People
from tiestui.extraction.statements.agents import sentence_subject
from tiestui.extraction.statements.parts import Voice
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import DET, GROUP, ROLE
from tiestui.model import Speaker

_PRONOUNS = {"he": "woman", "she": "man"}
"""Pronouns of one person, each with the ending of a word that it cannot mean."""
_FIRST_WORDS = 3


class Unnamed:
    """Whom each sentence is about, as far as that is somebody without a name."""

    def __init__(self, tokens: Tokens, people: People) -> None:
        self._tokens = tokens
        self._people = people
        self._voices: dict[int, Voice] = {}
        self._offices: dict[str, dict[str, Speaker]] = {}

    def spoke(self, phrase: Phrase, voice: Voice) -> None:
        """Keep who spoke in a sentence; a person with a name ends the chain."""
        sentence = self._tokens.sentence(phrase.first)
        if voice.person is None and self._is_office(phrase) and not self._names_subject(sentence):
            self._voices[sentence] = voice
        else:
            self._voices.pop(sentence, None)

    def follow(self, token: int, voice: Voice) -> None:
        """Keep that the pronoun's sentence is about the same person."""
        self._voices[self._tokens.sentence(token)] = voice

    def _is_office(self, phrase: Phrase) -> bool:
        flag = self._tokens.flags[phrase.last - 1]
        return bool(flag & ROLE) and not flag & GROUP

    def _names_subject(self, sentence: int) -> bool:
        first, last = self._tokens.bounds(sentence)
        numbers = range(self._people.before(first), self._people.before(last))
        return any(self._people.mentions[number].subject for number in numbers)

    def subject(self, token: int) -> Phrase | None:
        """The office without a name that the sentence before the pronoun's is about; None for others."""
        tokens = self._tokens
        sentence = tokens.sentence(token)
        if sentence == 0 or not self._opens(token) or sentence - 1 in self._voices:
            return None
        if self._names_subject(sentence - 1):
            return None
        phrase = sentence_subject(tokens, *tokens.bounds(sentence - 1))
        if phrase is None or not tokens.flags[phrase.first] & DET:
            return None
        return phrase if self._is_office(phrase) else None

    def before(self, token: int) -> Voice | None:
        """Who is meant by a pronoun at the head of its sentence, when the sentence before has such a speaker."""
        tokens = self._tokens
        voice = self._voices.get(tokens.sentence(token) - 1)
        if voice is None or voice.speaker is None or not self._opens(token):
            return None
        other = _PRONOUNS[tokens.lowers[token]]
        name = voice.speaker.name.lower()
        return None if name.endswith(other) and not (other == "man" and name.endswith("woman")) else voice

    def _opens(self, token: int) -> bool:
        """Whether a pronoun of one person stands at the head of its sentence, no name before it."""
        tokens = self._tokens
        first = tokens.firsts[tokens.sentence(token)]
        if tokens.lowers[token] not in _PRONOUNS or token - first > _FIRST_WORDS:
            return False
        return not any(t in self._people.at_token for t in range(first, token))

    def fuller(self, speaker: Speaker, definite: bool) -> Speaker:
        """An office without a name as the document told it in full: "the envoy" after "the Peruvian envoy"."""
        office = speaker.name.rpartition(" ")[2].lower()
        known = self._offices.setdefault(office, {})
        if office == speaker.name.lower() and len(known) == 1 and definite:
            return next(iter(known.values()))
        if office != speaker.name.lower():
            known.setdefault(speaker.name, speaker)
        return speaker
