// SPDX-License-Identifier: Apache-2.0

/// What services answer in tests: for each operation, the first stub whose arguments match.
///
/// ```yaml
/// weather:
///   forecast:
///     - when: {place: Nowhere}
///       outcome: unknown_place
///     - when: {place: Mbita}
///       after: 2
///       failure: unreachable
///     - result: {sky: sunny, rain: 0}
/// ```
public struct StubFile: Hashable, Sendable {
    /// One answer.
    struct Stub: Hashable, Sendable {
        /// The arguments that it is for, as they are written; those not named can be any.
        var when: [String: String] = [:]
        var answer = Answer.outcome("ok", nil)
        /// How long it takes.
        var milliseconds: Int64 = 0
    }

    /// What a stub says.
    enum Answer: Hashable, Sendable {
        case outcome(String, StubNode?)
        case failure(Failure)
    }

    /// How a call can fail.
    enum Failure: String, CaseIterable, Hashable, Sendable {
        /// Nothing reached the service.
        case unreachable
        /// The request was sent, and no answer came.
        case lost
        /// What came is no answer of the contract.
        case unreadable
    }

    /// The stubs by service and operation.
    let stubs: [String: [String: [Stub]]]

    /// The bounds of a file.
    public enum Limits {
        /// The longest file.
        public static let octetsMax = 1 << 20
        /// The longest delay.
        public static let secondsMax = 86_400
    }

    /// Reads a file.
    ///
    /// - Parameter yaml: the text; JSON is YAML too.
    /// - Throws: the first mistake with its line.
    public init(yaml: String) throws(StubError) {
        stubs = try StubReader(yaml: yaml).read()
    }
}

/// What is wrong with a file of stubs, and in which line.
public struct StubError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong and what to write, in plain words.
    public let message: String

    /// The line and the message.
    public var description: String { "line \(line): \(message)" }
}
