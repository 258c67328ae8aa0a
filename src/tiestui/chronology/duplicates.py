"""Documents that are one text: reprints and wire copy, found by the runs of words that they share.

A sketch is a sample of the hashes of all runs of five words, the same runs in every document, so that a part of a text
can be recognised in the whole. Sketches are small and can be stored; finding all reprints is linear in their number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from zlib import crc32

Sketch = frozenset[int]

_RUN = 5
_SAMPLE = 8
_FEW = 400
_REPRINT = 0.8
_FEWEST_SHARED = 6
_COMMON = 50
_MASK = (1 << 61) - 1
_WORD = re.compile(r"[^\W_]+")


def sketch(text: str) -> Sketch:
    """The sample of a text's runs of words: every eighth hash, of a short text all. Case and marks do not matter."""
    hashes = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    runs = {_mixed(hashes[start : start + _RUN]) for start in range(max(len(hashes) - _RUN + 1, 0))}
    if len(runs) <= _FEW:
        return frozenset(runs)
    return frozenset(run for run in runs if run % _SAMPLE == 0)


def is_reprint(one: Sketch, other: Sketch) -> bool:
    """Whether the smaller text stands in the larger one, small changes aside."""
    small, large = sorted((one, other), key=len)
    if len(one) > _FEW or len(other) > _FEW or _is_sample(one) != _is_sample(other):
        small = frozenset(run for run in small if run % _SAMPLE == 0)
        large = frozenset(run for run in large if run % _SAMPLE == 0)
        small, large = sorted((small, large), key=len)
    shared = len(small & large)
    return shared >= _FEWEST_SHARED and shared >= _REPRINT * len(small)


def find_reprints(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """For each source that repeats another the source that stands for all of them: the one with most text."""
    sharing: defaultdict[int, list[str]] = defaultdict(list)
    for source, runs in sketches.items():
        for run in runs:
            if run % _SAMPLE == 0:
                sharing[run].append(source)
    pairs: defaultdict[tuple[str, str], int] = defaultdict(int)
    for sources in sharing.values():
        if 1 < len(sources) <= _COMMON:
            ordered = sorted(sources)
            for place, one in enumerate(ordered):
                for other in ordered[place + 1 :]:
                    pairs[one, other] += 1
    leader = {source: source for source in sketches}
    for one, other in sorted(pairs):
        if is_reprint(sketches[one], sketches[other]):
            first, second = _leader(leader, one), _leader(leader, other)
            leader[max((first, second), key=lambda s: _rank(s, sketches))] = min(
                (first, second), key=lambda s: _rank(s, sketches)
            )
    return {source: _leader(leader, source) for source in sketches if _leader(leader, source) != source}


def _mixed(hashes: list[int]) -> int:
    mixed = 0
    for value in hashes:
        mixed = (mixed * 1_000_003 + value) & _MASK
    return (mixed ^ (mixed >> 29)) & _MASK


def _is_sample(runs: Sketch) -> bool:
    return bool(runs) and all(run % _SAMPLE == 0 for run in runs)


def _rank(source: str, sketches: Mapping[str, Sketch]) -> tuple[int, str]:
    return (-len(sketches[source]), source)


def _leader(leader: dict[str, str], source: str) -> str:
    while leader[source] != source:
        leader[source] = leader[leader[source]]
        source = leader[source]
    return source
