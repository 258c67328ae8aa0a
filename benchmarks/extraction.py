"""How fast documents become records, on made-up articles, beside a bare regular expression over the same text.

    python -m benchmarks.extraction

CPU of this process: reading is not counted, extraction of every kind is. The floor is one pass of a pattern that finds
words and signs and does nothing with them. The last lines compare one large document with its thousandth part and with
the same text on one line, so that a path that is quadratic shows.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):  # run as a file
    sys.path[0] = str(Path(__file__).parents[1])

from benchmarks.measure import Line, Setup, compared, main, number

from tiestui.extraction import extract
from tiestui.model import Document
from tiestui.reading import read_bytes

FEWEST_A_SECOND, AIM = 100, 300
DOCUMENTS, SIZE = 200, 4_500
LARGE, MOST_LARGE = 5_000_000, 2_000
"""A thousand times the text may take a thousand times as long; twice that is a defect."""
TIMES = 30
FLOOR = re.compile(r"\w+(?:[-.’'&]\w+)*|[^\w\s]")
COUNTRIES = (("Ghana", "Ghanaian"), ("Norway", "Norwegian"), ("Peru", "Peruvian"), ("Vietnam", "Vietnamese"))
GIVEN = ("Anna", "Kofi", "Lena", "Omar", "Lucia", "Peter", "Ewa", "Juma")
FAMILY = ("Strand", "Adomako", "Haddad", "Paredes", "Lund", "Zielinska", "Wekesa", "Okafor")
FIELDS = ("trade", "fisheries", "energy", "customs", "education", "tourism", "transport", "health")
SENTENCES = (
    "{adj} President {p} met {q} in {city} on {day} and the two sides discussed {field}.",
    "{family} said {country} highly values cooperation in {field} and {other}.",
    "“We will not wait for others to act on {field},” {p} told reporters. “Our people expect results.”",
    "The two countries established a strategic partnership in {year} and have traded more every year since.",
    "{country} and its neighbours signed a memorandum of understanding on {field} during the visit.",
    "According to the {adj} Foreign Ministry, the talks on {other} will go on in {year}.",
    "He added that the volume of {field} rose by {number} percent to ${number} million in {year}.",
    "{q}, a senior fellow at the Institute of World Affairs, noted that {field} remains the hardest question.",
    "The weather was mild and the streets around the palace were closed for most of the morning.",
    "The two sides reaffirmed their commitment to {field} and agreed to expand cooperation in {other}.",
    "She thanked {country} for its hospitality and invited {family} to visit {city} at a convenient time.",
    "A decision on {other} is expected before the end of the year, one official said on condition of anonymity.",
)
CITIES = ("Accra", "Oslo", "Lima", "Hanoi")


def article(chance: random.Random, size: int) -> str:
    """A made-up article of about so many characters, a few sentences in each paragraph."""
    paragraphs: list[str] = []
    written = 0
    while written < size:
        paragraph = " ".join(sentence(chance) for _ in range(chance.choice((1, 2, 2, 3))))
        paragraphs.append(paragraph)
        written += len(paragraph) + 2
    return "\n\n".join(paragraphs)


def sentence(chance: random.Random) -> str:
    """One sentence with names, countries and numbers drawn anew."""
    country, adjective = chance.choice(COUNTRIES)
    return chance.choice(SENTENCES).format(
        country=country,
        adj=adjective,
        city=chance.choice(CITIES),
        p=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
        q=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
        family=chance.choice(FAMILY),
        field=chance.choice(FIELDS),
        other=chance.choice(FIELDS),
        day=chance.choice(("Monday", "Friday", "3 May 2019", "12 June 2021")),
        year=chance.randint(1990, 2023),
        number=chance.randint(2, 98),
    )


def document(text: str) -> Document:
    """The text as a document."""
    return read_bytes(text.encode(), "made.txt")


@dataclass(frozen=True)
class Measured:
    """CPU seconds of some work, and how many records came of it."""

    seconds: float
    records: int


def measured(work: Callable[[Document], int], documents: list[Document]) -> Measured:
    """The CPU that it takes to do the work on all documents."""
    begun = time.process_time()
    records = sum(work(one) for one in documents)
    return Measured(time.process_time() - begun, records)


def floor(one: Document) -> int:
    """The bare pass over a document's words."""
    return sum(1 for _ in FLOOR.finditer(one.text))


def records_of(one: Document) -> int:
    """How many records the extraction finds."""
    return len(extract(one))


def lines(setup: Setup) -> Iterator[Line]:
    """The rate, and what a large document costs beside its thousandth part; `setup` is not asked for any records."""
    chance = random.Random(7)
    documents = [document(article(chance, SIZE)) for _ in range(DOCUMENTS)]
    measured(records_of, documents[:10])
    bare, full = measured(floor, documents), measured(records_of, documents)
    rate = len(documents) / full.seconds
    against = f"a bare pass of a pattern takes 1/{number(full.seconds / bare.seconds)}"
    figure = f"{number(rate)} documents a second and core"
    what = f"extraction, documents of 4.5 kB ({full.records / len(documents):.0f} records each)"
    yield Line(what, f"{FEWEST_A_SECOND} (aim {AIM})", figure, against, rate >= FEWEST_A_SECOND)
    yield from large(chance)


def large(chance: random.Random) -> Iterator[Line]:
    """One large document against its thousandth part, by paragraphs and on one line."""
    small = article(chance, LARGE // 1000)
    part = measured(records_of, [document(small)] * TIMES).seconds / TIMES
    whole = article(chance, LARGE)
    for name, text in (("", whole), (" on one line", " ".join(whole.split("\n\n")))):
        took = measured(records_of, [document(text)]).seconds
        what = f"extraction, one document of {LARGE / 1e6:.0f} MB{name}"
        yield compared(what, took, part, MOST_LARGE, "its thousandth part", "s")


if __name__ == "__main__":
    main(lines, __doc__)
