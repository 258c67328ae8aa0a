"""The browser on a terminal, over the archive of hostile documents: nothing of theirs reaches the terminal raw."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

UNSAFE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\x80-\x9f]")
WALK = (*"1jj\r]\x7f2j\r\x7f3j4j\rG\x7f/", "evil", "\x1b")


@pytest.mark.terminal
def test_the_browser_shows_marks_and_sends_no_payload(hostile_archive: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", "HOME": str(tmp_path)}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tiestui", "--archive", str(hostile_archive)],
        dimensions=(40, 120),
        env=environment,
        timeout=30,
        cwd=str(tmp_path),
    )
    seen = b""
    child.expect("imeline")
    seen += child.before + child.after
    for key in WALK:
        child.send(key)
        seen += _drained(child)
    child.send("q")
    child.expect(pexpect.EOF)
    seen += child.before
    child.close()
    assert child.exitstatus == 0
    assert b"\x1b]52" not in seen
    assert b"evil\x07" not in seen
    assert b"\x1b]0;evil" not in seen
    assert b"evil.example\x1b\\" not in seen
    assert b"\x1bP+q" not in seen
    shown = seen.decode("utf-8", "replace")
    assert "⇆" in shown
    assert not UNSAFE.search(shown)


def _drained(child: pexpect.spawn) -> bytes:
    """What comes until the screen is quiet for a moment."""
    parts: list[bytes] = []
    while True:
        try:
            parts.append(child.read_nonblocking(65536, timeout=0.1))
        except pexpect.TIMEOUT:
            return b"".join(parts)
        except pexpect.EOF:
            return b"".join(parts)
