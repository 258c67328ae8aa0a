"""Whatever somebody types, and whatever a document says: a status and a line, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run
from tests.views.awkward import statement
from tiestui.cli import main
from tiestui.model.csvform import csv_line
from tiestui.model.jsonform import to_json
from tiestui.model.safe import visible

KNOWN = st.sampled_from(
    "timeline quotes sources ladder show -f csv json text --kind upgrade --since 2013 --until --limit 3 --sort newest "
    '- -- -oil --nonsense NOT OR ( ) " speaker:ana -x -f=csv --format= help --help --archive'.split()
)
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@SHARED
@given(st.lists(st.one_of(KNOWN, st.text(max_size=12)), max_size=6))
def test_any_words_end_with_a_status(archive: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    if any(word in words for word in ("-", "--archive")):
        words = ["timeline", *(word for word in words if word not in ("-", "--archive"))]
    status = main(words)
    _, talk = capsys.readouterr()
    assert status in (0, 1, 2)
    assert (talk != "") or status == 0
    assert visible(talk) == talk


@SHARED
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != "" and "\x00" not in text))
def test_any_text_comes_back_from_csv_and_json(tmp_path_factory: pytest.TempPathFactory, run: Run, text: str) -> None:
    record = statement(text, id="st-any")
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.jsonl").write_bytes(json.dumps(to_json(record)).encode() + b"\n")
    archive = folder / "a.db"
    assert run("--archive", archive, "import", folder / "a.jsonl").status == 0
    (back,) = json.loads(run("--archive", archive, "timeline", "-f", "json").out)
    assert back == to_json(record) | {"origin": "imported"}
    header_and_row = run("--archive", archive, "timeline", "-f", "csv").out
    assert header_and_row.split("\n", 1)[1] == csv_line(back) + "\n"
    (folder / "b.csv").write_bytes(header_and_row.encode())
    assert run("--archive", folder / "b.db", "import", folder / "b.csv").status == 0
    (again,) = json.loads(run("--archive", folder / "b.db", "timeline", "-f", "json").out)
    assert again["quote"] == visible(text)
    assert len(run("--archive", archive, "timeline").lines) == 1


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["show", "\udcff"], 1),
        (["remove", "\udcff"], 1),
        (["source", "\udcff", "title=x"], 1),
        (["source", "harbour", "title=\udcff"], 0),
        (["review", "note", "ID", "\udcff"], 0),
        (["review", "accept", "ID", "--as", "\udcff"], 0),
        (["review", "same-speaker", "\udcff", "b"], 1),
        (["review", "apply", "\udcff"], 3),
        (["new", "event", "title=a\udcff"], 0),
        (["timeline", "--speaker", "\udcff"], 0),
        (["timeline", "--source", "\udcff", "\udcff"], 0),
    ],
)
def test_bytes_that_are_no_text_are_a_word_like_others(
    run: Run, article: Path, tmp_path: Path, words: list[str], status: int
) -> None:
    archive = tmp_path / "a.db"
    assert run("--archive", archive, "add", article, "--title", "a \udcff title").status == 0
    name = json.loads(run("--archive", archive, "timeline", "-f", "json").out)[0]["id"]
    result = run("--archive", archive, *(name if word == "ID" else word for word in words))
    assert (result.status, result.err.count("\n")) in ((status, 1), (0, 0))
    assert run("--archive", archive, "info", "--check").status == 0
