"""Topics of a passage, from the closed list in `lexicons/topics.toml`: words and phrases, no weights.

`topics_of` gives at most `MOST` topics, those with most words first, so that a long passage is not about everything.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress, count

from tiestui.lexicons import load

MOST = 4
_WORD = re.compile(r"[^\W_][\w-]*")
_LONGEST_PHRASE = 4


@cache
def all_topics() -> tuple[str, ...]:
    """The closed list, in its own order."""
    return tuple(load("topics")["topics"])


@cache
def _index() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """Words and phrases in lower case to their topic, the first words of phrases, and all that one can begin with."""
    index: dict[str, str] = {}
    firsts: set[str] = set()
    for topic, words in load("topics")["topics"].items():
        for word in words:
            for form in (word, _plural(word)):
                index.setdefault(form, topic)
            if " " in word:
                firsts.add(word.split()[0])
    return index, frozenset(firsts), frozenset(index) | firsts


def _plural(word: str) -> str:
    if word.endswith(("s", "y")):
        return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word
    return word + "s"


def topics_of(text: str) -> tuple[str, ...]:
    """The topics of a passage, the weightiest first, the closed list's order among equals."""
    index, firsts, telling = _index()
    words = _WORD.findall(text.lower())
    if telling.isdisjoint(words):
        return ()
    found: dict[str, int] = {}
    taken = 0
    for at in compress(count(), map(telling.__contains__, words)):
        if at < taken:
            continue
        topic, length = index.get(words[at]), 1
        if words[at] in firsts:
            topic, length = _phrase(words, at) or (topic, length)
        if topic is not None:
            found[topic] = found.get(topic, 0) + min(length, 2)
            taken = at + length
    if len(found) < 2:
        return tuple(found)
    order = all_topics()
    return tuple(sorted(found, key=lambda topic: (-found[topic], order.index(topic)))[:MOST])


def _phrase(words: list[str], at: int) -> tuple[str, int] | None:
    """The topic of the longest phrase of two words and more that begins at a word, and its length; None for none."""
    index, _, _ = _index()
    for length in range(min(_LONGEST_PHRASE, len(words) - at), 1, -1):
        topic = index.get(" ".join(words[at : at + length]))
        if topic is not None:
            return topic, length
    return None
