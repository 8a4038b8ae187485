// SPDX-License-Identifier: Apache-2.0
import Foundation
import SourceText

extension MenuShelf {
    /// What is said of a menu that is not under a folder: which there are, and which was meant.
    static func missing(_ menu: String, under folder: String) -> String {
        let below = FileManager.default.enumerator(atPath: folder)
        var known: Set<String> = []
        while let name = below?.nextObject() as? String {
            guard name.hasSuffix(".menu") else { continue }
            let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                if words.count == 2, words[0] == "menu" { known.insert(String(words[1])) }
            }
        }
        guard !known.isEmpty else {
            return "There is no menu \(menu) under \(folder), nor any other. Is --menus right?"
        }
        let names = known.sorted()
        let near = DidYouMean.closest(to: menu, among: names).map { " Did you mean \($0)?" } ?? ""
        let all = names.prefix(shownMax).joined(separator: ", ")
        return "There is no menu \(menu) under \(folder).\(near) Known are \(all)."
    }

    /// The most names of menus that are listed.
    private static let shownMax = 20
}
