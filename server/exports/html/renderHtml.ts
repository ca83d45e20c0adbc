import { createHash } from 'node:crypto'
import { sectionMark } from '../../../shared/record/index.ts'
import { directionOfText, languageOf, scriptRuns } from '../document/direction.ts'
import type {
  ListItem,
  NumberedContent,
  PrintBlock,
  PrintDocument,
  PrintRun,
  PrintTable,
  PrintText,
} from '../document/PrintDocument.ts'
import { escapeHtml } from './escapeHtml.ts'
import { pageStyle } from './pageStyle.ts'

/** A page, and the only things it may do. */
export interface HtmlPage {
  readonly html: string
  readonly contentSecurityPolicy: string
}

/** The print page: no script, nothing loaded from anywhere, one style known by its hash. */
export function renderHtml(document: PrintDocument): HtmlPage {
  const style = pageStyle(document.mark.text)
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const lines = [
    '<!doctype html>',
    `<html lang="${escapeHtml(document.language)}" dir="${document.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(`${document.title} (${document.mark.text})`)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<article>',
    ...head(document),
    ...grouped(document.blocks).flatMap((group) => groupLines(document, group)),
    `<p class="made"${ours(document)}>${escapeHtml(document.generated)}</p>`,
    '</article>',
    '</body>',
    '</html>',
  ]
  return { html: `${lines.join('\n')}\n`, contentSecurityPolicy: `${policy}; frame-ancestors 'none'` }
}

function head(document: PrintDocument): readonly string[] {
  const { mark, facts } = document
  const fact = (one: (typeof facts)[number]) =>
    `<dt${ours(document)}>${escapeHtml(one.label)}</dt><dd dir="auto"${one.isCode ? ' class="code"' : ''}>${runs(document, one.text)}</dd>`
  return [
    `<p class="head"><span>${bdi(document.symbol)}</span><span${ours(document)}>${escapeHtml(document.original)}</span></p>`,
    `<p class="mark${mark.isAdopted ? ' adopted' : ''}"${ours(document)}>${escapeHtml(mark.text)}</p>`,
    `<h1 dir="auto">${runs(document, [{ text: document.title }])}</h1>`,
    `<p class="lede">${escapeHtml(document.lede)}</p>`,
    facts.length === 0 ? '' : `<dl class="facts">${facts.map(fact).join('')}</dl>`,
  ]
}

type Numbered = Extract<PrintBlock, { readonly kind: 'numbered' }>

/** Numbered paragraphs that follow each other make one list. */
function grouped(blocks: readonly PrintBlock[]): readonly (PrintBlock | readonly Numbered[])[] {
  const groups: (PrintBlock | Numbered[])[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind !== 'numbered') groups.push(block)
    else if (Array.isArray(last)) last.push(block)
    else groups.push([block])
  }
  return groups
}

function groupLines(document: PrintDocument, group: PrintBlock | readonly Numbered[]): readonly string[] {
  if (isList(group)) return ['<ol class="pars">', ...group.map((one) => numberedLine(document, one)), '</ol>']
  switch (group.kind) {
    case 'heading': {
      const tag = `h${group.level + 1}`
      const mark = group.number === null ? '' : `${sectionMark(group.number, document.sections)} `
      return [`<${tag}>${mark}<span dir="auto">${runs(document, group.text)}</span></${tag}>`]
    }
    case 'paragraph':
      return [`<p${dirOf(document, group.text)}${group.isRemark ? ' class="aside"' : ''}>${runs(document, group.text)}</p>`]
    case 'table':
      return tableLines(document, group)
    default:
      return [numberedLine(document, group)]
  }
}

function isList(group: PrintBlock | readonly Numbered[]): group is readonly Numbered[] {
  return Array.isArray(group)
}

function numberedLine(document: PrintDocument, { number, isQualifier, content }: Numbered): string {
  const isCounted = /^\d+$/.test(number)
  const kinds = [...(isQualifier ? ['qualifier'] : []), ...(isCounted ? [] : ['bis'])].join(' ')
  const mark = isCounted ? `value="${number}"` : `data-number="${escapeHtml(number)}."`
  return `<li ${mark} id="p${number.replace(/\W/g, '')}"${kinds === '' ? '' : ` class="${kinds}"`}>${contentLine(document, content)}</li>`
}

function contentLine(document: PrintDocument, content: NumberedContent): string {
  switch (content.kind) {
    case 'text':
      return `<p${dirOf(document, content.text)}>${runs(document, content.text)}</p>`
    case 'heading':
      return `<p${dirOf(document, content.text)}><strong>${runs(document, content.text)}</strong></p>`
    default: {
      const tag = content.isOrdered ? 'ol' : 'ul'
      return `<${tag}>${content.items.map((item) => `<li>${itemLine(document, item)}</li>`).join('')}</${tag}>`
    }
  }
}

function itemLine(document: PrintDocument, item: ListItem): string {
  return item.content.map((content) => contentLine(document, content)).join('')
}

function tableLines(document: PrintDocument, table: PrintTable): readonly string[] {
  const figure = (column: number) => (table.figures.includes(column) ? ' class="figure"' : '')
  return [
    '<table>',
    `<caption${ours(document)}>${escapeHtml(table.caption)}</caption>`,
    `<colgroup>${table.widths.map((width) => `<col width="${width}%">`).join('')}</colgroup>`,
    `<thead><tr>${table.head.map((cell, column) => `<th scope="col"${figure(column)}${ours(document)}>${escapeHtml(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...table.rows.map((row) => {
      return `<tr>${row.map((cell, column) => `<td${dirOf(document, cell)}${figure(column)}>${runs(document, cell)}</td>`).join('')}</tr>`
    }),
    '</tbody>',
    '</table>',
  ]
}

function runs(document: PrintDocument, text: PrintText): string {
  return text.map((run) => runTags(document, run)).join('')
}

function runTags(document: PrintDocument, run: PrintRun): string {
  if (run.aside === true) {
    return `<span class="aside"${ours(document)} dir="auto">${inLanguages(run.text, document.wordsLanguage)}</span>`
  }
  const words = inLanguages(run.text, document.language)
  const verb = run.verb === true ? `<bdi class="verb">${words}</bdi>` : run.actor === true ? `<bdi>${words}</bdi>` : words
  const bold = run.bold === true ? `<strong>${verb}</strong>` : verb
  const italic = run.italic === true ? `<em>${bold}</em>` : bold
  return run.link === undefined ? italic : `<a href="${escapeHtml(run.link)}" rel="noopener noreferrer">${italic}</a>`
}

/** Words with the language of each stretch that is not in the one around it. */
function inLanguages(words: string, around: string): string {
  return scriptRuns(words)
    .map(({ text, script }) => {
      const language = languageOf(script, around)
      return language === around ? broken(text) : `<span lang="${escapeHtml(language)}">${broken(text)}</span>`
    })
    .join('')
}

function broken(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>')
}

function bdi(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`
}

/** The language of our own words, where it is not the record's. */
function ours({ language, wordsLanguage }: PrintDocument): string {
  return language.split('-')[0] === wordsLanguage ? '' : ` lang="${wordsLanguage}"`
}

/** The direction of a text, where it is not that of the page. */
function dirOf(document: PrintDocument, text: PrintText): string {
  const direction = directionOfText(text, document.direction)
  return direction === document.direction ? '' : ` dir="${direction}"`
}
