import { sectionMark } from '../../../shared/record/index.ts'
import { directionOfText, languageOf, scriptRuns } from '../document/direction.ts'
import type {
  ListItem,
  NumberedContent,
  PrintBlock,
  PrintDocument,
  PrintList,
  PrintRun,
  PrintText,
} from '../document/PrintDocument.ts'

/** The document as the template reads it (document.typ): plain data, every text a string. */
export function typstInput(document: PrintDocument): string {
  const at = new Date(document.generatedAt)
  const fingerprint = document.facts.find((fact) => fact.isCode === true)
  const title: PrintText = [{ text: document.title }]
  return JSON.stringify({
    ...tag(document.language),
    dir: document.direction,
    ours: { ...tag(document.wordsLanguage), dir: document.wordsLanguage === 'ar' ? 'rtl' : 'ltr' },
    title: document.title,
    'title-dir': directionOfText(title, document.direction),
    'title-runs': runs(document, title),
    author: document.group,
    description: document.mark.text,
    date: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    symbol: document.symbol,
    original: document.original,
    mark: { text: document.mark.text, adopted: document.mark.isAdopted },
    lede: document.lede,
    generated: document.generated,
    pages: document.pages,
    dense: document.isNote,
    // The first letters of the fingerprint stand on every page.
    short: fingerprint === undefined ? null : wordsOf(fingerprint.text).slice(0, 16),
    facts: document.facts.map(({ label, text, isCode }) => ({
      label: `${label}${document.colon}`,
      code: isCode === true,
      text: wordsOf(text),
      runs: runs(document, text),
    })),
    blocks: grouped(document),
  })
}

/** Numbered paragraphs that follow each other make one list. */
function grouped(document: PrintDocument): readonly object[] {
  const blocks: object[] = []
  let list: object[] | null = null
  for (const block of document.blocks) {
    if (block.kind !== 'numbered') {
      list = null
      blocks.push(other(document, block))
      continue
    }
    if (list === null) {
      list = []
      blocks.push({ kind: 'numbered', paragraphs: list })
    }
    list.push({ mark: block.number, qualifier: block.isQualifier, content: contentOf(document, block.content) })
  }
  return blocks
}

function other(document: PrintDocument, block: Exclude<PrintBlock, { readonly kind: 'numbered' }>): object {
  switch (block.kind) {
    case 'heading': {
      const mark = block.number === null ? null : sectionMark(block.number, document.sections)
      return { kind: 'heading', level: block.level, mark, text: line(document, block.text) }
    }
    case 'paragraph':
      return { kind: 'paragraph', remark: block.isRemark, text: line(document, block.text) }
    default: {
      const { kind, caption, head, widths, figures } = block
      const rows = block.rows.map((row) => ({
        long: row.some((cell, column) => isLong(cell, widths[column] ?? 100)),
        cells: row.map((cell, column) => ({ end: figures.includes(column), ...line(document, cell) })),
      }))
      return { kind, caption, head, widths, figures, rows }
    }
  }
}

function contentOf(document: PrintDocument, content: NumberedContent): object {
  if (content.kind === 'list') return listOf(document, content)
  return { kind: content.kind, ...line(document, content.text) }
}

function listOf(document: PrintDocument, { isOrdered, items }: PrintList): object {
  return { kind: 'list', ordered: isOrdered, items: items.map((item) => itemOf(document, item)) }
}

function itemOf(document: PrintDocument, { content }: ListItem): readonly object[] {
  return content.map((part) => contentOf(document, part))
}

function line(document: PrintDocument, text: PrintText): object {
  return { dir: directionOfText(text, document.direction), runs: runs(document, text) }
}

/** A row of more lines than this may be cut between two pages: it might not fit on one. */
const longestWhole = 25
/** Latin letters on a line as wide as the page; others may be twice as wide. */
const lettersALine = 100

/** Whether a cell is so long that its row may be cut. `share` of the page's width, in hundredths. */
function isLong(text: PrintText, share: number): boolean {
  const width = Math.max(1, (lettersALine * share) / 100)
  const lines = wordsOf(text)
    .split('\n')
    .map((words) => Math.ceil((words.length + (words.match(/[^\p{Script=Latin}\p{N}\s]/gu)?.length ?? 0)) / width))
  return lines.reduce((sum, one) => sum + Math.max(1, one), 0) > longestWhole
}

function runs(document: PrintDocument, text: PrintText): readonly object[] {
  return text.flatMap((run) =>
    run.text.split('\n').flatMap((words, index) => [...(index === 0 ? [] : [{ br: true }]), runOf(document, run, words)]),
  )
}

/** `alone`: words in a language that need not be that of the words beside them. */
function runOf(document: PrintDocument, run: PrintRun, words: string): object {
  const around = run.aside === true ? document.wordsLanguage : document.language
  return {
    parts: scriptRuns(words).map(({ text, script }) => ({ t: text, ...tag(languageOf(script, around)) })),
    k: run.verb === true ? 'verb' : run.aside === true ? 'aside' : 'words',
    b: run.bold === true,
    i: run.italic === true,
    alone: run.aside === true || run.verb === true || run.actor === true,
    link: run.link ?? null,
  }
}

/** A language tag in the two parts that the setting takes. */
function tag(language: string): { readonly lang: string; readonly region: string | null } {
  const { language: lang, region } = new Intl.Locale(language)
  return { lang, region: region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null }
}

function wordsOf(text: PrintText): string {
  return text.map((run) => run.text).join('')
}
