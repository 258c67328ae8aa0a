"""What every finder works on: a document's paragraphs, sentences, quotations and masked text, found once.

`masked` has the stored text's length: what stands in quotation marks is blanked there (`MASK`), so that a pattern which
looks for verbs, names or sentence ends never sees quoted words. Terms of a few words stay readable, their marks
do not; footnote marks are blanked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from tiestui.countries import CountryMention, find_countries
from tiestui.extraction.footnotes import blank_footnotes
from tiestui.extraction.people import People, find_people
from tiestui.extraction.quotation import Quotation, find_quotations
from tiestui.extraction.segment import MASK, find_paragraphs, find_sentences
from tiestui.extraction.tokens import Tokens, tokenise
from tiestui.extraction.verbs import verb_forms
from tiestui.extraction.words import (
    CONJ,
    DET,
    OBJECT_PRONOUN,
    PARTICLE,
    POSSESSIVE,
    PREP,
    SUB,
    is_finite,
    word_flags,
)
from tiestui.model import Document

_MOST_WORDS_OF_A_TERM = 6
_MOST_WORDS_OF_A_TITLE = 12
_TITLE_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_WORD_BEFORE = re.compile(r"(?<!\w)(\w+)[,:]?\s*$")
_SMALL_IN_TITLES = DET | PREP | CONJ | SUB | PARTICLE | POSSESSIVE | OBJECT_PRONOUN
_NAMING = frozenset("abr")
_STOPS = ".,!?…"
_STOP_INSIDE = re.compile(r"[.!?…]\s|[,.!?]$")


class Sentence(NamedTuple):
    """A sentence: code points `start` to `end` of the stored text, the index of its paragraph, its masked text."""

    start: int
    end: int
    paragraph: int
    masked: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document and what was found in it once for all finders, in the order of the text.

    masked: the text with its quotations blanked, of the same length. masking: the quotations that are blanked there.
    countries: the countries' words of the whole text, quoted ones as well.
    """

    document: Document
    text: str
    masked: str
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    masking: tuple[Quotation, ...]
    tokens: Tokens
    countries: tuple[CountryMention, ...]
    people: People
    _starts: tuple[int, ...] = field(repr=False)

    def sentence_at(self, position: int) -> int | None:
        """The index of the sentence that holds `position`, or None between sentences."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and position < self.sentences[index].end else None


def analyse(document: Document) -> Analysis:
    """The analysis of a document's body."""
    text = document.text
    paragraphs = tuple(find_paragraphs(document))
    quotations = find_quotations(text, paragraphs)
    masking = tuple(q for q in quotations if _is_speech_like(text, q))
    speech = frozenset(masking)
    masked = blank_footnotes(_mask(text, [_blank(text, q) if q in speech else _bare(text, q) for q in quotations]))
    sentences = tuple(
        Sentence(start, end, index, masked[start:end])
        for index, paragraph in enumerate(paragraphs)
        for start, end in find_sentences(masked, *paragraph)
    )
    tokens = tokenise(masked, [(s.start, s.end) for s in sentences], [(q.start, q.end) for q in masking])
    countries = tuple(find_countries(text))
    people = find_people(tokens, [country for country in countries if masked[country.start] != MASK])
    starts = tuple(s.start for s in sentences)
    return Analysis(
        document, text, masked, paragraphs, sentences, tuple(quotations), masking, tokens, countries, people, starts
    )


def _is_speech_like(text: str, quotation: Quotation) -> bool:
    """Whether quoted words may be speech: long ones, a sentence, or set off by a stop."""
    inner = text[quotation.start : quotation.end]
    if not quotation.closed or quotation.continued or _is_cued(text, quotation.outer_start):
        return True
    if is_finite(inner) or _opens_sentence(text, quotation):
        return True
    if _is_title(inner):
        return False
    return inner.count(" ") >= _MOST_WORDS_OF_A_TERM - 1 or _STOP_INSIDE.search(inner) is not None


def _is_cued(text: str, start: int) -> bool:
    """Whether a verb of speech stands right before the opening mark (chanting “…”, she said: “…”)."""
    word = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if word is None:
        return False
    form = verb_forms().get(word.group(1).lower())
    if form is None or "q" not in form.frames or form.frames & _NAMING:
        return False
    return "o" not in form.frames or text[start - 2 : start].strip() in (",", ":")


def _opens_sentence(text: str, quotation: Quotation) -> bool:
    """Whether a comma behind the marks sets off words that open a sentence: «We are ready», she said."""
    before = text[max(0, quotation.outer_start - 3) : quotation.outer_start].rstrip(" ")
    set_off = text[quotation.outer_end : quotation.outer_end + 1] == ","
    return set_off and (not before or before[-1] in ".!?\n") and " " in text[quotation.start : quotation.end]


def _is_title(inner: str) -> bool:
    """Whether quoted words are the title of a work or a body: capitals throughout, no stop that ends a sentence."""
    words = _TITLE_WORD.findall(inner)
    if len(words) < 2 or len(words) > _MOST_WORDS_OF_A_TITLE or inner[-1] in ".!?…":
        return False
    long = [word for word in words if len(word) > 3 or not word_flags().get(word, 0) & _SMALL_IN_TITLES]
    return bool(long) and words[0][0].isupper() and all(word[0].isupper() for word in long) and not inner.isupper()


def _blank(text: str, quotation: Quotation) -> tuple[int, str]:
    """A quotation's mask; the stop that ends it stays, since it may end the sentence as well."""
    end = quotation.end
    if end - quotation.start > 1 and text[end - 1] in _STOPS:
        end -= 1
    return quotation.start, MASK * (end - quotation.start)


def _bare(text: str, quotation: Quotation) -> tuple[int, str]:
    """A term with spaces for its marks."""
    opening, closing = quotation.start - quotation.outer_start, quotation.outer_end - quotation.end
    inner = text[quotation.start : quotation.end].replace(MASK, " ")
    return quotation.outer_start, " " * opening + inner + " " * closing


def _mask(text: str, masks: list[tuple[int, str]]) -> str:
    """The text with its masks laid on; a code point that is the mask itself is a space."""
    if MASK in text:
        text = text.replace(MASK, " ")
    parts: list[str] = []
    at = 0
    for start, mask in masks:
        parts += (text[at:start], mask)
        at = start + len(mask)
    parts.append(text[at:])
    return "".join(parts)
