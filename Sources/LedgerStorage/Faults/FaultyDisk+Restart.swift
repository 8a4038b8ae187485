// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger

extension FaultyDisk {
    /// Makes the files hold what the disk kept.
    ///
    /// Each gets a new inode, so that what is still open on the old one, and the shared memory
    /// that belongs to it, is no part of the ledger any more.
    mutating func restart() throws(LedgerStoreError) {
        if hasPower { cutPower(keeping: .everything) }
        for (path, remains) in takeRemains() {
            _ = unlink(path + "-shm")
            if let remains { try Self.put(remains, into: path) } else { _ = unlink(path) }
        }
        for (path, bytes) in takeRevenants() { try Self.write(bytes, to: path) }
        begin()
    }

    private static func put(
        _ remains: UnsyncedSectors.Remains,
        into path: String
    ) throws(LedgerStoreError) {
        guard let bytes = contents(of: path) else { return }
        try write(merge(remains, into: bytes), to: path)
    }

    /// What a file holds with the disk's own sectors and length in place of its own.
    static func merge(_ remains: UnsyncedSectors.Remains, into now: [UInt8]) -> [UInt8] {
        var bytes = now
        let size = Int(remains.size)
        bytes.reserveCapacity(size)
        if bytes.count < size { bytes += repeatElement(0, count: size - bytes.count) }
        for (offset, sector) in remains.sectors {
            let start = Int(offset)
            let end = min(start + sector.count, bytes.count)
            if start < end { bytes.replaceSubrange(start..<end, with: sector.prefix(end - start)) }
        }
        return Array(bytes.prefix(size))
    }

    /// All bytes of a file, or nil when there is none.
    static func contents(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(LedgerStoreError) {
        let draft = path + ".restart"
        guard FileManager.default.createFile(atPath: draft, contents: Data(bytes)),
            rename(draft, path) == 0
        else { throw .opening(path, errno: errno) }
    }
}
