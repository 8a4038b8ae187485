// SPDX-License-Identifier: Apache-2.0

/// A document that the wallets keep beside the money, as bytes.
protocol RecordBody {
    /// Which kind of document it is.
    static var kind: RecordKind { get }

    /// The version that is written; every version from 1 to this one is read.
    static var version: UInt8 { get }

    /// Reads the fields in the order in which ``write(to:)`` writes them.
    init(from reader: inout RecordReader)

    /// Writes the fields.
    func write(to writer: inout RecordWriter)
}

extension RecordBody {
    static var version: UInt8 { 1 }

    /// The document: one byte of version, then the fields.
    var recordBytes: [UInt8] {
        var writer = RecordWriter(version: Self.version)
        write(to: &writer)
        return writer.bytes
    }

    /// Reads a document of any version so far, to its last byte.
    init(recordBytes: [UInt8]) throws(WalletFault) {
        var reader = RecordReader(recordBytes, newest: Self.version)
        let body = Self(from: &reader)
        guard reader.isWhole else { throw .unreadable(Self.kind) }
        self = body
    }
}

/// Writes fields: whole numbers as eight bytes, the highest first; counted strings.
struct RecordWriter {
    private(set) var bytes: [UInt8]

    /// Begins with the version.
    init(version: UInt8) { bytes = [version] }

    mutating func write(_ value: UInt64) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ value: Int64) { write(UInt64(bitPattern: value)) }

    mutating func write(_ value: Int) { write(Int64(value)) }

    mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func write(_ value: [UInt8]) {
        write(value.count)
        bytes.append(contentsOf: value)
    }

    mutating func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes whether there is something, and then it.
    mutating func write<T>(_ value: T?, _ body: (inout RecordWriter, T) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }
}

/// Reads what ``RecordWriter`` wrote; bytes that end too early read as nothing and are reported.
struct RecordReader {
    private let bytes: [UInt8]
    /// The place of the first byte that is not read yet.
    private var place: Int
    private var isBroken: Bool
    /// The version of the document.
    let version: UInt8

    init(_ bytes: [UInt8], newest: UInt8) {
        self.bytes = bytes
        version = bytes.first ?? 0
        place = min(1, bytes.count)
        isBroken = !(1...newest ~= version)
    }

    /// Whether the version was known, every field was there, and nothing is left over.
    var isWhole: Bool { !isBroken && place == bytes.count }

    mutating func unsigned() -> UInt64 {
        var value: UInt64 = 0
        for place in take(8) { value = value << 8 | UInt64(bytes[place]) }
        return value
    }

    mutating func signed() -> Int64 { Int64(bitPattern: unsigned()) }

    mutating func int() -> Int { Int(truncatingIfNeeded: signed()) }

    mutating func flag() -> Bool { take(1).contains { bytes[$0] == 1 } }

    mutating func octets() -> [UInt8] { Array(bytes[take(int())]) }

    mutating func text() -> String { String(decoding: bytes[take(int())], as: UTF8.self) }

    /// Reads what may not be there.
    mutating func optional<T>(_ body: (inout RecordReader) -> T) -> T? {
        flag() ? body(&self) : nil
    }

    /// The places of the next bytes; none when there are not so many.
    private mutating func take(_ count: Int) -> Range<Int> {
        let start = place
        guard count >= 0, count <= bytes.count - start else {
            isBroken = true
            place = bytes.count
            return place..<place
        }
        place += count
        return start..<place
    }
}
