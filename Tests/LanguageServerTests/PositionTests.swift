// SPDX-License-Identifier: Apache-2.0
import SourceText
import Testing

@testable import LanguageServer

/// Places as lines and characters, and addresses as paths.
struct PositionTests {
    static let file = SourceFile(path: "a", text: "aé\u{1F4B0}b\r\n\nlast")

    /// Offset, then line and character in UTF-16 units and in octets.
    static let places: [(offset: Int, line: Int, utf16: Int, utf8: Int)] = [
        (0, 0, 0, 0), (1, 0, 1, 1), (3, 0, 2, 3), (7, 0, 4, 7), (8, 0, 5, 8),
        (10, 1, 0, 0), (11, 2, 0, 0), (15, 2, 4, 4),
    ]

    @Test(arguments: places)
    func placesAreCountedAsAgreed(_ place: (offset: Int, line: Int, utf16: Int, utf8: Int)) {
        for (encoding, character) in [
            (PositionEncoding.utf16, place.utf16), (.utf8, place.utf8),
        ] {
            let position: JSONValue = [
                "line": .integer(place.line), "character": .integer(character),
            ]
            #expect(encoding.position(of: place.offset, in: Self.file) == position)
            #expect(encoding.offset(of: position, in: Self.file) == place.offset)
        }
    }

    static let bent: [(line: Int, character: Int, offset: Int?)] = [
        (0, 99, 8), (9, 0, 15), (0, 3, 3), (1, 5, 10), (2, Int.max, 15), (Int.max, Int.max, 15),
        (-1, 0, nil), (0, -1, nil),
    ]

    @Test(arguments: bent)
    func placesThatAreNotThereAreBroughtIn(_ place: (line: Int, character: Int, offset: Int?)) {
        let position: JSONValue = [
            "line": .integer(place.line), "character": .integer(place.character),
        ]
        #expect(PositionEncoding.utf16.offset(of: position, in: Self.file) == place.offset)
    }

    @Test func octetsAreTakenWhereTheEditorCan() {
        #expect(PositionEncoding(offered: ["utf-16", "utf-8"]) == .utf8)
        #expect(PositionEncoding(offered: ["utf-32"]) == .utf16)
        #expect(PositionEncoding(offered: []) == .utf16)
    }

    @Test(arguments: [
        ("file:///menus/a%20b.menu", "/menus/a b.menu"),
        ("file:///c%3A/a.menu", "/c:/a.menu"), ("file:///%C3%A9", "/é"),
    ])
    func addressesArePaths(_ uri: String, _ path: String) {
        #expect(FileURI.path(of: uri) == path)
        #expect(FileURI.uri(of: path) == uri)
    }

    @Test(arguments: ["untitled:Untitled-1", "file://", "file:///%zz", "file:///%ff", "file:///%4"])
    func otherAddressesStandForThemselves(_ uri: String) {
        #expect(FileURI.path(of: uri) == uri)
    }
}
