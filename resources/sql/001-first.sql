-- Revision 1 of the view. storage/vault/FORMAT.md explains every table.

CREATE TABLE marks (
    name TEXT PRIMARY KEY,
    value ANY
) STRICT, WITHOUT ROWID;

-- Streams of the log and how far each is applied here.
CREATE TABLE streams (
    stream INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

-- Where each applied entry is in the log.
CREATE TABLE entries (
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    segment INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    time INTEGER NOT NULL,
    author BLOB,
    PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;

-- Entries of a set that is not complete yet: in the log, not shown.
CREATE TABLE waiting (
    part_set BLOB NOT NULL,
    part INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (part_set, part)
) STRICT, WITHOUT ROWID;

-- Patients' wrapped keys.
CREATE TABLE keys (
    patient BLOB PRIMARY KEY,
    keybox INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE types (
    type INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Owners below 1024 are shards of the clinic's shared resources and have no row here.
CREATE TABLE patients (
    owner INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    id TEXT NOT NULL,
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    nam TEXT NOT NULL,
    nam_valid INTEGER NOT NULL,
    birth TEXT NOT NULL,
    sex TEXT NOT NULL,
    phone TEXT NOT NULL,
    contact TEXT NOT NULL,
    contact_words TEXT NOT NULL,
    recent INTEGER NOT NULL,
    restricted INTEGER NOT NULL,
    names TEXT NOT NULL,
    numbers TEXT NOT NULL
) STRICT;
CREATE INDEX patients_id ON patients (id);
CREATE INDEX patients_recent ON patients (recent DESC);

-- slot = owner * 2^32 + 32 bits of a hash of Type/id: one owner is one range of the tree.
-- extra: parents and blobs of the operation, NULL where there are none.
CREATE TABLE current (
    slot INTEGER PRIMARY KEY,
    type INTEGER NOT NULL,
    id ANY NOT NULL,
    version INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    op INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    date TEXT NOT NULL,
    extra BLOB,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE versions (
    slot INTEGER NOT NULL,
    version INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    op INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    date TEXT NOT NULL,
    extra BLOB,
    body BLOB NOT NULL,
    PRIMARY KEY (slot, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE blobs (
    id BLOB PRIMARY KEY,
    slot INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The register of accesses (audit), latest last.
CREATE TABLE accesses (
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    op INTEGER NOT NULL,
    patient BLOB,
    body BLOB NOT NULL,
    PRIMARY KEY (stream, seq, op)
) STRICT, WITHOUT ROWID;
CREATE INDEX accesses_patient ON accesses (patient, seq);

-- Which entries hold operations of an owner: what to read again when its rows are wrong.
CREATE TABLE touched (
    owner INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (owner, stream, seq)
) STRICT, WITHOUT ROWID;

-- Shared resources by identifier (system|value), for conditional references.
CREATE TABLE identifiers (
    token TEXT NOT NULL,
    slot INTEGER NOT NULL,
    PRIMARY KEY (token, slot)
) STRICT, WITHOUT ROWID;

-- node = level * 2^40 + index; 32 child hashes of 32 bytes.
CREATE TABLE tree (
    node INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL
) STRICT;

CREATE TABLE appointments (
    slot INTEGER PRIMARY KEY,
    start INTEGER NOT NULL,
    text TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    words TEXT NOT NULL,
    with_whom TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX appointments_start ON appointments (start);

-- Search: a vocabulary, and for each word its patients, latest contact first.
CREATE TABLE terms (
    kind INTEGER NOT NULL,
    text TEXT NOT NULL,
    term INTEGER NOT NULL,
    n INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    PRIMARY KEY (kind, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE postings (
    term INTEGER NOT NULL,
    late INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    sig INTEGER NOT NULL,
    PRIMARY KEY (term, late, owner)
) STRICT, WITHOUT ROWID;
CREATE TABLE numbers (
    text TEXT NOT NULL,
    owner INTEGER NOT NULL,
    late INTEGER NOT NULL,
    sig INTEGER NOT NULL,
    PRIMARY KEY (text, owner)
) STRICT, WITHOUT ROWID;
CREATE TABLE lookalikes (
    mark INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    PRIMARY KEY (mark, owner)
) STRICT, WITHOUT ROWID;
