// SPDX-License-Identifier: Apache-2.0
import Crypto

/// The server's keys that seal the hashes of PINs, by number; the highest one seals new hashes.
///
/// They are kept apart from the ledger, in a file or in the environment. A key is replaced by
/// adding one with a higher number; the older ones go on opening what they sealed until nothing is
/// left under them.
public struct PINKeyring: Sendable {
    let keys: [UInt32: SymmetricKey]
    /// The number of the key that seals new hashes.
    public let newest: UInt32

    /// The bounds of what is read.
    public enum Limits {
        /// Most keys of one ring.
        public static let keysMax = 16
        /// The highest number of a key.
        public static let numberMax: UInt32 = 999_999
        /// Fewest octets of a key in a ring's text; a guess at 128 bits is hopeless.
        public static let keyOctetsMin = 16
        /// Most octets of a key.
        public static let keyOctetsMax = 1_024
        /// Most octets of a ring's text.
        public static let textOctetsMax = 65_536
    }

    /// The first line of a ring's text.
    public static let heading = "stardial pin keys 1"

    /// Makes a ring of one key with the number 1, of any length.
    public init(_ key: [UInt8]) {
        keys = [1: SymmetricKey(data: key)]
        newest = 1
    }

    /// Reads a ring: after ``heading`` one line a key, its number, a blank and its octets in
    /// hexadecimal; what does not begin with the heading is one whole key with the number 1.
    ///
    /// - Throws: ``PINKeyringError``, which never repeats what was read.
    public init(reading octets: [UInt8]) throws(PINKeyringError) {
        guard octets.starts(with: Array(Self.heading.utf8)) else {
            guard Limits.keyOctetsMin...Limits.keyOctetsMax ~= octets.count else {
                throw .keyLength(line: 1)
            }
            self.init(octets)
            return
        }
        guard octets.count <= Limits.textOctetsMax else { throw .tooLong }
        let lines = octets.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }
        var keys: [UInt32: SymmetricKey] = [:]
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let (number, key) = try Self.key(in: line, at: index + 1)
            guard keys.updateValue(key, forKey: number) == nil else {
                throw .numberTwice(number, line: index + 1)
            }
            guard keys.count <= Limits.keysMax else { throw .tooManyKeys }
        }
        guard let newest = keys.keys.max() else { throw .empty }
        self.init(keys: keys, newest: newest)
    }

    private init(keys: [UInt32: SymmetricKey], newest: UInt32) {
        self.keys = keys
        self.newest = newest
    }

    /// The numbers of all keys, the newest last.
    public var numbers: [UInt32] { keys.keys.sorted() }

    /// The ring with one more key, which seals new hashes from then on.
    ///
    /// - Parameter key: at least ``Limits/keyOctetsMin`` random octets.
    /// - Returns: the longer ring.
    /// - Throws: ``PINKeyringError/tooManyKeys`` or ``PINKeyringError/keyLength(line:)``.
    public func adding(_ key: [UInt8]) throws(PINKeyringError) -> PINKeyring {
        guard keys.count < Limits.keysMax, newest < Limits.numberMax else { throw .tooManyKeys }
        guard Limits.keyOctetsMin...Limits.keyOctetsMax ~= key.count else {
            throw .keyLength(line: keys.count + 2)
        }
        var next = keys
        next[newest + 1] = SymmetricKey(data: key)
        return PINKeyring(keys: next, newest: newest + 1)
    }

    /// The ring without a key; the newest one stays.
    public func removing(_ number: UInt32) -> PINKeyring {
        guard number != newest else { return self }
        var next = keys
        next[number] = nil
        return PINKeyring(keys: next, newest: newest)
    }

    /// Hands the ring's text to the one who writes the key file, and to nobody else.
    ///
    /// - Throws: what the body throws.
    public func exposedToItsFile<Result, Failure: Error>(
        _ body: ([UInt8]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var text = Self.heading + "\n"
        for number in numbers {
            guard let key = keys[number] else { continue }
            let hex = key.withUnsafeBytes { $0.map { Hexadecimal.text($0) }.joined() }
            text += "\(number) \(hex)\n"
        }
        return try body(Array(text.utf8))
    }

    private static func key(
        in line: ArraySlice<UInt8>,
        at number: Int
    ) throws(PINKeyringError) -> (UInt32, SymmetricKey) {
        let parts = line.split(separator: 0x20, maxSplits: 1)
        guard parts.count == 2, let name = UInt32(String(decoding: parts[0], as: UTF8.self)),
            1...Limits.numberMax ~= name, let octets = Hexadecimal.octets(Array(parts[1]))
        else { throw .notAKey(line: number) }
        guard Limits.keyOctetsMin...Limits.keyOctetsMax ~= octets.count else {
            throw .keyLength(line: number)
        }
        return (name, SymmetricKey(data: octets))
    }
}

extension PINKeyring: CustomStringConvertible, CustomReflectable {
    /// The numbers alone.
    public var description: String {
        "PIN keys \(numbers.map(String.init).joined(separator: ", "))"
    }

    /// A mirror without children, so that dumping a ring shows no key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a ring of keys was not read; what was read is never repeated.
public enum PINKeyringError: Error, Hashable, Sendable {
    /// The text is longer than ``PINKeyring/Limits/textOctetsMax``.
    case tooLong
    /// There is no key in it.
    case empty
    /// More keys than ``PINKeyring/Limits/keysMax``, or the numbers are used up.
    case tooManyKeys
    /// This line is not a number, a blank and hexadecimal digits.
    case notAKey(line: Int)
    /// The key in this line is too short or too long.
    case keyLength(line: Int)
    /// The number stands there twice.
    case numberTwice(UInt32, line: Int)
}

extension PINKeyringError: CustomStringConvertible {
    /// What is wrong, and what to write instead.
    public var description: String {
        let least = PINKeyring.Limits.keyOctetsMin
        let most = PINKeyring.Limits.keyOctetsMax
        return switch self {
        case .tooLong: "The keys are longer than \(PINKeyring.Limits.textOctetsMax) octets."
        case .empty: "There is no key. Write one line a key: its number and hexadecimal digits."
        case .tooManyKeys:
            "There are more than \(PINKeyring.Limits.keysMax) keys. Retire old ones."
        case .notAKey(let line):
            "Line \(line) is not a key. Write its number, a blank and hexadecimal digits."
        case .keyLength(let line):
            "The key in line \(line) must have \(least) to \(most) octets."
        case .numberTwice(let number, let line):
            "Key \(number) stands there twice, again in line \(line). Give it another number."
        }
    }
}
