"""Made-up records for benchmarks: any number, always the same ones, nothing of any real document.

Words are made of syllables and drawn with the frequencies of a language (the n-th word with weight 1/n), so that an
index has common and rare words. A tenth of the dates are years, a twentieth of the records undated.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from typing import Any

PAIRS = (("FRA", "JPN"), ("BRA", "IND"), ("CAN", "KOR"), ("AUS", "ITA"), ("EGY", "ESP"), ("DEU", "MEX"))
_COUNTRIES = sorted({code for pair in PAIRS for code in pair})
TOPICS = ("trade", "energy", "culture", "science", "health", "security", "finance", "tourism")
STATUSES = ("proposed", "pledged", "agreed", "issued", "signed", "ratified", "in force", "ended")
INSTRUMENTS = ("joint statement", "declaration", "treaty", "agreement", "protocol", "contract", "commitment")
EVENTS = ("visit", "meeting", "trade", "ceremony", "other")
LEVELS = ("partnership", "strategic partnership", "comprehensive partnership", "comprehensive strategic partnership")
_SYLLABLES = [c + v for c in "bcdfglmnprstvz" for v in "aeiou"]
_WORDS = 20_000
_SPEAKERS = 3_000
_SOURCES = 20_000
_FIRST_DAY = date(1990, 1, 1)
_DAYS = 12_400


def vocabulary() -> list[str]:
    """The made-up words, the most frequent first."""
    chance = random.Random(1)
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        words["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(words)


def json_records(number: int, *, seed: int = 0) -> Iterator[dict[str, Any]]:
    """So many records as the contract's JSON objects."""
    chance = random.Random(seed)
    words = vocabulary()
    weights = list(accumulate(1 / (n + 2) for n in range(len(words))))
    names = [f"{a.capitalize()} {b.capitalize()}" for a, b in islice(_pairs_of(words), _SPEAKERS)]
    for place in range(number):
        text = " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(14, 40)))
        yield _record(chance, place, text, names)


def _pairs_of(words: list[str]) -> Iterator[tuple[str, str]]:
    return zip(words[100:], words[4_000:], strict=False)


def _date(chance: random.Random) -> str | None:
    day = _FIRST_DAY + timedelta(days=int(_DAYS * chance.random()))
    kind = chance.random()
    if kind < 0.05:
        return None
    if kind < 0.15:
        return f"{day.year}"
    return f"{day.year}-{day.month:02}" if kind < 0.3 else day.isoformat()


def _record(chance: random.Random, place: int, text: str, names: list[str]) -> dict[str, Any]:
    pair = list(PAIRS[int(len(PAIRS) * chance.random() ** 2)])
    day = _date(chance)
    start = chance.randint(0, 5_000)
    kind = chance.random()
    evidence = {"source": f"article-{place * _SOURCES // 1_000_000 % _SOURCES}", "start": start, "text": text}
    data: dict[str, Any] = {
        "id": "",
        "pair": pair,
        "parties": pair,
        "date": day,
        "date_basis": "stated" if day else "none",
        "modality": "planned" if chance.random() < 0.05 else "actual",
        "title": text[:60],
        "topics": [chance.choice(TOPICS)],
        "evidence": [evidence | {"end": start + len(text)}],
        "corroboration": 1,
        "conflicts": [],
        "review": "unreviewed",
        "origin": "imported",
        "starred": chance.random() < 0.01,
        "note": None,
    }
    if kind < 0.7:
        country = chance.choice(pair)
        place_of_country = _COUNTRIES.index(country)  # a name has one country: every twelfth is of this one
        name = names[int(len(names) // len(_COUNTRIES) * chance.random() ** 3) * len(_COUNTRIES) + place_of_country]
        speaker = {"name": name, "role": "Minister", "affiliation": None, "country": country}
        return data | {
            "id": f"st-{place:010x}", "type": "statement", "speaker": {**speaker, "kind": "person"},
            "mode": "direct" if kind < 0.4 else "indirect", "quote": text, "quote_start": start,
            "quote_end": start + len(text), "cue": "said", "speaker_start": None, "speaker_end": None, "via": None,
        }  # fmt: skip
    if kind < 0.85:
        own = {"instrument": chance.choice(INSTRUMENTS), "status": chance.choice(STATUSES), "fields": ["trade"]}
        return data | {"id": f"ag-{place:010x}", "type": "agreement", **own}
    if kind < 0.98:
        return data | {"id": f"ev-{place:010x}", "type": "event", "kind": chance.choice(EVENTS)}
    level = chance.randrange(len(LEVELS))
    own = {"action": "upgraded", "level": LEVELS[level], "modifiers": [], "rank": level + 2}
    return data | {"id": f"up-{place:010x}", "type": "upgrade", **own}


def json_lines(number: int, *, seed: int = 0) -> Iterator[str]:
    """The same as JSON lines."""
    return (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in json_records(number, seed=seed))
