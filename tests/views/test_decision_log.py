"""The log of decisions: a line each when piped, wrapped on a terminal, nothing that a terminal obeys."""

from __future__ import annotations

from tiestui.archive.decisions import Logged
from tiestui.chronology.decisions import Anchor, Decision
from tiestui.views.decision_log import log_lines
from tiestui.views.style import PIPED, Style

TREATY = Anchor(
    "agreement", ("ag-one",), (), "Treaty on harbours\x1b[2J and on the many things that lie in harbours of all kinds"
)
ACCEPTED = Decision("accept", (TREATY,), (), "ann", "2024-05-06T07:08:09.000000Z")
UNDONE = Decision("undo", (), (("decision", ACCEPTED.id),), "bo\nb", "2024-05-07T07:08:09.000000Z")
LOGGED = [Logged(ACCEPTED, holds=False), Logged(UNDONE, holds=False)]


def test_piped_a_decision_is_a_line() -> None:
    first, second = (line.split("\t") for line in log_lines(LOGGED, PIPED))
    assert first[:2] == ["2024-05-06T07:08:09.000000Z", "ann"]
    assert first[2].startswith("accept ag-one “Treaty on harbours␛[2J and on")
    assert first[2].endswith("…”")
    assert first[3:] == ["undone", f"{ACCEPTED.id}\n"]
    assert second[1:4] == ["bo b", f"undo {ACCEPTED.id} ({first[2]})", "undo"]


def test_on_a_terminal_it_is_wrapped() -> None:
    lines = "".join(log_lines(LOGGED, Style(pretty=True, width=40))).splitlines()
    assert lines[0] == f"2024-05-06 07:08 UTC  ann, undone  {ACCEPTED.id}"
    assert all(len(line) <= 48 for line in lines)
    assert "accept ag-one" in lines[1]
