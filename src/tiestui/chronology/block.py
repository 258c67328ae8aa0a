"""The mentions of one block made records; what a change does not reach is not worked out again.

First the mentions of each document are put together, then those of all documents; in both steps only what surely is
one. The result depends on the set of mentions alone, not on their order nor on what the block held before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from tiestui.chronology.alike import likeness_key
from tiestui.chronology.conflicts import MOST_DATES, joined
from tiestui.chronology.grouping import MOST_TOGETHER
from tiestui.chronology.instruments import without_repeated
from tiestui.chronology.links import Links
from tiestui.chronology.mention import Group, Mention, group_of
from tiestui.chronology.uniting import Merged, record_of
from tiestui.model.records import AnyRecord, Upgrade

_Alike = tuple[Hashable, Group]
"""A group with what it has in common with those that cannot be told apart from it."""


class Block:
    """What the mentions of a block were made last, so that the next time only changes are looked at.

    A mention that stays has to be the same object each time, else it counts as another one.
    """

    def __init__(self) -> None:
        self._documents: dict[frozenset[str], _Document] = {}
        self._all: _Gathering | None = None
        self._merged: dict[tuple[Group, ...], Merged] = {}

    def merged(self, mentions: Sequence[Mention]) -> list[Merged]:
        """The records of the mentions that the block has now; those that are as before are the same objects."""
        mentions = _as_documents_tell(mentions)
        is_of_upgrades = isinstance(mentions[0].record, Upgrade) if mentions else False
        most = MOST_DATES if is_of_upgrades else MOST_TOGETHER
        if is_of_upgrades:
            mentions = without_repeated(mentions)
        documents = self._of_documents(mentions, most)
        if len(documents) == 1:
            groups = documents[0].groups
        else:
            self._all = self._all or _Gathering(most)
            groups = self._all.gathered([one for document in documents for one in document.alike])
        cliques = joined(groups) if is_of_upgrades and len(groups) > 1 else [[group] for group in groups]
        before, self._merged = self._merged, {}
        for clique in map(tuple, cliques):
            self._merged[clique] = before.get(clique) or record_of(clique)
        return list(self._merged.values())

    def _of_documents(self, mentions: Sequence[Mention], most: int) -> list[_Document]:
        told: defaultdict[frozenset[str], list[Mention]] = defaultdict(list)
        for mention in mentions:
            told[mention.sources].append(mention)
        before, self._documents = self._documents, {}
        for sources, together in told.items():
            known = before.get(sources)
            same = known is not None and known.mentions == together
            self._documents[sources] = known if known and same else _Document(together, most)
        return list(self._documents.values())


class _Document:
    """The mentions of one document (or of documents that are one text), put together."""

    def __init__(self, mentions: list[Mention], most: int) -> None:
        self.mentions = mentions
        single = [Group((mention,), mention.sources) for mention in mentions]
        self.groups = _Gathering(most).gathered(map(_with_likeness, single)) if len(single) > 1 else single
        self._alike: list[_Alike] | None = None

    @property
    def alike(self) -> list[_Alike]:
        """The groups, each with what it is compared by."""
        if self._alike is None:
            self._alike = [_with_likeness(group) for group in self.groups]
        return self._alike


class _Gathering:
    """Groups whose leading mentions surely are one, made one; what cannot be told apart first of all."""

    def __init__(self, most: int) -> None:
        self._links = Links(most)
        self._united: dict[tuple[Group, ...], Group] = {}

    def gathered(self, groups: Iterable[_Alike]) -> list[Group]:
        """The groups that these make; those of the same groups as the last time are the same objects."""
        equal: defaultdict[Hashable, list[Group]] = defaultdict(list)
        for likeness, group in groups:
            equal[likeness].append(group)
        before, self._united = self._united, {}
        nodes = [self._unite(same, before) for same in equal.values()]
        if len(nodes) == 1:
            return nodes
        node_of = {node.lead: node for node in nodes}
        return [self._unite([node_of[lead] for lead in clique], before) for clique in self._links.cliques(node_of)]

    def _unite(self, groups: Sequence[Group], before: dict[tuple[Group, ...], Group]) -> Group:
        if len(groups) == 1:
            return groups[0]
        of = tuple(groups)
        united = before.get(of) or group_of(member for group in groups for member in group.members)
        self._united[of] = united
        return united


def _with_likeness(group: Group) -> _Alike:
    return likeness_key(group.lead), group


def _as_documents_tell(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, imported ones with the date and wording of the document's mention that they once were.

    What an imported record adds to the document's own mention is its evidence elsewhere, and what contradicts it.
    """
    told = {mention.id: mention.record for mention in mentions if mention.record.origin == "extracted"}
    twins = {m.id for m in mentions if m.record.origin == "imported"} & told.keys()
    return [_worded(one, told[one.id]) if one.id in twins else one for one in mentions] if twins else mentions


def _worded(mention: Mention, told: AnyRecord) -> Mention:
    record = mention.record
    if record.origin != "imported":
        return mention
    values: dict[str, Any] = {"evidence": record.evidence, "conflicts": record.conflicts, "note": record.note}
    values |= {"corroboration": record.corroboration, "starred": record.starred, "origin": record.origin}
    return replace(mention, record=replace(told, id=mention.id, **values))
