// SPDX-License-Identifier: Apache-2.0

/// What a file of dialoguss says: sessions of steps at one service code.
struct DialogussFile {
    var dial: Value?
    var phoneNumber: Value?
    var sessions: [Session] = []

    /// A text and where it stands.
    struct Value {
        var text: String
        var line: Int
    }

    /// One session, which is one test.
    struct Session {
        var line: Int
        var id = ""
        var phoneNumber: Value?
        var description = ""
        var steps: [Step] = []
    }

    /// What is typed and what is expected; nil for what is not written.
    struct Step {
        var line: Int
        var input: String?
        var expect: String?
    }
}
