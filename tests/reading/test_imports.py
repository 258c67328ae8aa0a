"""What is loaded for a plain text: none of the libraries of other formats."""

import subprocess
import sys

import pytest

HEAVY = ("yaml", "charset_normalizer", "lxml", "trafilatura", "pypdfium2", "docx", "email", "zipfile", "dateutil")


@pytest.mark.parametrize(
    ("text", "loaded"),
    [("Words about a treaty.", set()), ("---\ntitle: A\n---\nWords about a treaty.", {"yaml"})],
)
def test_plain_text_needs_no_library(text, loaded):
    program = (
        "import sys; from tiestui.reading import read_bytes; "
        f"read_bytes({text.encode()!r}, 'a.txt'); print(*(m for m in {HEAVY!r} if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert set(done.stdout.split()) == loaded
