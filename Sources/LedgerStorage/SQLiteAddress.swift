// SPDX-License-Identifier: Apache-2.0

/// Names under which SQLite opens a file in a special way (SQLite's URI file names).
enum SQLiteAddress {
    /// The address of a path with a parameter such as `immutable=1`.
    static func of(_ path: String, _ parameter: String) -> String {
        var escaped = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                escaped += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return "file:\(escaped)?\(parameter)"
    }
}
