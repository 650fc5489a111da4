/** How the pages look: plain, our own, light or dark as the reader's system is, readable from 320 pixels on. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ground: #f3f5f4;
  --ink: #1b2421;
  --soft: #53605b;
  --line: #c9d2ce;
  --accent: #0b6b57;
  --on-accent: #ffffff;
  --alarm: #a3231b;
  --mock: #ffd766;
  --on-mock: #33270a;
  --warn: #fff4d6;
  --good: #e2f3ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1d2523;
    --ground: #141a18;
    --ink: #e6ecea;
    --soft: #a7b4af;
    --line: #40504a;
    --accent: #6cd3b9;
    --on-accent: #06251d;
    --alarm: #ff9d94;
    --mock: #5c4711;
    --on-mock: #ffe9ad;
    --warn: #3a3013;
    --good: #17382f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, sans-serif;
  overflow-wrap: anywhere;
}
:lang(ja) { line-break: strict; word-break: auto-phrase; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: .5rem; top: .5rem; z-index: 1; }
.banner { margin: 0; max-width: none; padding: .5rem 1rem; background: var(--mock); color: var(--on-mock); text-align: center; }
.top, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding-block: .75rem; }
.site { font-weight: 600; color: inherit; text-decoration: none; margin-inline-end: auto; }
.who { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: center; }
.top nav { flex-basis: 100%; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
nav a { display: inline-block; padding: .25rem 0; }
nav a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; border-bottom: 3px solid var(--accent); }
main { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding-block: .5rem 1.5rem; }
@media (max-width: 62rem) { main { border-inline: none; border-radius: 0; } }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 2rem; padding-block: .5rem 2rem; color: var(--soft); font-size: .9rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .75rem 0; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 1.75rem 0 .5rem; }
p, ul, ol, dl { max-width: 45rem; }
.hint, small { color: var(--soft); }
code, .secret, .reply, .code { font-family: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }
.notice, .warning { padding: .6rem .9rem; border-inline-start: 4px solid var(--accent); background: var(--good); }
.warning { border-color: var(--mock); background: var(--warn); }
.problem { color: var(--alarm); font-weight: 600; }
.developer { margin-top: 2rem; padding: 0 1rem .5rem; border: 2px dashed var(--line); border-radius: .5rem; }
.developer h2 { margin-top: 1rem; font-size: 1rem; color: var(--soft); }
.secret { font-size: 1.4rem; letter-spacing: .08em; user-select: all; -webkit-user-select: all; }
.field { display: grid; gap: .2rem; max-width: 24rem; }
.field label, legend { font-weight: 600; }
input:not([type=checkbox]) { font: inherit; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .3rem; }
input[aria-invalid] { border-color: var(--alarm); border-width: 2px; }
input.code { letter-spacing: .15em; text-transform: uppercase; }
fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: 1rem 0; padding: .25rem 1rem; max-width: 45rem; }
.choice { display: flex; gap: .7rem; align-items: baseline; }
.choice input { width: 1.2rem; height: 1.2rem; flex: none; translate: 0 .2rem; accent-color: var(--accent); }
button, .button { display: inline-block; font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.2rem; border: 1px solid var(--accent); border-radius: .3rem; background: var(--accent); color: var(--on-accent); text-decoration: none; cursor: pointer; }
button.quiet { background: none; color: var(--accent); }
button.plain { background: none; border: none; color: var(--accent); padding: .25rem; min-height: 1.5rem; text-decoration: underline; font-weight: 400; }
.answers { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; }
.facts { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .3rem 1.25rem; }
.facts dt, .headers dt { color: var(--soft); }
.facts dd, .headers dd { margin: 0; }
@media (max-width: 32rem) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .5rem; } }
.headers dd { margin-bottom: .4rem; white-space: pre-wrap; }
.cards { list-style: none; padding: 0; max-width: none; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); }
.cards li { border: 1px solid var(--line); border-radius: .4rem; padding: 0 1rem 1rem; }
.cards h2 { margin-top: 1rem; font-size: 1.1rem; }
.scrolls { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding-block: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); }
thead th, thead td { border-top: none; } thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
td, tbody th { min-width: 7rem; }
.reply { white-space: pre-wrap; }
.sign-ins { list-style: none; padding: 0; max-width: none; }
.sign-ins li { border-top: 1px solid var(--line); padding: .25rem 0 .75rem; }
.sign-ins p, .sign-ins dd { margin: .4rem 0 0; }
.sign-ins dl { display: grid; gap: .5rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); max-width: none; margin: .25rem 0 0; }
.sign-ins dt, .sign-ins time { color: var(--soft); font-size: .9rem; }
.refused { color: var(--alarm); }
.mail { display: grid; gap: 1rem 2rem; grid-template-columns: minmax(9rem, 13rem) 1fr; align-items: start; }
.folders ul { flex-direction: column; }
.messages { list-style: none; padding: 0; max-width: none; }
.messages li { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .5rem 0; border-top: 1px solid var(--line); }
.messages .from { grid-column: 1; color: var(--soft); }
.messages time { grid-column: 2; grid-row: 1; color: var(--soft); font-size: .9rem; }
.messages a { text-decoration: none; }
.messages .subject { text-decoration: underline; text-underline-offset: .15em; }
.unread .subject { font-weight: 700; }
.mark { color: var(--accent); font-size: .85rem; margin-inline-end: .4rem; }
@media (max-width: 42rem) {
  .mail { grid-template-columns: 1fr; }
  .folders ul { flex-direction: row; }
  .messages li { grid-template-columns: 1fr; }
  .messages time { grid-column: 1; grid-row: auto; }
}
iframe.message { display: block; width: 100%; height: 60vh; border: 1px solid var(--line); background: #fff; color-scheme: light; }
pre.text { white-space: pre-wrap; font: inherit; margin: 1rem 0; }
details { margin: 1rem 0; }
summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
`
