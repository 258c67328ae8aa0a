"""The part of the screen that finds words within a source: `/` in the reader, from hit to hit, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from tiestui.tui.messages import Answer, FindEnded, FindTakenBack
from tiestui.tui.screens.sources import SourcesPart

if TYPE_CHECKING:
    from tiestui.tui.widgets.find_bar import FindBar


class FindPart(SourcesPart):
    """The find bar and the reader's hits; in the lists, search as before."""

    _before_find: tuple[str, int, int] = ("", 0, 0)

    @property
    def find_bar(self) -> FindBar:
        """Where the words to find are typed."""
        from tiestui.tui.widgets.find_bar import FindBar

        return self.one(FindBar)

    @property
    def find_input(self) -> Input:
        """The line of the find bar."""
        return self.query_one("#find", Input)

    def action_search(self) -> None:
        """In the reader: find in its text. Elsewhere: into the query bar."""
        if not self.in_sources:
            super().action_search()
            return
        reader = self.reader
        self._before_find = (reader.sought, reader.top_offset, reader.scroll_offset.y)
        self.panel = "list"
        self.lay_out()
        self.find_bar.display = True
        self.set_focus(self.find_input)

    @on(Input.Changed, "#find")
    def find_typed(self, message: Input.Changed) -> None:
        """A key in the find bar: the first hit from where one was comes into sight."""
        message.stop()
        self._seek(message.value)

    def _seek(self, words: str) -> None:
        _, offset, line = self._before_find
        self.reader.seek(words, offset)
        if not self.reader.hits or not words.strip():
            self.reader.scroll_to(y=line, animate=False)
        self.find_bar.say(words, self.reader.hits)

    @on(Input.Submitted, "#find")
    def find_kept(self, message: Input.Submitted) -> None:
        """Enter: the hits stay marked, n and N go through them."""
        message.stop()
        self.set_focus(self.reader)
        if message.value.strip():
            self.reader.show_record_of_hit()
        else:
            self.end_find()

    @on(FindTakenBack)
    def find_taken_back(self) -> None:
        """Escape: as it was before."""
        words, _, line = self._before_find
        with self.prevent(Input.Changed):
            self.find_input.value = words
        self.reader.seek(words, self.reader.top_offset)
        self.reader.scroll_to(y=line, animate=False)
        self.find_bar.say(words, self.reader.hits)
        self.find_bar.display = bool(words.strip())
        self.set_focus(self.reader)

    @on(FindEnded)
    def end_find(self) -> None:
        """The find bar goes; the marks of the view's query come back."""
        with self.prevent(Input.Changed):
            self.find_input.value = ""
        self.find_bar.display = False
        self.reader.seek("", 0)

    def action_hit(self, by: int) -> None:
        """In the reader from hit to hit of its text; elsewhere from row to row."""
        if not self.in_sources:
            super().action_hit(by)
            return
        reader = self.reader
        if not reader.hits:
            self.say("Not found here" if reader.sought or reader.terms else "Nothing to look for: type / and words")
            return
        if reader.step_hit(by):
            self.say("Round the end" if by > 0 else "Round the beginning")
        self.find_bar.say(reader.sought, reader.hits)

    def take_text(self, message: Answer) -> None:
        """Another text: what is looked for is looked for there too."""
        super().take_text(message)
        if self.reader.sought:
            self.find_bar.say(self.reader.sought, self.reader.hits)
