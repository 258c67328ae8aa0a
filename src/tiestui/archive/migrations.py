"""From an earlier version of the tables to the present one, step by step, with a copy kept before the first.

`STEPS[n]` brings version n to n + 1 by statements of SQL. All steps are one transaction: killed in between, the archive
is what it was.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tiestui.archive.schema import VERSION

STEPS: dict[int, tuple[str, ...]] = {}


def migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Bring the archive from `version` to the present one; keeps a copy as "NAME.vN" beside it first."""
    copy = path.with_name(f"{path.name}.v{version}")
    _keep_copy(connection, copy)
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        while version < VERSION:  # another process may have done it while this one waited
            for statement in STEPS[version]:
                connection.execute(statement)
            version += 1
            connection.execute(f"PRAGMA user_version={version}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _keep_copy(connection: sqlite3.Connection, copy: Path) -> None:
    """A whole copy under its name, or none: it is written beside and then renamed."""
    draft = copy.with_name(copy.name + ".part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    target = sqlite3.connect(draft)
    try:
        connection.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()
    draft.replace(copy)
