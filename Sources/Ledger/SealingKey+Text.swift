// SPDX-License-Identifier: Apache-2.0
import Crypto

/// A sealing key as the file that keeps it has it.
extension SealingKey {
    /// The first line of the text.
    public static let heading = "stardial sealing key 1"

    /// Reads the text of a key: ``heading`` and, on the next line, the 32 bytes as 64 hexadecimal
    /// digits; nil for anything else.
    public init?(text: String) {
        let lines = text.split { $0.isNewline }
        guard lines.count == 2, lines[0] == Self.heading,
            let bytes = [UInt8](hexadecimal: lines[1])
        else { return nil }
        self.init(bytes: bytes)
    }

    /// Lends the text of the key, a secret, to who writes its file.
    ///
    /// - Parameter body: gets the bytes of two lines of UTF-8, which it passes to nobody else.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws.
    public func exposedToItsFile<Value, Failure: Error>(
        _ body: ([UInt8]) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let digits = [UInt8](key.rawRepresentation).hexadecimal
        return try body(Array("\(Self.heading)\n\(digits)\n".utf8))
    }
}
