// SPDX-License-Identifier: Apache-2.0

/// Why an included file could not be read.
public struct MenuReadError: Error, Hashable, Sendable {
    /// The reason in a few words that can stand in a sentence, such as `there is no such file`.
    public let reason: String

    /// Makes an error of its reason.
    public init(_ reason: String) { self.reason = reason }

    /// The file does not exist.
    public static let notFound = MenuReadError("there is no such file")
}
