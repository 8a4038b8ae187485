// SPDX-License-Identifier: Apache-2.0
import SourceText

@testable import MobileMoney

/// A small tariff, whose blocks an example may replace.
enum SmallTariff {
    static let text = """
        country: KE
        currency: KES
        utc_offset: "+03:00"
        sms_sender: SHOP
        greatest: 500000
        quote_seconds: 60
        rounding: half_up
        levels:
          - {level: 0, balance: 10000, day: 5000, month: 50000}
          - {level: 1, balance: 10000}
        send:
          least: 1
          most: 1000
          fees:
            - {from: 1, to: 100, fee: 0}
            - {from: 101, to: 1000, fee: 5}
        withdraw: {least: 50, most: 1000}
        deposit: {least: 50, most: 1000}
        pin: {least_digits: 4, most_digits: 6, tries: 3, lock_seconds: [60]}

        """

    /// The text with every block of an example in place of the block of its key.
    static func with(_ example: String) -> String {
        var all = blocks(text)
        for block in blocks(expanded(example)) {
            if let place = all.firstIndex(where: { $0.key == block.key }), block.key != "#" {
                all[place].text = block.text
            } else {
                all.append(block)
            }
        }
        return all.map(\.text).joined()
    }

    static func read(_ example: String) -> Tariff.Reading {
        Tariff.read(SourceFile(path: "small.tariff.yaml", text: with(example)))
    }

    static func tariff(_ example: String) throws -> Tariff { try Tariff(yaml: with(example)) }

    /// The lines that belong to each key that is not indented.
    private static func blocks(_ text: String) -> [(key: String, text: String)] {
        var blocks: [(key: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            if line.first == " ", !blocks.isEmpty {
                blocks[blocks.count - 1].text += line + "\n"
            } else {
                let key = line.first == "#" ? "#" : String(line.prefix { $0 != ":" })
                blocks.append((key, line + "\n"))
            }
        }
        return blocks
    }

    /// An example with the line behind `-- 9 such lines --` so often, numbered.
    private static func expanded(_ example: String) -> String {
        var text = ""
        var times: Int?
        for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: /-- ([0-9]+) such lines --/) {
                times = Int(match.1)
                continue
            }
            for number in 1...(times ?? 1) {
                text += line.replacing("%", with: times == nil ? "%" : String(number)) + "\n"
            }
            times = nil
        }
        return text
    }
}
