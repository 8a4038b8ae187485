// SPDX-License-Identifier: Apache-2.0
import SourceText
import Yams

/// Reads the YAML of dialoguss; what it does not use is noted, never dropped in silence.
struct DialogussReader {
    private(set) var file = DialogussFile()
    private(set) var notes: [ImportNote] = []
    /// The fields that mean nothing to a transcript, by name, with their first line.
    private var unused: [String: Int] = [:]

    /// Why a file is none of dialoguss.
    struct Failure: Error {
        let note: ImportNote
    }

    private enum Limits {
        /// Most brackets that are open at once, and most signs that open a level in one line.
        static let levelsMax = 64
        /// The widest indentation, in octets.
        static let indentOctetsMax = 200
    }

    init(_ source: SourceFile) throws(Failure) {
        try Self.checkDepth(source)
        try read(try Self.root(of: source.text))
        for (name, line) in unused.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            notes.append(ImportNote(line: line, "`\(name)` has no place in a transcript."))
        }
    }

    private static func root(of yaml: String) throws(Failure) -> Node {
        func failure(_ mark: Mark?, _ problem: String) -> Failure {
            let sentence =
                "This is no YAML: \(problem). A dial is written between quotes: \"*384#\"."
            return Failure(
                note: ImportNote(line: max(1, mark?.line ?? 1), column: mark?.column, sentence)
            )
        }
        do {
            if let node = try Yams.compose(yaml: yaml) { return node }
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw failure(mark, problem)
            case .duplicatedKeysInMapping(let keys, _):
                throw failure(nil, "\(keys.joined(separator: ", ")) is written twice in one place")
            default: throw failure(nil, "it cannot be read")
            }
        } catch {
            throw failure(nil, "it cannot be read")
        }
        throw failure(nil, "there is nothing in it")
    }

    /// Refuses what would nest so deep that reading it needs a stack of its own.
    private static func checkDepth(_ source: SourceFile) throws(Failure) {
        var open = 0
        for number in 1...source.lineCount {
            let line = source.line(number).utf8
            let head = line.prefix { " -?:\t".utf8.contains($0) }
            let signs = head.count { $0 != UInt8(ascii: " ") }
            for octet in line {
                if octet == UInt8(ascii: "[") || octet == UInt8(ascii: "{") { open += 1 }
                if octet == UInt8(ascii: "]") || octet == UInt8(ascii: "}") { open -= 1 }
            }
            open = max(0, open)
            let isDeep = head.count > Limits.indentOctetsMax || signs > Limits.levelsMax
            if isDeep || open > Limits.levelsMax {
                throw Failure(note: ImportNote(line: number, "This is nested too deep."))
            }
        }
    }

    private mutating func read(_ root: Node) throws(Failure) {
        var hasSessions = false
        for (key, value) in try pairs(root, "This is no file of dialoguss. It begins with `dial:`.")
        {
            switch key {
            case "dial": file.dial = try scalar(value)
            case "phoneNumber": file.phoneNumber = try scalar(value)
            case "sessions":
                hasSessions = true
                for item in try items(value, "`sessions` is a list, each session behind `-`.") {
                    guard file.sessions.count < ImportOutcome.Limits.sessionsMax else {
                        let most = ImportOutcome.Limits.sessionsMax
                        note(item, "Only the first \(most) sessions are imported.")
                        break
                    }
                    file.sessions.append(try session(item))
                }
            default: leave(key, value)
            }
        }
        guard hasSessions, !file.sessions.isEmpty else {
            throw failure(root, "There are no `sessions` in this file.")
        }
    }

    private mutating func session(_ node: Node) throws(Failure) -> DialogussFile.Session {
        var session = DialogussFile.Session(line: line(of: node))
        for (key, value) in try pairs(node, "A session has `id`, `description` and `steps`.") {
            switch key {
            case "id": session.id = try scalar(value).text
            case "description": session.description = try scalar(value).text
            case "phoneNumber": session.phoneNumber = try scalar(value)
            case "steps":
                for item in try items(value, "`steps` is a list, each step behind `-`.") {
                    guard session.steps.count < ImportOutcome.Limits.stepsMax else {
                        let most = ImportOutcome.Limits.stepsMax
                        note(item, "Only the first \(most) steps of a session are imported.")
                        break
                    }
                    session.steps.append(try step(item))
                }
            default: leave(key, value)
            }
        }
        return session
    }

    private mutating func step(_ node: Node) throws(Failure) -> DialogussFile.Step {
        var step = DialogussFile.Step(line: line(of: node))
        for (key, value) in try pairs(node, "A step has `userInput` and `expect`.") {
            switch key {
            case "userInput", "text": step.input = try scalar(value).text
            case "expect": step.expect = try scalar(value).text
            default: leave(key, value)
            }
        }
        return step
    }

    private mutating func leave(_ key: String, _ node: Node) {
        unused[key] = min(unused[key] ?? .max, line(of: node))
    }

    private mutating func note(_ node: Node, _ sentence: String) {
        notes.append(ImportNote(line: line(of: node), column: node.mark?.column, sentence))
    }

    private func pairs(_ node: Node, _ demand: String) throws(Failure) -> [(String, Node)] {
        guard case .mapping(let mapping) = node else { throw failure(node, demand) }
        var pairs: [(String, Node)] = []
        for (key, value) in mapping { pairs.append((try scalar(key).text, value)) }
        return pairs
    }

    private func items(_ node: Node, _ demand: String) throws(Failure) -> [Node] {
        guard case .sequence(let items) = node else { throw failure(node, demand) }
        return Array(items)
    }

    private func scalar(_ node: Node) throws(Failure) -> DialogussFile.Value {
        guard case .scalar(let scalar) = node else {
            throw failure(node, "A word or a text is expected here, and there is a list or record.")
        }
        return DialogussFile.Value(text: scalar.string, line: line(of: node))
    }

    private func line(of node: Node) -> Int { max(1, node.mark?.line ?? 1) }

    private func failure(_ node: Node, _ sentence: String) -> Failure {
        Failure(note: ImportNote(line: line(of: node), column: node.mark?.column, sentence))
    }
}
