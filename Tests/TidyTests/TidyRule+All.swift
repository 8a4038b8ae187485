// SPDX-License-Identifier: Apache-2.0

extension TidyRule {
    /// Every rule there is, by topic.
    static let all =
        SizeRules.all + CallRules.all + ImportRules.all + ModuleRules.all + LayoutRules.all
        + TextRules.all + CommentRules.all
}
