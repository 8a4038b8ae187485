// SPDX-License-Identifier: Apache-2.0

/// What a diagnostic says, apart from where: the facts of one kind of mistake.
///
/// A kind is usually an enum with one case a mistake. Its sentences are derived in one `switch`.
public protocol DiagnosticKind: Sendable {
    /// The stable name of the mistake, such as `menu.unknown-target`.
    var id: String { get }
    /// Whether the mistake forbids the use of the file.
    var severity: Severity { get }
    /// What is wrong, in one sentence.
    var message: String { get }
    /// What to do about it, in one sentence, where that is known.
    var help: String? { get }
}

extension DiagnosticKind {
    /// Without an own text there is no help.
    public var help: String? { nil }
}
