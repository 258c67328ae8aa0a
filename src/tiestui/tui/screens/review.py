"""The part of the screen that reviews: accept, reject, edit, star, note, undo; what they do is the archive's."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import monotonic

from tiestui.errors import TiestuiError
from tiestui.tui.screens.joining import JoiningPart

READ_AGAIN_SECONDS = 3.0
RECORD_ID = re.compile(r"\b(?:up|st|ag|ev)-\w+")
BESIDE_WORDS = re.compile(RECORD_ID.pattern + r" (?=“)")
"""An id before the words of its record, which say enough."""


class ReviewPart(JoiningPart):
    """Decisions on the record under the cursor; the mark shows in its row."""

    _read_again_at = 0.0

    def action_review(self, what: str) -> None:
        """Accept or reject the record, or star it (a star again is taken away)."""
        if (record_id := self.record_id) is None:
            self.say("No record here", warning=True)
            return
        review = self.browser.review
        decide = {"accept": review.accept, "reject": review.reject, "star": review.star}[what]
        self._decide(lambda: decide(record_id))

    def action_review_undo(self) -> None:
        """Take back the last decision."""
        self._decide(self.browser.review.undo)

    def action_review_note(self) -> None:
        """Ask for a note to the record."""
        from tiestui.tui.screens.ask import Ask

        if (record_id := self.record_id) is None:
            self.say("No record here", warning=True)
            return
        present = self.card.record.note if self.card and self.card.record.id == record_id else None

        def answered(text: str | None) -> None:
            if text:
                self._decide(lambda: self.browser.review.note(record_id, text))

        self.app.push_screen(Ask("Note to this record", "kept with your decisions", present or ""), answered)

    def action_review_edit(self) -> None:
        """Ask which field of this record is to be another, then for its value."""
        from tiestui.tui.editing import choices
        from tiestui.tui.screens.ask import Choose

        if (record_id := self.record_id) is None:
            self.say("No record here", warning=True)
            return
        fields = choices(self.browser.archive.record(record_id))

        def answered(field: str | None) -> None:
            if field is not None:
                present = next(choice.note for choice in fields if choice.value == field)
                self._ask_value(record_id, field, present)

        self.app.push_screen(Choose("Edit which field?", fields), answered)

    def _ask_value(self, record_id: str, field: str, present: str) -> None:
        from tiestui.tui.editing import hint_of, label_of
        from tiestui.tui.screens.ask import Ask

        def attempt(text: str) -> str | None:
            return self._attempt(lambda: self.browser.review.edit(record_id, field, text))

        question = label_of(field).capitalize()
        self.app.push_screen(Ask(question, hint_of(field), present, attempt=attempt, optional=True))

    def _decide(self, decide: Callable[[], str]) -> None:
        if problem := self._attempt(decide):
            self.say(problem, warning=True)

    def _attempt(self, decide: Callable[[], str]) -> str | None:
        """Make a decision, tell of it and read again what it changed; why it could not be made."""
        record_id, title = self.record_id, self.card.record.title if self.card else ""
        try:
            said = decide()
        except TiestuiError as error:
            return error.message
        undone = RECORD_ID.search(said) if said.startswith("undone") else None
        said = BESIDE_WORDS.sub("", said)
        self.say(said.replace(record_id, f"“{title}”") if record_id is not None and title else said)
        self.read_again(undone[0] if undone else record_id)
        return None

    def action_reload(self) -> None:
        """Read the archive again."""
        self.read_again()
        self.say("Read again")

    def archive_changed(self) -> None:
        """Rows that were listed are gone: another program wrote to the archive. Read again, but not time and again."""
        if monotonic() - self._read_again_at > READ_AGAIN_SECONDS:
            self.call_later(self.read_again)

    def read_again(self, record_id: str | None = None) -> None:
        """The archive changed: everything that was read of it is read again, the cursor stays on its record.

        record_id: the record that the cursor was on before the change, which may have become part of another one.
        """
        record_id = record_id or self.record_id
        self._read_again_at = monotonic()
        self.kept_listings.clear()
        self.asked_for = self.base = self.card = None
        for records in self.lists:
            records.forget_rows()
        if self.in_sources and self.source_id is not None:
            reader = self.reader
            span = reader.spans.spans[reader.current] if reader.current is not None else None
            slug, self.source_id = self.source_id, None
            self.open_source(slug, (span.start, span.end) if span else None)
        else:
            key = self.record_list.key
            self.load(self.browser.key_of(record_id, key) if record_id else key)
