import { sectionMark } from '../../../shared/record/index.ts'
import type {
  ListItem,
  NumberedContent,
  PrintBlock,
  PrintDocument,
  PrintRun,
  PrintTable,
  PrintText,
} from '../document/PrintDocument.ts'
import { escapeLine, escapeMarkdown, linkTarget } from './escapeMarkdown.ts'

/** The document as Markdown (CommonMark with tables); whatever was written in it stands there as text. */
export function renderMarkdown(document: PrintDocument): string {
  const parts = [
    `# ${escapeLine(document.title)}`,
    `**${escapeLine(document.mark.text)}**`,
    escapeLine(`${document.symbol}. ${document.original}. ${document.lede}.`),
    document.facts.map((fact) => `- **${escapeLine(fact.label)}${document.colon}** ${line(fact.text)}`).join('\n'),
    ...document.blocks.map((block) => blockText(document, block)),
    `*${escapeLine(document.generated)}*`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function blockText(document: PrintDocument, block: PrintBlock): string {
  switch (block.kind) {
    case 'heading': {
      const mark = block.number === null ? '' : `${escapeLine(sectionMark(block.number, document.sections))} `
      return `${'#'.repeat(block.level + 1)} ${mark}${line(block.text)}`
    }
    case 'paragraph':
      return paragraph(block.text)
    case 'numbered': {
      // A qualification counts as a paragraph of its own, as it does on paper.
      const number = `${block.number}. `
      return indented(`${number}${contentText(block.content)}`, number.length)
    }
    default:
      return tableText(block)
  }
}

function contentText(content: NumberedContent): string {
  switch (content.kind) {
    case 'text':
      return paragraph(content.text)
    case 'heading':
      return `**${line(content.text)}**`
    default:
      return content.items
        .map((item, index) => {
          const mark = content.isOrdered ? `${index + 1}. ` : '- '
          return indented(`${mark}${itemText(item)}`, mark.length)
        })
        .join('\n')
  }
}

function itemText(item: ListItem): string {
  return item.content.map(contentText).join('\n\n')
}

/** What follows the first line of a list entry stands below its words, or it would leave the list. */
function indented(text: string, width: number): string {
  return text
    .split('\n')
    .map((one, index) => (index === 0 || one === '' ? one : `${' '.repeat(width)}${one}`))
    .join('\n')
}

function tableText({ head, rows, figures, caption }: PrintTable): string {
  const rule = head.map((_, column) => (figures.includes(column) ? '---:' : '---'))
  const lines = [head.map(escapeLine), rule, ...rows.map((row) => row.map(cell))]
  return [`*${escapeLine(caption)}*`, '', ...lines.map((one) => `| ${one.join(' | ')} |`)].join('\n')
}

function cell(text: PrintText): string {
  return marked(text, (words) => words.split('\n').map(escapeLine).join('<br>'))
}

function line(text: PrintText): string {
  return marked(text, escapeLine)
}

/** Line breaks are backslashes at the end of a line: blanks there are easily lost. */
function paragraph(text: PrintText): string {
  return marked(text, (words) => escapeMarkdown(words.replace(/\n{2,}/g, '\n')).replaceAll('\n', '\\\n'))
}

/** Runs with their marks. A mark that Markdown would not see as one, for what stands beside it, is left off: words go first. */
function marked(text: PrintText, escaped: (words: string) => string): string {
  let written = ''
  let wasMarked = false
  text.forEach((run, index) => {
    const words = run.text.trim()
    const begin = run.text.indexOf(words)
    const before = begin > 0 ? ' ' : (text[index - 1]?.text.at(-1) ?? ' ')
    const after = begin + words.length < run.text.length ? ' ' : (text[index + 1]?.text.at(0) ?? ' ')
    const isSeen = words !== '' && stands(before, words.at(0)) && stands(after, words.at(-1)) && !(wasMarked && begin === 0)
    const sign = isSeen ? signOf(run) : ''
    const set = `${sign}${escaped(words)}${[...sign].reverse().join('')}`
    const linked = run.link === undefined || words === '' ? set : `[${set}](${linkTarget(run.link)})`
    written += `${escaped(run.text.slice(0, begin))}${linked}${escaped(run.text.slice(begin + words.length))}`
    wasMarked = sign !== '' && begin + words.length === run.text.length
  })
  return written
}

function signOf({ bold, verb, italic }: PrintRun): string {
  return `${bold === true || verb === true ? '**' : ''}${italic === true ? '*' : ''}`
}

/** Whether a mark between these two is one (CommonMark 6.2): beside a sign that is no letter it needs a blank or another such sign. */
function stands(outside: string, inside: string | undefined): boolean {
  const isSign = /[\p{P}\p{S}\p{C}]/u
  return inside === undefined || !isSign.test(inside) || isSign.test(outside) || /\s/.test(outside)
}
