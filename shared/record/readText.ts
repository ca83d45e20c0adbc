import * as Y from 'yjs'
import { asLineWords } from './asLineWords.ts'
import { limits } from './limits.ts'
import type { TextKind } from './schema.ts'
import type { Became, Block, RichText, TextRun } from './types.ts'
import { isLinkAddress, parseBecame } from './values.ts'

/**
 * Reads a text as plain blocks, repairing what merging may have made. Only looks: `toString` does not escape, and the
 * editor's own conversion deletes from the live document what it does not know.
 */
export function readText(value: unknown, kind: TextKind): RichText {
  const blocks = value instanceof Y.XmlFragment ? readBlocks(value, 0) : []
  return kind === 'notes' ? blocks : [asLine(blocks)]
}

/** A title, outcome or task is one line: extra paragraphs and breaks become a space (DECIDED 6), marks do not count. */
function asLine(blocks: RichText): Block {
  const text = asLineWords(wordsOf(blocks).join(' '))
  return { kind: 'paragraph', runs: text === '' ? [] : [{ text }] }
}

function wordsOf(blocks: RichText): readonly string[] {
  return blocks.flatMap((block) => {
    if ('items' in block) return block.items.flatMap(wordsOf)
    const words = block.runs.map((run) => run.text).join('')
    return words === '' ? [] : [words]
  })
}

function readBlocks(parent: Y.XmlFragment, depth: number): readonly Block[] {
  if (depth > limits.depth) return []
  const blocks: Block[] = []
  for (const node of parent.toArray()) {
    const block = node instanceof Y.XmlElement ? readBlock(node, depth) : readStrayWords(node)
    if (block !== null) blocks.push(block)
  }
  return blocks
}

function readBlock(node: Y.XmlElement, depth: number): Block | null {
  const attributes: Readonly<Record<string, unknown>> = node.getAttributes()
  switch (node.nodeName) {
    case 'paragraph':
      return paragraph(readRuns(node), parseBecame(attributes.became))
    case 'heading':
      return { kind: 'heading', level: attributes.level === 3 ? 3 : 2, runs: readRuns(node) }
    case 'bulletList':
    case 'orderedList': {
      const items = node.toArray().filter((child) => child instanceof Y.XmlElement && child.nodeName === 'listItem')
      return {
        kind: node.nodeName,
        items: items.map((item) => (item instanceof Y.XmlElement ? readBlocks(item, depth + 1) : [])),
      }
    }
    default:
      // An unknown node is passed over, never repaired in place: reading changes nothing.
      return null
  }
}

/** Words that lie where a block should be are kept as a paragraph, so that nothing becomes invisible. */
function readStrayWords(node: unknown): Block | null {
  if (!(node instanceof Y.XmlText)) return null
  const runs = runsOfWords(node)
  return runs.length === 0 ? null : paragraph(runs, null)
}

function paragraph(runs: readonly TextRun[], became: Became | null): Block {
  return became === null ? { kind: 'paragraph', runs } : { kind: 'paragraph', runs, became }
}

function readRuns(node: Y.XmlElement): readonly TextRun[] {
  const runs: TextRun[] = []
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) for (const run of runsOfWords(child)) addRun(runs, run)
    else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') addRun(runs, { text: '\n' })
  }
  return runs
}

function runsOfWords(words: Y.XmlText): readonly TextRun[] {
  const runs: TextRun[] = []
  for (const part of words.toDelta() as readonly { readonly insert: unknown; readonly attributes?: Record<string, unknown> }[]) {
    if (typeof part.insert !== 'string') continue
    // A break that was typed as a letter reads like any other break: without marks, so that a copy of the words says the same.
    for (const [index, text] of part.insert.replace(controls, '').split('\n').entries()) {
      if (index > 0) addRun(runs, { text: '\n' })
      if (text !== '') addRun(runs, withMarks(text, part.attributes ?? {}))
    }
  }
  return runs
}

/** Control characters break exports and mean nothing in a record; those of direction make words stand in another order than they are kept (B10). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point here
const controls = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

function withMarks(text: string, attributes: Readonly<Record<string, unknown>>): TextRun {
  let run: TextRun = { text }
  if (isOn(attributes.bold)) run = { ...run, bold: true }
  if (isOn(attributes.italic)) run = { ...run, italic: true }
  const link = attributes.link
  const address = typeof link === 'object' && link !== null && 'href' in link ? link.href : null
  return isLinkAddress(address) ? { ...run, link: address } : run
}

function isOn(mark: unknown): boolean {
  return mark !== undefined && mark !== null && mark !== false
}

/** Adds a run, joined to the one before where both look the same. */
function addRun(runs: TextRun[], run: TextRun): void {
  const last = runs.at(-1)
  if (last !== undefined && last.bold === run.bold && last.italic === run.italic && last.link === run.link) {
    runs[runs.length - 1] = { ...last, text: last.text + run.text }
  } else {
    runs.push(run)
  }
}
