"""Which mentions of a block may be one, kept while mentions come and go, and the cliques that they make.

Only what a change reaches is looked at again: new mentions are compared with those that share a key with them, and the
cliques of the parts of the graph that changed are worked out anew. The result is what `grouping.graph` and
`grouping.cliques` give for the mentions of the moment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable

from tiestui.chronology.alike import Look, look_at, may_be_one, sharing_keys
from tiestui.chronology.grouping import cliques
from tiestui.chronology.mention import Mention

Clique = tuple[Mention, ...]


class Links:
    """The graph of the mentions that it was last asked about. A key that more than `most` share tells nothing."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._looks: dict[Mention, Look] = {}
        self._keys: dict[Mention, tuple[Hashable, ...]] = {}
        self._sharing: defaultdict[Hashable, set[Mention]] = defaultdict(set)
        self._near: defaultdict[Mention, set[Mention]] = defaultdict(set)
        self._clique: dict[Mention, Clique] = {}

    def cliques(self, mentions: Collection[Mention]) -> Iterable[Clique]:
        """The cliques of these mentions; a mention between two that are not one stands alone."""
        gone = [one for one in self._keys if one not in mentions] if self._keys else []
        come = [one for one in mentions if one not in self._keys]
        telling = {key for one in gone for key in self._leave(one)}
        silent = {key for one in come for key in self._enter(one)}
        compared = set(come).union(*(self._sharing[key] for key in telling if key in self._sharing))
        reached = compared | self._cut(compared) | self._cut(gone) | self._part(silent)
        self._link(compared)
        self._settle(reached.difference(gone))
        return dict.fromkeys(self._clique.values())

    def _enter(self, mention: Mention) -> list[Hashable]:
        """Take a mention in; gives the keys that tell nothing from now on."""
        look = self._looks[mention] = look_at(mention)
        keys = self._keys[mention] = tuple(set(sharing_keys(look)))
        for key in keys:
            self._sharing[key].add(mention)
        return [key for key in keys if len(self._sharing[key]) == self._most + 1]

    def _leave(self, mention: Mention) -> list[Hashable]:
        """Let a mention go; gives the keys that tell something from now on."""
        keys = self._keys.pop(mention)
        del self._looks[mention], self._clique[mention]
        for key in keys:
            self._sharing[key].discard(mention)
        return [key for key in keys if len(self._sharing[key]) == self._most]

    def _part(self, silent: Iterable[Hashable]) -> set[Mention]:
        """Take away the edges that only these keys, which tell nothing now, had led to; gives whom they joined."""
        parted: set[Mention] = set()
        for key in silent:
            sharing = self._sharing[key]
            for one in sharing & self._near.keys():
                for other in self._near[one] & sharing:
                    if not self._share_a_key(one, other):
                        self._near[one].discard(other)
                        self._near[other].discard(one)
                        parted |= {one, other}
        return parted

    def _share_a_key(self, one: Mention, other: Mention) -> bool:
        """Whether two have a key in common that tells something."""
        shared = set(self._keys[one]).intersection(self._keys[other])
        return any(len(self._sharing[key]) <= self._most for key in shared)

    def _cut(self, mentions: Iterable[Mention]) -> set[Mention]:
        """Take away the edges of these; gives those that they led to."""
        reached: set[Mention] = set()
        for mention in mentions:
            near = self._near.pop(mention, ())
            for other in near:
                if other in self._near:
                    self._near[other].discard(mention)
            reached.update(near)
        return reached

    def _link(self, mentions: Iterable[Mention]) -> None:
        """Find the edges of these, which have none."""
        compared: set[Mention] = set()
        for mention in mentions:
            sharing = [self._sharing[key] for key in self._keys[mention]]
            near = set[Mention]().union(*(some for some in sharing if 1 < len(some) <= self._most))
            compared.add(mention)
            look = self._looks[mention]
            for other in near - compared:
                if may_be_one(look, self._looks[other]):
                    self._near[mention].add(other)
                    self._near[other].add(mention)

    def _settle(self, reached: Iterable[Mention]) -> None:
        """Work the cliques out in the parts of the graph that these are in."""
        found = set(reached)
        edge = list(found)
        while edge:
            further = self._near.get(edge.pop(), _NONE) - found
            found |= further
            edge += further
        several = sorted((one for one in found if self._near.get(one)), key=lambda one: one.id)
        number = {one: place for place, one in enumerate(several)}
        for clique in cliques([{number[other] for other in self._near[one]} for one in several]):
            members = tuple(several[place] for place in sorted(clique))
            self._clique.update(dict.fromkeys(members, members))
        self._clique.update({one: (one,) for one in found if one not in number})


_NONE: frozenset[Mention] = frozenset()
