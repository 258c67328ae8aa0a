"""Nothing is learnt by heart: other countries and other persons in the same sentences give the same records."""

from __future__ import annotations

import pytest

from tests.extraction.texts import document
from tiestui.extraction import extract
from tiestui.model import AnyRecord, Statement

_REPORT = """{a_adj} President {p} received {b_adj} Prime Minister {q} in {a_city} on 14 May 2019.
{p_family} said {a} highly values its friendship with {b}.
“We will open the road next year,” {q} said. “Nobody can stop us.”
The two countries established diplomatic relations in 1992 and upgraded their ties to a strategic partnership in 2009.
After the talks, {a} and {b} signed a memorandum of understanding on trade.
{q_family} thanked {a} for its hospitality and invited {p_family} to visit {b_city}.
“The visit is a turning point,” {r}, a senior fellow at the Institute of World Affairs, told the Morning Courier. The
expert noted that trade between {a} and {b} grew by 12 percent in 2018.
According to the {b_adj} Foreign Ministry, the sides will meet again in autumn.
"""

_GHANA_NORWAY = {
    "a": "Ghana", "a_adj": "Ghanaian", "a_city": "Accra", "b": "Norway", "b_adj": "Norwegian", "b_city": "Oslo",
    "p": "Kofi Adomako", "p_family": "Adomako", "q": "Lena Strand", "q_family": "Strand", "r": "Omar Haddad",
}  # fmt: skip
_CASTS = [
    {
        "a": "Vietnam", "a_adj": "Vietnamese", "a_city": "Hanoi", "b": "Peru", "b_adj": "Peruvian", "b_city": "Lima",
        "p": "Pham Duc Anh", "p_family": "Anh", "q": "Lucia Paredes", "q_family": "Paredes", "r": "Tomas Krall",
    },
    {
        "a": "Kenya", "a_adj": "Kenyan", "a_city": "Nairobi", "b": "Poland", "b_adj": "Polish", "b_city": "Warsaw",
        "p": "Juma Wekesa", "p_family": "Wekesa", "q": "Ewa Zielinska", "q_family": "Zielinska", "r": "Li Shufen",
    },
]  # fmt: skip
_CODES = [("GHA", "NOR"), ("VNM", "PER"), ("KEN", "POL")]


def shape(record: AnyRecord, cast: dict[str, str], codes: tuple[str, str]) -> tuple[object, ...]:
    """What a record says, with names and countries as the places that they take in the text."""
    places = {value: key for key, value in cast.items()}
    parties = tuple(sorted("ab"[codes.index(code)] for code in record.parties if code in codes))
    told: tuple[object, ...] = ()
    if isinstance(record, Statement):
        name = record.speaker.name if record.speaker else None
        named = {v: k for k, v in sorted(places.items(), key=lambda item: len(item[0]))}
        speaker = next((k for k, v in named.items() if v == name), None) if name in places else None
        country = record.speaker.country if record.speaker else None
        told = (
            record.mode,
            record.cue,
            speaker,
            "ab"[codes.index(country)] if country in codes else country,
            record.via,
        )
    return (record.type, record.date.edtf if record.date else None, record.modality, parties, record.topics, *told)


def shapes(cast: dict[str, str], codes: tuple[str, str]) -> list[tuple[object, ...]]:
    """The shapes of all records of the report with a cast, sorted."""
    text = _REPORT.format(**cast)
    return sorted((shape(record, cast, codes) for record in extract(document(text))), key=repr)


@pytest.mark.parametrize(
    ("cast", "codes"), list(zip(_CASTS, _CODES[1:], strict=True)), ids=["Vietnam-Peru", "Kenya-Poland"]
)
def test_other_names_give_the_same_records(cast: dict[str, str], codes: tuple[str, str]) -> None:
    assert shapes(cast, codes) == shapes(_GHANA_NORWAY, _CODES[0])


def test_the_report_has_records_of_its_kinds() -> None:
    kinds = {kind for kind, *_ in shapes(_GHANA_NORWAY, _CODES[0])}
    assert {"statement", "upgrade", "agreement"} <= kinds
