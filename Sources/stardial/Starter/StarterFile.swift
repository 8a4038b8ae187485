// SPDX-License-Identifier: Apache-2.0

/// A file that `stardial init` writes.
struct StarterFile {
    /// Its path from the folder of the project.
    let path: String
    /// All that stands in it.
    let text: String

    /// A menu in two languages, three scenes that visit all of it, and a script that checks both.
    static let all = [menu, translation, lock, sale, mistakes, language, checks]
}
