"""Who holds an archive: the processes that have a lock on it, as far as the system tells."""

from __future__ import annotations

import os
from pathlib import Path


def holder(path: Path) -> str:
    """The other process that writes to the archive, in words."""
    others = [pid for pid in _lockers(path) if pid != os.getpid()]
    return f"another process ({_name(others[0])}, number {others[0]})" if others else "another process"


def _lockers(path: Path) -> list[int]:
    """The processes with a write lock on the archive's files (Linux; elsewhere none is known)."""
    nodes = set()
    for file in (path, path.with_name(path.name + "-shm"), path.with_name(path.name + "-wal")):
        try:
            nodes.add(str(file.stat().st_ino))
        except OSError:
            continue
    try:
        lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        parts = line.split()
        if "WRITE" in parts and any(part.rpartition(":")[2] in nodes for part in parts if part.count(":") == 2):
            found.append(int(parts[parts.index("WRITE") + 1]))
    return found


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return "unknown"
