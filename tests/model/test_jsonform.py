"""The JSON of records: its fields and their order, the way back, what is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.dates.edtf import parse_edtf
from tiestui.errors import FieldError, InputError
from tiestui.model import Event, Evidence
from tiestui.model.jsonform import FIELDS_OF_TYPE, dumps, from_json, loads, to_json

from ..attempts import taken
from .samples import RECORDS, STATEMENT, UPGRADE

SHARED = (
    "id type pair parties date date_basis modality title topics evidence corroboration conflicts review origin "
    "starred note"
).split()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.type)
def test_the_contract_has_its_fields_in_order(record):
    assert list(to_json(record)) == [*SHARED, *FIELDS_OF_TYPE[record.type]]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.type)
def test_there_and_back(record):
    line = dumps(to_json(record, explain=True))
    assert "\n" not in line
    assert loads(line) == record


def test_without_explanation_the_reason_is_gone():
    assert from_json(to_json(UPGRADE)).why is None
    assert "explain" not in to_json(UPGRADE)


def test_fields_with_defaults_may_be_missing():
    record = from_json({"type": "event", "title": "visit", "origin": "imported"})
    assert record == Event(title="visit", origin="imported")
    dated = from_json({"type": "event", "title": "visit", "origin": "imported", "date": "2020"})
    assert dated == Event(title="visit", origin="imported", date=parse_edtf("2020"), date_basis="stated")


def test_what_a_statement_looks_like():
    data = to_json(STATEMENT)
    assert data["speaker"] == {
        "name": "Maria Roe",
        "role": "Minister",
        "affiliation": None,
        "country": "PRT",
        "kind": "person",
    }
    assert (data["date"], data["pair"], data["evidence"][0]["text"]) == (None, None, "words")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"type": None}, "type"),
        ({"type": "rumour"}, "type: 'rumour' is not one of upgrade, statement"),
        ({"mood": "good"}, "mood: is no field of a record of type statement"),
        ({"rank": 3}, "rank: is no field of a record of type statement"),
        ({"quote_start": "1"}, "quote_start"),
        ({"quote_start": True}, "quote_start"),
        ({"starred": 1}, "starred"),
        ({"title": None}, "title"),
        ({"date": "someday", "date_basis": "stated"}, "date"),
        ({"date": 2012}, "date"),
        ({"parties": "BEN"}, "parties"),
        ({"parties": [1]}, "parties: holds something that is not text"),
        ({"evidence": [1]}, "evidence"),
        ({"evidence": [{"source": "a", "start": 0, "end": 1}]}, "evidence: is incomplete"),
        ({"evidence": [{"source": "a", "start": 0, "end": 1, "text": "a", "x": 1}]}, "evidence.x"),
        ({"evidence": [{"source": "a", "start": False, "end": 1, "text": "a"}]}, "evidence.start"),
        ({"speaker": "Maria"}, "speaker"),
        ({"speaker": {"role": "x"}}, "speaker"),
        ({"conflicts": [{}]}, "conflicts"),
        ({"explain": {"words": 5}}, "explain"),
        ({"corroboration": 10**30}, "corroboration"),
        ({"evidence": [{"source": "a", "start": 10**30, "end": 1, "text": "a"}]}, "evidence.start"),
    ],
)
def test_what_is_no_record_is_refused_by_name(changes, says):
    with pytest.raises(FieldError) as caught:
        from_json({**to_json(STATEMENT), **changes})
    assert caught.value.message.startswith(says)


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "3", "null", '"a"', "[" * 100_000, "{}", '{"title": "\\ud800"}', "1" * 5000]
)
def test_what_is_no_json_object_is_refused(line):
    with pytest.raises(InputError):
        loads(line)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(RECORDS), st.data())
def test_any_value_in_any_field_is_a_record_or_named(record, data):
    values = to_json(record, explain=True)
    name = data.draw(st.sampled_from([*values, "other"]))
    changed, complaint = taken(from_json, {**values, name: data.draw(JSON)})
    assert "\n" not in complaint if changed is None else from_json(to_json(changed, explain=True)) == changed


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), st.integers(0, 10**6))
def test_any_text_survives(text, start):
    record = Event(
        title=text if text.strip() else "x",
        note=text,
        evidence=(Evidence(text, start, start + len(text), text),),
        date=parse_edtf("2012-09-03"),
        date_basis="relative",
    )
    line = dumps(to_json(record))
    assert loads(line) == record
    assert json.loads(line)["note"] == text
