PRAGMA application_id = 1400130663;
PRAGMA user_version = 1;
CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    currency TEXT NOT NULL,
    floor INTEGER,
    ceiling INTEGER,
    frozen INTEGER NOT NULL,
    closed INTEGER NOT NULL
) STRICT;
CREATE TABLE balances (
    id INTEGER PRIMARY KEY,
    debits_pending INTEGER NOT NULL CHECK (debits_pending >= 0),
    debits_posted INTEGER NOT NULL CHECK (debits_posted >= 0),
    credits_pending INTEGER NOT NULL CHECK (credits_pending >= 0),
    credits_posted INTEGER NOT NULL CHECK (credits_posted >= 0),
    last_transfer INTEGER NOT NULL
) STRICT;
CREATE TABLE watermark (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    transfer INTEGER NOT NULL
) STRICT;
INSERT INTO watermark VALUES (1, 0);
CREATE TABLE transfers (
    id INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    detail INTEGER NOT NULL,
    debit INTEGER NOT NULL,
    credit INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    code INTEGER NOT NULL,
    reference TEXT NOT NULL,
    debit_after INTEGER NOT NULL,
    credit_after INTEGER NOT NULL,
    previous_debit INTEGER NOT NULL,
    previous_credit INTEGER NOT NULL,
    at INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE VIEW entries AS
    SELECT id AS transfer, debit AS account, -amount AS amount, currency,
        debit_after AS balance, at
    FROM transfers WHERE kind IN (0, 2)
    UNION ALL
    SELECT id, credit, amount, currency, credit_after, at
    FROM transfers WHERE kind IN (0, 2);
CREATE TABLE holds (
    id INTEGER PRIMARY KEY,
    fate INTEGER NOT NULL
) STRICT;
CREATE INDEX holds_open ON holds (id) WHERE fate = 0;
CREATE TABLE idempotency (
    key BLOB PRIMARY KEY,
    fingerprint INTEGER NOT NULL,
    first_transfer INTEGER NOT NULL,
    transfer_count INTEGER NOT NULL,
    rejection TEXT,
    rejected_index INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE records (
    kind INTEGER NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    recipient INTEGER NOT NULL,
    sender TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    delivered INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_recipient ON outbox (recipient, id);
CREATE INDEX outbox_undelivered ON outbox (id) WHERE delivered = 0;
