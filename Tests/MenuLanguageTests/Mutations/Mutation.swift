// SPDX-License-Identifier: Apache-2.0
import SourceText

@testable import MenuLanguage

/// One token of a file deleted, doubled, or swapped with the next.
struct Mutation {
    /// What is done to the token.
    enum Kind: CaseIterable {
        case deleted, doubled, swapped
    }

    /// What only its author can know to be wrong, because the language takes it as it stands.
    enum Unknowable: String, CaseIterable {
        /// Text behind a bar is lost, doubled or moved.
        case text
        /// So is the label of an option.
        case label
        /// `1 1 Send` is the key 1 and the label `1 Send`.
        case keyIntoLabel
        /// `1 Noon = = noon` has the label `Noon =`.
        case signIntoLabel
        /// `| wrong No.` is a text that begins with `wrong`; `| No.` goes on with one above it.
        case wordIntoText
        /// `sms BAL BAL` and `sms {amount: money}` are commands too.
        case wordOfMessage
        /// An address is whatever somebody else gave it.
        case address

        /// Most of them in all menus of the repository.
        var most: Int {
            switch self {
            case .text: 560
            case .label: 80
            case .keyIntoLabel: 80
            case .signIntoLabel: 4
            case .wordIntoText: 14
            case .wordOfMessage: 14
            case .address: 30
            }
        }
    }

    /// The file with the change.
    let text: String
    /// Why no compiler can know of it; nil where one must.
    let unknowable: Unknowable?
    /// The token and where it stands, for messages.
    let described: String

    /// Every mutation of a file; comments are no tokens.
    static func all(of file: SourceFile) -> [Mutation] {
        let octets = Array(file.text.utf8)
        var mutations: [Mutation] = []
        let lines = MenuTokens(file).lines.filter { !$0.tokens.isEmpty }
        let tokens = lines.flatMap { line in line.tokens.map { (token: $0, line: line) } }
        for (index, (token, line)) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1].token : nil
            let place = file.location(at: token.lower)
            for kind in Kind.allCases {
                guard let changed = changed(octets, token, next, kind) else { continue }
                mutations.append(
                    Mutation(
                        text: String(decoding: changed, as: UTF8.self),
                        unknowable: unknowable(token, next, in: line, kind),
                        described: "\(file.path):\(place) `\(token.text)` \(kind)"
                    )
                )
            }
        }
        return mutations
    }

    private static func changed(
        _ octets: [UInt8],
        _ token: MenuToken,
        _ next: MenuToken?,
        _ kind: Kind
    ) -> [UInt8]? {
        let before = octets[..<token.lower]
        switch kind {
        case .deleted: return Array(before + octets[token.upper...])
        case .doubled:
            return Array(before + octets[token.lower..<token.upper] + [0x20])
                + octets[token.lower...]
        case .swapped:
            guard let next, next.text != token.text else { return nil }
            return Array(before + octets[next.lower..<next.upper])
                + octets[token.upper..<next.lower] + octets[token.lower..<token.upper]
                + octets[next.upper...]
        }
    }

    private static func unknowable(
        _ token: MenuToken,
        _ next: MenuToken?,
        in line: MenuLine,
        _ kind: Kind
    ) -> Unknowable? {
        switch token.kind {
        case .text, .bar: .text
        case .label: .label
        case .key where kind == .doubled: .keyIntoLabel
        case .symbol where kind == .doubled && line.tokens.first?.kind == .key: .signIntoLabel
        case .word where kind != .doubled && next?.kind == .bar: .wordIntoText
        case .word where line.tokens.first?.text == "sms": .wordOfMessage
        case _ where line.tokens.first?.text == "service" && line.isAfterAt(token): .address
        default: nil
        }
    }
}

extension MenuLine {
    /// Whether a token stands behind the word `at`, in the address of a service.
    fileprivate func isAfterAt(_ token: MenuToken) -> Bool {
        guard let at = tokens.first(where: { $0.text == "at" }) else { return false }
        return token.lower > at.lower
    }
}
