// SPDX-License-Identifier: Apache-2.0
import SourceText
import Yams

/// Where the nodes of a YAML file stand: the parser tells only where they begin.
struct YAMLPlaces {
    let file: SourceFile

    /// The range of a node: a scalar as written, a list or block in brackets up to its closing
    /// one, and else the rest of its first line.
    func range(of node: Node) -> SourceRange {
        guard let start = node.mark.map(offset) else { return file.range(0, 0) }
        let rest = line(from: start)
        switch node {
        case .scalar(let scalar): return file.range(start, start + length(of: scalar, in: rest))
        default: return file.range(start, start + Self.bracketed(rest))
        }
    }

    /// The range of one line without the blanks around it.
    func range(ofLine number: Int) -> SourceRange {
        let start = file.lineStart(number)
        let blanks = file.line(number).utf8.prefix { $0 == UInt8(ascii: " ") }.count
        return file.range(start + blanks, start + blanks + Self.trimmed(line(from: start + blanks)))
    }

    /// The octet of a place that is counted in lines and Unicode scalars from 1.
    private func offset(_ mark: Mark) -> Int {
        let before = file.line(mark.line).unicodeScalars.prefix(max(0, mark.column - 1))
        return file.lineStart(mark.line) + before.reduce(0) { $0 + UTF8.width($1) }
    }

    private func line(from offset: Int) -> [UInt8] {
        let location = file.location(at: offset)
        return Array(
            file.line(location.line).utf8.dropFirst(offset - file.lineStart(location.line))
        )
    }

    private func length(of scalar: Node.Scalar, in rest: [UInt8]) -> Int {
        let quote = rest.first.flatMap {
            [UInt8(ascii: "\""), UInt8(ascii: "'")].contains($0) ? $0 : nil
        }
        if let quote, let end = rest.dropFirst().firstIndex(of: quote) { return end + 1 }
        let text = Array(scalar.string.utf8)
        return rest.starts(with: text) && !text.isEmpty ? text.count : Self.trimmed(rest)
    }

    /// The octets up to the bracket that closes the first one, else to the end of the line.
    private static func bracketed(_ rest: [UInt8]) -> Int {
        var depth = 0
        for (index, octet) in rest.enumerated() {
            switch octet {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            if depth == 0 { return index == 0 ? trimmed(rest) : index + 1 }
        }
        return trimmed(rest)
    }

    /// The octets of a line without a remark and blanks at its end.
    private static func trimmed(_ rest: [UInt8]) -> Int {
        var end = rest.count
        for index in rest.indices.dropFirst()
        where rest[index] == UInt8(ascii: "#") && rest[index - 1] == UInt8(ascii: " ") {
            end = index
            break
        }
        while end > 0, rest[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end
    }
}

extension UTF8 {
    /// The octets of a scalar.
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        String(scalar).utf8.count
    }
}
