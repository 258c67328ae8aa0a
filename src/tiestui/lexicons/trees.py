"""Regular expressions (text) for long lists of words, written as a tree: words that begin alike share their beginning.

A plain alternation of two hundred words tries each of them wherever a word begins; a tree asks for each letter once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Tree = dict[str, "Tree"]

_END = ""


def any_sequence(sequences: Iterable[Sequence[str]]) -> str:
    """A pattern for any of these sequences of patterns; of one that begins another the longer is tried first."""
    root: Tree = {}
    for sequence in sequences:
        node = root
        for unit in sequence:
            node = node.setdefault(unit, {})
        node[_END] = {}
    return f"(?:{_written(root)})"


def _written(node: Tree) -> str:
    branches = [unit + _written(rest) for unit, rest in node.items() if unit != _END]
    if len(branches) > 1 or (branches and _END in node):
        return f"(?:{'|'.join(branches)})" + "?" * (_END in node)
    return "".join(branches)
