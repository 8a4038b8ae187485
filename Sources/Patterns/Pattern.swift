// SPDX-License-Identifier: Apache-2.0
import CPCRE2

/// A PCRE2 pattern, compiled once, that may be matched from any thread within limits.
///
/// Subjects are UTF-8, and `\d`, `\w` and `\b` know all of Unicode. `\C` is refused, because it
/// would cut a character. The translation to machine code is used where the platform has it.
public final class Pattern: @unchecked Sendable {
    // Unchecked because the compiled code and the match context are C pointers: nothing writes to
    // them after `init`, and what a match writes to is made anew for each call.
    private let code: OpaquePointer
    private let context: OpaquePointer

    /// The pattern as it was written.
    public let source: String
    /// How it was compiled.
    public let options: PatternOptions
    /// What one match may cost.
    public let limits: PatternLimits
    /// The number of groups, without the whole match.
    public let groupCount: Int
    /// Whether the pattern was translated to machine code.
    public let isMachineCode: Bool

    private let groupNumbers: [String: [Int]]

    /// Compiles a pattern.
    ///
    /// - Parameters:
    ///   - source: The pattern in PCRE2's syntax (pcre2pattern).
    ///   - options: How to compile it.
    ///   - limits: What compiling and one match may cost.
    /// - Throws: ``PatternError/invalid(message:offset:)`` when the pattern is wrong.
    public init(
        _ source: String,
        options: PatternOptions = [],
        limits: PatternLimits = .standard
    ) throws(PatternError) {
        guard let context = pcre2_match_context_create_8(nil) else {
            throw .matching(code: PCRE2_ERROR_NOMEMORY)
        }
        pcre2_set_match_limit_8(context, limits.matchStepsMax)
        pcre2_set_depth_limit_8(context, limits.depthMax)
        pcre2_set_heap_limit_8(context, limits.heapKiBMax)
        do {
            self.code = try Pattern.compile(source, options, limits)
        } catch {
            pcre2_match_context_free_8(context)
            throw error
        }
        self.context = context
        self.source = source
        self.options = options
        self.limits = limits
        self.groupCount = Pattern.info(code, PCRE2_INFO_CAPTURECOUNT)
        self.groupNumbers = Pattern.names(code)
        self.isMachineCode =
            !options.contains(.interpreted)
            && pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
    }

    deinit {
        pcre2_match_context_free_8(context)
        pcre2_code_free_8(code)
    }

    /// The names of the groups that have one, in alphabetical order.
    public var groupNames: [String] { groupNumbers.keys.sorted() }

    /// The first match in a text, `nil` if there is none.
    ///
    /// - Throws: ``PatternError/tooExpensive`` when a limit was reached first.
    public func firstMatch(in text: String) throws(PatternError) -> PatternMatch? {
        var subject = text
        let result = subject.withUTF8 { octets in
            Result { () throws(PatternError) in try firstMatch(in: octets, trusted: true) }
        }
        return try result.get().map { PatternMatch(text: subject, groups: $0) }
    }

    /// Whether the pattern matches in a text, or all of it with ``PatternOptions/wholeInput``.
    ///
    /// - Throws: ``PatternError/tooExpensive`` when a limit was reached first.
    public func matches(_ text: String) throws(PatternError) -> Bool {
        var subject = text
        return try subject.withUTF8 { octets in
            Result { () throws(PatternError) in try matches(octets, trusted: true) }
        }.get()
    }

    /// The first match in octets, `nil` if there is none.
    ///
    /// - Parameters:
    ///   - octets: The input in UTF-8.
    ///   - trusted: Whether the octets are known to be UTF-8; if they are not, and this is claimed,
    ///     the outcome is undefined.
    /// - Returns: The ranges of the match and its groups.
    /// - Throws: ``PatternError/matching(code:)`` when untrusted octets are not UTF-8,
    ///   ``PatternError/tooExpensive`` when a limit was reached first.
    public func firstMatch(
        in octets: UnsafeBufferPointer<UInt8>,
        trusted: Bool = false
    ) throws(PatternError) -> PatternGroups? {
        try withMatch(octets, trusted) { data in groups(data) }
    }

    /// Whether the pattern matches in octets; parameters and errors are those of `firstMatch`.
    public func matches(
        _ octets: UnsafeBufferPointer<UInt8>,
        trusted: Bool = false
    ) throws(PatternError) -> Bool {
        try withMatch(octets, trusted) { _ in true } ?? false
    }

    /// The literal written as a pattern that matches it and nothing else.
    public static func escape(_ literal: String) -> String {
        var pattern: [UInt8] = []
        pattern.reserveCapacity(2 * literal.utf8.count)
        for octet in literal.utf8 {
            switch octet {
            case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: pattern.append(octet)
            case 0..<0x20, 0x7F: pattern += "\\x{\(String(octet, radix: 16))}".utf8
            default: pattern += [UInt8(ascii: "\\"), octet]
            }
        }
        return String(decoding: pattern, as: UTF8.self)
    }

    /// Runs one match in memory of its own and gives it to the reader if it succeeded.
    func withMatch<Found>(
        _ octets: UnsafeBufferPointer<UInt8>,
        _ trusted: Bool,
        _ read: (OpaquePointer) -> Found?
    ) throws(PatternError) -> Found? {
        guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else {
            throw .matching(code: PCRE2_ERROR_NOMEMORY)
        }
        defer { pcre2_match_data_free_8(data) }
        let outcome = run(octets, trusted, data)
        switch outcome {
        case 0...: return read(data)
        case PCRE2_ERROR_NOMATCH: return nil
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT,
            PCRE2_ERROR_JIT_STACKLIMIT:
            throw .tooExpensive
        default: throw .matching(code: outcome)
        }
    }

    /// What the matcher answers: 0 or more for a match, else one of PCRE2's negative codes.
    func code(matching text: String) -> Int32 {
        guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else {
            return PCRE2_ERROR_NOMEMORY
        }
        defer { pcre2_match_data_free_8(data) }
        var subject = text
        return subject.withUTF8 { run($0, true, data) }
    }

    private func run(
        _ octets: UnsafeBufferPointer<UInt8>,
        _ trusted: Bool,
        _ data: OpaquePointer
    ) -> Int32 {
        let flags = trusted ? PCRE2_NO_UTF_CHECK : 0
        guard let base = octets.baseAddress else {
            return withUnsafePointer(to: 0) { pcre2_match_8(code, $0, 0, 0, flags, data, context) }
        }
        return pcre2_match_8(code, base, octets.count, 0, flags, data, context)
    }

    private func groups(_ data: OpaquePointer) -> PatternGroups? {
        guard let pairs = pcre2_get_ovector_pointer_8(data) else { return nil }
        let count = min(groupCount + 1, Int(pcre2_get_ovector_count_8(data)))
        let ranges = (0..<count).map { number -> Range<Int>? in
            let (lower, upper) = (pairs[2 * number], pairs[2 * number + 1])
            return lower >= 0 && lower <= upper ? lower..<upper : nil
        }
        guard let whole = ranges.first.flatMap(\.self) else { return nil }
        return PatternGroups(range: whole, ranges: ranges, numbers: groupNumbers)
    }
}

extension Pattern: Hashable {
    /// Two patterns are equal when they were compiled from the same source in the same way.
    public static func == (left: Pattern, right: Pattern) -> Bool {
        left.source == right.source && left.options == right.options && left.limits == right.limits
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(options)
        hasher.combine(limits)
    }
}
