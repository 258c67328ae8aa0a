"""An act on a relationship as a rule found it in a sentence, before it has parties and a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tiestui.extraction.wordforms import form_names
from tiestui.model.records import Action

ACTIONS = ("established", "severed", "suspended", "resumed", "upgraded", "downgraded")


@dataclass(frozen=True, slots=True)
class Act:
    """An act told between code points `start` and `end`; its verb or noun stands at `verb`.

    form: the verb's form as `clauses.standing` takes it. weak: undated, it says too little to be a record.
    derived: dated by an anniversary or "in the ten years since".
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


@dataclass(frozen=True, slots=True)
class Kind:
    """What a rule's acts are: action, level, title, and the rule's name."""

    action: Action
    level: str
    title: str
    rule: str
    weak: bool = False

    def act(self, match: re.Match[str], verb: str, form: str, words: tuple[str, ...], end: int | None = None) -> Act:
        """The act of a match whose verb is group `verb`; `end` when the act ends elsewhere than the match."""
        rank = 0 if self.action == "severed" else 1
        last = match.end() if end is None else end
        return Act(
            match.start(),
            last,
            match.start(verb),
            form,
            self.action,
            self.level,
            rank,
            self.title,
            self.rule,
            words,
            weak=self.weak,
        )


def actions_of(table: dict[str, Any]) -> dict[str, Action]:
    """Each form of the verbs that a lexicon's table lists under its actions, to the action."""
    return {
        form: action  # type: ignore[misc]
        for action in ACTIONS
        for entry in table.get(action, [])
        for form in form_names([entry])
    }


def without_overlaps(acts: list[Act]) -> list[Act]:
    """The acts in order of the text; of two that overlap the longer one stays, of equal ones the first found."""
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: (a.start, -a.end)):
        if not kept or act.start >= kept[-1].end:
            kept.append(act)
        elif act.end - act.start > kept[-1].end - kept[-1].start:
            kept[-1] = act
    return sorted(kept, key=lambda a: a.verb)
