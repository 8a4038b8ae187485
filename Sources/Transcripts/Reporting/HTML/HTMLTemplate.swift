// SPDX-License-Identifier: Apache-2.0

/// The page's template (Mustache); every value in it is escaped but the style and the script.
enum HTMLTemplate {
    static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="stardial test">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
        <title>{{verdict}} – stardial test</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <header class="top {{#isBad}}bad{{/isBad}}{{^isBad}}good{{/isBad}}">
        <p class="brand"><b>*#</b> stardial test{{#made}}<span>{{.}}</span>{{/made}}</p>
        <h1>{{verdict}}</h1>
        <div class="meter" aria-hidden="true"><i class="ok" style="flex:{{passed}}"></i>\
        {{#other}}<i class="other" style="flex:{{.}}"></i>{{/other}}\
        <i class="no" style="flex:{{failed}}"></i></div>
        <ul class="counts">
        <li class="ok"><b>{{passed}}</b> passed</li>
        <li class="no"><b>{{failed}}</b> failed</li>
        {{#other}}<li class="other"><b>{{.}}</b> skipped or expected to fail</li>{{/other}}
        <li><b>{{steps}}</b> steps</li>
        {{#seconds}}<li><b>{{.}} s</b> of work</li>{{/seconds}}
        </ul>
        </header>
        <form class="filter" role="search" autocomplete="off">
        <div class="choice" role="group" aria-label="Which scenes">
        <button type="button" data-show="all" aria-pressed="true">All</button>
        <button type="button" data-show="failed" aria-pressed="false">Failed</button>
        </div>
        <input type="search" placeholder="Search title, path or tag" aria-label="Search">
        {{#hasTags}}<select aria-label="Tag"><option value="">Every tag</option>\
        {{#tags}}<option>{{.}}</option>{{/tags}}</select>{{/hasTags}}
        <span class="count" role="status"></span>
        <span class="fold"><button type="button" data-fold="open">Open all</button>
        <button type="button" data-fold="close">Close all</button></span>
        </form>
        <main>
        {{#scenes}}
        <details class="scene {{status}}" id="scene-{{number}}" \
        data-tags="{{#tags}} {{.}} {{/tags}}"{{#isFailure}} data-failed open{{/isFailure}}>
        <summary><span class="pill">{{label}}</span><span class="name"><b>{{title}}</b>\
        <span class="where">{{place}}</span></span>\
        <span class="facts">{{#tags}}<i>{{.}}</i>{{/tags}}<span>{{steps}}</span>\
        {{#milliseconds}}<span>{{.}} ms</span>{{/milliseconds}}</span></summary>
        <div class="body">
        {{#why}}<p class="why">{{.}}</p>{{/why}}
        {{#isFailure}}<div class="alarm">{{#message}}<p>{{.}}</p>{{/message}}\
        <p class="again">Run only this file: <code>{{command}}</code>\
        {{#seed}} · seed {{.}}{{/seed}}</p></div>{{/isFailure}}
        {{#text}}<pre class="text">{{.}}</pre>{{/text}}
        <p class="cast">{{#cast}}<span class="c{{colour}}"><b>{{name}}</b> {{number}}</span>\
        {{/cast}}</p>
        {{#phases}}
        <section>
        {{#title}}<h3>{{.}}</h3>{{/title}}
        <div class="{{#isStrip}}strip{{/isStrip}}{{^isStrip}}columns{{/isStrip}}" \
        style="--columns:{{columns}}">
        {{#runs}}
        <div class="run"{{#place}} style="{{.}}"{{/place}}>
        {{#steps}}
        \(step)
        {{/steps}}
        </div>
        {{/runs}}
        </div>
        </section>
        {{/phases}}
        {{#leftovers}}<p class="left">{{.}}</p>{{/leftovers}}
        {{#notCompared}}<p class="skip">{{.}}</p>{{/notCompared}}
        </div>
        </details>
        {{/scenes}}
        <p class="none" hidden>No scene is like this.</p>
        </main>
        <script>{{{script}}}</script>
        </body>
        </html>

        """

    /// One step: a phone with what it shows, or a line across for time, checks and faults.
    private static let step = """
        <article class="{{#phone}}card{{/phone}}{{^phone}}line{{/phone}} {{status}} c{{colour}}">
        {{#phone}}<p class="deed"><b>{{name}}</b> {{verb}}{{#key}} <kbd>{{.}}</kbd>{{/key}}\
        <span class="ln" title="line {{line}}">{{line}}</span></p>
        <div class="phone"><div class="lcd"><div class="bar"><span class="signal"></span>\
        <span>{{time}}</span></div>\
        {{#screen}}<div class="screen">{{#lines}}<p>{{.}}</p>{{/lines}}</div>{{/screen}}\
        {{#bubble}}<div class="sms{{#isOwn}} own{{/isOwn}}"><i>SMS {{from}}</i>\
        {{#lines}}<p>{{.}}</p>{{/lines}}</div>{{/bubble}}\
        {{#blank}}<div class="blank">{{.}}</div>{{/blank}}\
        {{#ending}}<div class="over">{{.}}</div>{{/ending}}</div><div class="keys"></div></div>
        <p class="state">{{state}}</p>{{/phone}}\
        {{#note}}<p class="note {{kind}}"><span class="sign">{{sign}}</span><code>{{text}}</code>\
        {{#time}}<span class="time">it is {{.}}</span>{{/time}}\
        <span class="ln" title="line {{line}}">{{line}}</span></p>\
        {{#body}}<pre>{{#lines}}{{.}}
        {{/lines}}</pre>{{/body}}{{/note}}\
        {{#problem}}<div class="problem">{{#reasons}}<p>Line {{line}}: {{reason}}\
        {{#hints}}<small>{{.}}</small>{{/hints}}</p>{{/reasons}}\
        <pre>{{#rows}}<span class="{{name}}">{{mark}} {{#parts}}{{#isChanged}}<mark>{{text}}</mark>\
        {{/isChanged}}{{^isChanged}}{{text}}{{/isChanged}}{{/parts}}</span>{{/rows}}</pre></div>\
        {{/problem}}
        </article>
        """
}
