// SPDX-License-Identifier: Apache-2.0
import GRDBSQLite
import Synchronization

/// What SQLite asks of a file system, beside what it asks of open files.
extension FaultyFileSystem {
    /// The file system that SQLite's structure stands for.
    static func from(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> FaultyFileSystem? {
        guard let context = vfs?.pointee.pAppData else { return nil }
        return Unmanaged<FaultyFileSystem>.fromOpaque(context).takeUnretainedValue()
    }

    func open(
        _ name: sqlite3_filename?,
        _ handle: UnsafeMutablePointer<sqlite3_file>?,
        _ flags: Int32,
        _ outFlags: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let handle else { return SQLITE_CANTOPEN }
        handle.pointee.pMethods = nil
        return disk.withLock { disk in
            guard disk.hasPower else { return SQLITE_CANTOPEN }
            var exists: Int32 = 0
            if let name {
                _ = base.real.pointee.xAccess(base.real, name, SQLITE_ACCESS_EXISTS, &exists)
            }
            let real = Self.allocate(base.real.pointee.szOsFile)
            let code = base.real.pointee.xOpen(base.real, name, real, flags, outFlags)
            guard code == SQLITE_OK else {
                real.deallocate()
                return code
            }
            let path = name.map { String(cString: $0) }
            let file = FaultyFile(
                self,
                real: real,
                path: path,
                part: Part(openedWith: flags),
                age: disk.age
            )
            if let path, exists == 0 || disk.files[path] == nil {
                var size: Int64 = 0
                _ = file.methods.xFileSize(real, &size)
                disk.files[path] = UnsyncedSectors(size: size, nameIsDurable: exists != 0)
            }
            file.lend(to: handle, base.methods)
            return SQLITE_OK
        }
    }

    func remove(_ name: UnsafePointer<CChar>?, _ syncsFolder: Int32) -> Int32 {
        disk.withLock { disk in
            guard disk.hasPower, let name else { return SQLiteFault.remove }
            disk.counters.removals += 1
            let path = String(cString: name)
            let effect = disk.fault(in: .remove, on: Part(of: path))
            switch effect {
            case nil, .powerCut: break
            case .readOnly: return SQLITE_READONLY
            default: return SQLiteFault.remove
            }
            let file = disk.files.removeValue(forKey: path)
            if syncsFolder == 0, let file, file.nameIsDurable,
                let bytes = FaultyDisk.contents(of: path)
            {
                var dice = FaultDice(seed: 0)
                let remains = file.remains(keeping: .nothing, &dice)
                disk.removed[path] = FaultyDisk.merge(remains, into: bytes)
            }
            let code = base.real.pointee.xDelete(base.real, name, 0)
            guard case .powerCut(let kept) = effect else { return code }
            disk.cutPower(keeping: kept)
            return SQLiteFault.remove
        }
    }

    func access(
        _ name: UnsafePointer<CChar>?,
        _ flags: Int32,
        _ result: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard hasPower else { return SQLiteFault.access }
        return base.real.pointee.xAccess(base.real, name, flags, result)
    }

    private static func allocate(_ bytes: Int32) -> UnsafeMutablePointer<sqlite3_file> {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: Int(bytes), alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: Int(bytes))
        return memory.assumingMemoryBound(to: sqlite3_file.self)
    }
}

extension FaultyFileSystem.Part {
    fileprivate init(openedWith flags: Int32) {
        if flags & SQLITE_OPEN_MAIN_DB != 0 {
            self = .database
        } else if flags & SQLITE_OPEN_WAL != 0 {
            self = .log
        } else {
            self = flags & SQLITE_OPEN_MAIN_JOURNAL != 0 ? .journal : .other
        }
    }

    fileprivate init(of path: String) {
        if path.hasSuffix("-wal") {
            self = .log
        } else {
            self = path.hasSuffix("-journal") ? .journal : .other
        }
    }
}
