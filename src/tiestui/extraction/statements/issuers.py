"""Whose statement "the statement" is: who said something in it, issued it, or is named as its author."""

from __future__ import annotations

from tiestui.extraction.nounphrases import Phrase, phrase_ending_at, phrase_starting_at
from tiestui.extraction.statements.agents import can_speak
from tiestui.extraction.statements.parts import Voice
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verb_subjects import subject_before
from tiestui.extraction.words import CAPITAL, DET, POSSESSIVE, SIGN

_VESSELS = frozenset(
    "statement communiqué communique release note readout message letter announcement tweet post".split()
)
_ISSUED = frozenset("issued released published posted issue release publish made gave sent".split())
_SENTENCES_BACK = 8
_LONGEST = 5


class Issuers:
    """Who issued the statements of a document, which may speak by "the statement" alone."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._spoke: dict[int, Voice] = {}

    def spoke(self, phrase: Phrase, voice: Voice) -> None:
        """Keep who spoke first in a sentence, documents aside."""
        if voice.speaker is not None and voice.speaker.kind != "document":
            self._spoke.setdefault(self._tokens.sentence(phrase.first), voice)

    def of(self, first: int, last: int) -> Voice | Phrase | None:
        """The voice, or the phrase, of who issued what the tokens `first` to `last` name; None when that is not told.

        A joint statement speaks for itself.
        """
        lowers = self._tokens.lowers
        if (author := self._author(first, last)) is not None:
            return author
        if last - first != 2 or lowers[first] not in ("the", "this") or lowers[last - 1] not in _VESSELS:
            return None
        sentence = self._tokens.sentence(first)
        for index in range(sentence, max(-1, sentence - _SENTENCES_BACK), -1):
            low, high = self._tokens.bounds(index)
            for at in range(min(high, first) - 1, low, -1):
                if lowers[at] == lowers[last - 1]:
                    return self._issuer(at, low, high)
                if lowers[at] == f"{lowers[last - 1]}ed":
                    return self._spoke.get(index)  # "tweeted" before "the tweet added"
        return None

    def _author(self, first: int, last: int) -> Phrase | None:
        """Who is named behind a statement: "a statement from the Foreign Ministry"; None for a joint one."""
        lowers = self._tokens.lowers
        named = last + 1 < len(lowers) and lowers[last - 1] in _VESSELS and lowers[last] in ("by", "from")
        if not named or "joint" in lowers[first:last]:
            return None
        return phrase_starting_at(self._tokens, last + 1, self._tokens.bounds(self._tokens.sentence(first))[1])

    def _issuer(self, noun: int, low: int, high: int) -> Voice | Phrase | None:
        """Who issued what is named at `noun`, by the words of its sentence."""
        tokens = self._tokens
        if noun + 2 < high and tokens.lowers[noun + 1] in ("by", "from"):
            return phrase_starting_at(tokens, noun + 2, high)
        first = noun - 1
        while first >= low and noun - first <= _LONGEST and not tokens.flags[first] & (DET | POSSESSIVE | SIGN):
            if tokens.lowers[first] == "joint":
                return None
            if tokens.lowers[first].endswith(("'s", "s'")):
                return phrase_ending_at(tokens, first, low)
            first -= 1
        named = [t for t in range(max(first, low) + 1, noun) if tokens.flags[t] & CAPITAL]
        if named and named == list(range(named[0], named[-1] + 1)):
            return Phrase(named[0], named[-1] + 1, named[-1] + 1)
        spoke = self._spoke.get(tokens.sentence(noun))
        if spoke is not None or first - 1 <= low or tokens.lowers[first - 1] not in _ISSUED:
            return spoke
        subject = subject_before(tokens, first - 1, low)
        return subject if subject is not None and can_speak(tokens, subject) else None
