"""What workers and widgets tell: messages that carry values. Handlers own the state; senders never touch a widget.

Written out, and not as dataclasses: those take half of the time in which all of the browser's code is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from tiestui.tui.keyruns import KeyRuns


class KeysArrived(Message):
    """A run of a view's keys, in order. `label` is set when the view is grouped; `complete` with the last run."""

    def __init__(
        self, generation: int, keys: KeyRuns, complete: bool, grouped: bool = False, label: str | None = None
    ) -> None:
        super().__init__()
        self.generation = generation
        self.keys = keys
        self.complete = complete
        self.grouped = grouped
        self.label = label


class Answer(Message):
    """What a question other than a view's keys brought: `slot` says which, `value` what."""

    def __init__(self, slot: str, generation: int, value: Any) -> None:
        super().__init__()
        self.slot = slot
        self.generation = generation
        self.value = value


class Failed(Message):
    """A question failed: the message for the person."""

    def __init__(self, slot: str, generation: int, text: str) -> None:
        super().__init__()
        self.slot = slot
        self.generation = generation
        self.text = text


class RunAction(Message):
    """Something was clicked that stands for an action: of the registry, or of the dialog or line that has the focus."""

    def __init__(self, action_id: str) -> None:
        super().__init__()
        self.action_id = action_id


class Picked(Message):
    """A record was picked, or put back."""


class QueryTakenBack(Message):
    """Escape in the query bar: the query before is wanted again."""


class FindTakenBack(Message):
    """Escape in the find bar: the words looked for before, and the place, are wanted again."""


class FindEnded(Message):
    """Escape in the reader: nothing is looked for in its text any more."""


class SpanReached(Message):
    """Another passage of the source became the current one: that of this record."""

    def __init__(self, record_id: str) -> None:
        super().__init__()
        self.record_id = record_id


class StepChosen(Message):
    """A step of the ladder was clicked: the key of its record."""

    def __init__(self, key: int) -> None:
        super().__init__()
        self.key = key


class Jump(Message):
    """A place in time was clicked: its lowest and highest key."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.low = low
        self.high = high


class ChipDropped(Message):
    """A chip was clicked: the filter of `field` with this value goes."""

    def __init__(self, field: str, value: str, negated: bool) -> None:
        super().__init__()
        self.field = field
        self.value = value
        self.negated = negated


class FacetChosen(Message):
    """Facet values were chosen (a value again drops it): `negated` leaves them out instead."""

    def __init__(self, field: str, value: str, negated: bool) -> None:
        super().__init__()
        self.field = field
        self.value = value
        self.negated = negated


class RestWanted(Message):
    """A facet's values that are not listed are wanted: one is to be typed."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field
