// SPDX-License-Identifier: Apache-2.0

/// The new names of values, by their old ones, and old sources written with them.
///
/// A phone shows the value and not its name, so a renamed value alone is no change of a text.
struct Names {
    private var newNames: [String: String] = [:]

    /// The new name of a value, nil when it kept its name or is not known.
    subscript(_ name: String) -> String? { newNames[name] }

    /// Notes that a value has another name.
    mutating func rename(_ old: String, to new: String) {
        if old != new, !old.isEmpty, !new.isEmpty { newNames[old] = new }
    }

    /// A text with the new names in its holes.
    func inText(_ line: String) -> String {
        guard !newNames.isEmpty else { return line }
        var output = ""
        var rest = Substring(line)
        while let open = rest.firstIndex(of: "{") {
            let inside = rest[open...].dropFirst()
            guard let close = inside.firstIndex(of: "}") else { break }
            output += rest[...open] + inCode(String(inside[..<close])) + "}"
            rest = rest[close...].dropFirst()
        }
        return output + rest
    }

    /// Values, arguments or a condition with the new names; strings stay.
    func inCode(_ text: String) -> String {
        guard !newNames.isEmpty else { return text }
        var output = ""
        var word = ""
        var isString = false
        var isPart = false
        func isWord(_ character: Character) -> Bool {
            character == "_" || character.isLetter || character.isNumber
        }
        for character in text + "\n" {
            if isWord(character) {
                word.append(character)
                continue
            }
            output += isString || isPart ? word : newNames[word] ?? word
            word = ""
            isPart = character == "."
            if character == "\"" { isString.toggle() }
            output.append(character)
        }
        return String(output.dropLast())
    }
}
