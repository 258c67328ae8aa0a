"""An act on a relationship as a rule found it in a sentence, before it has parties and a date."""

from __future__ import annotations

from dataclasses import dataclass

from tiestui.model.records import Action


@dataclass(frozen=True, slots=True)
class Act:
    """An act told between code points `start` and `end`; its verb or noun stands at `verb`.

    form: the verb's form as `clauses.standing` takes it. weak: undated, it says too little to be a record.
    derived: dated by an anniversary or "in the ten years since". lesser: a second act beside another one, kept apart
    from the level ("embassy opened").
    """

    start: int
    end: int
    verb: int
    form: str
    action: Action
    level: str
    rank: int
    title: str
    rule: str
    words: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    weak: bool = False
    derived: bool = False


def without_overlaps(acts: list[Act]) -> list[Act]:
    """The acts in order of the text; of two that overlap the longer one stays, of equal ones the first found."""
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: (a.start, -a.end)):
        clash = next((k for k in kept if act.start < k.end and k.start < act.end), None)
        if clash is None:
            kept.append(act)
        elif act.end - act.start > clash.end - clash.start:
            kept[kept.index(clash)] = act
    return sorted(kept, key=lambda a: a.verb)
