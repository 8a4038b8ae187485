// SPDX-License-Identifier: Apache-2.0

/// Knows a client that speaks HTTP by its first line, so that a web page cannot press keys here.
enum HTTPSign {
    /// Whether a whole line is `METHOD target HTTP/…`, which covers the preface of HTTP/2.
    static func isRequest(_ line: ArraySlice<UInt8>) -> Bool {
        guard let last = line.lastIndex(of: UInt8(ascii: " ")),
            line[(last + 1)...].starts(with: "HTTP/".utf8)
        else { return false }
        return methodEnd(line).map { $0 < last } ?? false
    }

    /// Whether the beginning of a line that is too long reads like a request.
    static func isBegin(_ line: ArraySlice<UInt8>) -> Bool {
        guard let end = methodEnd(line) else { return false }
        let target = line[(end + 1)...]
        return target.starts(with: "/".utf8) || target.starts(with: "http".utf8)
    }

    /// Where the method ends: capital letters and a space.
    private static func methodEnd(_ line: ArraySlice<UInt8>) -> Int? {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard let end = line.firstIndex(where: { !capitals.contains($0) }), end > line.startIndex,
            line[end] == UInt8(ascii: " ")
        else { return nil }
        return end
    }

    /// The whole answer to such a client.
    static let answer = """
        HTTP/1.1 400 Bad Request\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Length: 82\r
        Connection: close\r
        \r
        This port speaks lines, not HTTP. Connect with: nc HOST PORT, and then type HELP.

        """
}
