// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Synchronization

/// The exclusive right to a ledger file: a lock (flock(2)) on a file beside it, which the kernel
/// lets go when the process ends however it ends.
final class FileLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Takes the lock.
    ///
    /// - Throws: ``LedgerStoreError/locked(by:)`` with the process that has it.
    init(path: String) throws(LedgerStoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .opening(path, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(in: descriptor)
            _ = Foundation.close(descriptor)
            throw .locked(by: holder)
        }
        // A second lock, which others can ask about without taking anything; flock(2) decides.
        var shown = Self.whole(F_WRLCK)
        _ = fcntl(descriptor, F_SETLK, &shown)
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, text, text.count, 0)
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Lets go; a second time does nothing.
    func release() {
        descriptor.withLock { descriptor in
            // A process being started may still have a copy of the descriptor, which closing ours
            // leaves locked (flock(2)).
            if let descriptor {
                _ = flock(descriptor, LOCK_UN)
                _ = Foundation.close(descriptor)
            }
            descriptor = nil
        }
    }

    /// Who has the lock, in words, without taking it; nil when nobody else has, or nobody can say.
    ///
    /// Asked by a process that has the lock itself, it would let go what others ask about.
    static func holder(at path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = Foundation.close(descriptor) }
        var shown = whole(F_RDLCK)
        guard fcntl(descriptor, F_GETLK, &shown) == 0, shown.l_type != Int16(F_UNLCK) else {
            return nil
        }
        return "process \(shown.l_pid)"
    }

    private static func whole(_ type: Int32) -> flock {
        var lock = flock()
        lock.l_type = Int16(type)
        lock.l_whence = Int16(SEEK_SET)
        return lock
    }

    private static func holder(in descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
        let digits = bytes.prefix(count).prefix { (48...57).contains($0) }
        return digits.isEmpty
            ? "another process" : "process \(String(decoding: digits, as: UTF8.self))"
    }
}

extension LedgerStoreError {
    /// The error for a file that could not be opened.
    static func opening(_ path: String, errno code: Int32) -> LedgerStoreError {
        switch code {
        case EACCES, EPERM, EROFS: .readOnly
        case ENOENT, ENOTDIR: .foreign("the folder it should be in does not exist")
        case ENOSPC: .full
        default: .io(code: Int(code), message: "\(path): \(String(cString: strerror(code)))")
        }
    }
}
