"""Verb entries of the lexicons ("break off: broke off, broken off") as regular expressions for each form.

Regular forms are made by rule; a lexicon entry with a colon gives past and participle itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tiestui.lexicons import alternation
from tiestui.lexicons.trees import any_sequence

_VOWELS = "aeiou"
_DOUBLING = frozenset(
    {"begin", "expel", "annul", "rebut", "commit", "concur", "admit", "transfer", "confer", "refer", "occur"}
)
_SPACE = re.compile(r"\s+")
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one verb, each with what follows its first word ("off")."""

    base: str
    present: str
    past: str
    participle: str
    gerund: str


def forms_of(entry: str) -> Forms:
    """The forms of a lexicon's verb entry."""
    lemma, _, irregular = (part.strip() for part in entry.partition(":"))
    head, _, tail = lemma.partition(" ")
    tail = f" {tail}" if tail else ""
    past, participle = (p.strip() for p in irregular.split(",")) if irregular else (_past(head) + tail,) * 2
    return Forms(head + tail, _present(head) + tail, past, participle, _gerund(head) + tail)


def _present(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _stem(verb: str) -> str:
    return verb + verb[-1] if verb in _DOUBLING or _SHORT.fullmatch(verb) else verb


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def _gerund(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else _stem(verb)) + "ing"


def every_form(entries: Iterable[str]) -> list[str]:
    """Every form of every entry, sorted."""
    found: set[str] = set()
    for forms in map(forms_of, entries):
        found |= {forms.base, forms.present, forms.past, forms.participle, forms.gerund}
    return sorted(found)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words to its end; "*" stands for any ending, and "may" is the modal, not the month."""
    return any_sequence(map(_units, sorted(words, key=lambda word: (-len(word), word))))


_PLACEHOLDERS = {"*": r"\w*", " ": r"\s+"}


def _units(word: str) -> list[str]:
    units = ["(?-i:may)"] if word == "may" else [_PLACEHOLDERS.get(sign) or re.escape(sign) for sign in word]
    return units if word.endswith("*") else [*units, r"\b"]


def all_forms(entries: Iterable[str]) -> str:
    """A pattern for any form of any entry."""
    return alternation(every_form(entries))


def participles(entries: Iterable[str]) -> str:
    """A pattern for the past participles of the entries (for passives)."""
    return alternation(sorted({forms_of(entry).participle for entry in entries}))


def form_table(groups: dict[str, list[str]]) -> dict[str, str]:
    """Each form of each group's verbs, to the group's name; the first group that has a form keeps it."""
    table: dict[str, str] = {}
    for group, entries in groups.items():
        for forms in map(forms_of, entries):
            for form in (forms.base, forms.present, forms.past, forms.participle, forms.gerund):
                table.setdefault(form, group)
    return table


def form_names(entries: Iterable[str]) -> dict[str, str]:
    """Each form of the entries to its name (base, present, past, participle, gerund); "past" before "participle"."""
    names: dict[str, str] = {}
    for forms in map(forms_of, entries):
        for name in ("base", "present", "past", "participle", "gerund"):
            names.setdefault(getattr(forms, name), name)
    return names


def squeezed(words: str) -> str:
    """Words in lower case with single spaces, as the form tables have them."""
    return words.lower() if words.isalpha() else _SPACE.sub(" ", words).lower()
