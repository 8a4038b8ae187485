// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The lines that are typed, and whether the terminal shows them.
enum Keyboard {
    /// Every line until the end of input, read by a thread that does nothing else.
    static func lines() -> AsyncStream<String> {
        AsyncStream { stream in
            Thread.detachNewThread {
                while let line = readLine(strippingNewline: true) { stream.yield(line) }
                stream.finish()
            }
        }
    }

    /// Waits for one key, which is not shown; nil at the end of input.
    static func key() -> Character? {
        var settings = termios()
        guard tcgetattr(0, &settings) == 0 else { return nil }
        let before = settings
        settings.c_lflag &= ~tcflag_t(ECHO | ICANON)
        _ = tcsetattr(0, TCSANOW, &settings)
        defer {
            var before = before
            _ = tcsetattr(0, TCSANOW, &before)
        }
        var octet: UInt8 = 0
        guard read(0, &octet, 1) == 1 else { return nil }
        return Character(Unicode.Scalar(octet))
    }

    /// Shows or hides what is typed from now on; on anything but a terminal it does nothing.
    static func show(_ isShown: Bool) {
        var settings = termios()
        guard isatty(0) == 1, tcgetattr(0, &settings) == 0 else { return }
        if isShown {
            settings.c_lflag |= tcflag_t(ECHO)
        } else {
            settings.c_lflag &= ~tcflag_t(ECHO)
        }
        _ = tcsetattr(0, TCSANOW, &settings)
    }
}
