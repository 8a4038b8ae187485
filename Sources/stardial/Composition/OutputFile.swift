// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A file that is written whole or reported; `-` is the standard output.
final class OutputFile {
    private let path: String
    private let descriptor: Int32

    /// Opens a file, new or in place of what it held, for its owner alone.
    ///
    /// - Parameters:
    ///   - path: the file; `-` is the standard output.
    ///   - appends: whether what it holds stays, and the text goes behind it.
    /// - Throws: ``CommandFailure`` when it cannot be opened.
    init(_ path: String, appends: Bool = false) throws(CommandFailure) {
        self.path = path
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (appends ? O_APPEND : O_TRUNC)
        descriptor =
            path == "-" ? 1 : Foundation.open(path, flags, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(
                .failed,
                "\(path) cannot be written: \(String(cString: strerror(errno))). "
                    + "Name another place."
            )
        }
    }

    /// Says that a file cannot be opened, without touching it; for work that takes long.
    static func check(_ path: String) throws(CommandFailure) {
        let folder = path.parentFolder
        let place = FileManager.default.fileExists(atPath: path) ? path : folder
        guard path == "-" || access(place.isEmpty ? "." : place, W_OK) == 0,
            !MenuShelf.isFolder(path)
        else {
            throw CommandFailure(
                .failed,
                "\(path) cannot be written, so nothing was begun. Name another place."
            )
        }
    }

    deinit { if descriptor > 2 { _ = close(descriptor) } }

    /// Writes a text to its last byte.
    func write(_ text: String) throws(CommandFailure) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                let name = path == "-" ? "The output" : path
                throw CommandFailure(
                    .failed,
                    "\(name) was not written to its end: \(String(cString: strerror(errno))). "
                        + "Make space and do it again."
                )
            }
            bytes = bytes.dropFirst(written)
        }
    }
}
