"""One speaker under many names, across documents: which names are one, the fullest of them shown, all of them kept.

Two different full names are two speakers. A short name ("President Xi", a family name alone) joins a full one only
where it fits no other; countries that differ keep names apart. The result does not depend on the order of the names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tiestui.chronology.bundles import Bundles
from tiestui.chronology.grouping import cliques, graph
from tiestui.chronology.names import body_parts, fullness, may_be_same, name_parts
from tiestui.model.records import Speaker

_MOST_OF_ONE_NAME = 200


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """A speaker as shown (the fullest name, with what any mention tells) and all names that are this speaker."""

    speaker: Speaker
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Names that a reader knows to be one speaker, and the one that is shown."""

    name: str
    names: frozenset[str]


def group_speakers(
    mentions: Iterable[Speaker], joined: Sequence[Joined] = (), apart: Sequence[frozenset[str]] = ()
) -> dict[Speaker, SpeakerGroup]:
    """For every speaker that is mentioned the group that it belongs to; several mentions of one count as often.

    joined, apart: names that a reader knows to be one speaker (in order of time), and pairs known to be two. No group
    holds both of a pair, however its names hang together; of joinings that would put them in one the later holds.
    """
    counts = Counter(mentions)
    alike: defaultdict[tuple[object, ...], list[Speaker]] = defaultdict(list)
    for speaker in counts:
        own = any(speaker.name in names for names in apart)
        alike[(*_same_for_sure(speaker), speaker.name if own else "")].append(speaker)
    nodes = [sorted(alike[key], key=fullness, reverse=True) for key in sorted(alike, key=repr)]
    bundles = Bundles([{speaker.name for speaker in node} for node in nodes], apart)
    chosen = _joined(bundles, joined)
    neighbours = graph(nodes, _keys, lambda one, other: may_be_same(one[0], other[0]), _MOST_OF_ONE_NAME)
    for node, near in enumerate(neighbours):
        near -= {other for other in near if bundles.are_apart(node, other)}
    for clique in sorted(cliques(neighbours)):
        for node in clique[1:]:
            bundles.tie(clique[0], node)
    groups: dict[Speaker, SpeakerGroup] = {}
    for numbers in bundles.all():
        members = [speaker for number in numbers for speaker in nodes[number]]
        group = _shown(members, counts, next((name for name in chosen if bundles.holds(numbers[0], name)), None))
        groups.update((member, group) for member in members)
    return groups


def _joined(bundles: Bundles, joined: Sequence[Joined]) -> list[str]:
    """Ties the names that a reader joined, the latest first; gives those that are to be shown, the latest first."""
    return [one.name for one in reversed(joined) if bundles.tie_names([one.name, *sorted(one.names - {one.name})])]


def _same_for_sure(speaker: Speaker) -> tuple[object, ...]:
    """Equal for names that differ only in titles, accents, case or the order of their parts."""
    if speaker.kind == "person":
        return ("person", tuple(sorted(name_parts(speaker.name))), speaker.country or "")
    return (speaker.kind, tuple(sorted(body_parts(speaker.name, speaker.country))), speaker.country or "")


def _keys(node: list[Speaker]) -> list[object]:
    speaker = node[0]
    if speaker.kind != "person":
        return [(speaker.kind, body_parts(speaker.name, speaker.country))]
    parts = name_parts(speaker.name)
    return [parts[0], parts[-1]] if parts else [speaker.name]


def _shown(members: list[Speaker], counts: Counter[Speaker], name: str | None) -> SpeakerGroup:
    named = [member for member in members if member.name == name]
    fullest = max(named or members, key=fullness)

    def most(values: list[tuple[str | None, int]]) -> str | None:
        """The value that most mentions tell."""
        told: Counter[str] = Counter()
        for value, count in values:
            if value:
                told[value] += count
        return max(told, key=lambda value: (told[value], value), default=None)

    speaker = Speaker(
        fullest.name,
        most([(member.role, counts[member]) for member in members]),
        most([(member.affiliation, counts[member]) for member in members]),
        most([(member.country, counts[member]) for member in members]),
        fullest.kind,
    )
    return SpeakerGroup(speaker, tuple(sorted({member.name for member in members})))
