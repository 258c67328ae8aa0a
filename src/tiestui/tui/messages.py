"""What workers and widgets tell: dataclass messages. Handlers own the state; senders never touch a widget."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Any

from textual.message import Message


@dataclass
class KeysArrived(Message):
    """A run of a view's keys, in order. `label` is set when the view is grouped; `complete` with the last run."""

    generation: int
    keys: array[int]
    complete: bool
    grouped: bool = False
    label: str | None = None


@dataclass
class Answer(Message):
    """What a question other than a view's keys brought: `slot` says which, `value` what."""

    slot: str
    generation: int
    value: Any


@dataclass
class Failed(Message):
    """A question failed: the message for the person."""

    slot: str
    generation: int
    text: str


@dataclass
class RunAction(Message):
    """Something was clicked that stands for an action of the registry."""

    action_id: str


class QueryTakenBack(Message):
    """Escape in the query bar: the query before is wanted again."""


class FindTakenBack(Message):
    """Escape in the find bar: the words looked for before, and the place, are wanted again."""


class FindEnded(Message):
    """Escape in the reader: nothing is looked for in its text any more."""


@dataclass
class SpanReached(Message):
    """Another passage of the source became the current one: that of this record."""

    record_id: str


@dataclass
class StepChosen(Message):
    """A step of the ladder was clicked: the key of its record."""

    key: int


@dataclass
class Jump(Message):
    """A place in time was clicked: its lowest and highest key."""

    low: int
    high: int


@dataclass
class ChipDropped(Message):
    """A chip was clicked: the filter of `field` with this value goes."""

    field: str
    value: str
    negated: bool


@dataclass
class FacetChosen(Message):
    """Facet values were chosen (a value again drops it): `negated` leaves them out instead."""

    field: str
    value: str
    negated: bool
