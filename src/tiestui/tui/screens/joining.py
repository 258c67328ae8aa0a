"""The part of the screen that joins and parts: records that are one or several, names that are one speaker or several.

To join two, take the first up where it stands, go to the second, and press the same key there.
"""

from __future__ import annotations

from collections.abc import Callable

from tiestui.tui.screens.handing import HandingPart


class JoiningPart(HandingPart):
    """Merging, splitting, and the names of speakers."""

    record_taken: str | None = None
    speaker_taken: str | None = None

    def action_review_merge(self) -> None:
        """Take this record up; at the next one, make the two one. The first one's date and words stay."""
        if (record_id := self.record_id) is None:
            self.say("No record here", warning=True)
            return
        first, self.record_taken = self.record_taken, None
        if first is None:
            self.record_taken = record_id
            self.say("Taken up. Go to the record that is the same happening, and press the same key there")
        elif first == record_id:
            self.say("Put down; nothing is merged")
        else:
            self._decide(lambda: self.browser.review.merge([first, record_id]))

    def action_review_split(self) -> None:
        """Ask whose mention is to be taken out of this record."""
        from tiestui.tui.screens.ask import Choice, Choose

        if (record_id := self.record_id) is None:
            self.say("No record here", warning=True)
            return
        evidence = self.browser.archive.record(record_id).evidence
        if len(evidence) < 2:
            self.say("This record stands on one passage only: there is nothing to split", warning=True)
            return
        sources = list(dict.fromkeys(one.source for one in evidence))
        passages = {one.source: one.text for one in reversed(evidence)}
        choices = [Choice("", "Every mention by itself", f"{len(evidence)} passages")]
        if len(sources) > 1:
            choices += [Choice(one, f"Take out what {one} says", passages[one]) for one in sources]

        def answered(source: str | None) -> None:
            if source is not None:
                self._decide(lambda: self.browser.review.split(record_id, source))

        self.app.push_screen(Choose("Split this record", choices), answered)

    def action_review_same_speaker(self) -> None:
        """Take this speaker up; at the next one, join the two names. The first one's is shown."""
        if (name := self._speaker_here()) is None:
            return
        first, self.speaker_taken = self.speaker_taken, None
        if first is None:
            self.speaker_taken = name
            self.say(f"{name} is taken up. Go to a statement of the same person, and press the same key there")
        elif first == name:
            self.say("Put down; no names are joined")
        else:
            self._decide(lambda: self.browser.review.same_speaker([first, name]))

    def action_review_other_speaker(self) -> None:
        """Ask which of the names that go as one speaker with this one is somebody else."""
        from tiestui.tui.screens.ask import Choice, Choose

        if (name := self._speaker_here()) is None:
            return
        others = [one for one in self.browser.archive.names_of(name) if one != name]
        if not others:
            self.say(f"{name} goes under this one name only", warning=True)
            return

        def answered(other: str | None) -> None:
            if other is not None:
                self._decide(lambda: self.browser.review.other_speaker([name, other]))

        choices = [Choice(one, one) for one in others]
        self.app.push_screen(Choose(f"Which of these names is somebody else than {name}?", choices), answered)

    def _decide(self, decide: Callable[[], str]) -> None:
        """Make a decision and tell of it. The part that reviews overrides this."""
        raise NotImplementedError

    def _speaker_here(self) -> str | None:
        from tiestui.model import Statement

        record = self.browser.archive.record(self.record_id) if self.record_id is not None else None
        if isinstance(record, Statement) and record.speaker is not None:
            return record.speaker.name
        self.say("No speaker here: this key is for statements whose speaker is known", warning=True)
        return None
