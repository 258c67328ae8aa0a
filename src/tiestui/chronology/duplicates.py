"""Documents that are one text: reprints and wire copy, found by the runs of words that they share.

A sketch is a sample of the hashes of all runs of five words, the same runs in every document, so that a part of a text
can be recognised in the whole. Sketches are small and can be stored; finding all reprints is linear in their number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
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
    return _sampled(frozenset(runs))


def is_reprint(one: Sketch, other: Sketch) -> bool:
    """Whether the smaller text stands in the larger one, small changes aside."""
    if _is_sample(one) or _is_sample(other):
        one, other = _sampled(one), _sampled(other)
    shared = len(one & other)
    return shared >= max(_FEWEST_SHARED, _REPRINT * min(len(one), len(other)))


def standing_for(sketches: Mapping[str, Sketch]) -> str:
    """The source that stands for all of a family of reprints: the one with most text."""
    return min(sketches, key=lambda source: (-len(_sampled(sketches[source])), source))


def find_reprints(sketches: Mapping[str, Sketch], most: int = _COMMON) -> dict[str, str]:
    """For each source that repeats another, directly or through a third, the source that stands for all of them.

    most: runs that more sources than these share are passed over, as they say little.
    """
    sampled = {source: _sampled(runs) for source, runs in sketches.items()}
    sharing: defaultdict[int, list[str]] = defaultdict(list)
    for source, runs in sampled.items():
        for run in runs:
            sharing[run].append(source)
    pairs: set[tuple[str, str]] = set()
    for sources in sharing.values():
        if 1 < len(sources) <= most:
            pairs.update(combinations(sorted(sources), 2))
    leader = {source: source for source in sketches}
    for one, other in sorted(pairs):
        ends = _leader(leader, one), _leader(leader, other)
        if ends[0] != ends[1] and is_reprint(sketches[one], sketches[other]):
            longest, repeats = sorted(ends, key=lambda source: (-len(sampled[source]), source))
            leader[repeats] = longest
    return {source: _leader(leader, source) for source in sketches if _leader(leader, source) != source}


def _mixed(hashes: list[int]) -> int:
    mixed = 0
    for value in hashes:
        mixed = (mixed * 1_000_003 + value) & _MASK
    return (mixed ^ (mixed >> 29)) & _MASK


def _is_sample(runs: Sketch) -> bool:
    return bool(runs) and all(run % _SAMPLE == 0 for run in runs)


def _sampled(runs: Sketch) -> Sketch:
    return frozenset(run for run in runs if run % _SAMPLE == 0)


def _leader(leader: dict[str, str], source: str) -> str:
    while leader[source] != source:
        leader[source] = leader[leader[source]]
        source = leader[source]
    return source
