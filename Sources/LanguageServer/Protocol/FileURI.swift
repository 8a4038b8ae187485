// SPDX-License-Identifier: Apache-2.0

/// Paths as `file:` addresses and back (RFC 8089).
enum FileURI {
    /// The path of an address; an address of another kind stands for itself.
    static func path(of uri: String) -> String {
        guard uri.hasPrefix("file://") else { return uri }
        let rest = uri.dropFirst("file://".count)
        guard let slash = rest.firstIndex(of: "/") else { return uri }
        return decoded(rest[slash...]) ?? uri
    }

    /// The address of a path; what is no absolute path stands for itself.
    static func uri(of path: String) -> String {
        guard path.hasPrefix("/") else { return path }
        return "file://"
            + path.utf8.map { octet in
                switch octet {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                    UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                    return String(decoding: [octet], as: UTF8.self)
                default:
                    let digits = String(octet, radix: 16, uppercase: true)
                    return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
                }
            }.joined()
    }

    private static func decoded(_ text: Substring) -> String? {
        var octets: [UInt8] = []
        var rest = text.utf8[...]
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "%") else {
                octets.append(octet)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard rest.count >= 2, let value = UInt8(digits, radix: 16) else { return nil }
            octets.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: octets, as: UTF8.self)
    }
}
