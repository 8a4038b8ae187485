// SPDX-License-Identifier: Apache-2.0

/// Cuts a stream of octets into lines that end in LF or CRLF.
///
/// Give it octets as they come, in pieces of any size, and take frames until there is none. It
/// keeps the octets not taken yet; of a line that is too long it keeps nothing but the fact.
public struct LineFramer: Sendable {
    /// Most octets of a line without its end.
    public let lineOctetsMax: Int
    private var octets: [UInt8] = []
    private var start = 0
    /// Where the search for the end of the line goes on.
    private var scanned = 0
    private var flaws: Flaws = []
    private var isFirst = true
    private var isSkipping = false
    private var hasEnded = false

    /// What was seen in the line whose end is looked for.
    private struct Flaws: OptionSet {
        let rawValue: UInt8
        static let nul = Flaws(rawValue: 1)
        static let carriageReturn = Flaws(rawValue: 2)
        static let beyondASCII = Flaws(rawValue: 4)
    }

    /// Capacity that an idle framer does not hold on to.
    private static let idleOctetsMax = 4_096

    /// Makes a framer at the beginning of a stream.
    public init(lineOctetsMax: Int = LineLimits().lineOctetsMax) {
        self.lineOctetsMax = max(1, lineOctetsMax)
    }

    /// Takes the next octets of the stream.
    public mutating func append(_ more: some Sequence<UInt8>) {
        if start > 0 {
            octets.removeSubrange(..<start)
            scanned -= start
            start = 0
        }
        if octets.isEmpty, octets.capacity > Self.idleOctetsMax { octets = [] }
        octets.append(contentsOf: more)
    }

    /// Takes note that no more octets come; an unfinished line becomes a frame of its own.
    public mutating func end() {
        hasEnded = true
    }

    /// The next frame, or nil when more octets are needed.
    public mutating func next() -> LineFrame? {
        while let end = lineEnd() {
            let line = content(until: end)
            let seen = flaws
            let wasSkipping = isSkipping
            let wasFirst = isFirst
            finish(at: end + 1)
            if !wasSkipping { return frame(of: line, flaws: seen, isFirst: wasFirst) }
        }
        if !isSkipping, content(until: octets.count).count > lineOctetsMax {
            let isHTTP = isFirst && HTTPSign.isBegin(octets[start...])
            finish(at: octets.count)
            isSkipping = true
            return isHTTP ? .http : .tooLong
        }
        if isSkipping { drop(to: octets.count) }
        guard hasEnded, start < octets.count else { return nil }
        finish(at: octets.count)
        return .unfinished
    }

    private func frame(of line: ArraySlice<UInt8>, flaws: Flaws, isFirst: Bool) -> LineFrame {
        if isFirst, HTTPSign.isRequest(line) { return .http }
        if line.count > lineOctetsMax {
            return isFirst && HTTPSign.isBegin(line) ? .http : .tooLong
        }
        if flaws.isEmpty { return .line(line) }
        if flaws.contains(.nul) { return .nul }
        if flaws.contains(.carriageReturn), line.contains(Self.carriageReturn) {
            return .bareCarriageReturn
        }
        if flaws.contains(.beyondASCII), !Self.isUTF8(line) { return .notUTF8 }
        return .line(line)
    }

    /// The octets of the line that ends before an index, without the return that belongs to its
    /// end.
    private func content(until end: Int) -> ArraySlice<UInt8> {
        let hasReturn = end > start && octets[end - 1] == Self.carriageReturn
        return octets[start..<(hasReturn ? end - 1 : end)]
    }

    /// Forgets a line and begins the next one.
    private mutating func finish(at index: Int) {
        drop(to: index)
        flaws = []
        isFirst = false
        isSkipping = false
    }

    private mutating func drop(to index: Int) {
        start = index
        scanned = max(scanned, index)
    }

    /// The place of the next line feed; what was searched once is not searched again.
    private mutating func lineEnd() -> Int? {
        var seen = flaws
        let (end, isFound) = octets.withUnsafeBufferPointer { octets in
            var index = scanned
            while index < octets.count {
                let octet = octets[index]
                if octet < 0x20 {
                    if octet == 0x0A { return (index, true) }
                    if octet == Self.carriageReturn { seen.insert(.carriageReturn) }
                    if octet == 0 { seen.insert(.nul) }
                } else if octet > 0x7F {
                    seen.insert(.beyondASCII)
                }
                index += 1
            }
            return (index, false)
        }
        flaws = seen
        scanned = end
        return isFound ? end : nil
    }

    private static let carriageReturn = UInt8(ascii: "\r")

    private static func isUTF8(_ line: ArraySlice<UInt8>) -> Bool {
        String(validating: line, as: UTF8.self) != nil
    }
}
