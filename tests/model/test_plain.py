"""Data told to be a record at one look is one, and its line is what the strict reader's record gives."""

from __future__ import annotations

from typing import Any

import pytest

from tests.views.awkward import RECORDS
from tiestui.errors import InputError
from tiestui.model import AnyRecord
from tiestui.model.jsonform import dumps, from_json, to_json
from tiestui.model.jsonline import json_line
from tiestui.model.plain import is_plain

WRONG: list[Any] = [None, "", " ", "no such word", 0, -1, 1.5, True, 2**60, [], [""], [1], [[1]], {}, {"name": 1}]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_a_record_in_any_order_gives_its_line(record: AnyRecord) -> None:
    data = to_json(record)
    turned = dict(reversed(data.items()))
    assert json_line(data) == json_line(turned) == dumps(data)
    assert is_plain(turned) or data["conflicts"] or not data["evidence"]


@pytest.mark.parametrize("value", WRONG, ids=repr)
@pytest.mark.parametrize("record", RECORDS[:4], ids=lambda record: record.id)
def test_what_is_plain_is_taken_as_it_is(record: AnyRecord, value: Any) -> None:
    for name in to_json(record):
        data = to_json(record) | {name: value}
        if is_plain(data):
            assert dumps(to_json(from_json(data))) == dumps(data)


@pytest.mark.parametrize("part", ["evidence", "speaker"])
@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_what_is_wrong_within_is_seen(part: str, value: Any) -> None:
    (whole,) = [to_json(one) for one in RECORDS if one.type == "statement" and to_json(one)["speaker"]][:1]
    inner = whole[part][0] if part == "evidence" else whole[part]
    for name in (*inner, "unknown"):
        changed = inner | {name: value}
        data = whole | {part: [changed] if part == "evidence" else changed}
        try:
            taken = to_json(from_json(data))
        except InputError:
            taken = None
        assert not is_plain(data) or dumps(taken) == dumps(data)


@pytest.mark.parametrize("name", sorted(to_json(RECORDS[0])))
def test_a_field_that_is_missing_is_missed(name: str) -> None:
    data = to_json(RECORDS[0])
    del data[name]
    assert not is_plain(data)
