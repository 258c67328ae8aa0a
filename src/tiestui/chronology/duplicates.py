"""Documents that are one text: reprints and wire copy, found by the runs of words that they share.

A sketch is a sample of the hashes of all runs of five words, the same runs in every document, so that a part of a text
can be recognised in the whole. Sketches are small and can be stored. What repeats what depends on the texts alone, not
on the order in which they came.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, islice, repeat
from zlib import crc32

Sketch = frozenset[int]

_RUN = 5
_SAMPLE = 8
"""A power of two."""
_FEW = 400
_REPRINT = 0.8
_FEWEST_SHARED = 6
_MASK = (1 << 61) - 1
_FACTOR = 1_000_003
_LEAVING = _FACTOR**_RUN & _MASK
_WORD = re.compile(r"[^\W_]+")


def sketch(text: str) -> Sketch:
    """The sample of a text's runs of words: every eighth hash, of a short text all. Case and marks do not matter."""
    words = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    runs = set(islice(_hashes(words), _RUN - 1, None))
    if len(runs) <= _FEW:
        return frozenset(runs)
    return _sampled(frozenset(runs))


def is_reprint(one: Sketch, other: Sketch) -> bool:
    """Whether the smaller text stands in the larger one, small changes aside."""
    if is_sample(one) != is_sample(other):
        one, other = _sampled(one), _sampled(other)
    return len(one & other) >= fewest_shared(len(one), len(other))


def fewest_shared(one: int, other: int) -> float:
    """How many runs a text and its reprint share at least, whose sketches (both of a sort) have so many."""
    return max(_FEWEST_SHARED, _REPRINT * min(one, other))


def is_sample(runs: Collection[int]) -> bool:
    """Whether a sketch is a sample of its text's runs and not all of them."""
    return bool(runs) and not any(map((_SAMPLE - 1).__and__, runs))


def find_reprints(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """For each source that repeats another of these, directly or in steps, the source that stands for it.

    A short note that stands in two articles does not make them one: it is of the longer one alone.
    """
    origin = originals(sketches)
    found: dict[str, str] = {}
    for source in sorted(origin, key=lambda source: _order(source, sketches)):
        found[source] = found.get(origin[source], origin[source])
    return found


def originals(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """For each source that stands in a longer one of these, the longest in which it stands.

    Where most repeat one text, few comparisons are made for each; where none repeats another, all are compared.
    """
    ordered = sorted(sketches, key=lambda source: _order(source, sketches))
    origin: dict[str, str] = {}
    for place, source in enumerate(ordered):
        longer = (other for other in ordered[:place] if is_reprint(sketches[source], sketches[other]))
        if (longest := next(longer, None)) is not None:
            origin[source] = longest
    return origin


def _order(source: str, sketches: Mapping[str, Sketch]) -> tuple[int, str]:
    """The longest text first, of equal ones the first by name."""
    runs = sketches[source]
    return (-max(len(runs) * _SAMPLE, _FEW + 1) if is_sample(runs) else -len(runs), source)


def _hashes(words: list[int]) -> Iterator[int]:
    """A hash of the run that ends with each word, made from the one before as a word goes and the next one comes."""
    mixed = 0
    for gone, come in zip(chain(repeat(0, _RUN), words), words, strict=False):
        mixed = (mixed * _FACTOR + come - gone * _LEAVING) & _MASK
        yield (mixed ^ (mixed >> 29)) & _MASK


def _sampled(runs: Sketch) -> Sketch:
    return frozenset(run for run in runs if run % _SAMPLE == 0)
