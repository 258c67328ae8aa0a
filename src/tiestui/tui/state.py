"""Where the reader is and has been: one frozen Place, and the places visited before and after it."""

from __future__ import annotations

from tiestui.light import NamedTuple
from tiestui.query import View

BY_DATE = ""


class Place(NamedTuple):
    """What is on the screen: the view (with pane, query and filters) and where in it.

    grouping: the field that the list is grouped by, "" for order of date. key: of the record under the cursor, None
    for the first. source, start, end: the text that the reader shows and the passage it is at, which is `record_id`'s.
    """

    view: View
    grouping: str = BY_DATE
    key: int | None = None
    source: str | None = None
    start: int | None = None
    end: int | None = None
    record_id: str | None = None


class History:
    """Places to go back to and forward to, the newest last. A bounded number is kept."""

    def __init__(self, most: int = 100) -> None:
        self.back: list[Place] = []
        self.forward: list[Place] = []
        self.most = most

    def leave(self, place: Place) -> None:
        """The reader goes somewhere new from `place`."""
        if not self.back or self.back[-1] != place:
            self.back.append(place)
            del self.back[: -self.most]
        self.forward.clear()

    def step_back(self, present: Place) -> Place | None:
        """The place before, None when there is none; `present` can be gone forward to."""
        if not self.back:
            return None
        self.forward.append(present)
        return self.back.pop()

    def step_forward(self, present: Place) -> Place | None:
        """The place that was left by going back, None when there is none."""
        if not self.forward:
            return None
        self.back.append(present)
        return self.forward.pop()
