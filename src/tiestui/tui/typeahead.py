"""Keys one after the other: what is typed faster than the screen changes reaches what the key before it led to.

Textual hands each key to the widget that has the focus when it arrives; a binding runs only when the key has come back
from there, and what it tells travels on as messages. So "/" and a word typed at once would go to the list as commands.
Here a key waits until all that the one before it set going has run, and while a dialog opens, for the dialog.
"""

from __future__ import annotations

from time import monotonic
from typing import TypeVar

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

R = TypeVar("R")
PATIENCE = 0.4


class KeyFollowed(Message):
    """Sent behind a key on the way that its messages take; when it reaches the app, they have all been handled."""

    def __init__(self, key: events.Key) -> None:
        super().__init__()
        self.key = key


class TypeAhead(App[R]):
    """An app that takes its keys in turn."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting_keys: list[events.Key] = []
        self._key_under_way: events.Key | None = None
        self._key_target: MessagePump | None = None
        self._key_sent = 0.0

    async def on_event(self, event: events.Event) -> None:
        """A key is sent when the one before it is done with; one that has come back from its widget has run now."""
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif not self.screen_stack:
            return  # it is ending
        elif event.is_forwarded:
            await super().on_event(event)
            await self._follow(event)
        else:
            self._waiting_keys.append(event)
            if self._must_wait:
                self.set_timer(PATIENCE, self.send_keys)
            await self.send_keys()

    @property
    def _must_wait(self) -> bool:
        under_way = self._key_under_way is not None and monotonic() - self._key_sent < PATIENCE
        return under_way or not self.screen_stack or getattr(self.screen, "ready", True) is False

    async def send_keys(self) -> None:
        """Send the keys that wait, as far as they can be sent now."""
        while self._waiting_keys and not self._must_wait:
            key = self._waiting_keys.pop(0)
            target = self.focused or self.screen
            self._key_under_way, self._key_target, self._key_sent = key, target, monotonic()
            await super().on_event(key)
            if not key.is_forwarded:
                await self._follow(key)
            else:
                target.call_later(self._key_was_seen, key)

    async def _key_was_seen(self, key: events.Key) -> None:
        """The widget has taken the key: when it kept it for itself, it will not come back."""
        if key._stop_propagation:
            await self._follow(key)

    async def _follow(self, key: events.Key) -> None:
        """The key itself is done with; what it set going is still on its way."""
        if key is self._key_under_way and (
            self._key_target is None or not self._key_target.post_message(KeyFollowed(key))
        ):
            self._key_under_way = None
            self.call_later(self.send_keys)

    async def on_key_followed(self, message: KeyFollowed) -> None:
        """All that the key set going has run."""
        if message.key is self._key_under_way:
            self._key_under_way = None
        await self.send_keys()
