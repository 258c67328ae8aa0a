"""What a single line looks like: headline, heading, byline, credit. Shapes only, no names."""

from __future__ import annotations

import re

from tiestui.patterns import lazily

_LONGEST_HEADLINE = 200
_MOST_HEADLINE_WORDS = 28
_LONGEST_HEADING = 120
_MOST_HEADING_WORDS = 14
_LONGEST_CREDIT = 400
_FINAL = lazily(r"[.!?:;,…][\"'”’»)\]]*$")
_QUESTION = lazily(r"[!?][\"'”’»]*$")
_ITEM = lazily(r"(?:[-*•·‣—–]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_SPEAKER_LINE = lazily(r"[A-Z][\w .'’-]{0,60}:\s")
_MARKDOWN = lazily(r"#{1,6}[ \t]+(?P<words>.+?)(?:[ \t]+#+)?$", re.DOTALL)
_MARKED = lazily(r"(?:\*\*|__)(?P<words>[^*_\n]+?)(?:\*\*|__)")
# A line of a chronology: "1972 – The embassy opens", "5 March 1991: Talks in Lima".
_DATED_ENTRY = lazily(
    r"\W*(?:\d{1,2}\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:\d{1,2},\s+)?[12]\d{3}(?:\s*[:|\t]|\s[–—-]\s)\s*\S"
)
# "Agreement on Visas (1995)" in a list of such.
_LISTED_TREATY = lazily(
    r"\W*(?:[A-Z]\w+\s+){0,3}(?:Agreement|Treaty|Convention|Protocol|Memorandum|Accord)\b.*\(\D{0,16}\d{4}\)\W*"
)
_WORD = lazily(r"[^\W\d_][\w'’-]*")
_SMALL_WORDS = frozenset(
    "a an and as at but by de for from has have in into is are was were be of on or over per so than that the their "
    "its to up upon via vs with".split()
)


def is_headline_shaped(words: str) -> bool:
    """Whether `words` may be a document's headline: one short paragraph that is no sentence with a full stop."""
    if _MARKDOWN.match(words):
        return True
    if len(words) > _LONGEST_HEADLINE or len(words.split()) > _MOST_HEADLINE_WORDS or _ITEM.match(words):
        return False
    return not _FINAL.search(words) or bool(_QUESTION.search(words))


def is_heading_shaped(words: str) -> bool:
    """Whether `words` may be a heading within the text."""
    if _MARKDOWN.match(words) or _MARKED.fullmatch(words):
        return True
    if len(words) > _LONGEST_HEADING or len(words.split()) > _MOST_HEADING_WORDS or _ITEM.match(words):
        return False
    if "\n" in words or "\r" in words or _SPEAKER_LINE.match(words) or not _WORD.search(words):
        return False
    if _DATED_ENTRY.match(words) or _LISTED_TREATY.fullmatch(words):
        return False
    if words[0] in '“"«' or words[0].islower():
        return False
    return not _FINAL.search(words) or (words[-1] == "." and is_title_case(words))


def is_title_case(words: str) -> bool:
    """Whether every word of weight is capitalised, as in no sentence: its verb would not be."""
    weighty = [word for word in _WORD.findall(words) if word.lower() not in _SMALL_WORDS]
    return bool(weighty) and all(word[0].isupper() for word in weighty)


def heading_text(words: str) -> str:
    """The words of a headline or heading without Markdown marks, on one line."""
    marked = _MARKDOWN.match(words) or _MARKED.fullmatch(words)
    return " ".join((marked["words"] if marked else words).split())


_JOB = r"(?i:staff|senior|chief|special|correspondent|writer|editor|reporter|contributor|associated|columnist)\b"
_PAPER = (
    r"(?:(?:The|THE)\s+[^\W\d_a-z][^,|()]*|"
    r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,4}(?i:agency|gazette|herald|journal|news|observer|post|press|times|tribune))"
)
_NAME = rf"(?!AND\b|The\b|THE\b|{_JOB})[^\W\d_a-z][\w.'’-]*"
_PERSON = rf"{_NAME}(?:\s+(?:(?:de|van|von|der|bin|al|el|da|di|la)\s+){{0,2}}{_NAME}){{0,3}}"
_BY = lazily(
    rf"(?:[Bb]y|BY|Written by|WRITTEN BY|Author:|Reported by|Story by|Text by)\s*:?\s+"
    rf"(?P<name>(?:{_PERSON})(?:(?:,\s*(?!{_PAPER}\s*$)|\s+and\s+|\s+AND\s+|\s*&\s*)(?:{_PERSON}))*)"
    rf"(?P<rest>\s*(?:[,|/–—-]|\bin\b|\bfor\b|\bat\b|\().{{0,80}})?"
)
_BY_PAPER = lazily(rf"\s*(?:[,|/–—-]|\bfor\b)\s*(?P<outlet>{_PAPER})\s*")
_BARE = lazily(rf"(?P<name>{_PERSON}(?:\s+and\s+{_PERSON})?)")
_NO_PERSON = lazily(
    r"(?i:\b(?:the|of|summary|abstract|introduction|background|full|text|news|world|politics|analysis|opinion|statement|"
    r"ministry|embassy|agency|joint|press|release|communiqu[eé]|declaration|relations|recognition|university|institute)\b)"
)


def is_byline(words: str, *, bare: bool) -> bool:
    """Whether `words` name who wrote the document; `bare` when a lone name in this place is one."""
    if len(words) > _LONGEST_HEADING or "\n" in words:
        return False
    if _BY.fullmatch(words):
        return True
    return bare and len(words.split()) > 1 and bool(_BARE.fullmatch(words)) and not _NO_PERSON.search(words)


def byline_name(words: str) -> str:
    """The name in a byline, without "By" and what follows the name."""
    found = _BY.fullmatch(words) or _BARE.fullmatch(words)
    return " ".join((found["name"] if found else words).split()).rstrip(",")


def byline_outlet(words: str) -> str | None:
    """The paper or agency that a byline names behind the person ("By Ana Ek, The Fjord Courier"), or None."""
    found = _BY.fullmatch(words)
    paper = _BY_PAPER.fullmatch(found["rest"] or "") if found else None
    return " ".join(paper["outlet"].split()) if paper else None


_CREDIT = lazily(
    r"(?i:\(?\[?\s*(?:photo |image |picture |file |text |video )?"
    r"(?:courtesy|credits?|sources?|photos?|images?|pictures?|captions?|copyright|via)\b(?: of| by)?\s*[:/]\s*)"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_CAPTION = lazily(
    r"(?i:\b(?:image|photo|picture|file photo|photograph|credit)(?: by| credit| courtesy)?\s?:)\s.{2,80}$"
)
_LEGAL = lazily(
    r"(?:©|\(c\)\s|copyright\b|all rights reserved|reporting by [A-Z].{0,200}(?:editing|writing) by|"
    r"\(?(?:reporting|writing|editing) by [A-Z])",
    re.IGNORECASE,
)
_AGENCY_ALONE = lazily(r"\((?P<name>[A-Z][\w.&'’-]*(?:[ /][\w.&'’-]+){0,3})\)")
_MOST_CREDIT_WORDS = 12
_MOST_CAPTION_WORDS = 60


def is_courtesy(words: str) -> bool:
    """Whether the paragraph is a credit, a caption with its credit, or a copyright line."""
    if len(words) > _LONGEST_CREDIT:
        return False
    credit = _CREDIT.fullmatch(words)
    if credit:
        return len(credit["rest"].split()) <= _MOST_CREDIT_WORDS
    if _AGENCY_ALONE.fullmatch(words):
        return True
    if len(words.split()) > _MOST_CAPTION_WORDS:
        return False
    return bool(_CAPTION.search(words) or _LEGAL.match(words))


def is_lone_name(words: str) -> bool:
    """Whether the paragraph is a name in brackets: an agency at the ends of a report, "(Applause)" in its middle."""
    return bool(_AGENCY_ALONE.fullmatch(words))


def courtesy_outlet(words: str) -> str | None:
    """The outlet that a credit names ("courtesy : (Daily)" gives "Daily"), or None when it names none."""
    alone = _AGENCY_ALONE.fullmatch(words)
    if alone:
        return alone["name"]
    credit = re.fullmatch(r"(?i:\(?\s*(?:courtesy|source)(?: of)?\s*:\s*)\(?(?P<name>[^()]+?)\)?\.?\s*", words)
    name = " ".join(credit["name"].split()) if credit else ""
    return name if name and len(name.split()) <= 5 and not name.startswith("http") else None


_LINK = lazily(r"(?i:(?:url|link|source|original|read more)(?: at)?\s*:\s*)?<?(?P<url>https?://[^\s<>\"]+)>?")


def lone_link(words: str) -> str | None:
    """The address that the whole paragraph is, or None."""
    found = _LINK.fullmatch(words)
    return found["url"] if found else None


_KICKER = lazily(
    r"(?i:press release|media release|statements?(?: and releases)?|remarks|readouts?|fact sheet|briefing room|"
    r"exclusive|news|world(?: news)?|politics|opinion|analysis|commentary|diplomacy|"
    r"speeches|(?:latest|breaking) news|interviews?)"
)


def is_kicker(words: str) -> bool:
    """Whether the line names a kind of text ("Press release") and stands above the headline."""
    return bool(_KICKER.fullmatch(words))


_LABELS = {
    "title": "title",
    "headline": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "publication": "outlet",
    "publisher": "outlet",
    "outlet": "outlet",
    "newspaper": "outlet",
}
_LABELLED = lazily(rf"(?P<label>(?i:{'|'.join(_LABELS)}))\s*:\s+(?P<value>\S.*)")


def labelled(words: str) -> tuple[str, str] | None:
    """The field and the value of a line such as "Title: A deal is made" above a text, or None."""
    found = _LABELLED.fullmatch(words) if len(words) <= _LONGEST_HEADLINE else None
    return (_LABELS[found["label"].lower()], " ".join(found["value"].split())) if found else None


def is_rule(words: str) -> bool:
    """Whether the paragraph holds no letter and no digit: a rule, a row of stars."""
    return not any(c.isalnum() for c in words)
