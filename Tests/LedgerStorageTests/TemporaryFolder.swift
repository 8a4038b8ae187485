// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A folder that goes with the test.
final class TemporaryFolder: Sendable {
    private let url: URL

    init() throws {
        var template = Array((NSTemporaryDirectory() + "ledger-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        let path = template.dropLast().map(UInt8.init(bitPattern:))
        url = URL(filePath: String(decoding: path, as: UTF8.self))
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// The bytes of a file.
    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

    func write(_ bytes: Data, _ name: String) throws {
        try bytes.write(to: URL(filePath: path(name)))
    }

    /// The names of all files.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }
}
