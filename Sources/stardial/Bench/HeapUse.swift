// SPDX-License-Identifier: Apache-2.0
import CHeap

/// The memory that a program has asked for and not given back.
///
/// What resident memory does not tell: the allocator gives out again what was freed before, and
/// keeps what nobody needs.
enum HeapUse {
    /// The octets in use; where the allocator does not count them, what is resident.
    static var octets: Int {
        #if canImport(Glibc)
            let counts = mallinfo2()
            return Int(clamping: counts.uordblks) + Int(clamping: counts.hblkhd)
        #else
            return SessionBench.residentOctets()
        #endif
    }
}
