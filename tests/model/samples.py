"""One record of each kind, as plain as the rules allow."""

from tiestui.dates.edtf import parse_edtf
from tiestui.model import Agreement, Conflict, Event, Evidence, Speaker, Statement, Upgrade, Why

EVIDENCE = Evidence("note-1", 10, 15, "words")

UPGRADE = Upgrade(
    id="up-abc",
    pair=("BEN", "PRT"),
    parties=("BEN", "PRT"),
    date=parse_edtf("2012-09"),
    date_basis="stated",
    title="strategic partnership",
    topics=("diplomacy",),
    evidence=(EVIDENCE,),
    conflicts=(Conflict("date", "2011", "note-2"),),
    action="upgraded",
    level="strategic partnership",
    modifiers=("open",),
    rank=4,
    why=Why("raised to level", ("raised", "strategic partnership")),
)
STATEMENT = Statement(
    title="Maria Roe: words",
    evidence=(EVIDENCE,),
    speaker=Speaker("Maria Roe", role="Minister", country="PRT"),
    mode="direct",
    quote="words",
    quote_start=10,
    quote_end=15,
    cue="said",
    speaker_start=0,
    speaker_end=9,
    via="Evening Post",
)
AGREEMENT = Agreement(
    title="joint statement", evidence=(EVIDENCE,), instrument="joint statement", status="signed", fields=("trade",)
)
EVENT = Event(title="visit", evidence=(EVIDENCE,), kind="visit", modality="planned")
RECORDS = (UPGRADE, STATEMENT, AGREEMENT, EVENT)
