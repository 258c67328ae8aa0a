from __future__ import annotations

import typing

import pytest

from tiestui import light
from tiestui.light import Literal, get_args


class Made(light.NamedTuple):
    name: str
    size: int = 1

    @property
    def shown(self) -> str:
        return f"{self.name} {self.size}"


class Known(typing.NamedTuple):
    name: str
    size: int = 1

    @property
    def shown(self) -> str:
        return f"{self.name} {self.size}"


@pytest.mark.parametrize("maker", [Made, Known])
def test_a_light_tuple_is_what_typing_makes(maker: type[Made] | type[Known]) -> None:
    one = maker("a")
    assert one == ("a", 1)
    assert one.shown == "a 1"
    assert one._replace(size=2)._asdict() == {"name": "a", "size": 2}
    assert repr(one) == f"{maker.__name__}(name='a', size=1)"
    assert maker.__module__ == __name__
    with pytest.raises(TypeError):
        maker()  # type: ignore[call-arg]


@pytest.mark.parametrize(("literal", "words"), [(Literal["a", "b"], ("a", "b")), (Literal["a"], ("a",))])
def test_a_closed_list_gives_its_words(literal: object, words: tuple[str, ...]) -> None:
    assert get_args(literal) == words
