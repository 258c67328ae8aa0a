"""Two thousand made articles into an archive: documents a second, and what a second reading of the folder costs.

    python -m benchmarks.folders

Whole `tiestui add` commands: the folder with one process and with two, then again unchanged. Beside it
`tiestui extract` of the same folder, which stores nothing, tells what the archive costs.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

if __package__ in (None, ""):  # run as a file
    sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.extraction import article
from benchmarks.measure import Line, Setup, compared, cost, main, number

ARTICLES, SIZE = 2_000, 4_500
AGAIN_BOUND = 0.05
STORE_BOUND = 2.0
"""`add` is bound by extraction and not by the store: at most as much CPU again."""


def folder_of(setup: Setup) -> Path:
    """The folder of articles, always the same ones."""
    folder = setup.folder / f"articles-{ARTICLES}"
    if not folder.exists():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        chance = random.Random(11)
        for place in range(ARTICLES):
            (part / f"article-{place:04}.txt").write_text(article(chance, SIZE), encoding="utf-8")
        part.rename(folder)
    return folder


def lines(setup: Setup) -> Iterator[Line]:
    """Rates, the store's share, and the second reading."""
    folder, place = folder_of(setup), setup.folder / "folder.db"
    size = f"{ARTICLES:,} documents of 4.5 kB"

    def add(jobs: int, *, anew: bool) -> list[str]:
        for old in setup.folder.glob(f"{place.name}*") if anew else ():
            old.unlink()
        return [*setup.tiestui(place), "add", "--jobs", str(jobs), str(folder)]

    extracting = cost([*setup.tiestui(place), "extract", "--jobs", "1", str(folder)], setup.environment)
    alone = cost(add(1, anew=True), setup.environment)
    yield rate("`add` with one process", alone.wall, size)
    yield compared(f"CPU of `add`, {size}", alone.cpu, extracting.cpu, STORE_BOUND, "`extract` of the same", "s")
    first = cost(add(2, anew=True), setup.environment)
    yield rate("`add` with two processes", first.wall, size)
    again = min(cost(add(2, anew=False), setup.environment).wall for _ in range(max(2, setup.rounds)))
    yield share("the unchanged folder again", again, first.wall)
    for old in setup.folder.glob(f"{place.name}*"):
        old.unlink()


def rate(what: str, seconds: float, size: str) -> Line:
    """The line of a rate, without a bound."""
    return Line(f"{what}, {size}", "", f"{number(ARTICLES / seconds)} documents a second", "")


def share(what: str, ours: float, whole: float) -> Line:
    """The line of a share of the first reading."""
    figure = f"{100 * ours / whole:.1f} % ({number(ours)} to {number(whole)} s)"
    return Line(what, f"{100 * AGAIN_BOUND:.0f} %", figure, "the first reading", ours / whole <= AGAIN_BOUND)


if __name__ == "__main__":
    main(lines, __doc__)
