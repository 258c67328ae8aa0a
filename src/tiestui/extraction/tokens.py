"""The words of the masked text as parallel lists, each with its class flags; a masked quotation is one token.

Lists, not objects: every rule walks over them, and a document has a thousand of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import accumulate, compress, islice, pairwise
from operator import or_, sub

from tiestui.extraction.gates import gates_of
from tiestui.extraction.segment import MASK
from tiestui.extraction.words import (
    AUX,
    BODY,
    CAPITAL,
    CUE,
    DOCUMENT,
    FINITE,
    GROUP,
    NUMBER,
    PARTICIPLE,
    QUOTED,
    ROLE,
    SIGN,
    TIME,
    flags_of_unknown,
    word_flags,
)

# A token and the space before it; nothing but space stands between two of them.
_TOKEN = re.compile(
    r"\s*+(?:[A-Za-z]++(?=\s)"  # most words; what follows is for the others
    rf"|(?:''|``|[“\"„«‘'‹`])?{MASK}+[.,!?…]?(?:''|[”\"»’'›“])?"
    r"|[$€£¥]?\w+(?:\.?[-’'&/]\w+|\.\w+|,\d{3}\b)*(?:[’'](?=\s))?(?:\.(?=[\s,’'\x1a])|%)?"
    r"|--|\.\.\.|[^\w\s])"
)
_ARTICLED = re.compile(r"(?:al|el|ul|bin|d|l)[-’'][^\W\d_a-z]")
_LIST_MARK = re.compile(r"\d{1,3}[.)]?|[a-z][.)]?|[ivx]{1,4}[.)]?|[()*•▪·–—-]")
_LONGEST_MARK = 4
_VERBAL = CUE | FINITE | PARTICIPLE
_NOUNS = ROLE | GROUP | BODY | DOCUMENT | TIME | NUMBER
OWNER = re.compile(r"['’]s?$")
"""What stands at the end of a word that tells whose something is ("Norway’s")."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of all sentences: code points, spellings, lower-case ones, flags; `firsts`: each sentence's first token.

    gates: for each sentence the gates that its words open (`tiestui.extraction.gates`).
    quotation: for a token that is a masked quotation, its index in the analysis' `masking`, else -1 is not stored.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    lowers: list[str]
    flags: list[int]
    firsts: list[int]
    gates: list[int]
    quotation: dict[int, int]

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First and past-the-last token of a sentence."""
        return self.firsts[sentence], self.firsts[sentence + 1]

    def sentence(self, token: int) -> int:
        """The index of the sentence that holds a token."""
        return bisect_right(self.firsts, token) - 1

    def having(self, flags: int, first: int, last: int) -> list[int]:
        """The tokens from `first` to `last` (exclusive) that have one of some flags."""
        return list(compress(range(first, last), map(flags.__and__, self.flags[first:last])))

    def opens_sentence(self, token: int) -> bool:
        """Whether a token is the first of its sentence."""
        at = bisect_left(self.firsts, token)
        return at < len(self.firsts) and self.firsts[at] == token

    def at(self, position: int) -> int:
        """The first token that ends after the code point `position`."""
        return bisect_left(self.ends, position + 1)


def tokenise(masked: str, sentences: list[tuple[int, int]], masking: list[tuple[int, int]]) -> Tokens:
    """The tokens of the sentences (spans of `masked`); `masking`: the spans of the masked quotations."""
    spaced: list[str] = []
    ends: list[int] = []
    firsts: list[int] = []
    for start, end in sentences:
        firsts.append(len(ends))
        found = _TOKEN.findall(masked, start, end)
        spaced += found
        ends += islice(accumulate(map(len, found), initial=start), 1, None)
    firsts.append(len(ends))
    words = list(map(str.lstrip, spaced))
    starts = list(map(sub, ends, map(len, words)))
    quotation = _quotations(starts, ends, masking)
    for token in quotation:
        words[token] = words[token][:2] + MASK + words[token][-3:]
    classed = map(_class_of, words)
    lowers, at_head, flags, opened = map(list, zip(*classed, strict=True)) if words else ([], [], [], [])
    for first, last in pairwise(firsts):
        behind = min(_behind_list_mark(words, first, last) + 1, last)
        flags[first:behind] = at_head[first:behind]
    gates = [reduce(or_, opened[first:last], 0) for first, last in pairwise(firsts)]
    return Tokens(starts, ends, words, lowers, flags, firsts, gates, quotation)


def _behind_list_mark(words: list[str], first: int, last: int) -> int:
    """Behind a list's mark at the head of a sentence ("3.", "(a)", "•"): what follows opens the sentence as well."""
    at = first
    while at < min(last - 1, first + _LONGEST_MARK) and _LIST_MARK.fullmatch(words[at]):
        at += 1
    return at


@lru_cache(maxsize=1 << 15)
def _class_of(word: str) -> tuple[str, int, int, int]:
    """A word in lower case, its flags at a sentence's head and inside one (no verb has a capital there), its gates."""
    known = word_flags()
    lower = word.lower().replace("’", "'")
    flag = known.get(lower)
    if flag is None:
        flag = _flags_of_shape(word, lower, known)
    if word[0].isupper() or _ARTICLED.match(word):
        return lower, flag | CAPITAL, (flag & ~(_VERBAL | AUX)) | CAPITAL, gates_of(lower)
    return lower, flag, flag, gates_of(lower)


def _flags_of_shape(word: str, lower: str, known: dict[str, int]) -> int:
    first = word[0]
    if MASK in word:
        return QUOTED
    if not (first.isalnum() or first == "_"):
        return NUMBER if first in "$€£¥" and len(word) > 1 else SIGN
    if first.isdigit():
        return NUMBER
    if len(word) == 2 and word[1] == "." and first.isupper():
        return 0
    bare = OWNER.sub("", lower.rstrip("."))
    if bare != lower and bare in known:
        return known[bare] & ~_VERBAL
    if "-" in lower and (tail := known.get(lower.rpartition("-")[2])) is not None:
        return tail & _NOUNS
    return flags_of_unknown(lower) if not first.isupper() else 0


def _quotations(starts: list[int], ends: list[int], masking: list[tuple[int, int]]) -> dict[int, int]:
    """The tokens that are masked quotations, to the index of the quotation."""
    found: dict[int, int] = {}
    for index, (start, end) in enumerate(masking):
        token = bisect_right(starts, start) - 1
        if token >= 0 and ends[token] >= end:
            found.setdefault(token, index)
    return found
