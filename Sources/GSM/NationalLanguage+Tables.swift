// SPDX-License-Identifier: Apache-2.0

extension NationalLanguage {
    /// What the locking shift table changes in the default alphabet (TS 23.038 annex A.3), nil for
    /// Spanish, which has none.
    ///
    /// `22-27:099F` puts U+099F and the five scalars after it at the codes 0x22 to 0x27; a code
    /// with nothing behind the colon is unused.
    var lockingChanges: String? { Self.locking[self] }

    /// What the single shift table changes in the extension table (TS 23.038 annex A.2), written as
    /// in ``lockingChanges``.
    var singleChanges: String { Self.single[self] ?? "" }

    private static let locking: [NationalLanguage: String] = [
        .turkish: "04:20AC 07:0131 0B-0C:011E 1C-1D:015E 40:0130 60:00E7",
        .portuguese: """
        04:00EA 06:00FA 07:00ED 08:00F3 09:00E7 0B:00D4 0C:00F4 0E:00C1 0F:00E1 12:00AA \
        13:00C7 14:00C0 15:221E 16:005E 17:005C 18:20AC 19:00D3 1A:007C 1C:00C2 1D:00E2 \
        1E:00CA 24:00BA 40:00CD 5B:00C3 5C:00D5 5D:00DA 60:007E 7B:00E3 7C:00F5 7D:0060
        """,
        .bengali: """
        00-02:0981 03-09:0985 0B:098C 0C: 0E: 0F-10:098F 11-12: 13-1A:0993 1C-1F:099B \
        22-27:099F 28:0029 29:0028 2A-2B:09A5 2D:09A7 2F:09A8 3C: 3D-3E:09AA 40-44:09AC 45: \
        46:09B2 47-49: 4A-4D:09B6 4E-56:09BC 57-58: 59-5A:09C7 5B-5C: 5D-60:09CB 7B:09D7 \
        7C-7D:09DC 7E-7F:09F0
        """,
        .gujarati: """
        00-02:0A81 03-09:0A85 0B-0C:0A8C 0E: 0F-11:0A8F 12: 13-1A:0A93 1C-1F:0A9B 22-27:0A9F \
        28:0029 29:0028 2A-2B:0AA5 2D:0AA7 2F:0AA8 3C: 3D-3E:0AAA 40-44:0AAC 45: 46-47:0AB2 \
        48: 49-4D:0AB5 4E-57:0ABC 58: 59-5B:0AC7 5C: 5D-5F:0ACB 60:0AD0 7B-7E:0AE0 7F:0AF1
        """,
        .hindi: """
        00-02:0901 03-09:0905 0B-0C:090C 0E-1A:090E 1C-1F:091B 22-27:091F 28:0029 29:0028 \
        2A-2B:0925 2D:0927 2F:0928 3C-3E:0929 40-4D:092C 4E-5F:093C 60:0950 7B:0972 \
        7C-7D:097B 7E-7F:097E
        """,
        .kannada: """
        00: 01-02:0C82 03-09:0C85 0B:0C8C 0C: 0E-10:0C8E 11: 12-1A:0C92 1C-1F:0C9B \
        22-27:0C9F 28:0029 29:0028 2A-2B:0CA5 2D:0CA7 2F:0CA8 3C: 3D-3E:0CAA 40-47:0CAC 48: \
        49-4D:0CB5 4E-56:0CBC 57: 58-5A:0CC6 5B: 5C-5F:0CCA 60:0CD5 7B:0CD6 7C-7F:0CE0
        """,
        .malayalam: """
        00: 01-02:0D02 03-09:0D05 0B:0D0C 0C: 0E-10:0D0E 11: 12-1A:0D12 1C-1F:0D1B \
        22-27:0D1F 28:0029 29:0028 2A-2B:0D25 2D:0D27 2F:0D28 3C: 3D-3E:0D2A 40-4D:0D2C 4E: \
        4F-56:0D3D 57: 58-5A:0D46 5B: 5C-5F:0D4A 60:0D57 7B-7E:0D60 7F:0D79
        """,
        .oriya: """
        00-02:0B01 03-09:0B05 0B:0B0C 0C: 0E: 0F-10:0B0F 11-12: 13-1A:0B13 1C-1F:0B1B \
        22-27:0B1F 28:0029 29:0028 2A-2B:0B25 2D:0B27 2F:0B28 3C: 3D-3E:0B2A 40-44:0B2C 45: \
        46-47:0B32 48: 49-4D:0B35 4E-56:0B3C 57-58: 59-5A:0B47 5B-5C: 5D-5F:0B4B 60:0B56 \
        7B:0B57 7C-7F:0B60
        """,
        .punjabi: """
        00-02:0A01 03-08:0A05 09: 0B-0C: 0E: 0F-10:0A0F 11-12: 13-1A:0A13 1C-1F:0A1B \
        22-27:0A1F 28:0029 29:0028 2A-2B:0A25 2D:0A27 2F:0A28 3C: 3D-3E:0A2A 40-44:0A2C 45: \
        46-47:0A32 48: 49-4A:0A35 4B: 4C-4D:0A38 4E:0A3C 4F: 50-54:0A3E 55-58: 59-5A:0A47 \
        5B-5C: 5D-5F:0A4B 60:0A51 7B-7F:0A70
        """,
        .tamil: """
        00: 01-02:0B82 03-08:0B85 09: 0B-0C: 0E-10:0B8E 11: 12-15:0B92 16-18: 19-1A:0B99 1C: \
        1D:0B9C 1E: 1F:0B9E 22:0B9F 23-25: 26-27:0BA3 28:0029 29:0028 2A-2B: 2D: 2F:0BA8 \
        3C-3D:0BA9 3E: 40-41: 42-4D:0BAE 4E-4F: 50-54:0BBE 55-57: 58-5A:0BC6 5B: 5C-5F:0BCA \
        60:0BD0 7B:0BD7 7C-7E:0BF0 7F:0BF9
        """,
        .telugu: """
        00-02:0C01 03-09:0C05 0B:0C0C 0C: 0E-10:0C0E 11: 12-1A:0C12 1C-1F:0C1B 22-27:0C1F \
        28:0029 29:0028 2A-2B:0C25 2D:0C27 2F:0C28 3C: 3D-3E:0C2A 40-47:0C2C 48: 49-4D:0C35 \
        4E: 4F-56:0C3D 57: 58-5A:0C46 5B: 5C-5F:0C4A 60:0C55 7B:0C56 7C-7F:0C60
        """,
        .urdu: """
        00:0627 01:0622 02:0628 03:067B 04:0680 05:067E 06:06A6 07:062A 08:06C2 09:067F \
        0B:0679 0C:067D 0E:067A 0F:067C 10-11:062B 12:0681 13:0684 14:0683 15-17:0685 \
        18-1A:062D 1C:068C 1D-1F:0688 22:068F 23:068D 24-25:0630 26:0691 27:0693 28:0029 \
        29:0028 2A:0699 2B:0632 2D:0696 2F:0698 3C:069A 3D-3E:0633 40-44:0635 45-46:0641 \
        47-49:06A9 4A:06AF 4B:06B3 4C:06B1 4D-4F:0644 50-52:06BA 53:0648 54:06C4 55:06D5 \
        56:06C1 57:06BE 58:0621 59:06CC 5A:06D0 5B:06D2 5C:064D 5D:0650 5E:064F 5F:0657 \
        60:0654 7B:0655 7C:0651 7D:0653 7E:0656 7F:0670
        """,
    ]

    private static let single: [NationalLanguage: String] = [
        .turkish: "47:011E 49:0130 53:015E 63:00E7 67:011F 69:0131 73:015F",
        .spanish: "09:00E7 41:00C1 49:00CD 4F:00D3 55:00DA 61:00E1 69:00ED 6F:00F3 75:00FA",
        .portuguese: """
        05:00EA 09:00E7 0B:00D4 0C:00F4 0E:00C1 0F:00E1 12:03A6 13:0393 15:03A9 16:03A0 \
        17:03A8 18:03A3 19:0398 1F:00CA 41:00C0 49:00CD 4F:00D3 55:00DA 5B:00C3 5C:00D5 \
        61:00C2 69:00ED 6F:00F3 75:00FA 7B:00E3 7C:00F5 7F:00E2
        """,
        .bengali: """
        \(indic) \
        19-1A:09E6 1C-23:09E8 24-27:09DF 2A:09E3 2B-2E:09F2 30-34:09F6
        """,
        .gujarati: """
        \(indic) \
        19-1A:0964 1C-25:0AE6
        """,
        .hindi: """
        \(indic) \
        19-1A:0964 1C-25:0966 26-27:0951 2A-2B:0953 2C-2E:0958 30-38:095B 39-3A:0970
        """,
        .kannada: """
        \(indic) \
        19-1A:0964 1C-25:0CE6 26:0CDE 27:0CF1 2A:0CF2
        """,
        .malayalam: """
        \(indic) \
        19-1A:0964 1C-27:0D66 2A-2D:0D72 2E:0D7A 30-34:0D7B
        """,
        .oriya: """
        \(indic) \
        19-1A:0964 1C-25:0B66 26-27:0B5C 2A:0B5F 2B-2C:0B70
        """,
        .punjabi: """
        \(indic) \
        19-1A:0964 1C-25:0A66 26-27:0A59 2A-2B:0A5B 2C:0A5E 2D:0A75
        """,
        .tamil: """
        \(indic) \
        19-1A:0964 1C-25:0BE6 26-27:0BF3 2A-2D:0BF5 2E:0BFA
        """,
        .telugu: """
        \(indic) \
        1C-25:0C66 26-27:0C58 2A-2E:0C78 30-32:0C7D
        """,
        .urdu: """
        \(indic) \
        19-1A:0600 1C-25:06F0 26-27:060C 2A-2E:060E 30-31:0613 32:061B 33:061F 34:0640 \
        35:0652 36:0658 37-38:066B 39-3A:0672 3B:06CD 3F:06D4
        """,
    ]

    /// What the single shift tables of the ten languages of South Asia share.
    private static let indic = """
        00:0040 01:00A3 02:0024 03:00A5 04:00BF 05:0022 06:00A4 07-09:0025 0B-0C:002A 0E:002D \
        0F:002F 10-12:003C 13:00A1 15:00A1 16:005F 17:0023 18:002A 41-5A:0041
        """
}
