/** The print page's style: a sheet of paper on the screen, a document on paper. `mark` stands at the head of every printed page. */
export function pageStyle(mark: string): string {
  return `${style}\n@page { size: A4; margin: 22mm 20mm 20mm; @top-right { content: ${cssString(mark)}; font: 8pt sans-serif; color: #555; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }\n`
}

/** A string of CSS; every sign that is not a letter, figure or blank goes in by its number. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
}

const style = `:root { color-scheme: light; --ink: #1b1b18; --muted: #5a5a55; --line: #c9c7c0; }
* { box-sizing: border-box; }
body { margin: 0; background: #f5f4f0; color: var(--ink); font: 1.0625rem/1.55 "Source Serif 4", Charter, Georgia, "Times New Roman", "Liberation Serif", "Noto Serif", "Noto Naskh Arabic", "Songti SC", "Noto Serif CJK SC", serif; }
article { max-width: 46rem; margin: 2rem auto; padding: 3rem 3.5rem; background: #fff; border: 1px solid var(--line); }
.head { display: flex; justify-content: space-between; gap: 1rem; margin: 0; padding-block-end: .4rem; border-block-end: 2px solid var(--ink); font-size: .875rem; }
.mark { display: inline-block; margin: 1.25rem 0 0; padding: .1rem .6rem; border: 1px solid #8a2b12; color: #8a2b12; font: 600 .875rem/1.5 sans-serif; }
.mark.adopted { border-color: #1c5c36; color: #1c5c36; }
h1 { margin: .75rem 0 .25rem; font-size: 1.9rem; line-height: 1.2; font-weight: 600; overflow-wrap: anywhere; }
h2, h3 { margin: 2rem 0 .5rem; font-size: 1.2rem; line-height: 1.3; break-after: avoid; overflow-wrap: anywhere; }
h3 { font-size: 1.05rem; margin-block-start: 1.4rem; }
p { margin: 0 0 .6rem; overflow-wrap: anywhere; }
.lede, .facts, .made, .aside { color: var(--muted); font-size: .9em; }
.aside a, a { color: #17457a; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0; }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
ol.pars { margin: 0; padding-inline-start: 2.5rem; }
ol.pars > li { padding-inline-start: .4rem; margin-block-end: .6rem; overflow-wrap: anywhere; orphans: 3; widows: 3; }
ol.pars > li.bis { list-style: none; }
ol.pars > li.bis::before { content: attr(data-number) " "; color: var(--muted); }
ol.pars > li::marker { color: var(--muted); font-variant-numeric: tabular-nums; }
ol.pars > li.qualifier > p { padding-inline-start: 1.5rem; }
li p, li ul, li ol { margin-block-end: .25rem; }
.verb { font-style: italic; font-weight: 600; color: #17457a; }
table { width: 100%; table-layout: fixed; margin: .25rem 0 1.25rem; border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
caption { padding-block-end: .3rem; text-align: start; color: var(--muted); caption-side: top; }
th, td { padding: .35rem .5rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: break-word; }
th { border-block-end: 1.5px solid var(--ink); font-weight: 600; overflow-wrap: normal; }
.figure { text-align: end; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.made { margin-block-start: 2rem; padding-block-start: .5rem; border-block-start: 1px solid var(--line); }
@media (max-width: 40rem) { article { margin: 0; padding: 1.25rem; border: 0; } }
@media print { body { background: none; font-size: 10.5pt; } article { max-width: none; margin: 0; padding: 0; border: 0; } a { color: inherit; } }`
