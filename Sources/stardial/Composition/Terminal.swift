// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The two streams a command writes to, and what they are connected to.
enum Terminal {
    /// Where a text goes.
    enum Stream: Int32 {
        case output = 1
        case errors = 2
    }

    /// Writes a text at once and whole; a reader that went away ends the writing.
    static func write(_ text: String, to stream: Stream = .output) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes {
                Foundation.write(stream.rawValue, $0.baseAddress, $0.count)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }

    /// Writes a line to standard output.
    static func line(_ text: String) {
        write(text + "\n")
    }

    /// Whether a person sees the stream.
    static func isSeen(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

    /// How many columns and rows the terminal has; 80 and 24 where that is not known.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
        else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Whether a person sees the stream; `NO_COLOR` turns colour off there too.
    static func wantsColour(_ stream: Stream = .output) -> Bool {
        isSeen(stream) && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
}
