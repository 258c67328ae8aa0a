"""Write the golden files anew: `python -m tests.views.regenerate`. Look at the difference before it is committed."""

from __future__ import annotations

from tests.views.test_golden import CASES, GOLDEN, golden_path, written

if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for kind, name, style in CASES:
        golden_path(kind, name, style).write_bytes(written(kind, name, style).encode())
