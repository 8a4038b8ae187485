// SPDX-License-Identifier: Apache-2.0
public import MenuLanguage

extension CoverageItem {
    /// What a subscriber does or meets there, to stand behind her name.
    public var deed: String {
        switch key.kind {
        case .screen: "sees \(key.state)"
        case .question: "is asked \(key.state)"
        case .end: "ends at \(key.state)"
        case .option: "takes \(key.key) \(text) at \(key.state)"
        case .item: "chooses from the list of \(key.state)"
        case .page: "turns the page of \(key.state)"
        case .answer: "answers \(key.state)"
        case .wrong: "types what \(key.state) does not take"
        case .below: "types too little at \(key.state)"
        case .above: "types too much at \(key.state)"
        case .back: "goes back from \(key.state)"
        case .home: "goes home from \(key.state)"
        case .outcome: "meets \(key.key) of \(text) at \(key.state)"
        }
    }

    /// The same in a few letters, digits and dashes, for the name of a file.
    public var slug: String {
        let words =
            switch key.kind {
            case .screen, .question, .end: [key.state]
            case .outcome: [key.state, key.key]
            case .option: [key.state, key.key, text]
            default: [key.state, key.kind.rawValue]
            }
        let text = words.joined(separator: "-").lowercased()
        let parts = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return String(parts.joined(separator: "-").prefix(Self.slugLettersMax))
    }

    /// Most letters of ``slug``.
    static var slugLettersMax: Int { 48 }

    /// How much it says about a scene; the lowest is what a scene is named for.
    var rank: Int {
        switch key.kind {
        case .outcome: key.key == "ok" ? 7 : 0
        case .end: 1
        case .option: 2
        case .page, .item: 3
        case .below, .above: 4
        case .screen, .question: 5
        case .wrong: 6
        case .answer, .back, .home: 8
        }
    }
}

extension Coverage {
    /// What a scene is named for, of all that it is chosen for.
    ///
    /// - Parameter news: What the scene is chosen for.
    /// - Returns: The item and how many more there are; nil when there is nothing of this menu.
    public func subject(of news: Set<CoverageKey>) -> (item: CoverageItem, more: Int)? {
        let new = items.filter { news.contains($0.key) }
        return new.min { $0.rank < $1.rank }.map { ($0, new.count - 1) }
    }
}
