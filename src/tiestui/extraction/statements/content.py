"""Where what was said stands: behind the verb, before it, or on both sides of it.

"… , he said on Friday, …" goes on behind the cue; "…, adding that …" ends before the next cue.
"""

from __future__ import annotations

from tiestui.extraction.statements.ends import content_end, first_comma, object_end, quotation_end, trim_end
from tiestui.extraction.statements.frames import content_behind
from tiestui.extraction.statements.occasions import skip_occasion
from tiestui.extraction.statements.parts import Content, Cue
from tiestui.extraction.tokens import Tokens
from tiestui.extraction.words import (
    ADVERB,
    AUX,
    CONJ,
    CUE,
    DET,
    FINITE,
    PARTICIPLE,
    PERSON,
    PREP,
    QUOTED,
    RELATIVE,
    SIGN,
    SUB,
    TIME,
)

_LEADS = frozenset("by to after before in of without".split())


def find_content(tokens: Tokens, cue: Cue, first: int, last: int, positions: bool) -> Content | None:
    """The content of a cue of the sentence `first` to `last`, its end still open; None when nothing is reported here.

    positions: whether an object of a position verb ("recall", "support") is a statement, as in a communiqué.
    """
    after = cue.last
    if cue.inverted and cue.subject is not None:
        after = cue.subject.end
    if cue.kind == "participle" and cue.subject is not None and cue.subject.first > cue.verb:
        last = min(last, cue.subject.first)
    if _is_parenthesis(tokens, cue, after, last):
        return Content(after + 1, last, "clause")
    before = _before(tokens, cue, first)
    behind = content_behind(tokens, cue, after, last, positions)
    hearer = behind.hearer if behind is not None else None
    if behind is not None and behind.first >= last:
        behind, after = None, hearer.last if hearer is not None else after
    if before is None:
        return behind
    beyond = skip_occasion(tokens, after, last)
    if not _is_preferred(tokens, cue, before, behind, after, beyond, last):
        return behind
    return _resumed(tokens, before, beyond, last)._replace(hearer=hearer)


def close_content(tokens: Tokens, cue: Cue, content: Content, others: list[Cue], first: int) -> Content:
    """The content with its end: before the next cue of its own clause, else with the clause or the sentence."""
    if content.frame == "before":
        return content
    start = cue.last if content.frame == "resumed" else content.first
    end = content_end(tokens, cue, others, start, content.last)
    if content.frame == "quotation":
        end = quotation_end(tokens, content.first, end)
    if content.frame in ("object", "person", "preposition", "blame"):
        end = object_end(tokens, start, end)
    if content.frame != "resumed" and not cue.inverted and _leads_in(tokens, cue, first):
        end = first_comma(tokens, start, end)
    first_word = content.first + (content.first + 1 < end and tokens.words[content.first] == ",")
    return Content(first_word, trim_end(tokens, first_word, end), content.frame, content.hearer)


def _is_parenthesis(tokens: Tokens, cue: Cue, after: int, last: int) -> bool:
    """Whether the cue stands inside the clause that it reports: "because, he said, prices rose"."""
    if cue.kind != "finite" or cue.subject is None or cue.inverted or after + 1 >= last or tokens.words[after] != ",":
        return False
    if tokens.flags[after + 1] & QUOTED:
        return False
    at = min(cue.first, cue.subject.first) - 1
    return at > 0 and tokens.words[at] == "," and bool(tokens.flags[at - 1] & (SUB | RELATIVE | CONJ | PREP))


def _leads_in(tokens: Tokens, cue: Cue, first: int) -> bool:
    """Whether the cue's clause only leads into the sentence: "While he said …, they …"."""
    edge = cue.first if cue.subject is None else min(cue.first, cue.subject.first)
    if cue.kind == "participle":
        if cue.subject is not None and cue.subject.first > cue.verb:
            return False
        return cue.first == first or tokens.lowers[cue.first - 1] in _LEADS
    if edge > first and tokens.lowers[edge - 1] in ("which", "what", "whom"):
        return True
    opener = tokens.flags[first]
    if edge > first and opener & (SUB | PREP) and not opener & DET:
        return not any(tokens.words[t] == "," for t in range(first, edge))
    return False


def _before(tokens: Tokens, cue: Cue, first: int) -> Content | None:
    """The clause or quotation that stands before the cue's clause, set off by a comma or by its marks."""
    quoted = cue.kind == "participle" and cue.first > first and tokens.lowers[cue.first - 1] == "as"
    if cue.kind != "finite" and not quoted:
        return None
    edge = cue.first
    if cue.carrier is not None and cue.carrier.first < cue.first:
        edge = cue.carrier.first
    elif not cue.inverted and cue.subject is not None:
        edge = cue.subject.first
    at = edge - 1
    while at > first and tokens.flags[at] & (ADVERB | CONJ) and not tokens.flags[at] & SUB:
        at -= 1
    if at < first:
        return None
    if at > first and tokens.lowers[at] == "as":
        at -= 1
    if not (tokens.words[at] in (",", "—", "–", "-", "?", "!", "--") or tokens.flags[at] & QUOTED):
        return None
    end = at + 1 if tokens.flags[at] & QUOTED else at
    start = _clause_begin(tokens, first, end)
    if tokens.flags[at] & QUOTED and at > start and tokens.flags[at - 1] & SIGN:
        start = at
    none = end <= start or _is_apposed(tokens, start, end) or _only_leads_in(tokens, start, end)
    return None if none else Content(start, end, "before")


def _only_leads_in(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a participle without a verb of its own stands before: "Speaking in Oslo, the minister promised"."""
    if not tokens.lowers[start].endswith("ing") or end - start == 1 or tokens.flags[start] & QUOTED:
        return False
    return not any(tokens.flags[t] & (AUX | FINITE | QUOTED) for t in range(start + 1, end))


def _is_apposed(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what stands before is only a name that the cue's clause explains: "Ann Lee, the mayor of Oslo said"."""
    if not tokens.flags[start] & PERSON:
        return False
    behind = next((t for t in range(start, end) if not tokens.flags[t] & PERSON), end)
    return behind == end or tokens.words[behind] == ","


def _clause_begin(tokens: Tokens, first: int, end: int) -> int:
    start = first
    signs = [at for at in range(first, end - 1) if tokens.words[at] == ";"]
    listed = any(tokens.flags[at + 1] & CONJ for at in signs)  # "in trade; in law; and, in culture, said the office"
    for at in range(first, end):
        if tokens.words[at] == ";":
            start = start if listed else at + 1
        elif tokens.words[at] == "(":
            closing = next((t for t in range(at, end) if tokens.words[t] == ")"), None)
            if closing is None or at == first:
                start = (at if closing is None else closing) + 1
    while start < end and tokens.flags[start] & SIGN and tokens.words[start] not in "$([":
        start += 1
    return start


def _is_preferred(
    tokens: Tokens, cue: Cue, before: Content, behind: Content | None, after: int, beyond: int, last: int
) -> bool:
    """Whether what was said stands before the cue, not behind it; `beyond`: behind the occasion after the cue."""
    bare = all(tokens.flags[t] & (QUOTED | SIGN | CONJ) for t in range(before.first, before.last))
    closing = behind is None and beyond >= last - 1
    resumes = cue.form.lemma == "continue" and after < last and tokens.words[after] == "," and not behind
    inside = closing or (behind is None and _goes_on(tokens, beyond, last))
    if not bare and "c" not in cue.form.frames and not (inside and "e" in cue.form.frames) and not resumes:
        return False
    if bare and not cue.form.frames & {"c", "q", "e"}:
        return False
    if bare or (closing and before.last - before.first > 1):
        return True
    if behind is None:
        return cue.inverted or _goes_on(tokens, beyond, last) or not _is_fronted(tokens, before)
    if cue.inverted:
        return True
    if behind.frame in ("that", "quotation") or _is_fronted(tokens, before):
        return False
    if behind.frame == "clause" and behind.first > after and tokens.words[after] != ":":
        return True
    return behind.frame not in ("clause", "quotation", "hearer", "object", "person", "infinitive", "preposition")


def _goes_on(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the clause goes on behind ", he said," in words of its own."""
    return at + 2 < last and tokens.words[at] == "," and not _is_aside(tokens, at + 1, last)


def _is_aside(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a word in -ing begins an aside ("…, he said, adding"), and not the subject of what goes on."""
    if not tokens.lowers[at].endswith("ing"):
        return False
    return bool(tokens.flags[at] & CUE) or not any(tokens.flags[t] & (AUX | FINITE) for t in range(at + 1, last))


def _is_fronted(tokens: Tokens, before: Content) -> bool:
    """Whether the words before the cue's clause only lead into it: "In a speech on Monday, …", "As prices rise, …"."""
    flags = tokens.flags
    start = before.first
    while start < before.last and flags[start] & CONJ:
        start += 1
    if start >= before.last:
        return True
    flag, lower = flags[start], tokens.lowers[start]
    length = before.last - start
    verbs = sum(1 for t in range(start, before.last) if flags[t] & (AUX | FINITE) or flags[t] & PARTICIPLE)
    commas = sum(1 for t in range(start, before.last) if tokens.words[t] == ",")
    if length < 3:
        return True
    if lower.endswith(("ing", "ed")) and not verbs - (1 if flag & PARTICIPLE else 0):
        return True
    if flag & SUB and not flag & DET:
        return not (commas and verbs > 1)
    if flag & (PREP | ADVERB | TIME) or (flag & PARTICIPLE and not flag & AUX):
        return not (verbs and length > 12) and not (verbs and commas)
    return not verbs and not any(flags[t] & CUE for t in range(start, before.last))


def _resumed(tokens: Tokens, before: Content, at: int, last: int) -> Content:
    """The content before the cue, with what goes on behind it: "…, he said, …"."""
    if at < last and tokens.words[at] == "," and at + 1 < last:
        start = at + 1
        aside = _is_aside(tokens, start, last) if _is_fronted(tokens, before) else tokens.lowers[start].endswith("ing")
        if aside or tokens.lowers[start] in ("while", "as", "when", "who", "which"):
            return before
        if not tokens.flags[before.last - 1] & QUOTED:
            return Content(before.first, last, "resumed")
    return before
