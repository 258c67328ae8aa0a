"""Which nodes of a graph of "may be the same" are one: cliques; what could belong to two belongs to neither.

The result is a function of the set of nodes and edges alone, never of their order. Edges are looked for among nodes
that share a key, and a key that very many share tells nothing and is passed over, so that no block is compared all with
all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Node = TypeVar("Node")
Graph = list[set[int]]

MOST_TOGETHER = 64


def graph(
    nodes: Sequence[Node],
    keys: Callable[[Node], Iterable[Hashable]],
    may_be_one: Callable[[Node, Node], bool],
    most: int = MOST_TOGETHER,
) -> Graph:
    """The neighbours of each node: those that share a key with it and may be the same."""
    sharing: defaultdict[Hashable, list[int]] = defaultdict(list)
    own = [set(keys(node)) for node in nodes]
    for number, shared in enumerate(own):
        for key in shared:
            sharing[key].append(number)
    neighbours: Graph = [set() for _ in nodes]
    for number, shared in enumerate(own):
        near: set[int] = set()
        near.update(*(sharing[key] for key in shared if 1 < len(sharing[key]) <= most))
        for other in near:
            if other > number and may_be_one(nodes[number], nodes[other]):
                neighbours[number].add(other)
                neighbours[other].add(number)
    return neighbours


def cliques(neighbours: Graph) -> list[list[int]]:
    """The nodes in groups in which every two are neighbours; a node between two that are not stands alone."""
    alone: set[int] = set()
    settled: list[list[int]] = []
    waiting = _components(range(len(neighbours)), neighbours)
    while waiting:
        component = waiting.pop()
        inside = set(component)
        if all(len(neighbours[node] & inside) == len(inside) - 1 for node in component):
            settled.append(component)
            continue
        between = {node for node in component if not _agree(neighbours[node] & inside, neighbours)}
        alone |= between
        waiting += _components([node for node in component if node not in between], neighbours)
    return settled + [[node] for node in sorted(alone)]


def _agree(nodes: set[int], neighbours: Graph) -> bool:
    return all(len(neighbours[node] & nodes) == len(nodes) - 1 for node in nodes)


def _components(nodes: Iterable[int], neighbours: Graph) -> list[list[int]]:
    left = set(nodes)
    components: list[list[int]] = []
    while left:
        start = left.pop()
        component, edge = [start], [start]
        while edge:
            for node in neighbours[edge.pop()] & left:
                left.discard(node)
                component.append(node)
                edge.append(node)
        components.append(sorted(component))
    return components
