// SPDX-License-Identifier: Apache-2.0

/// The language in which a subscriber reads menus, by her phone number: who has no wallet yet has
/// one too.
struct ChosenLanguage: Hashable, Sendable {
    /// Most octets of a code that is kept (BCP 47 clause 4.4.1 advises 35 characters).
    static let codeOctetsMax = 35

    let code: String
}

extension ChosenLanguage: RecordBody {
    static let kind = RecordKind.language

    init(from reader: inout RecordReader) {
        code = reader.text()
    }

    func write(to writer: inout RecordWriter) { writer.write(code) }
}
