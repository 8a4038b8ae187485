// SPDX-License-Identifier: Apache-2.0
import CPCRE2

extension Pattern {
    /// The longest message PCRE2 is asked for, in octets (pcre2api: 120 are enough for any).
    private static let messageOctetsMax = 256

    static func compile(
        _ source: String,
        _ options: PatternOptions,
        _ limits: PatternLimits
    ) throws(PatternError) -> OpaquePointer {
        guard let context = pcre2_compile_context_create_8(nil) else {
            throw .matching(code: PCRE2_ERROR_NOMEMORY)
        }
        defer { pcre2_compile_context_free_8(context) }
        pcre2_set_max_pattern_length_8(context, max(0, limits.sourceOctetsMax))
        var flags = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C
        if options.contains(.wholeInput) {
            flags |= PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY
        }
        if options.contains(.caseless) { flags |= PCRE2_CASELESS }
        var reason: Int32 = 0
        var offset = 0
        var copy = source
        let compiled = copy.withUTF8 { octets in
            withUnsafePointer(to: 0) { empty in
                pcre2_compile_8(
                    octets.baseAddress ?? empty,
                    octets.count,
                    flags,
                    &reason,
                    &offset,
                    context
                )
            }
        }
        guard let compiled else {
            let place = min(max(0, offset), copy.utf8.count)
            throw .invalid(message: message(reason), offset: place)
        }
        return compiled
    }

    static func info(_ code: OpaquePointer, _ what: Int32) -> Int {
        var value: UInt32 = 0
        return pcre2_pattern_info_8(code, UInt32(what), &value) == 0 ? Int(value) : 0
    }

    /// The numbers of each named group; a name may have several with `(?J)`.
    ///
    /// The table has rows of equal length: the number in two octets, the name, a zero octet
    /// (pcre2api, "Extracting information about a compiled pattern").
    static func names(_ code: OpaquePointer) -> [String: [Int]] {
        let count = info(code, PCRE2_INFO_NAMECOUNT)
        let size = info(code, PCRE2_INFO_NAMEENTRYSIZE)
        var table: UnsafePointer<UInt8>?
        guard count > 0, size > 2,
            pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table) == 0, let table
        else { return [:] }
        var numbers: [String: [Int]] = [:]
        for row in 0..<count {
            let entry = UnsafeBufferPointer(start: table + row * size, count: size)
            let name = String(decoding: entry[2...].prefix { $0 != 0 }, as: UTF8.self)
            numbers[name, default: []].append(Int(entry[0]) << 8 | Int(entry[1]))
        }
        return numbers
    }

    private static func message(_ code: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: messageOctetsMax)
        let count = Int(pcre2_get_error_message_8(code, &buffer, buffer.count))
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}
