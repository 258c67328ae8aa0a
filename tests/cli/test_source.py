"""source: the metadata of a held document corrected by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def own(run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that holds the article."""
    path = tmp_path / "own.db"
    monkeypatch.setenv("TIESTUI_ARCHIVE", str(path))
    assert run("add", article).status == 0
    return path


def held(run: Run) -> dict[str, object]:
    source: dict[str, object] = json.loads(run("sources", "-f", "jsonl").out)
    return source


def records(run: Run) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("timeline", "-f", "jsonl").lines]


def test_a_correction_holds_and_what_depends_on_it_is_read_again(run: Run, own: Path) -> None:
    source, before = held(run), records(run)
    name = str(source["id"])
    result = run("source", name, "published=4 may 1991", "outlet=The Daily Kiwi", "pair=peru-fiji")
    assert (result.status, result.out) == (0, "")
    assert "corrected" in result.err
    after = held(run)
    assert (after["published"], after["published_basis"], after["outlet"]) == (
        "1991-05-04",
        "by hand",
        "The Daily Kiwi",
    )
    assert {str(r["date"])[:4] for r in records(run) if r["date_basis"] in ("relative", "document")} == {"1991"}
    assert len(records(run)) == len(before)
    assert run("show", str(before[0]["id"])).status == 0


def test_a_correction_survives_another_reading_and_can_be_undone(run: Run, own: Path, article: Path) -> None:
    source, before = held(run), records(run)
    run("source", str(source["id"]), "published=1991")
    article.write_text(article.read_text(encoding="utf-8") + "\nA line more.\n", encoding="utf-8")
    assert run("add", article).status == 0
    assert held(run)["published"] == "1991"
    assert run("review", "undo").status == 0
    again = held(run)
    assert (again["published"], again["published_basis"]) == (source["published"], source["published_basis"])
    assert [r["id"] for r in records(run)] == [r["id"] for r in before]


def test_a_correction_moves_with_the_other_decisions(run: Run, own: Path, article: Path, tmp_path: Path) -> None:
    run("source", str(held(run)["id"]), "title=Another title", "byline=")
    file, other = tmp_path / "decisions.jsonl", tmp_path / "other.db"
    run("review", "export", "-o", file)
    run("add", article, "--archive", other)
    assert "1 decision applied, 0 known" in run("review", "apply", file, "--archive", other).err
    assert run("sources", "-f", "jsonl", "--archive", other).out == run("sources", "-f", "jsonl").out


@pytest.mark.parametrize(
    ("field", "status", "said"),
    [
        ("published=someday", 3, "published: 'someday' is no date"),
        ("pair=atlantis", 3, "pair: "),
        ("colour=red", 3, "colour: is no field of a source"),
        ("title", 2, "no FIELD=VALUE"),
    ],
)
def test_what_a_document_cannot_be_is_told(run: Run, own: Path, field: str, status: int, said: str) -> None:
    source = held(run)
    result = run("source", str(source["id"]), field)
    assert (result.status, result.err.count("\n")) == (status, 1)
    assert said in result.err
    assert held(run) == source
    assert run("source", "nobody", "title=x").status == 1


def test_what_is_known_is_told_with_where_it_comes_from(run: Run, own: Path) -> None:
    told = run("source", "harbour").out
    assert "  published     4 May 2021 (2021-05-04; from its front matter)\n" in told
    assert "  pair          FJI-PER: given with the document\n" in told
    run("source", "harbour", "pair=", "published=")
    told = run("source", "harbour").out
    assert "  pair          FJI-PER, inferred: " in told
    assert "  published     not known: " in told
    assert "  corrected     pair, published (see tiestui review log)\n" in told


def test_an_inferred_pair_says_why_and_copies_name_each_other(run: Run, article: Path, tmp_path: Path) -> None:
    text = article.read_text(encoding="utf-8").replace("pair: FJI-PER\n", "")
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    archive = tmp_path / "own.db"
    assert run("--archive", archive, "add", tmp_path / "one.txt", tmp_path / "two.txt").status == 0
    one, two = (run("--archive", archive, "source", name).out for name in ("one", "two"))
    assert "  pair          FJI-PER, inferred: named most often " in one
    assert "  same text     two (or nearly; counted as one source under this name)\n" in one
    assert "  same text     one (or nearly; counted as one source under the name one)\n" in two
    assert run("--archive", archive, "source", "three").status == 1
