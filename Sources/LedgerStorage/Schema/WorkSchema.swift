// SPDX-License-Identifier: Apache-2.0

/// The third migration: the queue of work.
///
/// A row stands for what is still to be done and goes when it is done; `AUTOINCREMENT` keeps the
/// last number beside the rows, so that none is given twice.
enum WorkSchema {
    static let sql = """
        PRAGMA user_version = 3;
        CREATE TABLE work (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            transfer INTEGER NOT NULL,
            due INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX work_due ON work (due, id);
        """
}
