"""The tables of an archive. A change here is a new VERSION with a step in `migrations`.

record: narrow, whole numbers only, for filters, facets and counts. display: what one line of a list shows, ready to
print. content: the canonical JSON line and the words and hidden tokens of the full-text index `search`. sheet: the
record as a line of the table that `-f csv` prints (made anew for each listing it would cost ten times the rest). All by
one key.
mention: what each source says, unmerged, by source (0: imported or by hand). A record that is its only mention and
nothing more has no row there: its `alone` is the source instead. bond: blocks that decisions tie together.
alias: superseded ids. file: what was read, to know it again unread. run: runs of words, to find reprints.
value: the open lists, numbered. speaker: of them the speakers; `shown` is the speaker under whose name they go.
span: where a record stands in its sources. decision: what the reader decided, in order.
The index gathers 8 MiB before it writes them out, and merges sixteen such pieces at a time: half the work that its
own measures (1 MiB and four) make.
"""

from __future__ import annotations

VERSION = 1
APPLICATION_ID = 0x74696573  # "ties"

INDEXES = {
    "display_id": "CREATE UNIQUE INDEX display_id ON display(id)",
    "record_block": "CREATE INDEX record_block ON record(block)",
    "record_lasting": "CREATE INDEX record_lasting ON record(lasting, key) WHERE lasting > 0",
}
"""The indexes that are made in one go when an archive is filled: of values that come in no order."""

SEARCH = (
    """CREATE VIRTUAL TABLE search USING fts5(
    words, who, tokens, content='content', content_rowid='key',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3 4'
)""",
    "INSERT INTO search(search, rank) VALUES('hashsize', 8388608)",
    "INSERT INTO search(search, rank) VALUES('automerge', 16)",
)
"""The full-text index and its measures."""

SCHEMA = (
    """
CREATE TABLE source(
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, title TEXT, byline TEXT, outlet TEXT,
    published TEXT, published_basis TEXT NOT NULL, published_inferred INTEGER NOT NULL, language TEXT, origin TEXT,
    note TEXT, pair TEXT, encoding TEXT NOT NULL, encoding_guessed INTEGER NOT NULL, blocks TEXT NOT NULL,
    duplicate_of TEXT, overrides TEXT NOT NULL DEFAULT '{}', location TEXT, sketch BLOB
);
CREATE INDEX source_sha256 ON source(sha256);
CREATE INDEX source_location ON source(location);
CREATE TABLE file(location TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, rules TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE run(run INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY(run, source)) WITHOUT ROWID;
CREATE TABLE source_text(id INTEGER PRIMARY KEY REFERENCES source(id), text TEXT NOT NULL);
CREATE TABLE value(id INTEGER PRIMARY KEY, field TEXT NOT NULL, text TEXT NOT NULL, UNIQUE(field, text));
CREATE TABLE record(
    key INTEGER PRIMARY KEY, block INTEGER NOT NULL, kind INTEGER NOT NULL, latest INTEGER, lasting INTEGER NOT NULL,
    pair INTEGER, speaker INTEGER, role INTEGER, countries INTEGER, sources INTEGER, via INTEGER, level INTEGER,
    topics INTEGER NOT NULL, action INTEGER, instrument INTEGER, status INTEGER, event INTEGER, mode INTEGER,
    modality INTEGER NOT NULL, review INTEGER NOT NULL, flags INTEGER NOT NULL, alone INTEGER
);
CREATE INDEX record_alone ON record(alone) WHERE alone > 0;
CREATE INDEX record_rejected ON record(key) WHERE review = 4;
CREATE INDEX record_unsafe ON record(key) WHERE flags & 16;
CREATE TABLE display(
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, moment TEXT NOT NULL, what TEXT NOT NULL, pair TEXT NOT NULL,
    who TEXT NOT NULL, words TEXT NOT NULL, place TEXT NOT NULL
);
CREATE TABLE content(
    key INTEGER PRIMARY KEY, words TEXT NOT NULL, who TEXT NOT NULL, tokens TEXT NOT NULL, json TEXT NOT NULL,
    why TEXT
);
CREATE TABLE sheet(key INTEGER PRIMARY KEY, line TEXT NOT NULL);
"""
    + ";\n".join(SEARCH)
    + """;
CREATE VIRTUAL TABLE term USING fts5vocab(search, 'instance');
CREATE TABLE mention(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, block INTEGER NOT NULL, source INTEGER NOT NULL, json TEXT NOT NULL
);
CREATE INDEX mention_block ON mention(block);
CREATE INDEX mention_source ON mention(source);
CREATE TABLE bond(block INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY(block, other)) WITHOUT ROWID;
CREATE TABLE alias(id TEXT PRIMARY KEY, target TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX alias_target ON alias(target);
CREATE TABLE span(
    source INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, key INTEGER NOT NULL,
    PRIMARY KEY(source, start, end, key)
) WITHOUT ROWID;
CREATE TABLE speaker(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, kind TEXT NOT NULL, shown INTEGER
);
CREATE INDEX speaker_shown ON speaker(shown);
CREATE VIRTUAL TABLE speaker_search USING fts5(name, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE TABLE decision(
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL,
    payload TEXT NOT NULL, undone_by INTEGER REFERENCES decision(seq)
);
CREATE INDEX decision_target ON decision(target);
CREATE TABLE note(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
    + ";\n".join(INDEXES.values())
)
