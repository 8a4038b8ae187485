// SPDX-License-Identifier: Apache-2.0
import Patterns

/// What `--secret-after` and `RECORD SECRET` say: patterns over the text of a screen.
enum SecretScreens {
    /// Patterns stand anywhere in the screen, whatever the case of its letters.
    static let options: PatternOptions = [.caseless]

    /// Compiles patterns.
    static func patterns(_ sources: [String]) throws(CommandFailure) -> [String] {
        for source in sources {
            do {
                _ = try Pattern(source, options: options)
            } catch {
                throw CommandFailure(.usage, "--secret-after \(source) is no pattern: \(error)")
            }
        }
        return sources
    }
}
