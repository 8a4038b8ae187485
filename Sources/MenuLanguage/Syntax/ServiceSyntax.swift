// SPDX-License-Identifier: Apache-2.0
import SourceText

/// `service weather at https://weather.example/ussd` and what stands under it.
struct ServiceSyntax: Sendable {
    var keyword: SourceRange
    var name: NameSyntax?
    /// The address as written; empty where it is missing, nil where the line was not understood.
    var address: NameSyntax?
    /// The number behind `within`.
    var within: NameSyntax?
    /// The number behind `retries`.
    var retries: NameSyntax?
    var records: [ServiceRecordSyntax] = []
    var operations: [ServiceOperationSyntax] = []
}

/// `record day` and its fields.
struct ServiceRecordSyntax: Sendable {
    var name: NameSyntax?
    var fields: [ServiceFieldSyntax] = []
}

/// `sky text 20` in a record, or `place: text 20` among parameters.
struct ServiceFieldSyntax: Sendable {
    var name: NameSyntax
    /// Nil where it was not understood.
    var type: ServiceTypeSyntax?
}

/// `text 20`, `number 3`, `choice sunny rainy`, `day`, `day list 7`.
struct ServiceTypeSyntax: Sendable {
    var word: NameSyntax
    /// The digits behind the word.
    var size: NameSyntax?
    /// The words behind `choice`.
    var words: [NameSyntax] = []
    /// The digits behind `list`.
    var atMost: NameSyntax?
}

/// `forecast(place: text 20) -> day` and the ways it can end.
struct ServiceOperationSyntax: Sendable {
    var name: NameSyntax
    var parameters: [ServiceFieldSyntax] = []
    var result: ServiceTypeSyntax?
    /// The word `posts`.
    var posts: SourceRange?
    /// The word `reads`.
    var reads: SourceRange?
    var outcomes: [ServiceOutcomeSyntax] = []
}

/// `closed as text 30`.
struct ServiceOutcomeSyntax: Sendable {
    var name: NameSyntax
    var payload: ServiceTypeSyntax?
}
