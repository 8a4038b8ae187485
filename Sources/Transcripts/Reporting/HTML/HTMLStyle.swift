// SPDX-License-Identifier: Apache-2.0

/// How the page looks: light and dark, wide and narrow, on a screen and on paper.
enum HTMLStyle {
    /// How many colours tell phones apart.
    static let colours = 6

    static let page = """

        :root{--paper:#f6f4ef;--card:#fff;--ink:#22262b;--soft:#6a7178;--rule:#e2ddd3;
        --ok:#2e7d4f;--no:#b9382c;--other:#8a6d1c;--okbg:#e6f2ea;--nobg:#fbeae7;--wait:#f7efd8;
        --code:#f1eee7;--add:#d5ecdc;--cut:#f6d3cd;
        --mono:ui-monospace,"SF Mono","DejaVu Sans Mono",Menlo,Consolas,monospace}
        @media(prefers-color-scheme:dark){:root{--paper:#16191d;--card:#1f2329;--ink:#e6e4df;
        --soft:#9aa2aa;--rule:#333941;--ok:#6cc48e;--no:#ef8275;--other:#d9b65a;--okbg:#1d3126;
        --nobg:#3a2220;--wait:#362f1c;--code:#2a2f36;--add:#244d34;--cut:#5e2b26}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);
        font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        p,h1,h3,ul,pre{margin:0}
        code,pre,kbd{font-family:var(--mono);font-size:.86em}
        .top,.filter,main{max-width:78rem;margin:0 auto;padding:0 1.5rem}
        .top{padding-top:2rem}
        .brand{color:var(--soft);display:flex;gap:.5rem;align-items:baseline}
        .brand b{font-family:var(--mono);color:var(--ok)}.brand span{margin-left:auto}
        .bad .brand b{color:var(--no)}
        h1{font-size:clamp(1.5rem,4vw,2.3rem);line-height:1.2;font-weight:650;
        letter-spacing:-.015em;margin:.35rem 0 1rem;text-wrap:balance}
        .meter{display:flex;gap:3px;height:.6rem}
        .meter i{border-radius:3px;min-width:0}
        .meter .ok{background:var(--ok)}.meter .no{background:var(--no)}
        .meter .other{background:var(--other)}
        .meter i[style="flex:0"]{display:none}
        .counts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.8rem;
        margin-top:.7rem;color:var(--soft)}
        .counts b{font-size:1.15rem;color:var(--ink);font-variant-numeric:tabular-nums}
        .counts .ok b{color:var(--ok)}.bad .counts .no b{color:var(--no)}
        .counts .other b{color:var(--other)}
        .filter{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.6rem;
        align-items:center;padding-top:.8rem;padding-bottom:.8rem;margin-top:1rem;
        background:var(--paper);border-bottom:1px solid var(--rule)}
        .filter button,.filter input,.filter select{font:inherit;font-size:.9rem;color:inherit;
        background:var(--card);border:1px solid var(--rule);border-radius:.45rem;
        padding:.3rem .75rem;height:2.15rem}
        .filter button{cursor:pointer}
        .filter :focus-visible,summary:focus-visible{outline:2px solid var(--ok);outline-offset:2px}
        .choice{display:flex}.choice button{border-radius:0}
        .choice button:first-child{border-radius:.45rem 0 0 .45rem;border-right:0}
        .choice button:last-child{border-radius:0 .45rem .45rem 0}
        .choice [aria-pressed=true]{background:var(--ink);color:var(--paper)}
        .filter input{flex:1 1 14rem;min-width:0}.count{color:var(--soft);font-size:.85rem}
        .fold{margin-left:auto;display:flex;gap:.35rem}
        main{padding-top:1rem;padding-bottom:4rem}
        .scene{background:var(--card);border:1px solid var(--rule);border-left:4px solid var(--ok);
        border-radius:.5rem;margin-bottom:.55rem;scroll-margin-top:4.5rem}
        .scene.failed,.scene.unreadable{border-left-color:var(--no)}
        .scene.skipped,.scene.xfailed{border-left-color:var(--other)}
        summary{display:flex;gap:.8rem;align-items:center;padding:.6rem .9rem;cursor:pointer;
        list-style:none}
        summary::-webkit-details-marker{display:none}
        summary::after{content:"›";color:var(--soft);font-size:1.2rem;line-height:1;
        transition:transform .15s}
        [open]>summary::after{transform:rotate(90deg)}
        .pill{font-size:.74rem;font-weight:600;padding:.1rem .55rem;border-radius:1rem;
        background:var(--okbg);color:var(--ok);flex:none;min-width:4.4rem;text-align:center}
        .failed>summary .pill,.unreadable>summary .pill{background:var(--nobg);color:var(--no)}
        .skipped>summary .pill,.xfailed>summary .pill{background:var(--wait);color:var(--other)}
        .name{flex:1;min-width:0}.name b{font-weight:600;display:block;overflow-wrap:anywhere}
        .where{display:block;font:.78rem var(--mono);color:var(--soft);overflow-wrap:anywhere}
        .facts{display:flex;gap:.7rem;flex-wrap:wrap;justify-content:flex-end;color:var(--soft);
        font-size:.82rem;font-variant-numeric:tabular-nums}
        .facts i{font-style:normal;background:var(--code);border-radius:.3rem;padding:0 .4rem}
        .body{padding:.2rem 1rem 1.2rem;border-top:1px solid var(--rule)}
        .alarm,.why{margin:.8rem 0 0;
        padding:.7rem .9rem;border-radius:.45rem;background:var(--nobg)}
        .why{background:var(--wait)}.alarm p:first-child{font-weight:600;color:var(--no)}
        .again{color:var(--soft);font-size:.88rem}.again code{color:var(--ink);user-select:all}
        .text{margin-top:.8rem;padding:.8rem;background:var(--code);border-radius:.45rem;
        overflow-x:auto}
        .left,.skip{margin-top:.7rem;padding-left:.8rem;border-left:3px solid var(--no)}
        .skip{border-color:var(--other);color:var(--soft);margin-top:.4rem}
        .none{color:var(--soft);text-align:center;padding:3rem}
        [hidden]{display:none!important}
        @media(max-width:44rem){.top,.filter,main{padding-left:.8rem;padding-right:.8rem}
        summary{flex-wrap:wrap;gap:.3rem .6rem;position:relative;padding-right:2rem}
        summary::after{position:absolute;right:.8rem;top:.8rem}
        .name{flex-basis:100%;order:3}.facts{margin-left:auto}.filter{position:static}
        .fold{margin-left:0}}
        @media print{:root{--paper:#fff}body{font-size:10pt}.filter{display:none}
        .top,main{max-width:none;padding-left:0;padding-right:0}.scene{break-inside:auto}
        summary,h3{break-after:avoid}summary::after{display:none}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

        """

    static let phone = """

        .cast{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font-size:.85rem;color:var(--soft);
        margin-top:.8rem}
        .cast b,.deed b{color:var(--shell)}
        .cast span::before{content:"";display:inline-block;width:.6rem;height:.6rem;
        border-radius:.2rem;background:var(--shell);margin-right:.4rem}
        .c0{--shell:#3f6f9f}.c1{--shell:#b0603a}.c2{--shell:#4c8157}.c3{--shell:#8059a0}
        .c4{--shell:#a07b21}.c5{--shell:#4f7f86}
        @media(prefers-color-scheme:dark){.c0{--shell:#7fabd6}.c1{--shell:#df9a76}
        .c2{--shell:#86bb91}.c3{--shell:#b695d3}.c4{--shell:#d2b062}.c5{--shell:#86b9c0}}
        h3{font-size:1rem;font-weight:650;margin:1.3rem 0 .6rem;padding-bottom:.25rem;
        border-bottom:1px dashed var(--rule)}
        .strip,.columns,.columns .run{display:grid;gap:1rem 1.1rem;align-items:start;
        grid-template-columns:repeat(auto-fill,minmax(min(13rem,100%),1fr))}
        .columns{grid-template-columns:repeat(var(--columns),minmax(0,1fr));gap:1rem 1.6rem}
        .columns .run{min-width:0;grid-template-columns:repeat(auto-fill,minmax(min(11.5rem,100%),
        1fr))}
        .strip .run{display:contents}
        .card{max-width:17rem}.strip .card.failed{max-width:none}
        section{margin-top:.9rem}
        .card{min-width:0;break-inside:avoid}
        .deed{display:flex;flex-wrap:wrap;gap:.1rem .35rem;align-items:baseline;font-size:.84rem;
        margin-bottom:.35rem;color:var(--soft)}
        .deed kbd{background:var(--code);color:var(--ink);border:1px solid var(--rule);
        border-bottom-width:2px;border-radius:.3rem;padding:0 .35rem;overflow-wrap:anywhere}
        .ln{margin-left:auto}.deed .ln,.note .ln{font:.72rem var(--mono);color:var(--soft);
        opacity:.7}
        .phone{background:linear-gradient(160deg,#3b4148,#23272c 55%,#191c20);border-radius:1.1rem;
        padding:.7rem .65rem .55rem;box-shadow:0 1px 2px #0003,0 4px 12px #0002,
        inset 0 0 0 1px #ffffff1f;border-top:.22rem solid var(--shell)}
        .lcd{background:linear-gradient(#d3e2b6,#c4d6a2);color:#1d2b12;border-radius:.35rem;
        min-height:9.2rem;padding:.3rem .5rem .5rem;font:.74rem/1.42 var(--mono);
        box-shadow:inset 0 1px 4px #0006;display:flex;flex-direction:column}
        .bar{display:flex;justify-content:space-between;font-size:.66rem;color:#44552f;
        border-bottom:1px solid #9db07c;margin-bottom:.3rem;padding-bottom:.05rem}
        .signal{width:.9rem;height:.6rem;align-self:center;background:
        linear-gradient(#44552f 0 0) 0 100%/.16rem 30%,
        linear-gradient(#44552f 0 0) .25rem 100%/.16rem 55%,
        linear-gradient(#44552f 0 0) .5rem 100%/.16rem 78%,
        linear-gradient(#44552f 0 0) .75rem 100%/.16rem 100%;background-repeat:no-repeat}
        .screen p,.sms p{white-space:pre-wrap;overflow-wrap:anywhere;min-height:1.42em}
        .blank{margin:auto;color:#5d6e45;text-align:center}
        .over{margin:auto -.5rem -.5rem;padding:.08rem .5rem;background:#1d2b12;color:#d3e2b6;
        font-size:.66rem;text-align:center;border-radius:0 0 .35rem .35rem}
        .screen+.over{margin-top:auto}
        .sms{background:#f3f8e6;border-radius:.1rem .6rem .6rem .6rem;padding:.3rem .45rem;
        box-shadow:0 1px 2px #0003;margin-right:.6rem}
        .sms.own{border-radius:.6rem .1rem .6rem .6rem;margin:0 0 0 .6rem;background:#e3efcb}
        .sms i{font:600 .66rem system-ui,sans-serif;color:#4c6330;display:block}
        .keys{height:3.3rem;margin:.5rem auto 0;max-width:9.5rem;
        background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
        viewBox='0 0 96 34'%3E%3Cg fill='%23515962'%3E%3Crect width='30' height='7' rx='3'/%3E\
        %3Crect x='33' width='30' height='7' rx='3'/%3E%3Crect x='66' width='30' height='7' \
        rx='3'/%3E%3Crect y='9' width='30' height='7' rx='3'/%3E%3Crect x='33' y='9' width='30' \
        height='7' rx='3'/%3E%3Crect x='66' y='9' width='30' height='7' rx='3'/%3E%3Crect y='18' \
        width='30' height='7' rx='3'/%3E%3Crect x='33' y='18' width='30' height='7' rx='3'/%3E\
        %3Crect x='66' y='18' width='30' height='7' rx='3'/%3E%3Crect y='27' width='30' \
        height='7' rx='3'/%3E%3Crect x='33' y='27' width='30' height='7' rx='3'/%3E%3Crect \
        x='66' y='27' width='30' height='7' rx='3'/%3E%3C/g%3E%3Cg fill='%23d5dade' \
        font-family='sans-serif' font-size='5.5' text-anchor='middle'%3E%3Ctext x='15' \
        y='5.5'%3E1%3C/text%3E%3Ctext x='48' y='5.5'%3E2%3C/text%3E%3Ctext x='81' \
        y='5.5'%3E3%3C/text%3E%3Ctext x='15' y='14.5'%3E4%3C/text%3E%3Ctext x='48' \
        y='14.5'%3E5%3C/text%3E%3Ctext x='81' y='14.5'%3E6%3C/text%3E%3Ctext x='15' \
        y='23.5'%3E7%3C/text%3E%3Ctext x='48' y='23.5'%3E8%3C/text%3E%3Ctext x='81' \
        y='23.5'%3E9%3C/text%3E%3Ctext x='15' y='32.5'%3E*%3C/text%3E%3Ctext x='48' \
        y='32.5'%3E0%3C/text%3E%3Ctext x='81' y='32.5'%3E%23%3C/text%3E%3C/g%3E%3C/svg%3E") \
        center/contain no-repeat}
        .state:empty{display:none}
        .state{font:.7rem var(--mono);color:var(--soft);text-align:center;margin-top:.25rem;
        overflow-wrap:anywhere}
        .card.failed .phone{box-shadow:0 0 0 3px var(--no)}
        .card.notCompared .phone{opacity:.5}
        .card.notCompared .state::after{content:" · not compared"}
        .strip .card.failed{grid-column:span 2;display:grid;gap:0 1rem;
        grid-template-columns:minmax(0,1fr) minmax(0,1.25fr);align-items:start}
        .strip .card.failed .deed{grid-column:1/-1}
        .strip .card.failed .problem{grid-column:2;grid-row:2/span 2;margin-top:0}
        .line{grid-column:1/-1;min-width:0;break-inside:avoid}
        .line+.line{margin-top:-.6rem}
        .note{display:flex;gap:.6rem;align-items:baseline;padding:.25rem .6rem;
        background:var(--code);border-radius:.4rem}
        .note code{overflow-wrap:anywhere}.note .time{color:var(--soft);font-size:.82rem}
        .sign{color:var(--ok);font-weight:700;width:1em;text-align:center;flex:none}
        .clock .sign{color:var(--soft)}.fault .sign{color:var(--other)}
        .line.failed .sign{color:var(--no)}.line.failed .note{background:var(--nobg)}
        .line>pre{padding:.3rem .6rem 0 2.4rem;overflow-x:auto;color:var(--soft)}
        .problem{margin-top:.5rem;border:1px solid var(--no);border-radius:.45rem;overflow:hidden;
        font-size:.84rem}
        .problem>p{background:var(--nobg);color:var(--no);padding:.3rem .6rem;font-weight:600}
        .problem small{display:block;font-weight:400;color:var(--ink)}
        .problem pre{padding:.4rem 0;overflow-x:auto;font-size:.74rem;line-height:1.5}
        .problem pre span{display:block;padding:0 .6rem;white-space:pre-wrap;
        overflow-wrap:anywhere}
        .problem .expected{color:var(--no)}.problem .got{color:var(--ok)}
        .problem .same{color:var(--soft)}
        mark{color:inherit;border-radius:.2rem;padding:0 .1rem;font-weight:700}
        .expected mark{background:var(--cut)}.got mark{background:var(--add)}
        @media(max-width:44rem){.strip,.columns,.columns .run{
        grid-template-columns:minmax(0,1fr)}
        .columns>*{grid-row:auto!important;grid-column:1!important}
        .strip .card.failed{display:block;grid-column:auto}
        .strip .card.failed .problem{margin-top:.5rem}
        .phone{max-width:17rem}.deed{max-width:17rem}}
        @media print{.strip{grid-template-columns:repeat(4,1fr);gap:.6rem}
        .columns .run{grid-template-columns:repeat(2,1fr);gap:.6rem}
        .keys{display:none}.phone{box-shadow:none}.lcd{min-height:6rem;font-size:7.5pt}}

        """
}
