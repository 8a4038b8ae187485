// SPDX-License-Identifier: Apache-2.0

/// How one file differs from what the disk holds of it for sure: the old content of each sector
/// written since the last flush.
struct UnsyncedSectors {
    /// Bytes a disk writes as one.
    static let sectorBytes: Int64 = 512

    /// A sector that differs.
    private struct Sector {
        /// What the disk holds.
        var durable: [UInt8]
        /// Whether the next flush writes the new content; not after one that failed and forgot.
        var isDirty: Bool
    }

    /// What is to be put back into a file to have what the disk holds.
    struct Remains {
        /// Old sectors by their place in the file, in bytes.
        var sectors: [(offset: Int64, bytes: [UInt8])] = []
        /// The length of the file, in bytes.
        var size: Int64
    }

    private var sectors: [Int64: Sector] = [:]
    private(set) var size: Int64
    private var durableSize: Int64
    private var sizeIsDirty = false
    /// Whether the folder holds the file's name for sure.
    var nameIsDurable: Bool

    init(size: Int64, nameIsDurable: Bool) {
        self.size = size
        durableSize = size
        self.nameIsDurable = nameIsDurable
    }

    /// Bytes that a flush would write.
    var dirtyBytes: Int { sectors.values.count { $0.isDirty } * Int(Self.sectorBytes) }

    /// Notes a write about to happen; `read` lends the old content of whole sectors.
    mutating func willWrite(
        at offset: Int64,
        count: Int,
        read: (_ offset: Int64, _ count: Int) -> [UInt8]
    ) {
        remember(from: offset, to: offset + Int64(count), read)
        let end = offset + Int64(count)
        size = max(size, end)
        if end > durableSize { sizeIsDirty = true }
    }

    /// Notes a truncation about to happen.
    mutating func willTruncate(
        to newSize: Int64,
        read: (_ offset: Int64, _ count: Int) -> [UInt8]
    ) {
        if newSize < size { remember(from: newSize, to: size, read) }
        if newSize != size { sizeIsDirty = true }
        size = newSize
    }

    private mutating func remember(
        from start: Int64,
        to end: Int64,
        _ read: (_ offset: Int64, _ count: Int) -> [UInt8]
    ) {
        guard end > start else { return }
        let unit = Self.sectorBytes
        for number in start / unit...(end - 1) / unit {
            let known = sectors[number]?.durable
            sectors[number] = Sector(
                durable: known ?? read(number * unit, Int(unit)),
                isDirty: true
            )
        }
    }

    /// Notes that everything dirty is on the disk.
    mutating func synced() {
        sectors = sectors.filter { !$0.value.isDirty }
        if sizeIsDirty { durableSize = size }
        sizeIsDirty = false
        nameIsDurable = true
    }

    /// Notes that nothing dirty will be written by a flush any more.
    mutating func forget() {
        for number in sectors.keys { sectors[number]?.isDirty = false }
        sizeIsDirty = false
    }

    /// What puts the file back to the last flush.
    mutating func revert() -> Remains {
        var dice = FaultDice(seed: 0)
        let remains = remains(keeping: .nothing, &dice)
        size = durableSize
        sectors.removeAll()
        sizeIsDirty = false
        return remains
    }

    /// What the disk holds when the power fails now.
    func remains(keeping kept: Fault.Kept, _ dice: inout FaultDice) -> Remains {
        let keepsSize = sizeIsDirty ? dice.keeps(kept) : size == durableSize
        var remains = Remains(size: keepsSize ? size : durableSize)
        for (number, sector) in sectors.sorted(by: { $0.key < $1.key }) {
            let isKept = dice.keeps(kept) && sector.isDirty
            if !isKept {
                remains.sectors.append((number * Self.sectorBytes, sector.durable))
            } else {
                // A sector cannot be kept without the file reaching to it.
                remains.size = max(
                    remains.size,
                    min(size, (number + 1) * Self.sectorBytes)
                )
            }
        }
        return remains
    }
}
