"""Who said what in the many wordings of `wordings/statements.txt`; who that is in those of `wordings/speakers.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extraction.texts import statements
from tiestui.extraction.genre import Genre
from tiestui.model import Statement

_FOLDER = Path(__file__).parent.parent / "wordings"
_GENRES: dict[str, Genre] = {"news": "news", "joint": "communiqué"}


def _lines(name: str) -> Iterator[list[str]]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def _told(statement: Statement) -> str:
    name = statement.speaker.name if statement.speaker is not None else "?"
    words = f'"{statement.quote}"' if statement.mode == "direct" else statement.quote
    return f"{name} > {words}" + (f" (via {statement.via})" if statement.via else "")


@pytest.mark.parametrize(("genre", "text", "expected"), list(_lines("statements.txt")))
def test_who_said_what(genre: str, text: str, expected: str) -> None:
    found = statements(text.replace("\\n", "\n"), _GENRES[genre])
    assert " // ".join(map(_told, found)) == expected


@pytest.mark.parametrize(("text", "expected"), [(line[0], line[1:]) for line in _lines("speakers.txt")])
def test_who_a_speaker_is(text: str, expected: list[str]) -> None:
    speaker = statements(text)[-1].speaker
    assert speaker is not None
    assert [speaker.name, speaker.role or "", speaker.country or "", speaker.kind] == expected
