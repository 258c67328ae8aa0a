from itertools import permutations
from pathlib import Path

import pytest

from tiestui.archive import open_archive
from tiestui.chronology import mention_id
from tiestui.dates.builders import bounded, year_date
from tiestui.model.jsonform import dumps, from_json, loads, to_json
from tiestui.model.records import Why

from ..chronology.making import upgrade
from .test_decisions import add

BY = upgrade("a", bounded(year_date(2022), "by"), why=Why("level by verb", ("moved",)))
EARLIER = upgrade("b", "2021-05", why=Why("level by verb"))
LATER = upgrade("c", "2023", modifiers=("lasting",), why=Why("level by verb"))


def test_a_bound_comes_back_from_the_explained_form() -> None:
    assert loads(dumps(to_json(BY, explain=True))) == BY
    assert from_json(to_json(BY)).date == year_date(2022)


@pytest.mark.parametrize("order", permutations([BY, EARLIER, LATER]))
def test_bounds_are_kept_whatever_the_order_of_reading(order: tuple[object, ...], tmp_path: Path) -> None:
    with open_archive(tmp_path / "archive.db", "write") as archive:
        for mention in order:
            add(archive, mention)  # type: ignore[arg-type]
        assert archive.record(mention_id(BY)).id == mention_id(EARLIER)
        assert archive.record(mention_id(EARLIER)).corroboration == 2
