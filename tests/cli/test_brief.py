"""brief: what stands on the page, in both formats."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.conftest import Run


def test_markdown_has_chronology_ladder_speakers_and_footnotes(run: Run, archive: Path) -> None:
    page = run("brief").out
    assert page.startswith("# Fiji – Peru, 1970–2021\n")
    for heading in ("## The level of the relationship", "## Chronology", "## Where the sources differ", "## Who spoke"):
        assert heading in page
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", page))
    assert cited == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE)) == {"1", "2", "3"}
    assert "### Undated" in page
    assert "(denied, in conflict, 2 sources, accepted, starred)" in page
    assert "\x1b" not in page


def test_what_sources_dispute_is_told_with_who_says_what(run: Run, archive: Path) -> None:
    page = run("brief").out
    assert "- embassy: date about 1972 [^1], but 1974 [^3]\n" in page
    assert "[^3]: suva, 1999 (not held in this archive)\n" in page
    assert re.search(
        r"<li>embassy: date about 1972 <a [^>]*>\[1\]</a>, but 1974 <a [^>]*>\[3\]</a></li>",
        run("brief", "-f", "html").out,
    )


def test_reprints_are_told_apart_from_sources(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "printed-again.txt").write_bytes(article.read_bytes())
    own = tmp_path / "own.db"
    run("--archive", own, "add", article, tmp_path / "printed-again.txt")
    page = run("--archive", own, "brief").out
    assert " from 1 source and 1 reprint. " in page
    assert "; a reprint of harbour (printed-again)\n" in page
    name = run("--archive", own, "agreements").lines[0].split("\t")[-1]
    shown = run("--archive", own, "show", name).out
    assert "  sources       1 (and 1 reprint, not counted)\n" in shown
    assert "; a reprint of harbour\n" in shown


def test_html_links_every_record_to_its_sources(run: Run, archive: Path) -> None:
    page = run("brief", "-f", "html").out
    assert set(re.findall(r'href="#(source-\d+)"', page)) == set(re.findall(r'id="(source-\d+)"', page))
    assert "<svg" in page
    assert "<script" not in page
    assert "style=" not in page


def test_query_narrows_and_is_told(run: Run, archive: Path) -> None:
    page = run("brief", "partnership").out
    assert "Narrowed to: partnership" in page
    assert "embassy" not in page
    assert "No records." in run("brief", "nobodysaidthis").out


def test_other_formats_are_refused(run: Run, archive: Path) -> None:
    result = run("brief", "-f", "csv")
    assert result.status == 2
    assert "markdown, html" in result.err
