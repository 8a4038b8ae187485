// SPDX-License-Identifier: Apache-2.0
import GSM
import Gateway

extension WireReply {
    /// The messages that an inbox shows: `231 amina messages=2/12` and, for each, a line about it
    /// and its text; nil when it is none.
    func inbox(of phone: MSISDN) -> Handset.Inbox? {
        guard code == 231, let counts = word("messages")?.split(separator: "/"),
            counts.count == 2, let shown = Int(counts[0]), let received = Int(counts[1]),
            shown >= 0, received >= shown
        else { return nil }
        var messages: [ShortMessage] = []
        var rest = lines[...]
        while let about = rest.popFirst() {
            let facts = WireReply(code: code, tag: nil, text: about)
            guard about.hasPrefix("from="), let from = about.firstRange(of: " at="),
                let count = facts.word("lines").flatMap({ Int($0) }),
                0...rest.count ~= count
            else { return nil }
            messages.append(
                ShortMessage(
                    from: String(about[..<from.lowerBound].dropFirst("from=".count)),
                    to: phone,
                    text: rest.prefix(count).joined(separator: "\n"),
                    at: facts.word("at").flatMap { ClockText.instant($0) }
                        ?? Instant(milliseconds: 0)
                )
            )
            rest = rest.dropFirst(count)
            if let between = rest.popFirst(), !between.isEmpty { return nil }
        }
        guard messages.count == shown else { return nil }
        return Handset.Inbox(messages: messages, dropped: received - shown)
    }

    /// The accounts and amounts of `241`, a line as `wallet:amina  KES -507.00`; nil when there is
    /// another line.
    var postings: [PostingLine]? {
        var postings: [PostingLine] = []
        for line in lines {
            guard let gap = line.firstRange(of: "  "),
                let amount = LedgerMoney(shown: line[gap.upperBound...])
            else { return nil }
            postings.append(
                PostingLine(account: String(line[..<gap.lowerBound]), amount: amount)
            )
        }
        return postings
    }
}

extension LedgerMoney {
    /// Reads `KES -1,493.00`, with the code or without; nil for anything else.
    init?(shown text: some StringProtocol) {
        guard let number = text.split(separator: " ").last else { return nil }
        let isNegative = number.hasPrefix("-")
        let parts = String(number.drop { $0 == "-" }.filter { $0 != "," })
            .split(separator: ".", omittingEmptySubsequences: false)
        guard 1...2 ~= parts.count, let major = parts.first, !major.isEmpty,
            parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } })
        else { return nil }
        let minor = parts.dropFirst().joined()
        guard minor.count <= 4, let units = Int64(String(major) + minor) else { return nil }
        self.init(minorUnits: isNegative ? -units : units, minorDigits: minor.count)
    }
}
