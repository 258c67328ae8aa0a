"""Codes of event data: only words that records can have, only codes that the table's head explains."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from tests.views.awkward import listing
from tiestui.query.fields import CLOSED
from tiestui.views import codes
from tiestui.views.formats import FORMATS
from tiestui.views.style import PIPED

TABLE = Path(codes.__file__).with_name("codes.tsv").read_text(encoding="utf-8")
ACTS = {"upgrade": CLOSED["action"], "agreement": CLOSED["status"], "event": CLOSED["event"]}


def test_table_is_of_the_records_own_words() -> None:
    explained = set(re.findall(r"\b\d{3}\b", "".join(line for line in TABLE.splitlines() if line.startswith("#"))))
    rows = [line.split("\t") for line in TABLE.splitlines() if not line.startswith("#")]
    assert len({tuple(row[:3]) for row in rows}) == len(rows)
    for kind, act, modality, cameo, plover in rows:
        assert act in ACTS[kind]
        assert modality in ("actual", "planned")
        assert cameo in explained
        assert plover == {"03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "16": "SANCTION"}[cameo[:2]]


def test_codes_stand_after_the_other_columns() -> None:
    made = FORMATS["csv"].write(listing("records")._replace(with_codes=True), PIPED)
    text = "".join(piece.decode() if isinstance(piece, bytes) else piece for piece in made)
    found = {row["id"]: (row["cameo"], row["plover"]) for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert found["up-decade"] == ("050", "SUPPORT")
    assert found["up-about"] == ("", "")
    assert found["up-month"] == ("030", "AGREE")
    assert found["ev-visit"] == ("042", "CONSULT")
    assert found["st-wide"] == ("", "")
    tabbed = "".join(map(str, FORMATS["tsv"].write(listing("records")._replace(with_codes=True), PIPED)))
    assert tabbed.splitlines()[1].endswith("\t050\tSUPPORT")
