"""Passives that report without a speaker, as both sides of a joint document: "It was also stressed that …"."""

from __future__ import annotations

from tiestui.extraction.statements.occasions import skip_occasion
from tiestui.extraction.statements.parts import Content, Cue
from tiestui.extraction.statements.verbhood import BE
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.verbs import verb_forms
from tiestui.extraction.words import ADVERB, CUE, PREP


def find_passives(tokens: Tokens, first: int, last: int) -> list[tuple[Cue, Content]]:
    """The cues "it was noted" of a sentence (tokens `first` to `last`), each with its clause, whose end is open."""
    found: list[tuple[Cue, Content]] = []
    if "it" not in tokens.lowers[first:last]:
        return found
    for at in range(first, last - 2):
        if tokens.lowers[at] != "it" or tokens.lowers[at + 1] not in BE:
            continue
        verb = at + 2
        while verb < last and tokens.flags[verb] & ADVERB:
            verb += 1
        form = verb_forms().get(tokens.lowers[verb]) if verb < last and tokens.flags[verb] & CUE else None
        if form is None or form.kind != "past" or " " in form.lemma or not form.frames & {"c", "e"}:
            continue  # "it was clear that" is a judgement of the narrator's
        behind = skip_occasion(tokens, _behind_manner(tokens, verb + 1, last), last)
        if behind + 1 < last and tokens.lowers[behind] == "that":
            cue = Cue(at + 1, verb, verb + 1, form, None, False, "passive")
            found.append((cue, Content(behind + 1, last, "that")))
    return found


def _behind_manner(tokens: Tokens, at: int, last: int) -> int:
    """Behind a manner without an article: "noted with satisfaction that"."""
    return at + 2 if at + 1 < last and tokens.flags[at] & PREP and tokens.lowers[at] == "with" else at
