"""A held document's metadata for reading, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.archive.describing import Described
from tiestui.model.safe import line
from tiestui.views.dating import spoken
from tiestui.views.style import Style

_NAME_WIDTH = 14
_BASES = {
    "front matter": "from its front matter",
    "field": "from a field of the file",
    "text": "from its text",
    "flag": "from a flag",
    "by hand": "corrected by hand",
}


def described_lines(about: Described, style: Style) -> Iterator[str]:
    """The source's name, then a line for everything that is known about it."""
    yield f"{style.paint(line(about.source.id), 'bold')}\n"
    for name, value in _facts(about):
        if value:
            yield f"{style.paint(f'  {name:{_NAME_WIDTH}}', 'dim')}{line(value)}\n"


def _facts(about: Described) -> Iterator[tuple[str, str | None]]:
    source = about.source
    yield "title", source.title
    yield "byline", source.byline
    yield "outlet", source.outlet
    yield "published", _published(about)
    yield "pair", f"{about.pair or 'none'}{', inferred' if about.pair_inferred else ''}: {about.pair_reason}"
    yield "language", source.language
    yield "origin", source.origin
    yield "encoding", f"{about.encoding}{' (guessed)' if about.encoding_guessed else ''}"
    yield "note", source.note
    yield "corrected", f"{', '.join(about.corrected)} (see tiestui review log)" if about.corrected else None
    yield "records", f"{source.records}{_of_pairs(source.pairs)}"
    yield "same text", _same_text(about)


def _published(about: Described) -> str:
    source = about.source
    if source.published is None:
        return "not known: what is told as “on Wednesday” stays undated; correct it with published=DATE"
    words = spoken(source.published)
    exact = "" if words == source.published else f"{source.published}; "
    basis = _BASES.get(source.published_basis, source.published_basis)
    return f"{words} ({exact}{'inferred ' if about.published_inferred else ''}{basis})"


def _same_text(about: Described) -> str | None:
    if not about.reprints:
        return None
    stands = about.source.duplicate_of
    counted = f"counted as one source under the name {stands}" if stands else "counted as one source under this name"
    return f"{', '.join(about.reprints)} (or nearly; {counted})"


def _of_pairs(pairs: tuple[str, ...]) -> str:
    return f" (about {', '.join(pairs)})" if pairs else ""
