// SPDX-License-Identifier: Apache-2.0

/// Why a desk did not do what the line asked.
public struct DeskRefusal: Error, Hashable, Sendable {
    /// What kind of no it is; it becomes the reply's code.
    public let kind: Kind
    /// One plain sentence: what was not done, why, and what to do next.
    public let text: String
    /// More lines, shown for ``Kind/findings`` only.
    public let lines: [String]

    /// What kind of no it is.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// The server is not set up for this (403).
        case notAllowed
        /// There is no such phone or account (404).
        case notFound
        /// It is under way already (409).
        case underWay
        /// It is not under way (410).
        case notUnderWay
        /// A limit is reached (429).
        case tooMany
        /// The world outside failed: a file, a database (450).
        case failed
        /// The words make no sense (501).
        case malformed
        /// Known, but not in this version (502).
        case notInThisVersion
        /// The menu has errors, which the lines say; the menus that run are untouched (271).
        case findings
    }

    /// Makes a refusal.
    public init(_ kind: Kind, _ text: String, lines: [String] = []) {
        self.kind = kind
        self.text = text
        self.lines = lines
    }

    /// The reply that says so.
    var reply: LineReply {
        switch kind {
        case .notAllowed: LineReply(.notAllowed, text)
        case .notFound: LineReply(.noSuchPhone, text)
        case .underWay: LineReply(.sessionOpen, text)
        case .notUnderWay: LineReply(.noSession, text)
        case .tooMany: LineReply(.tooMany, text)
        case .failed: LineReply(.failed, text)
        case .malformed: LineReply(.malformed, text)
        case .notInThisVersion: LineReply(.notInThisVersion, text)
        case .findings: LineReply(.diagnostics, text, lines: lines)
        }
    }
}
