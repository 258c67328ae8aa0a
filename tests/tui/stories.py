"""Made-up records of a made-up pair, with the texts that they stand in."""

from __future__ import annotations

from tests.tui.memory import evidence_in
from tiestui.dates.edtf import parse_edtf
from tiestui.model import Agreement, AnyRecord, Conflict, Event, Speaker, Statement, Upgrade

TALKS = """Harbour talks end in the north

OSLO: Norway and Peru opened diplomatic relations in 1999, and by 2007 they had a strategic partnership.

In September 2015 the two countries raised their ties to a comprehensive strategic partnership [sic].

"We keep our ports open," President Ada Berg said on Monday. She said the fishing accord would hold.

Peru and Norway signed a memorandum of understanding on cold-water fish and a ferry line.

Minister Luis Vega arrived for a three-day visit. The visit ended with a dinner by the harbour.
"""

NOTE = """A note on fish

Norway and Peru had a strategic partnership since 2007. An expert praised the ferry line.
"""

PAIR = ("NOR", "PER")


def records() -> list[AnyRecord]:
    ada = Speaker("Ada Berg", role="President", country="NOR")
    common = {"pair": PAIR, "parties": PAIR}
    return [
        Upgrade(
            id="up-aaaa1111", date=parse_edtf("1999"), date_basis="stated", title="diplomatic relations",
            action="established", level="diplomatic relations", rank=1,
            evidence=(evidence_in(TALKS, "opened diplomatic relations in 1999"),), topics=("diplomacy",), **common,
        ),
        Upgrade(
            id="up-aaaa2222", date=parse_edtf("2007"), date_basis="stated", title="strategic partnership",
            action="upgraded", level="strategic partnership", rank=4, corroboration=2,
            evidence=(
                evidence_in(TALKS, "by 2007 they had a strategic partnership"),
                evidence_in(NOTE, "a strategic partnership since 2007", "note"),
            ),
            conflicts=(Conflict("date", "2008", "note"),), topics=("diplomacy",), **common,
        ),
        Upgrade(
            id="up-aaaa3333", date=parse_edtf("2015-09"), date_basis="stated",
            title="comprehensive strategic partnership", action="upgraded", level="comprehensive strategic partnership",
            rank=5, evidence=(evidence_in(TALKS, "raised their ties to a comprehensive strategic partnership [sic]"),),
            topics=("diplomacy",), **common,
        ),
        Statement(
            id="st-bbbb1111", date=parse_edtf("2023-03-06"), date_basis="relative", title="on ports", speaker=ada,
            mode="direct", quote="We keep our ports open,", quote_start=TALKS.index("We keep"),
            quote_end=TALKS.index("We keep") + 23, cue="said",
            evidence=(evidence_in(TALKS, '"We keep our ports open," President Ada Berg said'),),
            topics=("connectivity",), via="The Paper", **common,
        ),
        Statement(
            id="st-bbbb2222", date=parse_edtf("2023-03-06"), date_basis="relative", title="on fish", speaker=ada,
            mode="indirect", quote="the fishing accord would hold", cue="said",
            evidence=(evidence_in(TALKS, "She said the fishing accord would hold"),), topics=("trade",), **common,
        ),
        Statement(
            id="st-bbbb3333", title="on the ferry", mode="indirect", quote="praised the ferry line",
            evidence=(evidence_in(NOTE, "An expert praised the ferry line", "note"),), topics=("connectivity",),
            **common,
        ),
        Agreement(
            id="ag-cccc1111", date=parse_edtf("2023-03-07"), date_basis="relative",
            title="memorandum of understanding on cold-water fish", instrument="memorandum of understanding",
            status="signed", fields=("fish", "ferry line"), topics=("trade",),
            evidence=(evidence_in(TALKS, "signed a memorandum of understanding on cold-water fish"),), **common,
        ),
        Agreement(
            id="ag-cccc2222", date=parse_edtf("2024"), date_basis="stated", title="ferry line",
            instrument="commitment", status="pledged", modality="planned",
            evidence=(evidence_in(TALKS, "a ferry line"),), topics=("connectivity",), **common,
        ),
        Event(
            id="ev-dddd1111", date=parse_edtf("2023-03-05/2023-03-07"), date_basis="stated",
            title="Minister Luis Vega arrived for a three-day visit", kind="visit",
            evidence=(evidence_in(TALKS, "Minister Luis Vega arrived for a three-day visit"),), **common,
        ),
    ]  # fmt: skip
