// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger

/// What an auditor brings to a check: public keys, and heads that were kept elsewhere.
struct KeptSeals {
    /// The keys, oldest first; never empty.
    var keys: [SealPublicKey]
    var kept: [SignedHead] = []

    /// Most bytes of a file of heads: 16 MiB, some 200 years of days.
    static let bytesMax = 16_777_216

    /// Reads both from their files.
    init(keyFiles: [String], headsFile: String?) throws(CommandFailure) {
        keys = []
        for file in keyFiles { keys.append(try SealKey.publicKey(at: file)) }
        guard let headsFile else { return }
        let path = headsFile == "-" ? "/dev/stdin" : headsFile
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: Self.bytesMax + 1) ?? Data()
        else {
            throw CommandFailure(.unreadable, "\(headsFile) cannot be read. Is it there?")
        }
        guard data.count <= Self.bytesMax else {
            throw CommandFailure(
                .unreadable,
                "\(headsFile) is longer than \(Self.bytesMax) bytes. Split it."
            )
        }
        let lines = String(decoding: data, as: UTF8.self)
            .split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            guard let head = SignedHead(line.trimmingCharacters(in: .whitespaces)) else {
                throw CommandFailure(
                    .unreadable,
                    "\(headsFile), line \(index + 1), is no head: a day, two numbers, a hash and a "
                        + "signature. Nothing was checked. Put the line back as it was printed, or "
                        + "take it out."
                )
            }
            kept.append(head)
        }
    }
}
