"""extract, add, remove, show: from a document to its records and back to the text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Run
from tiestui.model.jsonform import loads

TEXT = ARTICLE.split("---\n", 2)[2]


def test_extract_prints_records_whose_evidence_stands_at_its_offsets(run: Run, article: Path) -> None:
    result = run("extract", article)
    assert result.status == 0
    records = [loads(line) for line in result.lines]
    assert {record.type for record in records} == {"upgrade", "statement", "agreement"}
    for record in records:
        assert record.id
        for evidence in record.evidence:
            assert evidence.source == str(article)
            assert TEXT[evidence.start : evidence.end] == evidence.text


def test_flags_tell_what_the_document_does_not(run: Run, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text(TEXT, encoding="utf-8")
    result = run("extract", plain, "--published", "4 May 2021", "--pair", "peru-fiji")
    agreement = next(json.loads(line) for line in result.lines if '"agreement"' in line)
    assert agreement["date"] == "2021-05-03"
    assert agreement["pair"] == ["FJI", "PER"]


def test_explain_names_rule_and_words(run: Run, article: Path) -> None:
    for line in run("extract", article, "--explain").lines:
        assert json.loads(line)["explain"]["rule"]
    assert "explain" not in json.loads(run("extract", article).lines[0])


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "front.txt": b"---\ntitle: [unclosed\n---\nText.\n",
    "date.txt": b"---\npublished: the day after\n---\nText here.\n",
    "pair.txt": b"---\npair: atlantis-peru\n---\nText here.\n",
    "kind.xyz": b"\x7fELF\x00\x01\x02",
}


@pytest.mark.parametrize("command", ["extract", "add"])
@pytest.mark.parametrize("name", [*BAD, "missing.txt"])
def test_bad_document_is_named_and_the_rest_is_done(
    run: Run, tmp_path: Path, article: Path, command: str, name: str
) -> None:
    bad = tmp_path / name
    if name in BAD:
        bad.write_bytes(BAD[name])
    archive = tmp_path / "mine.db"
    result = run("--archive", archive, command, bad, article)
    assert result.status == 3
    complaints = [line for line in result.err.splitlines() if str(bad) in line]
    assert len(complaints) == 1
    assert "Traceback" not in result.err
    if command == "add":
        assert [line.split("\t")[0] for line in run("--archive", archive, "sources").lines] == ["harbour"]
    else:
        assert result.lines == run("extract", article).lines


@pytest.mark.parametrize(
    "words",
    [
        ["extract", "a.txt", "--published", "someday"],
        ["add", "a.txt", "--pair", "atlantis-peru"],
        ["extract"],
        ["add", "--nonsense", "a.txt"],
        ["show"],
        ["completions", "cmd"],
        ["config", "burn"],
    ],
)
def test_wrong_usage_touches_nothing(
    run: Run, tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("--archive", "mine.db", *words)
    assert result.status == 2
    assert result.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_add_again_reads_only_what_changed(run: Run, tmp_path: Path, article: Path) -> None:
    archive = tmp_path / "mine.db"
    assert "1 new" in run("--archive", archive, "add", article).err
    before = run("--archive", archive, "timeline").lines
    assert "1 unchanged" in run("--archive", archive, "add", article).err
    assert run("--archive", archive, "timeline").lines == before
    article.write_text(ARTICLE + "\nCosta said the harbour was safe.\n", encoding="utf-8")
    assert "1 changed" in run("--archive", archive, "add", article).err
    assert len(run("--archive", archive, "timeline").lines) == len(before) + 1


def test_remove_drops_the_source_and_its_records(run: Run, tmp_path: Path, article: Path) -> None:
    archive = tmp_path / "mine.db"
    run("--archive", archive, "add", article)
    missing = run("--archive", archive, "remove", "harbour", "nosuch")
    assert missing.status == 1
    assert "nosuch" in missing.err
    assert run("--archive", archive, "sources").lines
    assert run("--archive", archive, "remove", "harbour").status == 0
    assert run("--archive", archive, "sources").lines == []
    assert run("--archive", archive, "timeline").lines == []


def test_show_gives_the_stored_text_exactly(run: Run, tmp_path: Path, article: Path) -> None:
    archive = tmp_path / "mine.db"
    run("--archive", archive, "add", article)
    assert run("--archive", archive, "show", "harbour").out == TEXT


def test_show_gives_evidence_in_context_with_its_source_and_rule(run: Run, tmp_path: Path, article: Path) -> None:
    archive = tmp_path / "mine.db"
    run("--archive", archive, "add", article)
    (line,) = run("--archive", archive, "agreements").lines
    shown = run("--archive", archive, "show", line.split("\t")[-1][:7]).out
    assert "“A treaty in the harbour”, The Lima Post, 4 May 2021" in shown
    assert "⟦" in shown
    assert "  rule " in shown


def test_show_of_nothing_known_is_status_1(run: Run, archive: Path) -> None:
    result = run("show", "up-nonesuch")
    assert result.status == 1
    assert "up-nonesuch" in result.err


def test_show_sets_conflicts_side_by_side(run: Run, archive: Path) -> None:
    shown = run("show", "up-about").out
    assert "In conflict: date" in shown
    assert "  1972~         lima-2021             “an embassy about 1972”\n" in shown
    assert "  1974          suva, 1999\n" in shown
    assert "does not hold" in shown


def test_info_tells_what_the_archive_holds_and_that_it_is_sound(run: Run, tmp_path: Path, article: Path) -> None:
    archive = tmp_path / "mine.db"
    run("--archive", archive, "add", article)
    told = dict(line.split(maxsplit=1) for line in run("--archive", archive, "info", "--check").lines)
    assert told["path"] == str(archive)
    assert told["sources"] == "1"
    assert told["check"] == "sound"
    assert json.loads(run("--archive", archive, "info", "-f", "json").out)["records"] == int(told["records"])


def test_compact_keeps_everything(run: Run, tmp_path: Path, article: Path) -> None:
    archive = tmp_path / "mine.db"
    run("--archive", archive, "add", article)
    before = run("--archive", archive, "timeline", "-f", "json").out
    result = run("--archive", archive, "compact")
    assert result.status == 0
    assert "before" in result.err
    assert run("--archive", archive, "timeline", "-f", "json").out == before


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_know_commands_flags_and_values(run: Run, shell: str) -> None:
    script = run("completions", shell).out
    for word in ("timeline", "speaker", "relevance", "timesketch", "ratified"):
        assert word in script
