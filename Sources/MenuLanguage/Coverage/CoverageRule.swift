// SPDX-License-Identifier: Apache-2.0

/// Something that a service does with money or refuses to do, and how often scenes saw it.
public struct CoverageRule: Hashable, Sendable, Codable {
    /// Whose numbers it follows, as `KE`; empty for what is the same everywhere.
    public let tariff: String
    /// The operation or the service, as `money.send`.
    public let operation: String
    /// What is done, as `fee`; or `refuses day_limit`.
    public let rule: String
    /// How often it was applied.
    public internal(set) var visits: Int
    /// How many of these belong to scenes that failed.
    public internal(set) var failing: Int

    /// What the words of a refusal begin with in ``rule``.
    public static let refusing = "refuses "

    /// Makes a rule that was applied so often.
    public init(
        tariff: String,
        operation: String,
        rule: String,
        visits: Int = 0,
        failing: Int = 0
    ) {
        self.tariff = tariff
        self.operation = operation
        self.rule = rule
        self.visits = visits
        self.failing = failing
    }

    /// Whether it says that something is not done.
    public var isRefusal: Bool { rule.hasPrefix(Self.refusing) }

    /// The whole rule in words: `KE money.send fee`, `money refuses day_limit`.
    public var name: String { "\(owner) \(rule)" }

    /// Whose rule it is: `KE money.send`.
    public var owner: String { tariff.isEmpty ? operation : "\(tariff) \(operation)" }
}
