"""One speaker under many names, across documents: which names are one, the fullest of them shown, all of them kept.

Two different full names are two speakers. A short name ("President Xi", a family name alone) joins a full one only
where it fits no other; countries that differ keep names apart. The result does not depend on the order of the names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

    joined, apart: names that a reader knows to be one speaker, or to be different ones.
    """
    counts = Counter(mentions)
    alike: defaultdict[tuple[object, ...], list[Speaker]] = defaultdict(list)
    for speaker in counts:
        own = any(speaker.name in names for names in apart)
        alike[(*_same_for_sure(speaker), speaker.name if own else "")].append(speaker)
    nodes = [sorted(alike[key], key=fullness, reverse=True) for key in sorted(alike, key=repr)]

    def may_join(one: list[Speaker], other: list[Speaker]) -> bool:
        return may_be_same(one[0], other[0]) and not _are_apart(one, other, apart)

    neighbours = graph(nodes, _keys, may_join, _MOST_OF_ONE_NAME)
    found = [[speaker for number in clique for speaker in nodes[number]] for clique in cliques(neighbours)]
    groups: dict[Speaker, SpeakerGroup] = {}
    for members, name in _joined(found, joined):
        group = _shown(members, counts, name)
        groups.update((member, group) for member in members)
    return groups


def _are_apart(one: list[Speaker], other: list[Speaker], apart: Sequence[frozenset[str]]) -> bool:
    return any(
        first.name != second.name and {first.name, second.name} <= names
        for names in apart
        for first in one
        for second in other
    )


def _joined(found: list[list[Speaker]], joined: Sequence[Joined]) -> list[tuple[list[Speaker], str | None]]:
    """The groups, those with names that a reader joined put together under the name that they are shown by."""
    groups: list[tuple[list[Speaker], str | None]] = [(members, None) for members in found]
    for decision in joined:
        one = [group for group in groups if any(member.name in decision.names for member in group[0])]
        if one:
            groups = [group for group in groups if group not in one]
            groups.append(([member for members, _ in one for member in members], decision.name))
    return groups


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
