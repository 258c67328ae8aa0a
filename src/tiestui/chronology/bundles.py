"""Nodes tied into bundles, none of which ever holds two names that are known to be different speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence


class Bundles:
    """Every node alone at first; a tie that would bring names together which are apart is not made."""

    def __init__(self, names: Sequence[set[str]], apart: Iterable[frozenset[str]]) -> None:
        """names: of each node. apart: pairs of names."""
        self._bundle = list(range(len(names)))
        self._nodes = {number: [number] for number in range(len(names))}
        self._names = {number: set(own) for number, own in enumerate(names)}
        self._nodes_of: defaultdict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(names):
            for name in own:
                self._nodes_of[name].append(number)
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for pair in apart:
            for name in pair:
                self._apart[name] |= pair - {name}

    def tie(self, one: int, other: int) -> bool:
        """Makes one bundle of the bundles of two nodes; False when they have to stay apart."""
        first, second = self._bundle[one], self._bundle[other]
        if first == second:
            return True
        if self.are_apart(one, other):
            return False
        for node in self._nodes[second]:
            self._bundle[node] = first
        self._nodes[first] += self._nodes.pop(second)
        self._names[first] |= self._names.pop(second)
        return True

    def tie_names(self, names: Iterable[str]) -> bool:
        """Ties what bears these names to what bears the first of them; whether anything is tied now."""
        nodes = [node for name in names for node in self._nodes_of.get(name, ())]
        tied = [self.tie(nodes[0], node) for node in nodes[1:]]
        return any(tied)

    def are_apart(self, one: int, other: int) -> bool:
        """Whether the bundles of two nodes hold names that are apart."""
        first, second = self._names[self._bundle[one]], self._names[self._bundle[other]]
        return any(not self._apart[name].isdisjoint(second) for name in first if name in self._apart)

    def holds(self, node: int, name: str) -> bool:
        """Whether the name is in the node's bundle."""
        return name in self._names[self._bundle[node]]

    def all(self) -> list[list[int]]:
        """The nodes of every bundle."""
        return list(self._nodes.values())
