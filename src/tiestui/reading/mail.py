"""The reader of e-mails saved as files (.eml): the body as text, sender, subject and date from the header.

The plain part goes before the HTML part. Attachments are not read; the document's note names them.
"""

from __future__ import annotations

import email
import email.header
import email.utils
from dataclasses import replace
from email.message import Message
from email.policy import Compat32

from tiestui.dates.partial import PartialDate
from tiestui.errors import InputError
from tiestui.reading.decoding import Decoded, decode
from tiestui.reading.draft import Draft, Fields
from tiestui.reading.limits import Limits
from tiestui.reading.sheet import one_line

_MOST_PARTS = 1_000
_LONGEST_HEADER = 2_000


class _ShortHeaders(Compat32):
    """Cuts every header to a length that the parser of its parameters takes in no time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the raw value of a header."""
        name, _, value = sourcelines[0].partition(":")
        value = value.lstrip(" \t") + "".join(sourcelines[1:])
        return name, value[:_LONGEST_HEADER].rstrip("\r\n")


def read(data: bytes, limits: Limits) -> Draft:
    """The draft of an e-mail; raises `InputError` when it has no part that can be read."""
    try:
        message = message_of(data)
        parts = leaves(message, limits)
        fields = _fields(message, _attachments(parts))
    # The parser promises to take anything, and on broken headers does not always keep it.
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise InputError(f"this e-mail is broken ({type(error).__name__}); save its text as a text file") from error
    damage: list[str] = []
    draft: Draft | None = None
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                draft = _try(part, kind, limits, damage) if draft is None else _checked(draft, part, kind, damage)
    if draft is not None:
        return replace(draft, own=fields, damage=tuple(damage))
    if damage:
        raise InputError(f"this e-mail has no part that can be read: {'; '.join(damage)}")
    raise InputError("this e-mail has no text; its attachments must be saved and given by themselves")


def message_of(data: bytes) -> Message:
    """The message in `data`, its headers cut to a length that is safe to parse."""
    return email.message_from_bytes(data, policy=_ShortHeaders())


def header_of(message: Message, name: str) -> str:
    """The first header of this name, as words; "" when there is none."""
    return next((_decoded(str(value)) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def leaves(message: Message, limits: Limits) -> list[Message]:
    """The leaves of a message, without those of messages attached to it."""
    found: list[Message] = []
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        inner = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inner, list) and depth < 20 * limits.nesting:
            waiting.extend((child, depth + 1) for child in reversed(inner) if isinstance(child, Message))
        else:
            found.append(part)
        if len(found) > _MOST_PARTS:
            raise InputError(f"this e-mail has more than {_MOST_PARTS} parts; it is refused")
    return found


def _try(part: Message, kind: str, limits: Limits, damage: list[str]) -> Draft | None:
    """The draft of one part, or None with the reason added to `damage`."""
    data = _content(part, kind, damage)
    if data is None or not data.strip():
        return None
    try:
        decoded = decode(data, part.get_content_charset())
        return _plain(decoded) if kind == "text/plain" else _page(decoded, limits)
    except InputError as error:
        damage.append(f"its part {kind}: {error.message}")
        return None


def _checked(draft: Draft, part: Message, kind: str, damage: list[str]) -> Draft:
    """The draft as it is; a further part that cannot be read is told in `damage`."""
    _content(part, kind, damage)
    return draft


def _content(part: Message, kind: str, damage: list[str]) -> bytes | None:
    """The bytes of a part, or None with the reason added to `damage`."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        damage.append(f"its part {kind} is broken ({type(error).__name__})")
        return None
    broken = next((type(d).__name__ for d in part.defects if "Base64" in type(d).__name__), None)
    if not isinstance(data, bytes) or broken:
        damage.append(f"its part {kind} is broken ({broken or 'no content'})")
        return None
    return data


def _plain(decoded: Decoded) -> Draft:
    return Draft(text=decoded.text, encoding=decoded.encoding, encoding_guessed=decoded.guessed)


def _page(decoded: Decoded, limits: Limits) -> Draft:
    from tiestui.reading.html import draft_of_page

    return draft_of_page(decoded, limits)


def _attachments(parts: list[Message]) -> list[str]:
    names = (_decoded(str(part.get_filename() or "")) for part in parts)
    return [name for name in names if name]


def _fields(message: Message, attachments: list[str]) -> Fields:
    sender, address = email.utils.parseaddr(header_of(message, "From"))
    return Fields(
        title=header_of(message, "Subject") or None,
        byline=one_line(sender) or address or None,
        published=_day(header_of(message, "Date")),
        note=f"attachments not read: {', '.join(attachments)}" if attachments else None,
    )


def _decoded(value: str) -> str:
    """The words of a header's value, its encoded words and bare bytes read; as it stands when they cannot be."""
    value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        value = str(email.header.make_header(email.header.decode_header(value)))
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return one_line(value)
    return one_line(value.encode("utf-8", "replace").decode("utf-8"))


def _day(header: str) -> PartialDate | None:
    try:
        sent = email.utils.parsedate_to_datetime(header).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return PartialDate(sent.isoformat(), sent, sent)
