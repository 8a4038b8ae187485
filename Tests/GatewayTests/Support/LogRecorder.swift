// SPDX-License-Identifier: Apache-2.0
import Logging
import Synchronization

/// Keeps every line that is logged, with its metadata.
final class LogRecorder: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    var handler: any LogHandler { Handler(recorder: self) }

    private func take(_ line: String) {
        kept.withLock { $0.append(line) }
    }

    private struct Handler: LogHandler {
        let recorder: LogRecorder
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let level = event.level
            recorder.take("\(level) \(event.message) \(event.metadata ?? [:])")
        }
    }
}
