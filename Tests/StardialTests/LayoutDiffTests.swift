// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import stardial

/// What `stardial fmt --diff` shows.
@Suite struct LayoutDiffTests {
    @Test func nothingDiffers() {
        #expect(LayoutDiff("", "").unified(path: "a.menu") == "")
        #expect(LayoutDiff("a\n\nb", "a\n\nb").unified(path: "a.menu") == "")
    }

    @Test func changesStandTogetherWithThreeLinesAround() {
        let old = "1\n2\n3\n4\n5 a\n6 a\n7\n8\n9\n10\n11\n12\n\n\n13\n"
        let new = "1\n2\n3\n4\n5  a\n6  a\n7\n8\n9\n10\n11\n12\n\n13\n"
        #expect(
            LayoutDiff(old, new).unified(path: "a.menu") == """
                --- a.menu
                +++ a.menu
                @@ -2,8 +2,8 @@
                 2
                 3
                 4
                -5 a
                -6 a
                +5  a
                +6  a
                 7
                 8
                 9
                @@ -11,5 +11,4 @@
                 11
                 12
                 
                -
                 13

                """
        )
    }

    @Test(arguments: [
        ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        ("a\r\nb\n", "a\nb\n", "@@ -1,2 +1,2 @@\n-a\r\n+a\n b\n"),
        ("a\nb\n", "a\n\nb\n", "@@ -1,2 +1,3 @@\n a\n+\n b\n"),
        ("\n \na\n", "a\n", "@@ -1,3 +1 @@\n-\n- \n a\n"),
        ("a\n\n", "a\n", "@@ -1,2 +1 @@\n a\n-\n"),
        ("\n", "", "@@ -1 +0,0 @@\n-\n"),
    ])
    func emptyLinesAndLineEndsAreShown(_ old: String, _ new: String, _ hunk: String) {
        let shown = LayoutDiff(old, new).unified(path: "a.menu")
        #expect(shown == "--- a.menu\n+++ a.menu\n" + hunk)
    }
}
