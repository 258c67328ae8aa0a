"""Whose chronology a statement belongs to, and the day it was made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extraction.texts import document
from tiestui.dates.edtf import parse_edtf
from tiestui.extraction import extract
from tiestui.model import Metadata, Statement


def statement(text: str) -> Statement:
    held = replace(document(text), metadata=Metadata(pair=("KEN", "PER"), published=parse_edtf("2021-06-11")))
    [found] = [record for record in extract(held) if isinstance(record, Statement)]
    return found


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Kenyan President Amina Oduya said Peru was a friend.", ("KEN", "PER")),
        ("Norwegian scholar Lena Strand said Kenya had shown patience.", ("KEN", "PER")),
        ("Norwegian scholar Lena Strand said the talks had gone well.", ("KEN", "PER")),
        ("Norwegian minister Lena Strand said Japan would send grain.", ("JPN", "NOR")),
    ],
)
def test_an_outsider_who_speaks_of_a_party_stays_in_the_documents_pair(text: str, pair: tuple[str, str]) -> None:
    assert statement(text).pair == pair


def test_a_statement_has_the_day_beside_its_cue_and_else_the_documents() -> None:
    told = statement("Kenyan President Amina Oduya said on 8 June 2021 that Peru was a friend.")
    assert (str(told.date), told.date_basis) == ("2021-06-08", "stated")
    plain = statement("Kenyan President Amina Oduya said Peru was a friend.")
    assert (str(plain.date), plain.date_basis) == ("2021-06-11", "document")
