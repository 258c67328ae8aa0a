"""A process that works on an archive until it is killed, and says what is done: `worker.py PATH WHAT FIRST`.

WHAT: add | fill | import | decide | compact. Each line that it prints names something that must be there from then on.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.archive.made import document, mention
from tiestui.archive import Archive, open_archive
from tiestui.query import View

_MOST = 10_000


def lines_of(number: int) -> list[str]:
    """The lines of the document with that number; some say what others say."""
    return [
        f"upgrade {2000 + number % 20} | enduring partnership number {number % 7}",
        f"statement 2014-02-{1 + number % 28:02} | Ana Ito: the harbour {number} will see {number * 17} ships",
        f"event 1999-0{1 + number % 9} | visit number {number} to the old town",
    ]


def say(name: str) -> None:
    """Promise that `name` is kept."""
    sys.stdout.write(f"{name}\n")
    sys.stdout.flush()


def add(archive: Archive, first: int) -> None:
    """Add one document after another, and drop every third again."""
    for number in range(first, first + _MOST):
        archive.add(*document(f"d{number}.txt", lines_of(number)))
        say(f"source d{number}")
        if number % 3 == 2:
            archive.remove(f"d{number - 1}")
            say(f"gone d{number - 1}")


def take_in(archive: Archive, first: int) -> None:
    """Import one batch of records after another."""
    for number in range(first, first + _MOST):
        names = [f"ev-{number:06}{place:02}" for place in range(20)]
        archive.bulk_import(mention(f"event 2001 | visit {name}", id=name, origin="imported") for name in names)
        say(f"record {names[0]}")
        say(f"record {names[-1]}")


def decide(archive: Archive, first: int) -> None:
    """Star, note and accept one record after another."""
    names = [name for (name,) in archive.stream(View(), ["id"])]
    for number in range(first, first + _MOST):
        name = names[number % len(names)]
        archive.decide("note", [name], {"note": f"seen {number}"})
        say(f"note {name} seen {number}")


def compact(archive: Archive, first: int) -> None:
    """Rewrite the archive again and again."""
    for _ in range(_MOST):
        archive.compact()
        say("size")


def fill(archive: Archive, first: int) -> None:
    """Import many records into an archive that has none."""
    archive.bulk_import(mention(f"event 2001 | visit {n}", id=f"ev-{n:06}", origin="imported") for n in range(20_000))
    say(f"record ev-{0:06}")
    say(f"record ev-{19_999:06}")


WORK = {"fill": fill, "add": add, "import": take_in, "decide": decide, "compact": compact}

if __name__ == "__main__":
    with open_archive(sys.argv[1], "write") as opened:
        say("open")
        WORK[sys.argv[2]](opened, int(sys.argv[3]))
