"""What a record refuses, and by which field's name."""

from dataclasses import FrozenInstanceError, replace

import pytest

from tiestui.dates.edtf import parse_edtf
from tiestui.errors import PARTIAL, FieldError
from tiestui.model import Event, Evidence, Speaker

from .samples import AGREEMENT, EVENT, EVIDENCE, RECORDS, STATEMENT, UPGRADE


@pytest.mark.parametrize(
    ("record", "changes", "field"),
    [
        (EVENT, {"title": " "}, "title"),
        (EVENT, {"kind": "party"}, "kind"),
        (EVENT, {"modality": "maybe"}, "modality"),
        (EVENT, {"review": "fine"}, "review"),
        (EVENT, {"origin": "found"}, "origin"),
        (EVENT, {"date_basis": "guessed"}, "date_basis"),
        (EVENT, {"date_basis": "stated"}, "date_basis"),
        (EVENT, {"date": parse_edtf("2012")}, "date_basis"),
        (EVENT, {"corroboration": -1}, "corroboration"),
        (EVENT, {"parties": ("bel",)}, "parties"),
        (EVENT, {"parties": ("BEŁ",)}, "parties"),
        (EVENT, {"pair": ("PRT", "BEN")}, "pair"),
        (EVENT, {"pair": ("BEN", "BEN")}, "pair"),
        (EVENT, {"pair": ("BEN",)}, "pair"),
        (EVENT, {"pair": ("BE", "PRT")}, "pair"),
        (EVENT, {"evidence": ()}, "evidence"),
        (UPGRADE, {"action": "improved"}, "action"),
        (UPGRADE, {"level": ""}, "level"),
        (UPGRADE, {"rank": 8}, "rank"),
        (UPGRADE, {"rank": -1}, "rank"),
        (STATEMENT, {"mode": "sung"}, "mode"),
        (STATEMENT, {"quote": "\n"}, "quote"),
        (STATEMENT, {"quote_start": 16}, "quote_start"),
        (STATEMENT, {"quote_start": -1}, "quote_start"),
        (STATEMENT, {"speaker_end": None}, "speaker_start"),
        (AGREEMENT, {"instrument": "handshake"}, "instrument"),
        (AGREEMENT, {"status": "done"}, "status"),
        (AGREEMENT, {"topics": ("trade", "weather")}, "topics"),
    ],
)
def test_a_wrong_value_is_refused_by_name(record, changes, field):
    with pytest.raises(FieldError) as caught:
        replace(record, **changes)
    assert caught.value.field == field
    assert caught.value.message.startswith(f"{field}: ")
    assert caught.value.status == PARTIAL


@pytest.mark.parametrize(("start", "end", "text"), [(5, 5, ""), (-1, 2, "abc"), (7, 3, "abcd"), (0, 3, "ab")])
def test_evidence_is_a_span_with_its_text(start, end, text):
    with pytest.raises(FieldError, match="evidence"):
        Evidence("a", start, end, text)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "speaker.name"),
        ({"name": "A", "kind": "ghost"}, "speaker.kind"),
        ({"name": "A", "country": "Portugal"}, "speaker.country"),
    ],
)
def test_speakers(values, field):
    with pytest.raises(FieldError) as caught:
        Speaker(**values)
    assert caught.value.field == field


@pytest.mark.parametrize("origin", ["imported", "by hand"])
def test_only_an_extracted_record_must_have_evidence(origin):
    assert Event(title="visit", origin=origin).evidence == ()


@pytest.mark.parametrize("record", RECORDS)
def test_records_are_values(record):
    assert replace(record) == record
    assert hash(replace(record)) == hash(record)
    with pytest.raises(FrozenInstanceError):
        record.title = "other"


def test_an_undated_record_has_no_basis():
    assert (EVENT.date, EVENT.date_basis, EVENT.evidence) == (None, "none", (EVIDENCE,))
