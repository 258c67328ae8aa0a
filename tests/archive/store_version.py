"""Keeps a small archive of the present version for the tests of migration: `python -m tests.archive.store_version`.

Run it once when a version is released, never again for that version: later programs must read what this one wrote.
"""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from tests.archive.made import LINES, document, mention
from tiestui.archive import open_archive
from tiestui.archive.schema import VERSION
from tiestui.query import View

STORED = Path(__file__).parent / "stored"
EVERYTHING = View(query="review:rejected OR -review:rejected")


def main() -> None:
    """Write `vN.db.gz` and the records in it as `vN.jsonl`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.db"
        with open_archive(path, "write") as archive:
            archive.add(*document("press/A visit.txt", LINES, outlet="The Kyoto Post"))
            archive.add(*document("b.txt", [LINES[0], "upgrade 2013 | exceptional partnership", LINES[7]]))
            archive.bulk_import([mention("event 1999 | an imported visit", id="ev-imported", origin="imported")])
            names = [name for (name,) in archive.stream(View(), ["id"])]
            signed = {"who": "somebody", "when": "2024-01-02T03:04:05.000000Z"}
            archive.decide("accept", [names[0]], **signed)
            archive.decide("reject", [names[-1]], **signed)
            archive.decide("note", [names[1]], {"note": "read again"}, **signed)
            archive.compact()
            lines = [line for (line,) in archive.stream(EVERYTHING, ["json"])]
        STORED.mkdir(exist_ok=True)
        with gzip.GzipFile(STORED / f"v{VERSION}.db.gz", "wb", 9, mtime=0) as file:
            file.write(path.read_bytes())
        (STORED / f"v{VERSION}.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
