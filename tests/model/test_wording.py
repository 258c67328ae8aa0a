from __future__ import annotations

import pytest

from tiestui.model.wording import beside


@pytest.mark.parametrize(
    ("act", "title", "shown"),
    [
        ("severed", "diplomatic relations severed", "diplomatic relations"),
        ("upgraded", "strategic partnership", "strategic partnership"),
        ("established", "embassies opened", "embassies opened"),
    ],
)
def test_an_act_is_not_said_twice(act: str, title: str, shown: str) -> None:
    assert beside(act, title) == shown
