// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

/// Finds what a dialled string or a short message leads to among all menus.
struct MenuDirectory: Sendable {
    let menus: [MenuProgram]

    /// A menu and the way into it.
    struct Dialled {
        let program: MenuProgram
        let match: RouteMatch
        /// What dials the menu again, or nil.
        let code: String?
    }

    /// A menu and the command that was sent.
    struct Texted {
        let program: MenuProgram
        let match: RouteMatch
        /// Whether the route takes whatever no other route takes.
        let takesAnything: Bool
    }

    /// The route that names most of the dialled segments; the first menu when several do.
    func find(dialled text: String) -> Dialled? {
        guard let code = ServiceCode(text) else { return nil }
        var best: (program: MenuProgram, match: RouteMatch)?
        for program in menus {
            guard let match = program.match(dialled: code) else { continue }
            if let known = best, known.match.rest.count <= match.rest.count { continue }
            best = (program, match)
        }
        return best.map { program, match in
            Dialled(
                program: program,
                match: match,
                code: Self.code(of: program, dialled: code)
            )
        }
    }

    /// The command of the first menu that has one; a menu that takes anything comes last.
    func find(text: String) -> Texted? {
        var last: Texted?
        for program in menus {
            guard let match = program.match(sms: text) else { continue }
            let takesAnything = !program.smsRoutes.contains { $0.isNamed(in: text) }
            let found = Texted(program: program, match: match, takesAnything: takesAnything)
            if !takesAnything { return found }
            last = last ?? found
        }
        return last
    }

    /// What can be dialled, the shortest code of each menu.
    var codes: [String] {
        menus.compactMap { $0.plainCodes.first?.description }
    }

    /// The words that commands begin with.
    var words: [String] {
        var words: [String] = []
        for route in menus.flatMap(\.smsRoutes) {
            if case .literal(let word) = route.words.first, !words.contains(word) {
                words.append(word)
            }
        }
        return words
    }

    private static func code(of program: MenuProgram, dialled: ServiceCode) -> String? {
        let codes = program.plainCodes
        let begins = codes.first { dialled.segments.starts(with: $0.segments) }
        return (begins ?? codes.first)?.description
    }
}

extension SMSRoute {
    /// Whether a text begins with the first word of the command.
    fileprivate func isNamed(in text: String) -> Bool {
        guard case .literal(let word) = words.first,
            let typed = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).first
        else { return false }
        return typed.lowercased() == word.lowercased()
    }
}
