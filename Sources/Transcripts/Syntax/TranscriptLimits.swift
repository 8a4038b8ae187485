// SPDX-License-Identifier: Apache-2.0

/// The bounds of a transcript; crossing one of the file's is a diagnostic.
public enum TranscriptLimits {
    /// Most octets of a file.
    public static let fileOctetsMax = 1_048_576
    /// Most phones of a scene.
    public static let phonesMax = 200
    /// Most languages that a scene is played in.
    public static let languagesMax = 32
    /// Most expected lines under one step.
    public static let expectedLinesMax = 200
    /// How deep parts include parts.
    public static let inclusionDepthMax = 8
    /// Most parts that a scene includes, one that is included twice counted twice.
    public static let inclusionsMax = 500
    /// Most octets of all parts of a scene.
    public static let includedOctetsMax = 4_194_304
    /// Most octets of the pattern that one line becomes.
    public static let patternOctetsMax = 4_096
    /// The longest duration, in milliseconds: a year of 366 days.
    public static let durationMillisecondsMax: Int64 = 366 * 86_400_000
    /// How long a phone waits in virtual time for an answer, in milliseconds.
    public static let answerMillisecondsMax: Int64 = 600_000
    /// Most deadlines that are passed while one thing is waited for.
    public static let deadlinesMax = 10_000
    /// How long after a scene an SMS that came too late is looked for, in milliseconds.
    public static let lateMillisecondsMax: Int64 = 600_000
    /// How many screens of a phone are kept to say where an expected one was shown.
    public static let screensKept = 50
    /// How many of the newest postings are looked at for one like an expected one.
    public static let postingsLookedAt = 20
    /// Most octets of a name of a phone or a variable.
    public static let nameOctetsMax = 32
    /// Fewest and most digits of a PIN.
    public static let pinDigits = 4...8
}
