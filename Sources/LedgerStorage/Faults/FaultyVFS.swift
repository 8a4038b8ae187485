// SPDX-License-Identifier: Apache-2.0
import GRDBSQLite
import Ledger

/// A file system registered with SQLite that hands every call to a ``FaultyFileSystem``.
///
/// What it points to is written once, before SQLite knows of it, and freed when SQLite does not
/// any more; that is why it may cross threads.
final class FaultyVFS: @unchecked Sendable {
    /// The name SQLite knows it by.
    let name: String
    /// SQLite's own file system.
    let real: UnsafeMutablePointer<sqlite3_vfs>
    private let own: UnsafeMutablePointer<sqlite3_vfs>
    /// What SQLite calls on each open file.
    let methods: UnsafeMutablePointer<sqlite3_io_methods>
    private let ownName: UnsafeMutablePointer<CChar>

    init() throws(LedgerStoreError) {
        guard let real = sqlite3_vfs_find(nil) else {
            throw .io(code: Int(SQLITE_NOTFOUND), message: "SQLite has no file system")
        }
        self.real = real
        own = .allocate(capacity: 1)
        methods = .allocate(capacity: 1)
        methods.initialize(to: FaultyFile.methods)
        name = "faulty-\(UInt(bitPattern: own))"
        ownName = .allocate(capacity: name.utf8.count + 1)
        for (index, character) in name.utf8CString.enumerated() { ownName[index] = character }
    }

    deinit {
        own.deallocate()
        methods.deallocate()
        ownName.deallocate()
    }

    func register(for system: FaultyFileSystem) {
        var vfs = real.pointee
        vfs.pNext = nil
        vfs.zName = UnsafePointer(ownName)
        vfs.szOsFile = Int32(FaultyFile.handleBytes)
        vfs.pAppData = Unmanaged.passUnretained(system).toOpaque()
        vfs.xOpen = { vfs, name, file, flags, outFlags in
            FaultyFileSystem.from(vfs)?.open(name, file, flags, outFlags) ?? SQLITE_CANTOPEN
        }
        vfs.xDelete = { vfs, name, syncsFolder in
            FaultyFileSystem.from(vfs)?.remove(name, syncsFolder) ?? SQLiteFault.remove
        }
        vfs.xAccess = { vfs, name, flags, result in
            FaultyFileSystem.from(vfs)?.access(name, flags, result) ?? SQLiteFault.access
        }
        vfs.xFullPathname = { vfs, name, count, result in
            guard let real = FaultyFileSystem.from(vfs)?.base.real else {
                return SQLITE_CANTOPEN
            }
            return real.pointee.xFullPathname(real, name, count, result)
        }
        own.initialize(to: vfs)
        sqlite3_vfs_register(own, 0)
    }

    func unregister() { sqlite3_vfs_unregister(own) }
}
