// SPDX-License-Identifier: Apache-2.0

/// A PIN or another thing that only its checker may read.
///
/// It cannot be encoded, and printing, interpolating or reflecting it gives `••••`.
public struct Secret: Hashable, Sendable {
    private let text: String

    /// Wraps what a subscriber typed at a question for a secret.
    public init(_ text: String) {
        self.text = text
    }

    /// Hands the secret to the one who checks it; the name is long so that a reader stops here.
    public func exposedToItsChecker<Result>(_ body: (String) throws -> Result) rethrows -> Result {
        try body(text)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `••••`.
    public var description: String { "••••" }

    /// Always `••••`.
    public var debugDescription: String { "••••" }

    /// A mirror without children, so that dumping a secret shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
