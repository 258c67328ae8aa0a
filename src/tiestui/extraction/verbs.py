"""The forms of the reporting verbs and the frames that each of them takes (lexicons/reporting_verbs.tsv).

Regular forms are made by rule. `verb_forms` maps a form ("tells", "telling", "told") to its verb and kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from tiestui.lexicons import load, rows

FormKind = Literal["base", "present", "past", "gerund"]
_VOWELS = "aeiou"
_DOUBLING = frozenset(
    (
        "quip",
        "brag",
        "rebut",
        "snap",
        "slam",
        "dub",
        "beg",
        "refer",
        "chat",
        "blog",
        "plan",
        "scan",
        "admit",
        "regret",
        "concur",
        "put",
    )
)


class VerbForm(NamedTuple):
    """One form of a reporting verb: its lemma, the kind of form, and the verb's frames as the lexicon has them."""

    lemma: str
    kind: FormKind
    frames: frozenset[str]


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every form of every reporting verb, by its lower-case spelling."""
    forms: dict[str, VerbForm] = {}
    for row in rows("reporting_verbs"):
        lemma, frames = row[0], frozenset(row[1])
        irregular = row[2].split(",") if len(row) > 2 else []
        for spelling, kind in inflect(lemma, irregular):
            if spelling in irregular and spelling == lemma:
                forms[spelling] = VerbForm(lemma, kind, frames)  # "put" and "read" are past as often
            forms.setdefault(spelling, VerbForm(lemma, kind, frames))
    forms["clear"] = VerbForm("make clear", "past", frozenset("ce"))
    for word in load("frames")["conviction"]["adjectives"]:
        forms[word] = VerbForm(f"be {word}", "past", frozenset("et"))
    return forms


def inflect(lemma: str, irregular: list[str]) -> Iterator[tuple[str, FormKind]]:
    """The forms of a verb: base, third person, past (and participle), gerund."""
    yield lemma, "base"
    consonant_y = lemma.endswith("y") and lemma[-2] not in _VOWELS
    if consonant_y:
        yield lemma[:-1] + "ies", "present"
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        yield lemma + "es", "present"
    else:
        yield lemma + "s", "present"
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    stem = lemma + lemma[-1] if lemma in _DOUBLING else stem
    yield (lemma if lemma.endswith("ee") else stem) + "ing", "gerund"
    if irregular:
        for form in irregular:
            yield form, "past"
    elif consonant_y:
        yield lemma[:-1] + "ied", "past"
    else:
        yield lemma + "d" if lemma.endswith("e") else stem + "ed", "past"
