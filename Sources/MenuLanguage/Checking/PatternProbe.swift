// SPDX-License-Identifier: Apache-2.0
import Patterns

/// Tries a pattern on answers that would cost it most, made from the pattern itself.
///
/// For each repetition the answer is what leads to it, what it repeats again and again, and then
/// something that does not belong. That is what makes a repetition inside a repetition try every
/// way to cut the answer. What is found is not guessed: the answer was tried and hit the limit.
struct PatternProbe {
    /// What trying may cost.
    enum Limits {
        /// Most repetitions of one pattern that are tried.
        static let pumpsMax = 24
        /// How deep groups are read.
        static let levelsMax = 16
    }

    private let pumps: [PatternShape.Pump]
    private let charactersMax: Int

    /// A probe of a pattern whose answers have at most so many characters.
    init(_ source: String, charactersMax: Int) {
        var shape = PatternShape(source, levelsMax: Limits.levelsMax)
        pumps = Array(shape.pumps().prefix(Limits.pumpsMax))
        self.charactersMax = charactersMax
    }

    /// The shortest answer of those tried that is given up, nil when none is.
    func hopelessInput(for pattern: Pattern) -> String? {
        var length = 8
        var lengths: [Int] = []
        while length < charactersMax {
            lengths.append(length)
            length *= 2
        }
        for length in lengths + [charactersMax] {
            for pump in pumps {
                for end in ["!", "!" + pump.suffix, "\u{A3}", ""] {
                    let input = pump.input(end: end, characters: length)
                    if isGivenUp(pattern, input) { return input }
                }
            }
        }
        return nil
    }

    private func isGivenUp(_ pattern: Pattern, _ input: String) -> Bool {
        do throws(PatternError) {
            _ = try pattern.matches(input)
            return false
        } catch {
            if case .tooExpensive = error { return true }
            return false
        }
    }
}

extension PatternShape.Pump {
    /// An answer of so many characters at most, that repeats as often as there is room.
    fileprivate func input(end: String, characters: Int) -> String {
        let room = characters - prefix.unicodeScalars.count - end.unicodeScalars.count
        let count = max(room / max(unit.unicodeScalars.count, 1), 1)
        return prefix + String(repeating: unit, count: count) + end
    }
}
