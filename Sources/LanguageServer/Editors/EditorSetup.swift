// SPDX-License-Identifier: Apache-2.0

/// What an editor needs to speak with `stardial lsp`.
public enum EditorSetup {
    /// The files of an extension for Visual Studio Code, by their paths in its folder.
    ///
    /// - Parameters:
    ///   - grammars: the grammars of the languages.
    ///   - version: the version of the extension.
    /// - Returns: each file's path within the folder and its text.
    public static func visualStudioCode(
        grammars: [TextMateGrammar],
        version: String
    ) -> [(path: String, text: String)] {
        var files = [
            ("package.json", manifest(grammars, version).prettyText),
            ("extension.js", script),
            ("language-configuration.json", languageConfiguration.prettyText),
            ("README.md", readMe),
        ]
        for grammar in grammars {
            files.append(("syntaxes/\(grammar.language).tmLanguage.json", grammar.text))
        }
        return files
    }

    /// The lines of Lua for Neovim 0.8 and later.
    public static let neovim = """
        -- Put this into init.lua, or into a file of its own in the folder plugin.
        vim.filetype.add({ extension = { menu = 'menu', ussd = 'ussd' } })
        vim.api.nvim_create_autocmd('FileType', {
          pattern = 'menu',
          callback = function(event)
            vim.bo[event.buf].commentstring = '# %s'
            vim.lsp.start({
              name = 'stardial',
              cmd = { 'stardial', 'lsp' },
              root_dir = vim.fs.dirname(vim.api.nvim_buf_get_name(event.buf)),
            })
          end,
        })

        """

    private static func manifest(_ grammars: [TextMateGrammar], _ version: String) -> JSONValue {
        let languages = grammars.map { grammar -> JSONValue in
            [
                "id": .string(grammar.language), "extensions": [.string(".\(grammar.language)")],
                "aliases": [grammar.json["name"]],
                "configuration": "./language-configuration.json",
            ]
        }
        let syntaxes = grammars.map { grammar -> JSONValue in
            [
                "language": .string(grammar.language), "scopeName": grammar.json["scopeName"],
                "path": .string("./syntaxes/\(grammar.language).tmLanguage.json"),
            ]
        }
        return [
            "name": "stardial", "displayName": "Stardial menus", "version": .string(version),
            "publisher": "stardial", "license": "Apache-2.0",
            "description": "Menus for phones that dial *789#: findings, completion, screens.",
            "engines": ["vscode": "^1.82.0"], "categories": ["Programming Languages"],
            "main": "./extension.js", "activationEvents": ["onLanguage:menu"],
            "contributes": [
                "languages": .array(languages), "grammars": .array(syntaxes),
                "configuration": [
                    "title": "Stardial",
                    "properties": [
                        "stardial.path": [
                            "type": "string", "default": "stardial",
                            "description": "The program stardial, where it is not on the PATH.",
                        ]
                    ],
                ],
            ],
            "dependencies": ["vscode-languageclient": "^9.0.1"],
        ]
    }

    private static let script = """
        // SPDX-License-Identifier: Apache-2.0
        const vscode = require('vscode');
        const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

        let client;

        function activate(context) {
          const command = vscode.workspace.getConfiguration('stardial').get('path') || 'stardial';
          const server = { command, args: ['lsp'], transport: TransportKind.stdio };
          client = new LanguageClient('stardial', 'Stardial', server, {
            documentSelector: [
                { language: 'menu' },
                { scheme: 'file', pattern: '**/{*.po,shortcuts.lock}' },
            ],
          });
          context.subscriptions.push(client);
          return client.start().catch(() => {
            vscode.window.showErrorMessage(
              `${command} did not start, so menus are not checked. ` +
                'Set stardial.path to where the program is.'
            );
          });
        }

        function deactivate() {
          return client ? client.stop() : undefined;
        }

        module.exports = { activate, deactivate };

        """

    private static let languageConfiguration: JSONValue = [
        "comments": ["lineComment": "#"],
        "brackets": [["{", "}"], ["(", ")"], ["[", "]"]],
        "autoClosingPairs": [
            ["open": "{", "close": "}"], ["open": "(", "close": ")"],
            ["open": "\"", "close": "\"", "notIn": ["string", "comment"]],
        ],
        "surroundingPairs": [["{", "}"], ["(", ")"], ["\"", "\""]],
        "wordPattern": "[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*",
        "folding": ["offSide": true],
        "indentationRules": [
            "increaseIndentPattern":
                "^(?:menu|screen|flow)\\b|^\\s+(?:ask|call|case|otherwise|end)\\b",
            "decreaseIndentPattern": "^\\S",
        ],
    ]

    private static let readMe = """
        # Stardial menus

        Findings, completion, drawn screens and renaming for `.menu` files, and colours for
        `.menu` and `.ussd`.

        1. `npm install` in this folder fetches the one library that it needs.
        2. Copy the folder into `.vscode/extensions` of your own folder, or run
           `npx @vscode/vsce package` here and install the file that it makes.
        3. `stardial` must be on the PATH, or the setting `stardial.path` must say where it is.

        """
}
