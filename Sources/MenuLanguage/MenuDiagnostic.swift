// SPDX-License-Identifier: Apache-2.0

/// The findings that a menu can have, by name.
public enum MenuDiagnostic {
    /// Every stable name, such as `menu.unknown-target`, by topic.
    public static var diagnosticIDs: [String] { SyntaxDiagnostic.ids + checkedIDs + writtenIDs }

    /// The names of the findings that need more than the form of a file.
    static let checkedIDs: [String] = [
        FileFinding.ids, SettingFinding.ids, NameFinding.ids, TypeFinding.ids, BoundFinding.ids,
        ShapeFinding.ids, OutcomeFinding.ids, SumFinding.ids, UseFinding.ids,
        GraphFinding.ids, KeyFinding.ids, RouteFinding.ids, GivenFinding.ids, SafetyFinding.ids,
        FitFinding.ids, ServiceFinding.ids,
        ShortcutFinding.ids, LanguageFinding.ids, PluralFinding.ids, TranslationFinding.ids,
    ].flatMap { $0 }

    /// The names of the findings in the form of a file of translations.
    static let writtenIDs = TranslationSyntaxFinding.ids
}
