"""The README's terminal sessions are real: each command in a ``console`` block is run and prints what stands there.

A line that is only "…" stands for any number of lines left out, and one that ends with " …" for the rest of a line.
`TIESTUI_WRITE_README=1 pytest tests/test_readme.py` runs the commands and writes their output into the README.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?ms)^(`{3,})console\n(.*?)^\1$")
_WIDEST = 118


def sessions(text: str) -> list[tuple[str, list[str]]]:
    """Each command of the README's console blocks with the lines that follow it."""
    found: list[tuple[str, list[str]]] = []
    for _, block in _BLOCK.findall(text):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def run(command: str, home: Path) -> list[str]:
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "XDG_DATA_HOME": str(home)}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, env=env, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.rstrip("\n").expandtabs(2).splitlines()


def agrees(printed: list[str], shown: list[str]) -> bool:
    if "…" not in shown:
        return len(printed) == len(shown) and all(map(same, printed, shown))
    cut = shown.index("…")
    head, tail = shown[:cut], shown[cut + 1 :]
    return (
        len(printed) >= len(head) + len(tail)
        and all(map(same, printed, head))
        and (not tail or all(map(same, printed[-len(tail) :], tail)))
    )


def same(printed: str, shown: str) -> bool:
    if shown.endswith(" …"):
        return printed.startswith(shown[:-2])
    return printed.rstrip() == shown.rstrip()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme")


@pytest.mark.parametrize(("command", "shown"), sessions(README.read_text(encoding="utf-8")))
def test_a_command_of_the_readme_prints_what_stands_there(command: str, shown: list[str], home: Path) -> None:
    printed = run(command, home)
    if os.environ.get("TIESTUI_WRITE_README"):
        rewrite(command, shown, printed)
    else:
        assert agrees(printed, shown), "\n".join(printed)


def rewrite(command: str, shown: list[str], printed: list[str]) -> None:
    """Put what was printed under its command, as many lines as stood there before when some were left out."""
    text = README.read_text(encoding="utf-8")
    if "…" in shown:
        cut = shown.index("…")
        tail = len(shown) - cut - 1
        printed = [*printed[:cut], "…", *(printed[-tail:] if tail else [])]
    short = [line if len(line) <= _WIDEST else line[:_WIDEST].rsplit(" ", 1)[0] + " …" for line in printed]
    old = "\n".join([f"$ {command}", *shown]) + "\n"
    assert old in text
    README.write_text(text.replace(old, "\n".join([f"$ {command}", *short]) + "\n", 1), encoding="utf-8")
