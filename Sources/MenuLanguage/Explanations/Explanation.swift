// SPDX-License-Identifier: Apache-2.0
public import SourceText

/// One page on a kind of finding: what is wrong, why it matters, a bad and a good example.
public struct Explanation: Hashable, Sendable {
    /// The finding's stable name, such as `menu.unknown-target`.
    public let id: String
    /// What is wrong in general, in one sentence.
    public let summary: String
    /// What it would mean to the person who holds the phone.
    public let why: String
    /// A menu, or a part of one, that has this finding and no other.
    public let bad: String
    /// The same mended, without a finding.
    public let good: String

    /// What stands around the examples.
    let frame: Frame

    /// What is left out around an example because it is the same for all.
    enum Frame {
        /// Nothing: the example is a whole menu.
        case whole
        /// A menu whose code leads to `home`.
        case menu
        /// A menu that also uses the service `money` and has a screen `busy` for when it fails.
        case money
        /// Nothing: the example is a file of translations.
        case translations
    }

    init(
        _ id: String,
        _ summary: String,
        why: String,
        in frame: Frame,
        bad: String,
        good: String
    ) {
        self.id = id
        self.summary = summary
        self.why = why
        self.frame = frame
        self.bad = bad
        self.good = good
    }
}

extension Explanation {
    /// The whole page as lines for a terminal, what cannot be seen made visible.
    public var page: String { findingPage.text }

    /// The page as other kinds of files have theirs.
    public var findingPage: FindingPage {
        FindingPage(
            id: id,
            summary: summary,
            why: why,
            bad: bad,
            good: good,
            around: frame.sentence
        )
    }

    /// The example as a whole menu.
    ///
    /// In examples a line `-- name.menu --` begins a further file, and `-- 9 such lines --` says
    /// that the next line stands there so often, each time with another number in place of `%`.
    func source(_ example: String) -> String {
        let isWhole = example.hasPrefix("menu ")
        return isWhole ? example : frame.before + example + frame.after
    }
}

extension Explanation.Frame {
    /// What stands above the example.
    fileprivate var before: String {
        switch self {
        case .whole, .translations: ""
        case .menu:
            """
            menu example

            dial *789# -> home


            """
        case .money:
            """
            menu example
                services money
                me money.me
                otherwise
                    unavailable -> busy
                    unsure -> busy
                    unregistered -> busy

            dial *789# -> home


            """
        }
    }

    /// What stands below it.
    fileprivate var after: String {
        switch self {
        case .whole, .menu, .translations: "\n"
        case .money: "\n\nscreen busy\n    | Try again later.\n    end\n"
        }
    }

    /// What is left out, for the reader of a page.
    fileprivate var sentence: String? {
        switch self {
        case .whole: nil
        case .translations: "Both are parts of a file such as `main.sw.po`."
        case .menu: "Both stand in a menu with `dial *789# -> home`."
        case .money:
            "Both stand in a menu with `dial *789# -> home` that uses the service `money` and has "
                + "a screen `busy` for when a call fails."
        }
    }
}
