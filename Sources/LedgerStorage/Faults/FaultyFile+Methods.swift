// SPDX-License-Identifier: Apache-2.0
import GRDBSQLite

/// The functions SQLite calls on an open file; each finds the ``FaultyFile`` behind the structure
/// that SQLite knows.
extension FaultyFile {
    /// SQLite's structure, and behind it the pointer to the file.
    static let handleBytes =
        MemoryLayout<sqlite3_file>.stride + MemoryLayout<UnsafeMutableRawPointer>.size

    /// Puts itself behind a structure of SQLite's, until that is closed.
    func lend(
        to handle: UnsafeMutablePointer<sqlite3_file>,
        _ methods: UnsafeMutablePointer<sqlite3_io_methods>
    ) {
        let object = Unmanaged.passRetained(self).toOpaque()
        UnsafeMutableRawPointer(handle).storeBytes(
            of: object,
            toByteOffset: MemoryLayout<sqlite3_file>.stride,
            as: UnsafeMutableRawPointer.self
        )
        handle.pointee.pMethods = UnsafePointer(methods)
    }

    private static func reference(
        _ handle: UnsafeMutablePointer<sqlite3_file>?
    ) -> Unmanaged<FaultyFile>? {
        guard let handle, handle.pointee.pMethods != nil else { return nil }
        let object = UnsafeMutableRawPointer(handle).load(
            fromByteOffset: MemoryLayout<sqlite3_file>.stride,
            as: UnsafeMutableRawPointer.self
        )
        return Unmanaged<FaultyFile>.fromOpaque(object)
    }

    fileprivate static func of(_ handle: UnsafeMutablePointer<sqlite3_file>?) -> FaultyFile? {
        reference(handle)?.takeUnretainedValue()
    }

    fileprivate static func close(_ handle: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
        guard let file = reference(handle)?.takeRetainedValue() else { return SQLITE_OK }
        handle?.pointee.pMethods = nil
        let code = file.methods.xClose(file.real)
        UnsafeMutableRawPointer(file.real).deallocate()
        return code
    }

    /// The table of functions, the same for every file.
    static var methods: sqlite3_io_methods {
        var table = sqlite3_io_methods()
        table.iVersion = 2
        table.xClose = { FaultyFile.close($0) }
        table.xRead = { handle, buffer, count, offset in
            FaultyFile.of(handle)?.read(buffer, count, at: offset) ?? SQLiteFault.read
        }
        table.xWrite = { handle, bytes, count, offset in
            FaultyFile.of(handle)?.write(bytes, count, at: offset) ?? SQLiteFault.write
        }
        table.xTruncate = { handle, size in
            FaultyFile.of(handle)?.truncate(to: size) ?? SQLiteFault.truncate
        }
        table.xSync = { handle, _ in FaultyFile.of(handle)?.sync() ?? SQLiteFault.sync }
        table.xFileSize = { handle, size in
            guard let file = FaultyFile.of(handle), !file.isDead else { return SQLiteFault.size }
            return file.methods.xFileSize(file.real, size)
        }
        table.xFileControl = { handle, operation, argument in
            guard let file = FaultyFile.of(handle) else { return SQLITE_NOTFOUND }
            return file.methods.xFileControl(file.real, operation, argument)
        }
        table.xSectorSize = { handle in
            guard let file = FaultyFile.of(handle) else { return 0 }
            return file.methods.xSectorSize(file.real)
        }
        table.xDeviceCharacteristics = { handle in
            guard let file = FaultyFile.of(handle) else { return 0 }
            return file.methods.xDeviceCharacteristics(file.real)
        }
        addLocks(to: &table)
        return table
    }

    private static func addLocks(to table: inout sqlite3_io_methods) {
        table.xLock = { handle, level in
            guard let file = FaultyFile.of(handle), !file.isDead else { return SQLiteFault.lock }
            return file.methods.xLock(file.real, level)
        }
        table.xUnlock = { handle, level in
            guard let file = FaultyFile.of(handle) else { return SQLITE_OK }
            return file.methods.xUnlock(file.real, level)
        }
        table.xCheckReservedLock = { handle, result in
            guard let file = FaultyFile.of(handle), !file.isDead else { return SQLiteFault.lock }
            return file.methods.xCheckReservedLock(file.real, result)
        }
        table.xShmMap = { handle, region, size, extends, memory in
            guard let file = FaultyFile.of(handle), !file.isDead else {
                return SQLiteFault.sharedMap
            }
            return file.methods.xShmMap(file.real, region, size, extends, memory)
        }
        table.xShmLock = { handle, offset, count, flags in
            guard let file = FaultyFile.of(handle) else { return SQLiteFault.sharedLock }
            if file.isDead, flags & SQLITE_SHM_LOCK != 0 { return SQLiteFault.sharedLock }
            return file.methods.xShmLock(file.real, offset, count, flags)
        }
        table.xShmBarrier = { handle in
            if let file = FaultyFile.of(handle) { file.methods.xShmBarrier(file.real) }
        }
        table.xShmUnmap = { handle, removes in
            guard let file = FaultyFile.of(handle) else { return SQLITE_OK }
            return file.methods.xShmUnmap(file.real, file.isDead ? 0 : removes)
        }
    }
}
