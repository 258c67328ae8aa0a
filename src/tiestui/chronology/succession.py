"""What became of records when a document was read again: old ids to new ones, by the passages that they stand on.

New rules, a corrected date of publication or a changed file give mentions new ids. A mention that stands on the same
passage of the same source and says the same kind of thing is the successor; so an id once printed resolves for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tiestui.chronology.identity import mention_id
from tiestui.chronology.words import content_words, likeness
from tiestui.model.records import AnyRecord, Statement

_SAME_PASSAGE = 0.5


def successors(old: Iterable[AnyRecord], new: Iterable[AnyRecord]) -> dict[str, str]:
    """For each old mention whose id is no more the id of the new mention that took its place, if there is one."""
    olds = {mention_id(record): record for record in old}
    news = {mention_id(record): record for record in new}
    waiting: defaultdict[str, list[tuple[str, AnyRecord]]] = defaultdict(list)
    for code, record in news.items():
        if code not in olds:
            waiting[record.type].append((code, record))
    found: dict[str, str] = {}
    for code, record in sorted(olds.items()):
        if code not in news:
            ranked = sorted(((-_nearness(record, other), name) for name, other in waiting[record.type]))
            if ranked and -ranked[0][0] >= _SAME_PASSAGE:
                found[code] = ranked[0][1]
    return found


def _nearness(one: AnyRecord, other: AnyRecord) -> float:
    """How much the passages (of statements: the words quoted) are one, 0 to 1."""
    if isinstance(one, Statement) and isinstance(other, Statement):
        return likeness(content_words(one.quote), content_words(other.quote))
    if not one.evidence or not other.evidence:
        return likeness(content_words(one.title), content_words(other.title))
    passage, another = one.evidence[0].text, other.evidence[0].text
    return likeness(content_words(passage), content_words(another)) + 0.1 * likeness(
        content_words(one.title), content_words(other.title)
    )
