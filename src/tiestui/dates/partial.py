"""A date known only as well as its source knows it.

`PartialDate` is what every record carries: its EDTF text, the first and last day that the text allows, and the bound
("by", "before", "after") that the prose put on it. EDTF is the Extended Date/Time Format of ISO 8601-2:2019; the subset
read and written here is described in `tiestui.dates.edtf`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiestui.light import Literal

Bound = Literal["by", "before", "after"]
Basis = Literal["stated", "relative", "document", "none"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as its source.

    edtf: canonical EDTF text ("2022-09", "199X", "2019-01/2019-04", "1972~").
    earliest, latest: the first and the last day that `edtf` allows, both inclusive.
    bound: what the prose said about it ("by 2016" -> "by"), or None. It is not printed; it widens `contains` only.
    """

    edtf: str
    earliest: date
    latest: date
    bound: Bound | None = None

    def __str__(self) -> str:
        return self.edtf

    @property
    def days(self) -> int:
        """How many days the date allows, one or more."""
        return (self.latest - self.earliest).days + 1

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Order of chronology: first day, then the finer date, then the text."""
        return (self.earliest.toordinal(), self.days, self.edtf)

    def contains(self, other: PartialDate) -> bool:
        """Whether every day of `other` is allowed here; a bound ("by 2022") opens the side it leaves open."""
        opens_before = self.bound in ("by", "before")
        opens_after = self.bound == "after"
        return (opens_before or self.earliest <= other.earliest) and (opens_after or other.latest <= self.latest)
