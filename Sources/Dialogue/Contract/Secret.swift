// SPDX-License-Identifier: Apache-2.0

/// A PIN or another thing that only its checker may read.
///
/// It cannot be encoded, writing it into a text is an error of the compiler, and printing or
/// reflecting it gives `••••`. Two are compared in a time that tells only their lengths apart.
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

extension Secret {
    /// Whether both are the same octets, in a time that does not depend on where they differ.
    public static func == (left: Secret, right: Secret) -> Bool {
        guard left.text.utf8.count == right.text.utf8.count else { return false }
        return zip(left.text.utf8, right.text.utf8).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Hashes the octets, which ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        for octet in text.utf8 { hasher.combine(octet) }
    }
}

extension DefaultStringInterpolation {
    /// Not to be had: a secret is never written into a text.
    @available(*, unavailable, message: "a secret is never written into a text")
    public mutating func appendInterpolation(_ secret: Secret) {}
}
