// SPDX-License-Identifier: Apache-2.0
import GRDBSQLite
import Synchronization

/// A file that SQLite opened through a faulty file system.
///
/// SQLite never uses one from two threads at once, which is why it may cross threads.
final class FaultyFile: @unchecked Sendable {
    let system: FaultyFileSystem
    /// The real file, opened by SQLite's own file system.
    let real: UnsafeMutablePointer<sqlite3_file>
    /// Its path; nil for a temporary file, which never fails but with the power.
    private let path: String?
    private let part: FaultyFileSystem.Part
    private let age: Int

    init(
        _ system: FaultyFileSystem,
        real: UnsafeMutablePointer<sqlite3_file>,
        path: String?,
        part: FaultyFileSystem.Part,
        age: Int
    ) {
        self.system = system
        self.real = real
        self.path = path
        self.part = part
        self.age = age
    }

    var methods: sqlite3_io_methods { real.pointee.pMethods.pointee }

    /// Whether the power failed since it was opened.
    var isDead: Bool { system.disk.withLock { isDead($0) } }

    private func isDead(_ disk: borrowing FaultyDisk) -> Bool { disk.age != age }

    func read(_ buffer: UnsafeMutableRawPointer?, _ count: Int32, at offset: Int64) -> Int32 {
        system.disk.withLock { disk in
            guard !isDead(disk) else { return SQLiteFault.read }
            guard path != nil else { return methods.xRead(real, buffer, count, offset) }
            disk.counters.reads += 1
            if disk.fault(in: .read, on: part) != nil { return SQLiteFault.read }
            return methods.xRead(real, buffer, count, offset)
        }
    }

    func write(_ bytes: UnsafeRawPointer?, _ count: Int32, at offset: Int64) -> Int32 {
        system.disk.withLock { disk in
            guard !isDead(disk) else { return SQLiteFault.write }
            guard let path, let file = disk.files[path] else {
                return methods.xWrite(real, bytes, count, offset)
            }
            let growth = Int(max(0, offset + Int64(count) - file.size))
            disk.counters.writes += 1
            disk.counters.bytesWritten += Int(count)
            switch disk.fault(in: .write, on: part, growth: growth) {
            case nil:
                return put(bytes, count, at: offset, of: path, &disk)
            case .diskFull:
                let fits = Int32(disk.dice.below(Int(count)))
                let code = put(bytes, fits, at: offset, of: path, &disk)
                return code == SQLITE_OK ? SQLITE_FULL : code
            case .short:
                let part = Int32(disk.dice.below(Int(count)))
                _ = put(bytes, part, at: offset, of: path, &disk)
                return SQLiteFault.write
            case .powerCut(let kept):
                _ = put(bytes, count, at: offset, of: path, &disk)
                disk.cutPower(keeping: kept)
                return SQLiteFault.write
            case .readOnly:
                return SQLITE_READONLY
            case .failing, .forgetting, .reverting:
                return SQLiteFault.write
            }
        }
    }

    func truncate(to size: Int64) -> Int32 {
        system.disk.withLock { disk in
            guard !isDead(disk) else { return SQLiteFault.truncate }
            guard let path, var file = disk.files[path] else {
                return methods.xTruncate(real, size)
            }
            disk.counters.truncations += 1
            let effect = disk.fault(in: .truncate, on: part, growth: Int(size - file.size))
            if effect == .readOnly { return SQLITE_READONLY }
            if effect == nil || effect?.isPowerCut == true {
                file.willTruncate(to: size) { old(at: $0, $1) }
                disk.files[path] = file
                let code = methods.xTruncate(real, size)
                guard case .powerCut(let kept) = effect else { return code }
                disk.cutPower(keeping: kept)
            }
            return SQLiteFault.truncate
        }
    }

    /// Makes what was written durable; the real disk is not waited for.
    func sync() -> Int32 {
        system.disk.withLock { disk in
            guard !isDead(disk) else { return SQLiteFault.sync }
            guard let path, disk.files[path] != nil else { return SQLITE_OK }
            switch disk.fault(in: .sync, on: part) {
            case nil:
                disk.counters.syncs += 1
                disk.counters.bytesSynced += disk.files[path]?.dirtyBytes ?? 0
                if disk.files[path]?.nameIsDurable == false { disk.syncFolder(of: path) }
                disk.files[path]?.synced()
                return SQLITE_OK
            case .forgetting:
                disk.files[path]?.forget()
            case .reverting:
                revert(path, &disk)
            case .powerCut(let kept):
                disk.cutPower(keeping: kept)
            case .diskFull:
                return SQLITE_FULL
            case .failing, .short, .readOnly:
                break
            }
            return SQLiteFault.sync
        }
    }

    private func put(
        _ bytes: UnsafeRawPointer?,
        _ count: Int32,
        at offset: Int64,
        of path: String,
        _ disk: inout FaultyDisk
    ) -> Int32 {
        guard count > 0 else { return SQLITE_OK }
        disk.files[path]?.willWrite(at: offset, count: Int(count)) { old(at: $0, $1) }
        return methods.xWrite(real, bytes, count, offset)
    }

    private func revert(_ path: String, _ disk: inout FaultyDisk) {
        guard let remains = disk.files[path]?.revert() else { return }
        for (offset, bytes) in remains.sectors {
            _ = methods.xWrite(real, bytes, Int32(bytes.count), offset)
        }
        _ = methods.xTruncate(real, remains.size)
    }

    /// What a file holds, with zeros behind its end.
    private func old(at offset: Int64, _ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        _ = methods.xRead(real, &bytes, Int32(count), offset)
        return bytes
    }
}

extension Fault.Effect {
    var isPowerCut: Bool {
        if case .powerCut = self { true } else { false }
    }
}

/// SQLite's codes for what a disk refuses (sqlite3.h, "Extended Result Codes").
enum SQLiteFault {
    static let read = SQLITE_IOERR | 1 << 8
    static let write = SQLITE_IOERR | 3 << 8
    static let sync = SQLITE_IOERR | 4 << 8
    static let truncate = SQLITE_IOERR | 6 << 8
    static let size = SQLITE_IOERR | 7 << 8
    static let remove = SQLITE_IOERR | 10 << 8
    static let access = SQLITE_IOERR | 13 << 8
    static let lock = SQLITE_IOERR | 15 << 8
    static let sharedLock = SQLITE_IOERR | 20 << 8
    static let sharedMap = SQLITE_IOERR | 21 << 8
}
