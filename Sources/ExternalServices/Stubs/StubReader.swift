// SPDX-License-Identifier: Apache-2.0
import Yams

/// Reads the YAML of a file of stubs.
struct StubReader {
    private let root: Node

    private static let keys = ["after", "failure", "outcome", "payload", "result", "when"]

    /// The deepest that lists and records may stand within each other.
    private static let levelsMax = 16

    init(yaml: String) throws(StubError) {
        guard yaml.utf8.count <= StubFile.Limits.octetsMax else {
            let most = StubFile.Limits.octetsMax
            throw StubError(line: 1, message: "The file has more than \(most) octets. Split it.")
        }
        // An alias could make little text into very much.
        guard !yaml.split(separator: "\n").contains(where: Self.hasAlias) else {
            throw StubError(
                line: 1,
                message: "`&name` and `*name` are not taken. Write the answer out each time."
            )
        }
        do {
            root = try Yams.compose(yaml: yaml) ?? Node([] as [(Node, Node)])
        } catch let error as YamlError {
            throw StubError(line: 1, message: "This is no YAML: \(Self.firstLine(error))")
        } catch {
            throw StubError(line: 1, message: "This is no YAML.")
        }
    }

    /// The stubs by service and operation.
    func read() throws(StubError) -> [String: [String: [StubFile.Stub]]] {
        var services: [String: [String: [StubFile.Stub]]] = [:]
        for (service, operations) in try pairs(root, "services, such as `weather:`") {
            var stubs: [String: [StubFile.Stub]] = [:]
            for (operation, answers) in try pairs(operations, "operations, such as `forecast:`") {
                guard case .sequence(let items) = answers else {
                    throw error("a list of answers, each behind `-`,", is: "expected", at: answers)
                }
                var read: [StubFile.Stub] = []
                for item in items { read.append(try stub(item)) }
                stubs[operation] = read
            }
            services[service] = stubs
        }
        return services
    }

    private func stub(_ node: Node) throws(StubError) -> StubFile.Stub {
        var stub = StubFile.Stub()
        var outcome = "ok"
        var value: StubNode?
        var failure: StubFile.Failure?
        for (key, item) in try pairs(node, "an answer such as `result: {rain: 3}`") {
            switch key {
            case "when":
                for (name, argument) in try pairs(item, "arguments, such as `{place: Mbita}`") {
                    stub.when[name] = try scalar(argument)
                }
            case "outcome": outcome = try scalar(item)
            case "result", "payload": value = try self.value(item, level: 0)
            case "failure":
                let word = try scalar(item)
                failure = StubFile.Failure(rawValue: word)
                if failure == nil {
                    let words = StubFile.Failure.allCases.map(\.rawValue).joined(separator: ", ")
                    throw error("one of \(words)", is: "expected", at: item)
                }
            case "after": stub.milliseconds = try milliseconds(item)
            default:
                let known = Self.keys.joined(separator: ", ")
                throw error("`\(key)`", is: "not known. Known are \(known)", at: item)
            }
        }
        stub.answer = failure.map { .failure($0) } ?? .outcome(outcome, value)
        return stub
    }

    private func milliseconds(_ node: Node) throws(StubError) -> Int64 {
        let most = StubFile.Limits.secondsMax
        let parts = try scalar(node).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let seconds = Int64(parts[0]), seconds <= most,
            seconds >= 0, parts.dropFirst().allSatisfy({ (1...3).contains($0.utf8.count) }),
            let part = Int64((parts.dropFirst().first ?? "") + "000".prefix(3 - minorCount(parts))),
            part >= 0
        else { throw error("seconds from 0 to \(most), such as `2.5`", is: "expected", at: node) }
        return seconds * 1_000 + part
    }

    private func minorCount(_ parts: [Substring]) -> Int { parts.dropFirst().first?.count ?? 0 }

    private func value(_ node: Node, level: Int) throws(StubError) -> StubNode {
        guard level < Self.levelsMax else {
            throw error("the value", is: "nested more than \(Self.levelsMax) deep", at: node)
        }
        switch node {
        case .scalar(let scalar): return .text(scalar.string)
        case .sequence(let items):
            var values: [StubNode] = []
            for item in items { values.append(try value(item, level: level + 1)) }
            return .list(values)
        case .mapping:
            var fields: [String: StubNode] = [:]
            for (name, item) in try pairs(node, "fields") {
                fields[name] = try value(item, level: level + 1)
            }
            return .fields(fields)
        default: throw error("a value", is: "expected", at: node)
        }
    }

    private func pairs(_ node: Node, _ what: String) throws(StubError) -> [(String, Node)] {
        guard case .mapping(let mapping) = node else {
            throw error(what, is: "expected", at: node)
        }
        var pairs: [(String, Node)] = []
        for (key, value) in mapping {
            let name = try scalar(key)
            guard !pairs.contains(where: { $0.0 == name }) else {
                throw error("`\(name)`", is: "written twice", at: key)
            }
            pairs.append((name, value))
        }
        return pairs
    }

    private func scalar(_ node: Node) throws(StubError) -> String {
        guard case .scalar(let scalar) = node else {
            throw error("a word or number", is: "expected", at: node)
        }
        return scalar.string
    }

    private func error(_ what: String, is flaw: String, at node: Node) -> StubError {
        let first = what.prefix(1).uppercased() + what.dropFirst()
        return StubError(line: node.mark?.line ?? 1, message: "\(first) is \(flaw) here.")
    }

    /// Whether a line has an anchor or an alias where a value begins.
    private static func hasAlias(_ line: Substring) -> Bool {
        var before: Character = " "
        var isSign = false
        for character in line {
            if isSign, character.isLetter || character.isNumber { return true }
            if character == "#" { return false }
            isSign = (character == "&" || character == "*") && " :-[{,".contains(before)
            before = character
        }
        return false
    }

    private static func firstLine(_ error: YamlError) -> String {
        String("\(error)".prefix { $0 != "\n" })
    }
}
