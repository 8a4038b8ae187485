// SPDX-License-Identifier: Apache-2.0

extension CoveragePage {
    /// The page as a Mustache template; `{{…}}` escapes what it puts in.
    static let template = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Coverage of menus</title>
        <style>
        :root { color-scheme: light dark; --hit: #1a7f37; --part: #9a6700; --miss: #cf222e;
          --hit-bg: #e6f6ea; --part-bg: #fff5d6; --miss-bg: #ffe9e7; --ink: #1f2328;
          --soft: #59636e; --line: #d1d9e0; --page: #ffffff; }
        @media (prefers-color-scheme: dark) { :root { --hit: #57c26f; --part: #d9a93a;
          --miss: #ff7b72; --hit-bg: #12261a; --part-bg: #2c2411; --miss-bg: #331a1a;
          --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --page: #0d1117; } }
        body { margin: 0 auto; padding: 1rem; max-width: 64rem; color: var(--ink);
          background: var(--page); font: 16px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
        table { border-collapse: collapse; }
        .sums td, .sums th { padding: .15rem .75rem .15rem 0; text-align: left;
          border-bottom: 1px solid var(--line); }
        .sums td.n, .sums th.n { text-align: right; font-variant-numeric: tabular-nums; }
        .menus { display: flex; flex-wrap: wrap; gap: 0 3rem; }
        .hit { color: var(--hit); } .part { color: var(--part); } .miss { color: var(--miss); }
        details { margin: .75rem 0; border: 1px solid var(--line); border-radius: .4rem; }
        summary { padding: .4rem .75rem; cursor: pointer; overflow-wrap: anywhere; }
        .code { overflow-x: auto; border-top: 1px solid var(--line); }
        .code table { width: 100%; font: 13px/1.55 ui-monospace, monospace; }
        .code td { padding: 0 .5rem; vertical-align: top; color: var(--ink); }
        .code td.n { text-align: right; color: var(--soft); user-select: none;
          width: 1%; white-space: nowrap; }
        .code td.text { white-space: pre; }
        tr.hit { background: var(--hit-bg); } tr.part { background: var(--part-bg); }
        tr.miss { background: var(--miss-bg); }
        tr.hit td.c { color: var(--hit); } tr.part td.c { color: var(--part); }
        tr.miss td.c { color: var(--miss); font-weight: bold; }
        .note { white-space: normal; font: 12px/1.5 system-ui, sans-serif; }
        .never { color: var(--miss); } .said, .rest { color: var(--soft); }
        .rules { columns: 16rem; padding-left: 1.2rem; margin: .5rem 0; }
        </style>
        </head>
        <body>
        <h1>Coverage of menus</h1>
        <p>{{summary}}</p>
        <p class="rest">Green: visited. Yellow: visited, but not every way on from there. Red: never
        visited. Lines without a number of visits do nothing by themselves.</p>
        <div class="menus">
        {{#menus}}
        <section>
        <h2>{{name}}</h2>
        <table class="sums">
        <tr><th>kind</th><th class="n">visited</th><th class="n">all</th><th class="n">%</th></tr>
        {{#rows}}
        <tr><td>{{noun}} <span class="note miss">{{failing}}</span></td>
        <td class="n">{{visited}}</td>
        <td class="n">{{all}}</td><td class="n {{mark}}">{{percent}}</td></tr>
        {{/rows}}
        </table>
        {{#hasRules}}
        <details><summary>Postings and refusals</summary>
        <ul class="rules">
        {{#rules}}
        <li class="{{mark}}">{{name}}: {{visits}}</li>
        {{/rules}}
        </ul></details>
        {{/hasRules}}
        </section>
        {{/menus}}
        </div>
        <h2>Files</h2>
        {{#files}}
        <details{{#isOpen}} open{{/isOpen}}>
        <summary>{{path}} \
        <span class="rest">{{visited}} of {{all}} lines, {{percent}} %</span></summary>
        <div class="code"><table>
        {{#lines}}
        <tr class="{{mark}}"><td class="n">{{number}}</td><td class="n c">{{count}}</td><td \
        class="text">{{text}}{{#notes}}<div class="note {{mark}}">{{text}}</div>{{/notes}}</td></tr>
        {{/lines}}
        </table></div>
        </details>
        {{/files}}
        </body>
        </html>

        """
}
