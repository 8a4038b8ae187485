// SPDX-License-Identifier: Apache-2.0

/// What is seen of a scene at one moment, and how it is drawn.
struct PlayFrame: Equatable {
    /// How long a frame stands, in beats of the pace.
    enum Pause: Equatable {
        case key, screen, message, note, phase, end
    }

    /// One phone.
    struct Phone: Equatable {
        let name: String
        /// The lines of its screen; empty when it shows none.
        var screen: [String] = []
        /// What is being typed; nil when nothing is.
        var typed: String?
        /// What became of its session, in a word or two.
        var status = ""
        /// The newest message: who sent it, and its lines.
        var message: (from: String, lines: [String])?

        static func == (left: Phone, right: Phone) -> Bool {
            left.name == right.name && left.screen == right.screen && left.typed == right.typed
                && left.status == right.status && left.message?.from == right.message?.from
                && left.message?.lines == right.message?.lines
        }
    }

    /// The title of the scene.
    var title: String
    /// The time in the scene.
    var clock = ""
    /// The title of the phase.
    var phase = ""
    var phones: [Phone]
    /// What happens, when no phone shows it.
    var note = ""
    /// Whether what happens is otherwise than written.
    var isWrong = false
    var pause = Pause.screen
    /// The number of the step, counted from 1; 0 above the first.
    var step = 0

    /// The fewest rows of a display.
    static let rowsMin = 6
    /// The columns of a phone with the gap behind it.
    static let phoneColumns = PhonePicture.columns + 6

    /// The frame as lines of text.
    ///
    /// - Parameter columns: how wide the terminal is; as many phones stand side by side as fit.
    /// - Returns: the lines, without blanks at their ends.
    func lines(columns: Int) -> [String] {
        let gap = max(1, min(columns, 100) - title.count - clock.count)
        var lines = [title + String(repeating: " ", count: gap) + clock]
        lines.append(phase.isEmpty ? "" : "# \(phase)")
        lines.append("")
        let side = max(1, columns / Self.phoneColumns)
        for start in stride(from: 0, to: phones.count, by: side) {
            lines += Self.row(phones[start..<min(start + side, phones.count)])
        }
        lines.append((isWrong ? "✗ " : note.isEmpty ? "" : "  ") + note)
        return lines.map(Self.trimmed)
    }

    /// Phones side by side.
    private static func row(_ phones: ArraySlice<Phone>) -> [String] {
        let rows = max(
            rowsMin,
            phones.map { $0.screen.flatMap(PhonePicture.wrap).count }.max() ?? 0
        )
        let drawn = phones.map { draw($0, rows: rows) }
        let height = drawn.map(\.count).max() ?? 0
        let picture = (0..<height).map { index in
            drawn.map { lines in
                let line = index < lines.count ? lines[index] : ""
                return line + String(repeating: " ", count: max(0, phoneColumns - line.count))
            }.joined()
        }
        return picture + [""]
    }

    private static func draw(_ phone: Phone, rows: Int) -> [String] {
        let wrapped = phone.screen.flatMap(PhonePicture.wrap)
        let blank = Array(repeating: "", count: max(0, rows - wrapped.count))
        var lines = ["  " + phone.name]
        lines += PhonePicture.draw(wrapped + blank, caption: "").split(separator: "\n").map {
            trimmed(String($0))
        }
        lines.append("  " + (phone.typed.map { "> \($0)_" } ?? phone.status))
        if let message = phone.message {
            lines.append("  ✉ \(message.from)")
            lines += message.lines.flatMap(PhonePicture.wrap).map { "    " + $0 }
        }
        return lines
    }

    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
