// SPDX-License-Identifier: Apache-2.0
import Gateway

/// What an application wrote down of the requests that Africa's Talking sent.
struct RequestLog {
    var requests: [Request] = []
    var ends: [End] = []
    var notes: [ImportNote] = []

    /// One hop of a session.
    struct Request {
        var line: Int
        var session: String
        var serviceCode: String
        var phoneNumber: String
        /// All input so far, joined by `*`.
        var text: String
        /// What was answered, with `CON` or `END`; nil when the log does not say.
        var reply: String?
        var at: Instant?
    }

    /// The notification at the end of a session.
    struct End {
        var line: Int
        var session: String
        /// `Incomplete`, `Success` or `Failed`.
        var status: String
        var durationMilliseconds: Int64?
        var hopsCount: Int?
        var at: Instant?
    }
}
