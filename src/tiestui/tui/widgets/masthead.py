"""The top line: program, pair, the density strip with the cursor's place, and what the pair's records are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tiestui.archive.keys import UNDATED, year_of
from tiestui.tui.glyphs import UNICODE, Glyphs
from tiestui.tui.lines import MUTED, PLAIN, Run, clip, line_width, stretch
from tiestui.tui.messages import Jump, RunAction
from tiestui.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from tiestui.tui.chart import Bucket

ROOM_FOR_NAMES = 130
NAMES = {"upgrade": "upgrades", "statement": "statements", "agreement": "agreements", "event": "events"}


class Masthead(Painted):
    """Give it `title`, `counts` (kind, number), `reach` (first and last key), `count`, `upgrades`, `here`.

    `count` says how many records of the present view lie between two keys; the rest is the pair's.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs: Glyphs = UNICODE
        self.title = ""
        self.counts: Sequence[tuple[str, int]] = ()
        self.reach: Sequence[int] = ()
        self.count: Callable[[int, int], int] | None = None
        self.total = 0
        self.upgrades: Sequence[int] = ()
        self.here: int | None = None
        self._buckets: list[Bucket] = []
        self._measured: tuple[object, ...] = ()

    def stand_at(self, key: int | None) -> None:
        """The cursor's place; painted again only when another character stands for it."""
        before, self.here = self._number(self.here), key
        if before != self._number(key):
            self.redraw()

    def _number(self, key: int | None) -> int:
        """The number of the stretch that holds a key, -1 for none."""
        for number, bucket in enumerate(self._buckets):
            if key is not None and bucket.low <= key < bucket.high:
                return number
        return -1

    def paint(self, cells: int, height: int) -> Sequence[Sequence[Run]]:
        """The one line."""
        line: list[Run] = [(" tiestui", "title"), ("  ", PLAIN)]
        title = clip(self.title, max(12, cells // 3), self.glyphs.ellipsis)
        line.append(self.spot(line, title, "key", partial(RunAction, "pair.choose")))
        right = self._counts(cells)
        room = cells - line_width(line) - line_width(right) - 18
        self._measure(min(room, 60))
        if len(self._buckets) > 1 and room >= 8:
            first, last = year_of(self._buckets[0].low), year_of(max(key for key in self.reach if key < UNDATED))
            line.append((f"   {first} ", MUTED))
            from tiestui.tui.chart import strip

            for bucket, run in zip(self._buckets, strip(self._buckets, self.here, self.glyphs), strict=True):
                line.append(self.spot(line, *run, partial(Jump, bucket.low, bucket.high)))
            line.append((f" {last}" if last != first else "", MUTED))
        return [stretch(line, right, cells, self.glyphs.ellipsis)]

    def _measure(self, room: int) -> None:
        if not self.reach:
            return
        measured = (room, self.count, self.total, len(self.upgrades), tuple(self.reach))
        if measured != self._measured:
            self._measured = measured
            from tiestui.tui.chart import buckets

            self._buckets = buckets(self.reach, self.count or (lambda low, high: 0), self.upgrades, room)

    def _counts(self, cells: int) -> list[Run]:
        """How many of each kind, in the longest form that half of the line holds."""
        forms = [self._counted(lambda count: f"{count:,}"), self._counted(rounded)]
        if cells >= ROOM_FOR_NAMES:
            forms.insert(0, self._counted(lambda count: f"{count:,}", names=NAMES))
        return next((runs for runs in forms if line_width(runs) <= cells // 2), [])

    def _counted(self, number: Callable[[int], str], names: Mapping[str, str] | None = None) -> list[Run]:
        runs: list[Run] = []
        for kind, count in self.counts:
            if count:
                name = "" if names is None else f" {kind if count == 1 else names.get(kind, kind)}"
                style = "direct" if kind == "statement" else kind
                runs += [(self.glyphs.kind(kind, "direct"), style), (f" {number(count)}{name}   ", MUTED)]
        return [*runs[:-1], (runs[-1][0].rstrip() + " ", MUTED)] if runs else runs


def rounded(count: int) -> str:
    """A number in four characters or so: 812, 20k, 1.3M."""
    if count < 1000:
        return str(count)
    if count < 999_500:
        return f"{count / 1000:.0f}k"
    return f"{count / 1_000_000:.1f}M"
