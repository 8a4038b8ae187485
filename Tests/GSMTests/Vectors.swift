// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One row of the published default alphabet: its septets and its scalar.
struct AlphabetVector: Sendable {
    let septets: [UInt8]
    let scalar: Unicode.Scalar

    /// Every row of `Vectors/default-alphabet.tsv` but the escape itself.
    static func all(at path: String = #filePath) throws -> [AlphabetVector] {
        let file = URL(fileURLWithPath: path).deletingLastPathComponent()
            .appendingPathComponent("Vectors/default-alphabet.tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst(
            2
        )
        return lines.compactMap { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            let code = columns[0]
            guard code != "1B", let value = UInt32(columns[1].dropFirst(2), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { return nil }
            return AlphabetVector(septets: octets(code), scalar: scalar)
        }
    }
}

/// Reads hexadecimal digits as octets.
func octets(_ hex: some StringProtocol) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
}
