// SPDX-License-Identifier: Apache-2.0
import GSM
import SourceText

/// Hides phone numbers in a source text, so that a mistake can be shown with its line.
enum MaskedSource {
    /// The file with `*` for all but the first four and last three digits of each number.
    ///
    /// Offsets and columns stay as they are.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - numbers: fields that hold one number each, with whatever stands between its digits.
    ///   - rows: rows whose fields are not known: long runs of digits in them are hidden.
    /// - Returns: a file to be shown.
    static func of(
        _ file: SourceFile,
        hiding numbers: [Range<Int>],
        andRunsIn rows: [Range<Int>]
    ) -> SourceFile {
        var bytes = Array(file.text.utf8)
        func hide(_ digits: some Collection<Int>) {
            for index in digits.dropFirst(4).dropLast(3) { bytes[index] = UInt8(ascii: "*") }
        }
        for stretch in numbers {
            hide(stretch.clamped(to: bytes.indices).filter { 48...57 ~= bytes[$0] })
        }
        for row in rows {
            let isDigit = row.clamped(to: bytes.indices).map { ($0, 48...57 ~= bytes[$0]) }
            for run in isDigit.split(whereSeparator: { !$0.1 })
            where run.count >= MSISDN.Limits.digitsMin {
                hide(run.map(\.0))
            }
        }
        return SourceFile(path: file.path, text: String(decoding: bytes, as: UTF8.self))
    }
}
