"""What a listing needs of `typing`, without what `typing` brings along (re, enum, ...): a seventh of its start.

A type checker sees typing's own names. At run time `Literal["a", "b"]` is the tuple of its words, which `get_args`
gives back, and a `NamedTuple` is what `collections` makes of the class.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, NamedTuple, get_args
else:

    class Literal:
        """A closed list of words."""

        def __class_getitem__(cls, words):
            """The words as a tuple, even a single one."""
            return words if isinstance(words, tuple) else (words,)

    def get_args(literal):
        """The words of a Literal."""
        return literal

    class _Named(type):
        """Makes a named tuple of a class body: annotated names are fields, everything else is kept."""

        def __new__(meta, name, bases, body):
            if not bases:
                return super().__new__(meta, name, bases, body)
            fields = tuple(body.pop("__annotations__"))
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in ("__module__", "__qualname__"):
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Named):
        """A tuple whose fields have names."""


__all__ = ["TYPE_CHECKING", "Literal", "NamedTuple", "get_args"]
