"""What only a process of its own shows: closed pipes, full disks, what is loaded, standard input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE
from tests.views.awkward import statement
from tiestui.archive import open_archive

PYTHON = [sys.executable, "-m", "tiestui"]
LOADED = "import sys; from tiestui.cli import main; main(sys.argv[1:]); print(*sorted(sys.modules), file=sys.stderr)"


@pytest.fixture(scope="module")
def long_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.db"
    records = (statement(f"word {number} of a long story " * 20, id=f"st-{number:06}") for number in range(3000))
    with open_archive(path, "write") as archive:
        archive.bulk_import(records)
    return path


@pytest.mark.parametrize("name", ["text", "json", "html"])
def test_closed_pipe_ends_quietly(long_archive: Path, name: str) -> None:
    child = subprocess.Popen(
        [*PYTHON, "--archive", str(long_archive), "timeline", "-f", name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.read(100)
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait() == 0
    child.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_told_in_one_line(long_archive: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PYTHON, "--archive", str(long_archive), "timeline"], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1


def test_interrupt_is_status_130(long_archive: Path) -> None:
    child = subprocess.Popen(
        [*PYTHON, "--archive", str(long_archive), "timeline", "-f", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.read(10)
    child.send_signal(signal.SIGINT)
    _, talk = child.communicate()
    assert child.returncode == 130
    assert talk == b"tiestui: interrupted\n"


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["quotes", "story"], ["timeline", "-f", "jsonl"]])
def test_light_commands_load_nothing_heavy(long_archive: Path, words: list[str]) -> None:
    environment = os.environ | {"TIESTUI_ARCHIVE": str(long_archive)}
    done = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, text=True, env=environment)
    loaded = set(done.stderr.split())
    heavy = (
        "textual rich dateutil yaml charset_normalizer platformdirs asyncio dataclasses inspect subprocess tempfile "
        "argparse typing re enum pathlib locale json tiestui.model.records tiestui.extraction tiestui.reading"
    )
    assert not loaded & {*heavy.split()}
    assert "tiestui.cli" in loaded


def test_standard_input_is_read_and_named_with_a_dash() -> None:
    done = subprocess.run([*PYTHON, "extract", "-"], input=ARTICLE.encode(), capture_output=True)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert {evidence["source"] for record in records for evidence in record["evidence"]} == {"-"}


def test_browser_is_not_started_without_a_terminal(long_archive: Path) -> None:
    done = subprocess.run([*PYTHON, "--archive", str(long_archive)], capture_output=True)
    assert done.returncode == 0
    assert done.stdout.count(b"\n") == 3000
    assert b"\x1b" not in done.stdout


def test_a_poor_encoding_gets_twins_and_escapes() -> None:
    from tiestui.cli.edge import TWINS

    assert "“a” – b… · ▲ é 国".encode("ascii", TWINS) == b'"a" - b... - ^ \\xe9 \\u56fd'
    assert "é".encode("latin-1", TWINS) == b"\xe9"


def test_the_browser_does_not_keep_what_builds_its_archive(tmp_path: Path) -> None:
    code = (
        "import sys; from types import SimpleNamespace; from tiestui.cli.archives import archive_path_apart; "
        "print(archive_path_apart(SimpleNamespace(archive=None)), 'tiestui.extraction' in sys.modules)"
    )
    own = {"XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | own, capture_output=True, text=True, check=True
    )
    path, loaded = done.stdout.split()
    assert Path(path).is_file()
    assert loaded == "False"
