"""What keeps a rule from being tried hides nothing that it would find, in any of the wordings of our own."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import tiestui.dates.grammar as grammar
import tiestui.extraction
import tiestui.extraction.standing as standing_module
from tiestui.dates.builders import day_date
from tiestui.extraction.scan import Guarded

_WORDINGS = [
    line.split("|")[1].strip() if line.count("|") > 1 else line
    for file in sorted((Path(__file__).parent / "wordings").glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _guarded() -> Iterator[tuple[str, Guarded]]:
    for module in pkgutil.walk_packages(tiestui.extraction.__path__, "tiestui.extraction."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Guarded):
                yield f"{module.name.removeprefix('tiestui.extraction.')}.{name}", value


@pytest.mark.parametrize(("name", "guarded"), _guarded(), ids=[name for name, _ in _guarded()])
def test_a_guard_lets_every_match_through(name: str, guarded: Guarded) -> None:
    for text in _WORDINGS:
        found = [match.span() for match in guarded.finditer(text, 0, len(text))]
        assert found == [match.span() for match in guarded.pattern.finditer(text)], text


@pytest.mark.parametrize("form", ["base", "past", "participle", "gerund", "noun"])
def test_what_words_tell_of_an_act_hides_no_pattern(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [(text, verb.start()) for text in _WORDINGS for verb in re.finditer(r"[a-z]{4,}", text)]
    told = [standing_module.standing(text, 0, verb, form) for text, verb in places]
    monkeypatch.setattr(standing_module, "_telling", lambda word: ~0)
    assert told == [standing_module.standing(text, 0, verb, form) for text, verb in places]


def test_the_pieces_of_words_hide_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    today = grammar.Reference(day_date(date(2019, 5, 3)))
    found = [grammar.find_dates(text, 0, len(text), today) for text in _WORDINGS]
    every = tuple(ready for _, _, ready in grammar._rules())
    monkeypatch.setattr(grammar, "_rules_for", lambda pieces: every)
    assert found == [grammar.find_dates(text, 0, len(text), today) for text in _WORDINGS]
