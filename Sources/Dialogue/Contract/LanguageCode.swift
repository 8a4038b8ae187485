// SPDX-License-Identifier: Apache-2.0

/// How codes of languages (BCP 47) are compared.
enum LanguageCode {
    /// The code in small letters with `-` between its parts: `pt-br`.
    static func folded(_ code: String) -> String {
        let isFolded = code.utf8.allSatisfy {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == UInt8(ascii: "-")
        }
        if isFolded { return code }
        return String(
            decoding: code.lowercased().utf8.map {
                $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0
            },
            as: UTF8.self
        )
    }

    /// What stands before the first `-`: `pt`.
    static func primary(_ code: String) -> String {
        guard let dash = code.utf8.firstIndex(of: UInt8(ascii: "-")) else { return code }
        return String(code[..<dash])
    }

    /// The position of the code that suits best: the same, else the bare language, else the first
    /// one of that language; nil when there is none.
    static func position(of code: String, among codes: [String]) -> Int? {
        let code = folded(code)
        let codes = codes.map(folded)
        let primary = primary(code)
        return codes.firstIndex(of: code) ?? codes.firstIndex(of: primary)
            ?? codes.firstIndex { self.primary($0) == primary }
    }
}
