// SPDX-License-Identifier: Apache-2.0
import SourceText

extension TranscriptParser {
    /// The first line of a file that scenes include.
    static let partVersion = "ussd/1 part"

    /// Whether a word can be taken by a part: a name without dashes.
    static func isParameter(_ word: String) -> Bool {
        PhoneName.isName(word) && !word.utf8.contains(UInt8(ascii: "-"))
    }

    /// Reads `takes: payer amount`.
    mutating func readParameters(_ cursor: LineCursor) {
        var cursor = cursor
        while !cursor.isAtEnd {
            let word = cursor.nextWord()
            if !Self.isParameter(word.text) {
                let what = "`\(word.text)` is no name."
                report(InclusionMistake.badName(what), word.range)
            } else if parameters.contains(word.text) {
                report(InclusionMistake.badName("`\(word.text)` is taken twice."), word.range)
            } else {
                parameters.append(word.text)
            }
        }
    }

    /// Whether a part is given what it takes and nothing else; what is not is reported.
    mutating func isGivenWhatItTakes() -> Bool {
        guard let surroundings else { return true }
        let path = surroundings.written
        var isSo = true
        for name in parameters where surroundings.arguments[name] == nil {
            report(InclusionMistake.missingArgument(name, of: path), surroundings.call)
            isSo = false
        }
        let given = surroundings.arguments.sorted { $0.value.range < $1.value.range }
        for (name, argument) in given where !parameters.contains(name) {
            let mistake = InclusionMistake.unknownArgument(name, of: path, known: parameters)
            report(mistake, argument.range)
            isSo = false
        }
        return isSo
    }

    /// The phone that a word means: one of the header, or what a part was given under the name.
    func phoneNamed(_ word: String) -> String? {
        if let argument = surroundings?.arguments[word] { return argument.phone }
        return header.phones.contains { $0.name == word } ? word : nil
    }

    /// A template with what the part was given in place of its names.
    func filled(_ template: Template) -> Template {
        guard let arguments = surroundings?.arguments, !arguments.isEmpty else { return template }
        let pieces = template.pieces.flatMap { piece -> [Template.Piece] in
            guard case .value(let name) = piece else { return [piece] }
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            guard let argument = arguments[parts[0]] else { return [piece] }
            if parts.count == 1 { return argument.template.pieces }
            return argument.phone.map { [.value("\($0).\(parts[1])")] } ?? [piece]
        }
        return Template(pieces.joined, isPattern: template.isPattern)
    }

    /// A word with the texts that the part was given in place of `{{name}}`.
    func filled(_ word: String) -> String {
        guard let arguments = surroundings?.arguments, word.contains("{{") else { return word }
        var word = word
        for (name, argument) in arguments {
            guard let text = argument.template.filled({ _ in nil }) else { continue }
            word = word.replacing("{{\(name)}}", with: text)
        }
        return word
    }

    /// An account with the phone in it that the part was given: `wallet:payer`.
    func filledAccount(_ account: String) -> String {
        let account = filled(account)
        guard let colon = account.firstIndex(of: ":"),
            let phone = surroundings?.arguments[String(account[account.index(after: colon)...])]?
                .phone
        else { return account }
        return account[...colon] + phone
    }

    /// Whether a word stands for something that only an inclusion can tell.
    func isOpen(_ word: String) -> Bool { isAlone && isPart && word.contains("{{") }
}

extension [Template.Piece] {
    /// The pieces with neighbouring texts made one.
    fileprivate var joined: [Template.Piece] {
        reduce(into: []) { pieces, piece in
            if case .text(let text) = piece, case .text(let before)? = pieces.last {
                pieces[pieces.count - 1] = .text(before + text)
            } else {
                pieces.append(piece)
            }
        }
    }
}
