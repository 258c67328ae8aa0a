"""What became of records when a document was read again: old ids to new ones, by the passages that they stand on.

New rules, a corrected date of publication or a changed file give mentions new ids. A mention that stands on the same
passage of the same source and says the same kind of thing is the successor; so an id once printed resolves for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tiestui.chronology.identity import mention_id
from tiestui.chronology.words import all_words, content_words, likeness
from tiestui.model.records import AnyRecord, Statement

_SAME_PASSAGE = 0.5
_ENDS = 5
_MOST_ALIKE = 50

Named = tuple[str, AnyRecord]


def successors(old: Iterable[AnyRecord], new: Iterable[AnyRecord]) -> dict[str, str]:
    """For each old mention whose id is no more the id of the new mention that took its place, if there is one."""
    olds = {mention_id(record): record for record in old}
    news = {mention_id(record): record for record in new}
    waiting: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    for code, record in news.items():
        if code not in olds:
            for mark in set(_marks(record)):
                waiting[record.type, mark].append((code, record))
    found: dict[str, str] = {}
    for code, record in sorted(olds.items()):
        if code not in news and (best := _nearest(record, waiting)):
            found[code] = best
    return found


def _nearest(record: AnyRecord, waiting: dict[tuple[str, str], list[Named]]) -> str | None:
    """The new mention that is most like an old one, if one is like it at all."""
    candidates: dict[str, AnyRecord] = {}
    for mark in _marks(record):
        candidates.update(waiting.get((record.type, mark), ())[:_MOST_ALIKE])
    if not candidates:
        return None
    best = min(candidates, key=lambda code: (-_nearness(record, candidates[code]), code))
    return best if _nearness(record, candidates[best]) >= _SAME_PASSAGE else None


def _nearness(one: AnyRecord, other: AnyRecord) -> float:
    """How much the passages (of statements: the words quoted) are one; titles settle what passages leave open."""
    titles = likeness(content_words(one.title), content_words(other.title))
    if isinstance(one, Statement) and isinstance(other, Statement):
        return likeness(content_words(one.quote), content_words(other.quote))
    if not one.evidence or not other.evidence:
        return titles
    passages = likeness(content_words(one.evidence[0].text), content_words(other.evidence[0].text))
    return passages + 0.1 * titles


def _marks(record: AnyRecord) -> Iterator[str]:
    """The first and the last words of the passage and of what is quoted: mentions of one passage share some of them."""
    texts = [evidence.text for evidence in record.evidence[:1]] or [record.title]
    if isinstance(record, Statement):
        texts.append(record.quote)
    for text in texts:
        words = all_words(text)
        yield " ".join(words[:_ENDS])
        yield " ".join(words[-_ENDS:])
