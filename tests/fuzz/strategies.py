"""What is tried at the ways in that take text: words of each grammar in any order, and any characters."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from tiestui.model.jsonform import dumps, to_json

from ..model.samples import RECORDS

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def _words(text: str, *more: str, size: int, letters: int = 4) -> st.SearchStrategy[list[str]]:
    """Lists of the words of `text`, of `more`, and of a few characters of any kind."""
    return st.lists(st.sampled_from([*text.split(), *more]) | st.text(max_size=letters), max_size=size)


PROSE = _words(
    """
    “ ” ‘ ’ " ' '' « » ( ) [ ] , . ; : ? ! … — - – the The and that China France Chinese French Paris Beijing President
    Minister Maria Roe Mr. she he they said told saying according to agreed will not signed joint statement memorandum
    understanding treaty strategic partnership comprehensive established upgraded relations diplomatic in on by 2016
    May 3 Tuesday last week 2013-2015 $5 billion trade visit visited met talks embassy opened severed resumed with
    former spokesman ministry Foreign Xinhua Inc. U.S. II
    """,
    "\n", "\n\n", "\r\n", "\t", "\xa0", "\u202e", "\u0301", "\x1b", "\U0001f600",
    size=60,
    letters=3,
).flatmap(lambda words: st.sampled_from([" ", ""]).map(lambda space: space.join(words)))  # fmt: skip

FRONT_MATTER = _words(
    """
    title: published: pair: url: note: x - [ ] { } & * ! | > ' " # % @ ` : , ? ~ 2019-05-03 BEN-PRT &a *a << !!int
    """,
    "---\n", "\n", "\t", "\r\n", " ", ": ",
    size=30,
).map(lambda parts: f"---\n{''.join(parts)}\n---\nwords")  # fmt: skip

QUERY = _words(
    """
    speaker: topic: date: since: until: is: pair: kind: status: source: .. 2013 "x y" "x ( ) - NOT OR AND * : x* -x xi
    belt road 2013..2022 undated starred \\ ' %
    """,
    size=12,
).map(" ".join)

DATE = _words(
    """
    2016 2022-09 sep Sept. March 1 31 29 early mid late about circa the 1990s 199X ~ ? / .. - by in of on since half
    Q1 century 8304 0000 12-13 May yesterday 2019-21 1972~
    """,
    size=6,
).map(" ".join)

_FIELDS = st.sampled_from(
    "title date date_basis modality pair parties topics level modifiers rank action instrument status fields kind mode "
    "cue via quote speaker speaker.name speaker.role speaker.country speaker.kind id evidence note review published "
    "outlet byline language url origin x".split()
) | st.text(max_size=4)
_TYPED_VALUES = (
    st.none()
    | st.sampled_from(
        "2019 sep&2022 3&May&2019 BEN-PRT France&-&Spain FRA;ESP trade;energy upgraded signed visit direct stated "
        "planned 7 -1 99 9999999999 person FRA France none null".replace("&", "\xa0").split(" ")
    ).map(lambda words: words.replace("\xa0", " "))
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
)
TYPED = st.dictionaries(_FIELDS, _TYPED_VALUES, max_size=4)
EDITS = st.tuples(st.sampled_from(RECORDS), TYPED)

_LINES = [dumps(to_json(record, explain=True)) for record in RECORDS]
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def record_lines(draw: st.DrawFn) -> str:
    """The line of a record with a field changed, or with characters put over."""
    line = draw(st.sampled_from(_LINES))
    if draw(st.booleans()):
        values = json.loads(line)
        values[draw(st.sampled_from([*values, "other"]))] = draw(_VALUES)
        return json.dumps(values)
    place = draw(st.integers(0, len(line)))
    return line[:place] + draw(st.text(max_size=5)) + line[place + draw(st.integers(0, 5)) :]


DECISION = st.fixed_dictionaries(
    {},
    optional={
        "id": st.text(max_size=4) | _VALUES,
        "kind": st.sampled_from("accept reject edit merge split star note same-speaker undo correct x".split())
        | _VALUES,
        "targets": st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    name: _VALUES | st.text(max_size=4) for name in ("type", "ids", "parts", "words", "slug", "id")
                },
            )
            | _VALUES,
            max_size=2,
        )
        | _VALUES,
        "fields": st.dictionaries(st.text(max_size=4), st.none() | st.text(max_size=4), max_size=2) | _VALUES,
        "who": st.text(max_size=4) | _VALUES,
        "when": st.text(max_size=4) | _VALUES,
    },
)
