// SPDX-License-Identifier: Apache-2.0

/// The address behind `at`: a scheme, a host, perhaps a port and a path (RFC 3986).
struct ServiceAddress: Hashable, Sendable {
    let isEncrypted: Bool

    /// Why an address cannot be used, to stand in a sentence.
    struct Mistake: Error {
        let why: String
    }

    /// The longest address.
    static let octetsMax = 512

    /// Takes an address apart.
    init(_ text: String) throws(Mistake) {
        guard !text.isEmpty else { throw Mistake(why: "the address is missing") }
        guard text.utf8.count <= Self.octetsMax else {
            throw Mistake(why: "the address has more than \(Self.octetsMax) characters")
        }
        let rest: Substring
        if text.hasPrefix("https://") {
            (isEncrypted, rest) = (true, text.dropFirst("https://".count))
        } else if text.hasPrefix("http://") {
            (isEncrypted, rest) = (false, text.dropFirst("http://".count))
        } else {
            throw Mistake(why: "the address begins neither with `https://` nor with `http://`")
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        try Self.checkPath(rest.dropFirst(authority.count))
        guard !authority.contains("@") else {
            throw Mistake(why: "no name or password belongs into an address")
        }
        let host = try Self.host(authority)
        guard isEncrypted || Self.isLoopback(host) else {
            throw Mistake(why: "`http://` would send in the open what subscribers type")
        }
    }

    private static func checkPath(_ path: Substring) throws(Mistake) {
        let isPlain = path.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
        guard isPlain, !path.contains(where: { "#\"<>\\^`{|}".contains($0) }) else {
            throw Mistake(why: "the path has a character that an address cannot have")
        }
    }

    /// The host of `host:port`, whose port is 1 to 65535.
    private static func host(_ authority: Substring) throws(Mistake) -> Substring {
        var host = authority
        let colon = authority.lastIndex(of: ":")
        if let colon, !authority[colon...].contains("]") {
            host = authority[..<colon]
            guard let port = UInt16(authority[colon...].dropFirst()), port > 0 else {
                throw Mistake(why: "the port is no number from 1 to 65535")
            }
        }
        let isAddress = host.hasPrefix("[") && host.hasSuffix("]")
        let inner = isAddress ? host.dropFirst().dropLast() : host
        let isPlain = inner.utf8.allSatisfy { octet in
            switch octet {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                true
            case UInt8(ascii: "-"), UInt8(ascii: "."): !isAddress || octet == UInt8(ascii: ".")
            case UInt8(ascii: ":"): isAddress
            default: false
            }
        }
        guard !inner.isEmpty, isPlain else { throw Mistake(why: "the host has no right form") }
        return host
    }

    private static func isLoopback(_ host: Substring) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isFour = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
        return host == "localhost" || host == "[::1]" || isFour && parts.first == "127"
    }
}
