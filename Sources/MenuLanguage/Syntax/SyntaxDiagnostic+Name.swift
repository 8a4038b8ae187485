// SPDX-License-Identifier: Apache-2.0

extension SyntaxDiagnostic {
    /// The stable names of the mistakes, which tools and people refer to.
    enum Name: String, CaseIterable {
        case fileTooLong = "menu.file-too-long"
        case byteOrderMark = "menu.byte-order-mark"
        case tabIndentation = "menu.tab-indentation"
        case unevenIndentation = "menu.uneven-indentation"
        case controlCharacter = "menu.control-character"
        case unexpectedCharacter = "menu.unexpected-character"

        case unknownKeyword = "menu.unknown-keyword"
        case unknownSetting = "menu.unknown-setting"
        case repeatedSetting = "menu.repeated-setting"
        case badSetting = "menu.bad-setting"
        case misplacedLine = "menu.misplaced-line"
        case textOutside = "menu.text-outside"
        case wrongOrder = "menu.wrong-order"
        case repeatedLine = "menu.repeated-line"
        case endWithOptions = "menu.end-with-options"
        case answerOutsideChoice = "menu.answer-outside-choice"

        case unexpectedWords = "menu.unexpected-words"
        case missingName = "menu.missing-name"
        case missingWord = "menu.missing-word"
        case expectedTarget = "menu.expected-target"
        case expectedValue = "menu.expected-value"
        case expectedComparison = "menu.expected-comparison"
        case unclosedParenthesis = "menu.unclosed-parenthesis"
        case unclosedString = "menu.unclosed-string"
        case nestedTooDeep = "menu.nested-too-deep"
        case badTypeSyntax = "menu.bad-type-syntax"
        case unknownType = "menu.unknown-type"
        case badBounds = "menu.bad-bounds"

        case missingText = "menu.missing-text"
        case missingLabel = "menu.missing-label"
        case badKey = "menu.bad-key"
        case unclosedHole = "menu.unclosed-hole"
        case badHole = "menu.bad-hole"
        case loneBrace = "menu.lone-brace"
        case trailingBlanks = "menu.trailing-blanks"
        case badDialString = "menu.bad-dial-string"
        case badCommand = "menu.bad-command"
    }
}
