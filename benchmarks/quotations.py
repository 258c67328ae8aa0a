"""Documents a second of `extract` beside textacy's quotation extraction, the nearest public library, on made articles.

    python -m benchmarks.quotations [--peers DIR]

CPU of one process without start and loading, for both. textacy finds direct quotations and their speakers; tiestui
finds these, reported speech, upgrades, agreements and events with their dates.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

if __package__ in (None, ""):  # run as a file
    sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.extraction import article, document, measured, records_of
from benchmarks.measure import Line, Setup, main, missing, number

ARTICLES, SIZE = 60, 4_500
WHAT, PEER = "extraction of documents of 4.5 kB (CPU)", "textacy's `direct_quotations`"


def lines(setup: Setup) -> Iterator[Line]:
    """One line: both rates."""
    chance = random.Random(13)
    folder = setup.folder / f"quoted-{ARTICLES}"
    folder.mkdir(exist_ok=True)
    for place in range(ARTICLES):
        (folder / f"{place:03}.txt").write_text(article(chance, SIZE), encoding="utf-8")
    theirs = textacy(setup, folder)
    if theirs is None:
        yield missing(WHAT, "", "textacy with a spaCy model")
        return
    documents = [document(file.read_text(encoding="utf-8")) for file in sorted(folder.iterdir())]
    measured(records_of, documents[:10])
    ours = len(documents) / measured(records_of, documents).seconds
    figure = f"{number(ours / theirs)} x as many ({number(ours)} to {number(theirs)} documents a second)"
    yield Line(WHAT, "", figure, PEER)


def textacy(setup: Setup, folder: Path) -> float | None:
    """Its documents a second; None when no interpreter at hand has it and a model."""
    script = Path(__file__).with_name("textacy_quotations.py")
    for python in (sys.executable, *(str(one / "python") for one in setup.peers)):
        done = subprocess.run([python, str(script), str(folder), str(ARTICLES)], capture_output=True, text=True)
        if done.returncode == 0:
            seconds, documents, _ = done.stdout.split()
            return int(documents) / float(seconds)
    return None


if __name__ == "__main__":
    main(lines, __doc__)
