// SPDX-License-Identifier: Apache-2.0

/// One reply of a gateway that speaks the line protocol.
///
/// It may show what a phone received, so that printing a reply shows its code only.
public struct WireReply: Hashable, Sendable {
    /// The code, 100 to 599.
    public let code: Int
    /// The tag of the command it answers, or nil.
    public let tag: String?
    /// The words behind the code.
    public let text: String
    /// The lines of its block; empty when its code has none.
    public internal(set) var lines: [String] = []

    /// The codes behind which a block follows.
    static let blockCodes: Set<Int> = [
        210, 211, 212, 215, 220, 221, 231, 232, 241, 270, 271, 281,
    ]

    /// The value of a word such as `chars=78/182`, or nil.
    func word(_ key: String) -> Substring? {
        text.split(separator: " ").first { $0.hasPrefix(key + "=") }?.dropFirst(key.count + 1)
    }
}

extension WireReply: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The code.
    public var description: String { "a reply \(code)" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that holds nothing.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
