"""Who does a verb, when the subject stands before it: over appositions, relative clauses and brackets.

"Ann Lee, a trade expert at the academy, said": the apposition is stepped over.
"""

from __future__ import annotations

from tiestui.extraction.nounphrases import Phrase, phrase_ending_at, skip_verb_group
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    CAPITAL,
    CONJ,
    DET,
    NUMBER,
    PARTICIPLE,
    PERSON,
    PREP,
    PRONOUN,
    QUOTED,
    RELATIVE,
    ROLE,
    SIGN,
    SPEAKING_NOUN,
    SUB,
    SUBJECT_PRONOUN,
    TIME,
    TITLE,
)

_NOMINAL = CAPITAL | SPEAKING_NOUN | TITLE
_LONGEST_APPOSITION = 40


def subject_before(tokens: Tokens, verb: int, low: int) -> Phrase | None:
    """Who does the verb, when it stands before the verb in the clause that may begin at `low`."""
    at = skip_verb_group(tokens, verb, low)
    opens = at < low or tokens.flags[at] & (SIGN | QUOTED | CONJ)
    if opens and at + 1 < verb and tokens.lowers[at + 1] in ("both", "each"):
        return Phrase(at + 1, at + 2, at + 2)
    if at < low:
        return None
    flag = tokens.flags[at]
    if tokens.words[at] in (",", "—", "–", ")", "--"):
        return _over_apposition(tokens, at, low)
    if flag & (SIGN | QUOTED | CONJ) or (flag & SUB and not flag & (RELATIVE | DET)):
        return None
    if tokens.lowers[at] in ("who", "which", "that"):
        return _antecedent(tokens, at, low)
    phrase = phrase_ending_at(tokens, at, low)
    if (
        phrase is not None
        and tokens.lowers[phrase.first] in ("who", "which", "whom")
        and _has_own_subject(tokens, phrase)
    ):
        return Phrase(phrase.first + 1, phrase.last, phrase.end)
    if phrase is not None and tokens.lowers[phrase.first] in ("who", "which"):
        return _antecedent(tokens, phrase.first, low)
    if phrase is not None and tokens.flags[phrase.first] & (DET | ROLE) and phrase.first - 2 >= low:
        return _named_before(tokens, phrase, low) or phrase
    return _whole_list(tokens, phrase, low) if phrase is not None else None


def _whole_list(tokens: Tokens, phrase: Phrase, low: int) -> Phrase:
    """The phrase with the names before it in a list that opens its clause: "Ann Lee, Bo Ek and Kim Ray said"."""
    first, items = phrase.first, 0
    if first - 2 > low and tokens.lowers[first - 1] == "and" and tokens.words[first - 2] == ",":
        first -= 1
    elif "and" not in tokens.lowers[first : phrase.last]:
        return phrase
    oxford = first < phrase.first
    while first - 2 >= low and tokens.words[first - 1] == "," and tokens.flags[first - 2] & CAPITAL:
        before = phrase_ending_at(tokens, first - 2, low)
        if before is None or (before.first - 1 > low and tokens.words[before.first - 1] != ","):
            break
        if tokens.lowers[before.first].endswith("ing") or not _is_bare(tokens, before, low):
            break
        first, items = before.first, items + 1
    return Phrase(first, phrase.last, phrase.end) if items > oxford else phrase


def _has_own_subject(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a relative word is the object of its clause: "the man whom the minister called"."""
    wanted = DET | PERSON | SUBJECT_PRONOUN | (CAPITAL if tokens.lowers[phrase.first] == "whom" else 0)
    return phrase.last - phrase.first > 1 and bool(tokens.flags[phrase.first + 1] & wanted)


def _named_before(tokens: Tokens, phrase: Phrase, low: int) -> Phrase | None:
    """The person before an apposition that no comma closes: "Ann Lee, an expert on trade said"."""
    comma = phrase.first - 1
    if (
        tokens.words[comma] != ","
        or not tokens.flags[comma - 1] & PERSON
        or (tokens.lowers[phrase.first] not in ("a", "an", "the") and not tokens.flags[phrase.first] & ROLE)
    ):
        return None
    if tokens.lowers[phrase.first] == "the" and not _is_office_of_one(tokens, phrase):
        return None
    named = phrase_ending_at(tokens, comma - 1, low)
    return named if named is not None and _is_bare(tokens, named, low) else None


def _is_office_of_one(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether an apposition with "the" tells a name's office: no name in it, an office at its end."""
    if any(tokens.flags[t] & PERSON for t in range(phrase.first, phrase.last)):
        return False
    return bool(tokens.flags[phrase.last - 1] & ROLE)


def _antecedent(tokens: Tokens, relative: int, low: int) -> Phrase | None:
    at = relative - 1
    if at > low and tokens.words[at] in (",", "—"):
        at -= 1
    if at > low and tokens.words[at] == ")":
        while at > low and tokens.words[at] != "(":
            at -= 1
        at -= 1
    while at > low and tokens.flags[at] & (TIME | ADVERB | NUMBER) and not tokens.flags[at] & CAPITAL:
        at -= 1
    if at > low and tokens.flags[at] & PARTICIPLE and not tokens.flags[at] & CAPITAL:
        at -= 1
    if at < low or tokens.flags[at] & (SIGN | QUOTED):
        return None
    phrase = phrase_ending_at(tokens, at, low)
    return _person_at_end(tokens, phrase) if phrase is not None and tokens.lowers[relative] == "who" else phrase


def _person_at_end(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The person whom "who" means when a thing heads the phrase: "the crisis with King Ek of Norway, who …"."""
    head = next((t for t in range(phrase.first + 1, phrase.last) if tokens.flags[t] & PREP), phrase.last) - 1
    if tokens.flags[head] & (_NOMINAL | PRONOUN):
        return phrase
    person = next((t for t in range(head + 1, phrase.last) if tokens.flags[t] & PERSON), None)
    if person is None:
        return phrase
    while person - 1 > head and tokens.flags[person - 1] & _NOMINAL:
        person -= 1
    return Phrase(person, phrase.last, phrase.last)


def _over_apposition(tokens: Tokens, closing: int, low: int) -> Phrase | None:
    """The phrase before an apposition that ends at the sign `closing`: the leftmost one that is a bare noun phrase."""
    words, flags = tokens.words, tokens.flags
    if words[closing] == "," and closing - 1 > low and words[closing - 1] == ")":
        named = _over_apposition(tokens, closing - 1, low)
        if named is not None and _names_person(tokens, named):
            return named
    opening = "(" if words[closing] == ")" else words[closing]
    floor = max(low, closing - _LONGEST_APPOSITION)
    best: Phrase | None = None
    at = closing - 1
    while at > floor:
        if words[at] == "," and at - 1 > low and tokens.lowers[at - 1] in ("and", "but") and opening == ",":
            return None
        if words[at] == opening and at - 1 >= low and not flags[at - 1] & (SIGN | QUOTED):
            phrase = phrase_ending_at(tokens, at - 1, low)
            if phrase is None or not _is_bare(tokens, phrase, low) or not _opens_apposition(tokens, at + 1, closing):
                pass
            elif tokens.flags[phrase.first] & SUBJECT_PRONOUN:
                return Phrase(phrase.first, phrase.last, closing + 1)
            elif best is None or _names_person(tokens, phrase) or not _names_person(tokens, best):
                best = Phrase(phrase.first, phrase.last, closing + 1)
        elif flags[at] & QUOTED:
            break
        at -= 1
    return best


def _names_person(tokens: Tokens, phrase: Phrase) -> bool:
    return any(tokens.flags[t] & PERSON for t in range(phrase.first, phrase.last))


def _is_bare(tokens: Tokens, phrase: Phrase, low: int) -> bool:
    """Whether the phrase opens its clause: nothing but a conjunction, an adverb or a sign stands before it."""
    before = phrase.first - 1
    flags = tokens.flags
    head = range(phrase.first, phrase.last)
    if not any(flags[t] & (_NOMINAL | PRONOUN) and not flags[t] & TIME for t in head):
        return False
    if before < low:
        return True
    return bool(flags[before] & (SIGN | QUOTED | CONJ | SUB | ADVERB | TIME)) or tokens.words[before] in ",;:—–"


def _opens_apposition(tokens: Tokens, first: int, closing: int) -> bool:
    flag = tokens.flags[first]
    if first >= closing:
        return False
    if flag & (SUBJECT_PRONOUN | CONJ | QUOTED):
        return False
    return (
        not flag & SUB
        or bool(flag & (PREP | RELATIVE | DET))
        or tokens.lowers[first] in ("as", "when", "after", "while")
    )
