"""What upgrades, agreements and events sentences tell, in the many wordings of the files in `wordings/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extraction.happenings import PAIR, agreements, day, events, upgrades
from tiestui.countries import find_countries
from tiestui.model import Agreement, Event, Upgrade

_FOLDER = Path(__file__).parent / "wordings"
_FINDERS = {"agreements": agreements, "events": events, "upgrades": upgrades}
_PUBLISHED = "2020-05-12"
_TITLES = {
    "news": None,
    "joint": "Joint Statement of Ghana and Chile",
    "sheet": "Fact Sheet",
    "history": "A history of relations",
}


def _cases() -> Iterator[tuple[str, str, str, str]]:
    for kind in _FINDERS:
        for line in (_FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                genre, text, expected = (part.strip() for part in line.split("|"))
                yield kind, genre, text, expected


def read(kind: str, genre: str, text: str) -> list[str]:
    """What a sentence tells, about the two countries that it names, else about Chile and Ghana."""
    named = sorted({mention.code for mention in find_countries(text)})
    pair = (named[0], named[1]) if len(named) == 2 else PAIR
    published = None if genre == "history" else _PUBLISHED
    found = _FINDERS[kind](text.replace("\\n", "\n"), published, pair, _TITLES[genre])
    return [_told(record) for record in found]


def _told(record: Upgrade | Agreement | Event) -> str:
    if isinstance(record, Upgrade):
        said = f"{record.action} {day(record) or 'undated'}"
    else:
        said = record.status if isinstance(record, Agreement) else record.kind
    return said if record.modality == "actual" else f"{said} {record.modality}"


@pytest.mark.parametrize(("kind", "genre", "text", "expected"), list(_cases()))
def test_what_a_sentence_tells(kind: str, genre: str, text: str, expected: str) -> None:
    assert ", ".join(read(kind, genre, text)) == expected
