"""Whom a pronoun means: the person in focus, subjects before objects, near before far, gender only when known."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import compress, count

from tiestui.extraction.officeholders import Officeholders
from tiestui.extraction.people import Mention, People
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import ADVERB, AUX, CAPITAL, CONJ, CUE, DET, PERSON, PREP, ROLE, SIGN

_PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "he's": "m",
    "he'd": "m",
    "he'll": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
    "she's": "f",
    "she'd": "f",
    "she'll": "f",
}
_SUBJECTS = frozenset(("he", "she", "he's", "she's", "he'd", "she'd", "he'll", "she'll"))
_INVERTED = frozenset("said says added wrote asked replied".split())
_LONGEST_ROLE = 5
_REACH = 7
_FADE = 0.5
_REPEATED = 0.25
_SPEAKER, _SUBJECT, _REPORTED, _OBJECT, _OWNER = 4.0, 3.0, 1.5, 1.2, 0.8
_PRONOUN_SUBJECT, _PRONOUN_OTHER = 2.2, 0.7


class Resolver:
    """Pronouns of a document resolved in one pass over its tokens."""

    def __init__(self, tokens: Tokens, people: People, descriptions: Officeholders) -> None:
        self._tokens = tokens
        self._people = people
        self._descriptions = descriptions
        self._spoke: int | None = None
        self._focus: list[tuple[int, float, int]] = []
        self._resolved: dict[int, int] = {}
        self._pass()

    def person(self, token: int) -> int | None:
        """The index of the person that the pronoun at `token` means, or None when nobody fits."""
        return self._resolved.get(token)

    def _pass(self) -> None:
        tokens = self._tokens
        mentions = self._people.mentions
        number = 0
        pronouns = compress(count(), map(_PRONOUNS.__contains__, tokens.lowers))
        for at in sorted({*pronouns, *tokens.having(ROLE, 0, len(tokens.flags))}):
            while number < len(mentions) and mentions[number].first <= at:
                self._note(mentions[number])
                number += 1
            sentence = bisect_right(tokens.firsts, at) - 1
            if tokens.lowers[at] in _PRONOUNS:
                self._pronoun(at, sentence)
            elif (first := self._definite(at, tokens.firsts[sentence])) is not None:
                person = self._descriptions.by_role(first, at + 1, self._spoke)
                if person is not None:
                    self._focus.append((sentence, _SPEAKER, person))
                    self._spoke = person
            elif self._opens(at, tokens.firsts[sentence]):
                person = self._descriptions.by_role(tokens.firsts[sentence], at + 1, None)
                if person is not None:
                    self._focus.append((sentence, _SUBJECT, person))

    def _opens(self, at: int, low: int) -> bool:
        """Whether a role with "the" opens its sentence as the subject: "The president gave a dinner"."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        if lowers[low] != "the" or not low < at <= low + 3 or at + 1 >= len(flags):
            return False
        if any(flags[t] & (SIGN | PERSON | CONJ) for t in range(low, at)):
            return False
        return not flags[at + 1] & (SIGN | PERSON | PREP | CONJ | ROLE) and lowers[at + 1] != "and"

    def _pronoun(self, at: int, sentence: int) -> None:
        lower = self._tokens.lowers[at]
        person = self._choose(sentence, _PRONOUNS[lower])
        if person is not None:
            self._resolved[at] = person
            weight = _PRONOUN_SUBJECT if lower in _SUBJECTS else _PRONOUN_OTHER
            self._focus.append((sentence, weight, person))

    def _definite(self, at: int, low: int) -> int | None:
        """Where "the" stands of a role beside a reporting verb ("the Danish leader added"); None for other nouns."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        first = next((t for t in range(at - 1, max(low, at - _LONGEST_ROLE) - 1, -1) if lowers[t] == "the"), None)
        if first is None or any(flags[t] & (SIGN | PERSON) for t in range(first, at)):
            return None
        after = at + 1
        while after < len(flags) and flags[after] & (ADVERB | AUX):
            after += 1
        follows = after < len(flags) and flags[after] & CUE and not lowers[after].endswith("ing")
        return first if follows or (first > low and lowers[first - 1] in _INVERTED) else None

    def _note(self, mention: Mention) -> None:
        weight = self._weight(mention, *self._tokens.bounds(mention.sentence))
        self._focus.append((mention.sentence, weight, mention.person))
        if weight == _SPEAKER:
            self._spoke = mention.person

    def _weight(self, mention: Mention, first: int, last: int) -> float:
        """How much a mention draws a later pronoun: who speaks most, then subjects, then others; owners least."""
        if mention.owner or mention.modifier:
            return _OWNER
        if self._speaks(mention, first, last):
            return _SPEAKER
        if not mention.subject:
            return _OBJECT
        if any(self._reporting(t, first) for t in range(first, mention.first)):
            return _REPORTED
        if mention.last < last and self._tokens.words[mention.last] == "," and self._reports(mention.last, last):
            return _SPEAKER
        return _SUBJECT

    def _reporting(self, token: int, first: int) -> bool:
        flags = self._tokens.flags
        if not flags[token] & CUE or flags[token] & CAPITAL:
            return False
        return token == first or not (flags[token - 1] & DET or self._tokens.lowers[token - 1].endswith(("'s", "s'")))

    def _reports(self, first: int, last: int) -> bool:
        """Whether a finite reporting verb follows an apposition that begins at `first`."""
        flags, words = self._tokens.flags, self._tokens.words
        return any(
            flags[t] & CUE and words[t - 1] == "," and not self._tokens.lowers[t].endswith("ing")
            for t in range(first + 2, last)
        )

    def _speaks(self, mention: Mention, first: int, last: int) -> bool:
        """Whether a reporting verb stands right beside the name."""
        flags, lowers = self._tokens.flags, self._tokens.lowers
        at = mention.last
        while at < last and flags[at] & (ADVERB | AUX):
            at += 1
        if at < last and flags[at] & CUE and not lowers[at].endswith("ing"):
            return True
        before = mention.first - 1
        if before <= first or lowers[before] not in _INVERTED:
            return False
        return mention.last >= last or bool(flags[mention.last] & SIGN) or lowers[mention.last] == "who"

    def _choose(self, sentence: int, gender: str) -> int | None:
        scores: defaultdict[int, float] = defaultdict(float)
        persons = self._people.persons
        for seen, weight, person in reversed(self._focus):
            distance = sentence - seen
            if distance > _REACH and scores:
                break
            if distance > 3 * _REACH:
                break
            known = persons[person].gender
            if known is not None and known != gender:
                continue
            score = weight * _FADE**distance * (1.0 if known else 0.85)
            scores[person] = max(scores[person], score) + _REPEATED * min(scores[person], score)
        if not scores:
            return None
        return max(scores, key=lambda p: scores[p])
