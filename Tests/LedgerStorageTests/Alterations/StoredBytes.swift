// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB

/// The value of one column of one row, as the bytes SQLite stores (SQLite file format, 2.1).
enum StoredBytes {
    case integer(Int64)
    case text([UInt8])
    case blob([UInt8])

    /// Takes a stored value; nil for NULL, which has no bytes.
    init?(_ value: DatabaseValue) {
        switch value.storage {
        case .int64(let number): self = .integer(number)
        case .string(let text): self = .text(Array(text.utf8))
        case .blob(let data): self = .blob([UInt8](data))
        case .double, .null: return nil
        }
    }

    private var bytes: [UInt8] {
        switch self {
        case .text(let bytes), .blob(let bytes): bytes
        case .integer(let number): withUnsafeBytes(of: number.bigEndian) { Array($0) }
        }
    }

    /// How many bytes it has; a number as many as the file holds for it, and one at least.
    var count: Int {
        guard case .integer(let number) = self else { return bytes.count }
        let bits = 65 - max(number, ~number).leadingZeroBitCount
        return [1, 2, 3, 4, 6, 8].first { $0 * 8 >= bits } ?? 8
    }

    /// The same with one byte changed by a mask, counted from the last one.
    func altered(at index: Int, by mask: UInt8) -> StoredBytes {
        var bytes = bytes
        bytes[bytes.count - 1 - index] ^= mask
        switch self {
        case .text: return .text(bytes)
        case .blob: return .blob(bytes)
        case .integer: return .integer(bytes.reduce(0 as Int64) { $0 << 8 | Int64($1) })
        }
    }

    /// The value as SQL.
    var sql: String {
        let digits = bytes.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        return switch self {
        case .integer(.min): "(-9223372036854775807 - 1)"
        case .integer(let number): "\(number)"
        case .text: "CAST(x'\(digits)' AS TEXT)"
        case .blob: "x'\(digits)'"
        }
    }
}
