"""A folder with one document of each kind, added to an archive by the command line: once, again, and after a change."""

import json
import os
import subprocess
import sys

import pytest

from tiestui.errors import DONE, PARTIAL

from . import makers

REPORT = (
    "France and Spain signed a joint statement on fisheries in Madrid on Tuesday, May 7, 2019. “We are glad that it is "
    "done at last,” President Maria Roe of Spain told reporters after the ceremony in the palace."
)
REST = "Both sides agreed to expand trade. The talks lasted two days and ended in good spirits, the ministers said."


def pile() -> dict[str, bytes]:
    """The same news in every kind, in words that differ enough to be no reprints of one another."""
    front = "---\ntitle: The {0} deal\noutlet: Evening Post\npublished: 2019-05-08\n---\n"

    def said(kind: str) -> str:
        return f"It was the {kind} of the fishermen of the {kind} coast who had asked for {kind}, the ministry said."

    return {
        "text.txt": f"{front.format('text')}{REPORT}\n\n{said('wish')}\n".encode(),
        "note.md": f"{front.format('note')}# The note deal\n\n{REPORT}\n\n{said('demand')}\n".encode(),
        "page.html": makers.make_html(
            f"<h1>The page deal</h1><p>{REPORT}</p><p>{REST}</p><p>{said('longing')}</p>",
            '<title>The page deal</title><meta property="og:site_name" content="Evening Post">'
            '<meta property="article:published_time" content="2019-05-08T10:00:00Z">',
        ),
        "paper.pdf": makers.make_pdf(
            [makers.pdf_page([*_wrapped(REPORT), "", *_wrapped(said("hunger"))])],
            {"Title": "The paper deal", "CreationDate": "D:20190508101010Z"},
        ),
        "word.docx": makers.make_docx([(REPORT, None), (said("prayer"), None)], title="The word deal"),
        "mail.eml": makers.make_mail(f"{REPORT}\n\n{said('dream')}\n"),
        "paper.xml": makers.make_tei(
            f"<p>{REPORT}</p><p>{said('quarrel')}</p>",
            "<fileDesc><titleStmt><title>The TEI deal</title></titleStmt><sourceDesc><p><date when='2019-05-08'/></p>"
            "</sourceDesc></fileDesc>",
        ),
        "zipped.zip": makers.make_zip({"inner/one.txt": f"{front.format('zip')}{REPORT}\n\n{said('plea')}\n".encode()}),
    }


def _wrapped(words: str) -> list[str]:
    import textwrap

    return textwrap.wrap(words, 80)


@pytest.fixture
def run(tmp_path):
    """Runs the program on an archive in a folder of its own."""

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "TIESTUI_ARCHIVE": str(tmp_path / "pile.db")}
        return subprocess.run(
            [sys.executable, "-m", "tiestui", *words],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return call


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "pile"
    place.mkdir()
    for name, data in pile().items():
        (place / name).write_bytes(data)
    return place


def lines(done):
    assert done.returncode == DONE, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_document_goes_in_with_its_metadata(run, folder):
    done = run("add", str(folder))
    assert done.returncode == DONE, done.stderr
    sources = lines(run("sources", "-f", "jsonl"))
    assert {source["title"] for source in sources} == {
        "The text deal",
        "The note deal",
        "The page deal",
        "The paper deal",
        "The word deal",
        "Ministers sign deal",
        "The TEI deal",
        "The zip deal",
    }
    published = {source["title"]: source["published"] for source in sources}
    assert published.pop("The word deal") is None
    assert published.pop("Ministers sign deal") == "2019-05-03"
    assert set(published.values()) == {"2019-05-08"}
    texts = {source["id"]: run("show", source["id"]).stdout for source in sources}
    for record in lines(run("timeline", "-f", "jsonl")):
        for evidence in record["evidence"]:
            assert texts[evidence["source"]][evidence["start"] : evidence["end"]] == evidence["text"]
    signed = lines(run("agreements", "--status", "signed", "-f", "jsonl"))
    assert any(record["pair"] == ["ESP", "FRA"] and record["corroboration"] > 1 for record in signed)


def test_the_second_run_reads_nothing_and_a_changed_file_is_read_again(run, folder):
    run("add", str(folder))
    again = run("add", str(folder))
    assert again.returncode == DONE
    assert "8 unchanged" in again.stderr
    path = folder / "text.txt"
    path.write_text(path.read_text().replace("The text deal", "The new deal"))
    changed = run("add", str(folder))
    assert "1 changed" in changed.stderr
    assert "7 unchanged" in changed.stderr
    titles = [source["title"] for source in lines(run("sources", "-f", "jsonl"))]
    assert "The new deal" in titles
    assert len(titles) == 8


def test_what_is_bad_is_named_and_the_rest_goes_in(run, folder):
    (folder / "locked.pdf").write_bytes(makers.make_encrypted_pdf())
    (folder / "bad.md").write_text("---\npublished: soon\n---\nWords.\n")
    (folder / "loop").symlink_to(folder)
    done = run("add", str(folder))
    assert done.returncode == PARTIAL
    assert "locked.pdf: this PDF is encrypted" in done.stderr
    assert "bad.md: front matter: published: 'soon' is no date" in done.stderr
    assert len(lines(run("sources", "-f", "jsonl"))) == 8
