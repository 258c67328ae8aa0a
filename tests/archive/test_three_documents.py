"""Documents about one relationship that agree, refine and contradict each other: one archive, whatever the order."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiestui.archive import Archive, open_archive
from tiestui.archive.ingest import ingest
from tiestui.model import Conflict, Upgrade
from tiestui.model.jsonform import to_json
from tiestui.query import View

TEXTS = {
    "agrees": """---
title: A friendship looked back on
outlet: The Harbour Gazette
published: 2021-06-11
---
REYKJAVIK: Iceland and Norway have long been neighbours. By 2015, the two countries had upgraded their relations to a \
strategic partnership.

Iceland and Norway established diplomatic relations in 1944.

“The sea has never parted us,” Foreign Minister Ada Berg of Norway said.
""",
    "refines": """---
title: Partners in the north
outlet: The Oslo Courier
published: 2018-02-03
---
OSLO: In May 2015, Iceland and Norway upgraded their relations to a strategic partnership. The two countries \
established diplomatic relations in 1944, when the younger of them became a republic.

Norway and Iceland signed a treaty on fishing grounds on 2 February 2018.
""",
    "contradicts": """---
title: Seventy-five years of ties
outlet: The Bergen Review
published: 2022-09-09
---
BERGEN: The chronicle of the two neighbours is long. Norway and Iceland established diplomatic relations in 1947.

In 2015 Norway and Iceland upgraded their relations to a strategic partnership.
""",
    "adds": """---
title: What was signed
outlet: The Faxa Post
published: 2018-03-01
---
REYKJAVIK: Iceland and Norway signed a treaty on fishing grounds in February 2018. “The sea has never parted us,” \
Foreign Minister Ada Berg of Norway said.
""",
}
THREE = ("agrees", "refines", "contradicts")


def write(folder: Path) -> dict[str, Path]:
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.txt" for name in TEXTS}


def state(archive: Archive) -> list[dict[str, Any]]:
    """All that the archive says, in its order."""
    rows = [row for keys in archive.keys(View()) for row in archive.rows_at(keys)]
    return [to_json(archive.record(row.id)) for row in rows]


@pytest.mark.parametrize("order", permutations(THREE))
def test_one_upgrade_with_three_sources_and_one_conflict_with_both(tmp_path: Path, order: tuple[str, ...]) -> None:
    paths = write(tmp_path)
    with open_archive(tmp_path / "own.db", "write") as archive:
        for name in order:
            assert [one.outcome for one in ingest(archive, [paths[name]])] == ["new"]
        relations, partnership = (
            archive.record(row.id)
            for keys in archive.keys(View().with_filter("kind", "upgrade"))
            for row in archive.rows_at(keys)
        )
        assert isinstance(partnership, Upgrade)
        assert (partnership.level, partnership.date and partnership.date.edtf) == ("strategic partnership", "2015-05")
        assert (partnership.corroboration, partnership.conflicts) == (3, ())
        assert {evidence.source for evidence in partnership.evidence} == set(THREE)
        assert partnership.evidence[0].source == "refines"
        assert relations.date is not None
        assert relations.date.edtf == "1944"
        assert relations.conflicts == (Conflict("date", "1947", "contradicts"),)
        assert archive.count(View(query="is:conflicting")) == 1
        assert archive.count(View(query="is:corroborated kind:upgrade")) == 2


@settings(deadline=None, max_examples=20)
@given(
    st.permutations(sorted(TEXTS)),
    st.lists(st.sampled_from(sorted(TEXTS)), max_size=3),
    st.lists(st.integers(1, 4), max_size=2),
)
def test_the_same_archive_whatever_the_order_and_the_detours(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], removed: list[str], cuts: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("order")
    paths = write(folder)
    with open_archive(folder / "plain.db", "write") as archive:
        list(ingest(archive, paths.values(), processes=1))
        expected = state(archive)
    with open_archive(folder / "own.db", "write") as archive:
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(order)], strict=True):
            list(ingest(archive, [paths[name] for name in order[start:end]], processes=1))
        for name in dict.fromkeys(removed):
            archive.remove(name)
        for name in dict.fromkeys(removed):
            list(ingest(archive, [paths[name]], processes=1))
        assert state(archive) == expected
        assert list(archive.check()) == []
