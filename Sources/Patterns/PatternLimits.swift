// SPDX-License-Identifier: Apache-2.0

/// What one match may cost before it is given up.
///
/// Machine code knows only ``matchStepsMax`` and its own stack of 32 KiB; the interpreter keeps all
/// limits.
public struct PatternLimits: Hashable, Sendable {
    /// The limits used where none are given: a hopeless match ends within a millisecond or so.
    public static let standard = PatternLimits()

    /// How often the matcher may try (pcre2api, `pcre2_set_match_limit`).
    public var matchStepsMax: UInt32
    /// How deep the interpreter may backtrack (`pcre2_set_depth_limit`).
    public var depthMax: UInt32
    /// How much heap the interpreter may take, in KiB (`pcre2_set_heap_limit`).
    public var heapKiBMax: UInt32
    /// How long the pattern itself may be, in UTF-8 octets.
    public var sourceOctetsMax: Int

    /// Makes limits.
    public init(
        matchStepsMax: UInt32 = 100_000,
        depthMax: UInt32 = 1_000,
        heapKiBMax: UInt32 = 1_024,
        sourceOctetsMax: Int = 4_096
    ) {
        self.matchStepsMax = matchStepsMax
        self.depthMax = depthMax
        self.heapKiBMax = heapKiBMax
        self.sourceOctetsMax = sourceOctetsMax
    }
}
