"""Quotation extraction by textacy over a folder of texts, run by the interpreter that has textacy and a spaCy model.

    python textacy_quotations.py FOLDER MOST

Prints the CPU seconds of parsing and extracting, the number of documents and that of quotations; status 1 when textacy
or a model is missing.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def main() -> int:
    try:
        import spacy
        from spacy.util import get_installed_models
        from textacy.extract import direct_quotations
    except ImportError:
        return 1
    models = [name for name in get_installed_models() if name.startswith("en_core")]
    if not models:
        return 1
    parse = spacy.load(models[0])
    files = sorted(Path(sys.argv[1]).iterdir())[: int(sys.argv[2])]
    texts = [file.read_text(encoding="utf-8") for file in files]
    list(direct_quotations(parse(texts[0])))
    begun = time.process_time()
    found = sum(1 for text in texts for _ in quotations(direct_quotations, parse(text)))
    print(time.process_time() - begun, len(texts), found)
    return 0


def quotations(extract, parsed):  # type: ignore[no-untyped-def]
    """Its quotations; a document with an odd number of marks, which it refuses, gives none."""
    try:
        yield from extract(parsed)
    except ValueError:
        return


if __name__ == "__main__":
    sys.exit(main())
